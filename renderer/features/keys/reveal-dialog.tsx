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
import { keysTexts } from '../../../shared/texts/en/keys.ts';
import { uiTexts } from '../../../shared/texts/en/ui.ts';
import { useTexts } from '../../language/speech-context.ts';

interface RevealDialogProps {
  readonly apiKey: ApiKey;
  readonly service: Service | null;
  readonly onClose: () => void;
  /** Not where it cannot be used in a request yet. */
  readonly onUse?: (() => void) | undefined;
}

/**
 * Shows a key's value, this once. The value is asked for here and lives in this component alone: it is in no cache, and
 * it is dropped before the dialog closes.
 */
export function RevealDialog({ apiKey, service, onClose, onUse }: RevealDialogProps) {
  const { reveal: texts } = useTexts(keysTexts);
  const { close: closeLabel } = useTexts(uiTexts);
  const { secret, error, forget } = useRevealedSecret(apiKey.id);
  const copy = useCopyKey();
  const close = () => {
    forget();
    onClose();
  };
  return (
    <Dialog
      title={texts.title}
      size="medium"
      onClose={close}
      isDismissable={false}
      footer={
        <>
          <Button onPress={close}>{closeLabel}</Button>
          {onUse !== undefined && (
            <Button
              onPress={() => {
                forget();
                onUse();
              }}
            >
              {texts.use}
            </Button>
          )}
        </>
      }
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
  const { reveal: texts } = useTexts(keysTexts);
  const owner = service?.kind === 'custom' ? service.name : null;
  return (
    <FactList
      facts={[
        { id: 'once', icon: <EyeOff />, text: texts.once },
        {
          id: 'sealed',
          icon: <LockKeyhole />,
          text: <span dir="auto">{texts.sealed(apiKey.name)}</span>,
        },
        {
          id: 'reach',
          icon: <Database />,
          text: owner === null ? texts.reach : `${texts.reach} ${texts.register(owner)}`,
        },
      ]}
    />
  );
}
