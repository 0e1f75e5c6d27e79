import type { TeamMember } from '../../../shared/domain/team.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { teamTexts } from '../../../shared/texts/en/team.ts';
import { useTexts } from '../../language/speech-context.ts';

interface RemoveMemberDialogProps {
  readonly member: TeamMember;
  readonly onClose: () => void;
}

export function RemoveMemberDialog({ member, onClose }: RemoveMemberDialogProps) {
  const texts = useTexts(teamTexts);
  const remove = useCommand('team.removeMember');
  return (
    <AlertDialog
      title={texts.removal.title(member.name)}
      action={texts.members.remove}
      isPending={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onAction={() => {
        void remove.run({ id: member.id }).then((result) => {
          if (result.ok) onClose();
        });
      }}
    >
      <p>
        <bdi>{member.name}</bdi> {texts.removal.consequence}
      </p>
    </AlertDialog>
  );
}
