import { useState } from 'react';
import type { ApiKey } from '../../../shared/domain/api-key.ts';
import { graceDuration, type GraceChoice } from '../../../shared/domain/expiry.ts';
import type { Service } from '../../../shared/domain/service.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formatDateTime } from '../../ui/format-time.ts';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { useNow } from '../../ui/use-now.ts';
import { CommandError } from './command-error.tsx';
import styles from './dialog-text.module.css';
import type { KeyDialog } from './key-dialog.ts';
import { PostmanNote } from './postman-note.tsx';

interface RegenerateDialogProps {
  readonly apiKey: ApiKey;
  readonly service: Service | null;
  readonly onClose: () => void;
  readonly onChange: (dialog: KeyDialog) => void;
}

const graces: readonly { readonly id: GraceChoice; readonly label: string }[] = [
  { id: 'now', label: 'Now' },
  { id: '1h', label: 'In 1 hour' },
  { id: '24h', label: 'In 24 hours' },
  { id: '7d', label: 'In 7 days' },
];

/** Makes a new value for a key that Keyfob issued; for another, says where that is done. */
export function RegenerateDialog(props: RegenerateDialogProps) {
  return props.apiKey.isIssuedHere ? <RegenerateForm {...props} /> : <CannotRegenerate {...props} />;
}

function RegenerateForm({ apiKey, service, onClose, onChange }: RegenerateDialogProps) {
  const regenerate = useCommand('keys.regenerate');
  const [grace, setGrace] = useState<GraceChoice>('now');
  const now = useNow();
  // Only the Local API is ours, so only there Keyfob can say when the old key ends.
  const hasGrace = service?.kind === 'local';
  const submit = () => {
    void regenerate.run({ id: apiKey.id, grace: hasGrace ? grace : 'now' }).then((result) => {
      if (result.ok) onChange({ kind: 'reveal', apiKey: result.value });
    });
  };
  const consequence =
    grace === 'now'
      ? 'Whatever still uses the old key is refused at once.'
      : `Both keys work until ${formatDateTime(now + graceDuration(grace))}.`;
  return (
    <Dialog
      title={`Regenerate “${apiKey.name}”`}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" isPending={regenerate.isPending}>
            Regenerate
          </Button>
        </>
      }
    >
      <p className={styles.text}>The key gets a new value. Its name, service and settings stay.</p>
      {hasGrace ? (
        <RadioGroup
          label="Old key stops working"
          options={graces}
          value={grace}
          onChange={setGrace}
          description={consequence}
        />
      ) : (
        <p className={styles.note}>
          <bdi>{service?.name ?? 'Its service'}</bdi> does not know the new one until you register it there,
          and decides when the old one stops. Keyfob keeps only the new one.
        </p>
      )}
      <CommandError error={regenerate.error} onResolved={submit} />
    </Dialog>
  );
}

function CannotRegenerate({ apiKey, service, onClose, onChange }: RegenerateDialogProps) {
  return (
    <Dialog
      title={`Regenerate “${apiKey.name}”`}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Close</Button>
          <Button
            variant="primary"
            onPress={() => {
              onChange({ kind: 'add', serviceId: apiKey.serviceId });
            }}
          >
            Add existing key
          </Button>
        </>
      }
    >
      <p className={styles.text}>Keyfob did not issue this key, so it cannot make a new one in its place.</p>
      {service?.kind === 'postman' ? (
        <PostmanNote purpose="regenerate" />
      ) : (
        <p className={styles.note}>
          Make a new key at <bdi>{service?.name ?? 'its service'}</bdi>, add it here, and delete this one.
        </p>
      )}
    </Dialog>
  );
}
