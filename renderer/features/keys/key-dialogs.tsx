import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { ApiKey } from '../../../shared/domain/api-key.ts';
import { useNavigation } from '../../app/navigation-context.ts';
import type { Service } from '../../../shared/domain/service.ts';
import { AddKeyDialog } from './add-key-dialog.tsx';
import { DeleteKeyDialog } from './delete-key-dialog.tsx';
import { ExposedDialog } from './exposed-dialog.tsx';
import { GenerateDialog } from './generate-dialog.tsx';
import { KeyDetailsDialog } from './key-details-dialog.tsx';
import type { KeyDialog } from './key-dialog.ts';
import { KeySettingsDialog } from './key-settings-dialog.tsx';
import { RegenerateDialog } from './regenerate-dialog.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { RevealDialog } from './reveal-dialog.tsx';
import { SetExpirationDialog } from './set-expiration-dialog.tsx';
import { UseElsewhereDialog } from './use-elsewhere-dialog.tsx';

interface KeyDialogsProps {
  readonly dialog: KeyDialog | null;
  readonly services: readonly Service[];
  readonly onChange: (dialog: KeyDialog | null) => void;
  /** Asks that a key's row takes the focus. */
  readonly onFocusKey: (apiKeyId: string) => void;
}

/** The one dialog that is open on the page. */
export function KeyDialogs({ dialog, services, onChange, onFocusKey }: KeyDialogsProps) {
  const { go } = useNavigation();
  if (dialog === null) return null;
  const onClose = () => {
    onChange(null);
  };
  // Another service does not know the new value yet.
  const onUseOf = ({ id, serviceId }: ApiKey) =>
    serviceOf(serviceId)?.kind === 'local'
      ? () => {
          onClose();
          go('requests', {
            kind: 'new-request-with-key',
            keyChoice: { kind: 'key', apiKeyId: id },
            serviceId,
          });
        }
      : undefined;
  const serviceOf = (serviceId: string) => services.find(({ id }) => id === serviceId) ?? null;
  switch (dialog.kind) {
    case 'generate':
      return <GenerateDialog services={services} onClose={onClose} onChange={onChange} />;
    case 'add':
      return (
        <AddKeyDialog
          services={services}
          initialServiceId={dialog.serviceId}
          variable={dialog.variable ?? null}
          onClose={onClose}
        />
      );
    case 'reveal':
      return (
        <RevealDialog
          apiKey={dialog.apiKey}
          service={serviceOf(dialog.apiKey.serviceId)}
          onClose={() => {
            onClose();
            onFocusKey(dialog.apiKey.id);
          }}
          onUse={onUseOf(dialog.apiKey)}
        />
      );
    case 'regenerate':
      return (
        <RegenerateDialog
          apiKey={dialog.apiKey}
          service={serviceOf(dialog.apiKey.serviceId)}
          onClose={onClose}
          onChange={onChange}
        />
      );
    case 'exposed':
      return (
        <ExposedDialog
          apiKey={dialog.apiKey}
          service={serviceOf(dialog.apiKey.serviceId)}
          onClose={onClose}
          onChange={onChange}
        />
      );
    case 'use-elsewhere': {
      const service = serviceOf(dialog.apiKey.serviceId);
      return service && <UseElsewhereDialog apiKey={dialog.apiKey} service={service} onClose={onClose} />;
    }
    case 'rename':
      return <RenameDialog apiKey={dialog.apiKey} onClose={onClose} />;
    case 'set-expiration':
      return <SetExpirationDialog apiKey={dialog.apiKey} onClose={onClose} />;
    case 'details':
      return <KeyDetailsDialog apiKeyId={dialog.apiKeyId} services={services} onClose={onClose} />;
    case 'delete':
      return (
        <DeleteKeyDialog
          apiKey={dialog.apiKey}
          service={serviceOf(dialog.apiKey.serviceId)}
          onClose={onClose}
          onDeleted={() => {
            onClose();
            if (dialog.nextId !== null) onFocusKey(dialog.nextId);
          }}
        />
      );
    case 'settings':
      return <KeySettingsDialog onClose={onClose} />;
    default:
      return assertNever(dialog);
  }
}
