import { Database, EyeOff, LockKeyhole } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ApiKey } from '../../../shared/domain/api-key.ts';
import type { Service } from '../../../shared/domain/service.ts';
import { useCopyKey } from '../../app/use-copy-key.ts';
import { useRevealedSecret } from '../../app/use-revealed-secret.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './dialog-text.module.css';

interface RevealDialogProps {
  readonly apiKey: ApiKey;
  readonly service: Service | null;
  readonly onClose: () => void;
}

/**
 * Shows a key's value, this once. The value is asked for here and lives in this component alone: it is in no cache, and
 * it is dropped before the dialog closes.
 */
export function RevealDialog({ apiKey, service, onClose }: RevealDialogProps) {
  const { secret, error, forget } = useRevealedSecret(apiKey.id);
  const copy = useCopyKey();
  const close = () => {
    forget();
    onClose();
  };
  return (
    <Dialog
      title="Copy your API key"
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
          onCopy={(event) => {
            // The page’s own copy has no marks for clipboard histories, and nothing clears it.
            event.preventDefault();
            void copy(apiKey.id);
          }}
          suffix={<CopyButton autoFocus onCopy={() => copy(apiKey.id)} variant="primary" />}
        />
      ) : (
        <ErrorNote error={error} />
      )}
      <RevealFacts apiKey={apiKey} service={service} />
    </Dialog>
  );
}

function RevealFacts({ apiKey, service }: Pick<RevealDialogProps, 'apiKey' | 'service'>) {
  const owner = service?.kind === 'custom' ? service.name : null;
  return (
    <ul className={styles.facts}>
      <Fact icon={<EyeOff />}>This is the only time that it is shown.</Fact>
      <Fact icon={<LockKeyhole />}>
        Keyfob keeps “<bdi>{apiKey.name}</bdi>” sealed. You can copy it again from its row, or send with it,
        without seeing it.
      </Fact>
      <Fact icon={<Database />}>
        It reaches any data that its user may reach. Give it to nobody.
        {owner !== null && ` Register it with ${owner} now: its server does not know it yet.`}
      </Fact>
    </ul>
  );
}

function Fact({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <li className={styles.fact}>
      {icon}
      <span>{children}</span>
    </li>
  );
}
