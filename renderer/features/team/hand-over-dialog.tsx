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

interface HandOverDialogProps {
  readonly teamKey: TeamKey;
  readonly onClose: () => void;
}

/** Shows the value of a key that was issued to a member, this once; when it closes, another member's is held nowhere. */
export function HandOverDialog({ teamKey, onClose }: HandOverDialogProps) {
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
      title={teamKey.isYours ? 'Copy your API key' : `Copy the API key of ${teamKey.creatorName}`}
      size="medium"
      onClose={close}
      isDismissable={false}
      footer={<Button onPress={close}>Close</Button>}
    >
      {error === null ? (
        <SecretField secret={secret} onCopy={() => copy(teamKey.id)} />
      ) : (
        <ErrorNote error={error} />
      )}
      <FactList
        facts={[
          { id: 'once', icon: <EyeOff />, text: 'This is the only time that it is shown.' },
          { id: 'kept', icon: <LockKeyhole />, text: teamKey.isYours ? KEPT : NOT_KEPT },
          {
            id: 'member',
            icon: <UserRound />,
            text: (
              <>
                Whoever holds it acts as <bdi>{teamKey.creatorName}</bdi>.
              </>
            ),
          },
        ]}
      />
    </Dialog>
  );
}

const KEPT = 'Keyfob keeps it sealed. You find it in API keys.';
const NOT_KEPT =
  'Keyfob keeps nothing but its mask and a digest to verify it. Hand it over now, on a way that you both trust; if it is lost, revoke it and issue another.';
