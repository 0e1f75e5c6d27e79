import type { TeamMember } from '../../../shared/domain/team.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { AlertDialog } from '../../ui/alert-dialog.tsx';

interface RemoveMemberDialogProps {
  readonly member: TeamMember;
  readonly onClose: () => void;
}

export function RemoveMemberDialog({ member, onClose }: RemoveMemberDialogProps) {
  const remove = useCommand('team.removeMember');
  return (
    <AlertDialog
      title={`Remove ${member.name}?`}
      action="Remove"
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
        <bdi>{member.name}</bdi> leaves the team of the local workspace. The collection access keys that they
        gave out end, and their revoked keys stay in the record under their name.
      </p>
    </AlertDialog>
  );
}
