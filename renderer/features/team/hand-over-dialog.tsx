import { EyeOff, LockKeyhole, UserRound } from 'lucide-react';
import type { TeamKey } from '../../../shared/domain/team.ts';
import { useCopyKey } from '../../app/use-copy-key.ts';
import { useRevealedSecret } from '../../app/use-revealed-secret.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { SecretField } from '../../ui/secret-field.tsx';
import { teamTexts } from '../../../shared/texts/en/team.ts';
import { useTexts } from '../../language/speech-context.ts';

interface HandOverDialogProps {
  readonly teamKey: TeamKey;
  readonly onClose: () => void;
}

/** Shows the value of a key that was issued to a member, this once; when it closes, another member's is held nowhere. */
export function HandOverDialog({ teamKey, onClose }: HandOverDialogProps) {
  const texts = useTexts(teamTexts);
  const { secret, error, forget } = useRevealedSecret(teamKey.id);
  const end = useCommand('team.endHandover');
  const copy = useCopyKey();
  const close = () => {
    forget();
    void end.run({ id: teamKey.id });
    onClose();
  };
  return (
    <Dialog
      title={teamKey.isYours ? texts.handOver.titleOfOwn : texts.handOver.title(teamKey.creatorName)}
      size="medium"
      onClose={close}
      isDismissable={false}
      footer={<Button onPress={close}>{texts.common.close}</Button>}
    >
      {error === null ? (
        <SecretField secret={secret} onCopy={() => copy(teamKey.id)} />
      ) : (
        <ErrorNote error={error} />
      )}
      <FactList
        facts={[
          { id: 'once', icon: <EyeOff />, text: texts.handOver.once },
          {
            id: 'kept',
            icon: <LockKeyhole />,
            text: teamKey.isYours ? texts.handOver.kept : texts.handOver.notKept,
          },
          {
            id: 'member',
            icon: <UserRound />,
            text: (
              <>
                {texts.handOver.actsAs} <bdi>{teamKey.creatorName}</bdi>.
              </>
            ),
          },
        ]}
      />
    </Dialog>
  );
}
