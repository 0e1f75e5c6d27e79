import { Database, EyeOff, LockKeyhole } from 'lucide-react';
import type { ApiKey } from '../../../shared/domain/api-key.ts';
import type { Service } from '../../../shared/domain/service.ts';
import { useCopyKey } from '../../app/use-copy-key.ts';
import { useRevealedSecret } from '../../app/use-revealed-secret.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { SecretField } from '../../ui/secret-field.tsx';

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
        <SecretField secret={secret} onCopy={() => copy(apiKey.id)} />
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
    <FactList
      facts={[
        { id: 'once', icon: <EyeOff />, text: 'This is the only time that it is shown.' },
        {
          id: 'sealed',
          icon: <LockKeyhole />,
          text: (
            <>
              Keyfob keeps “<bdi>{apiKey.name}</bdi>” sealed. You can copy it again from its row, or send with
              it, without seeing it.
            </>
          ),
        },
        {
          id: 'reach',
          icon: <Database />,
          text: `It reaches any data that its user may reach. Give it to nobody.${
            owner === null ? '' : ` Register it with ${owner} now: its server does not know it yet.`
          }`,
        },
      ]}
    />
  );
}
