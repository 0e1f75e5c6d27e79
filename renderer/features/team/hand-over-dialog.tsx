import { EyeOff, LockKeyhole, UserRound } from 'lucide-react';
import type { TeamKey } from '../../../shared/domain/team.ts';
import { useCopyKey } from '../../app/use-copy-key.ts';
import { useRevealedSecret } from '../../app/use-revealed-secret.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './hand-over-dialog.module.css';

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
        <TextField
          label="API key"
          isReadOnly
          isMono
          value={secret ?? ''}
          placeholder="Opening…"
          onFocus={(event) => {
            if (event.target instanceof HTMLInputElement) event.target.select();
          }}
          suffix={<CopyButton autoFocus onCopy={() => copy(teamKey.id)} variant="primary" />}
        />
      ) : (
        <ErrorNote error={error} />
      )}
      <ul className={styles.facts}>
        <li>
          <EyeOff aria-hidden="true" />
          <span>This is the only time that it is shown.</span>
        </li>
        <li>
          <LockKeyhole aria-hidden="true" />
          <span>{teamKey.isYours ? KEPT : NOT_KEPT}</span>
        </li>
        <li>
          <UserRound aria-hidden="true" />
          <span>
            Whoever holds it acts as <bdi>{teamKey.creatorName}</bdi>.
          </span>
        </li>
      </ul>
    </Dialog>
  );
}

const KEPT = 'Keyfob keeps it sealed. You find it in API keys.';
const NOT_KEPT =
  'Keyfob keeps nothing but its mask and a digest to verify it. Hand it over now, on a way that you both trust; if it is lost, revoke it and issue another.';
