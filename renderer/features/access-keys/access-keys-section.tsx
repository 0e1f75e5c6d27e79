import { RefreshCw, Share2 } from 'lucide-react';
import { useState } from 'react';
import type { AccessKey } from '../../../shared/domain/access-key.ts';
import { LOCAL_SERVICE_ID, type Service } from '../../../shared/domain/service.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { AccessKeysContent } from './access-keys-content.tsx';
import styles from './access-keys-section.module.css';
import { DeleteAccessKeyDialog } from './delete-access-key-dialog.tsx';
import { ShareDialog } from './share-dialog.tsx';
import { SharedUrlDialog } from './shared-url-dialog.tsx';
import { useAccessKeys } from './use-access-keys.ts';
import { accessKeysTexts } from '../../../shared/texts/en/access-keys.ts';
import { useTexts } from '../../language/speech-context.ts';

type AccessKeyDialog =
  | { readonly kind: 'share' }
  | { readonly kind: 'shared'; readonly accessKey: AccessKey }
  | { readonly kind: 'delete'; readonly accessKey: AccessKey };

/** Read-only keys to single collections: one's own and the team's, of the Local API and of each Postman service with a key. */
export function AccessKeysSection() {
  const texts = useTexts(accessKeysTexts);
  const [serviceId, setServiceId] = useState<string>(LOCAL_SERVICE_ID);
  const [dialog, setDialog] = useState<AccessKeyDialog | null>(null);
  const services = useShareableServices();
  const service = services.find(({ id }) => id === serviceId);
  // A service whose last key was deleted is no longer there to choose.
  const shownId = service === undefined ? LOCAL_SERVICE_ID : serviceId;
  const accessKeys = useAccessKeys(shownId);
  const choose = (id: string) => {
    setServiceId(id);
    accessKeys.loadOnce(id);
  };
  return (
    <Section
      title={texts.title}
      description={texts.description}
      actions={
        <div className={styles.actions}>
          {services.length > 1 && (
            <Select
              label={texts.serviceLabel}
              isLabelHidden
              size="small"
              options={services.map(({ id, name }) => ({ id, label: name }))}
              value={shownId}
              onChange={choose}
            />
          )}
          {shownId === LOCAL_SERVICE_ID ? (
            <Button size="small" icon={<Share2 />} onPress={() => setDialog({ kind: 'share' })}>
              {texts.share}
            </Button>
          ) : (
            <Button
              size="small"
              icon={<RefreshCw />}
              isDisabled={accessKeys.isLoading}
              onPress={() => accessKeys.load(shownId)}
            >
              {texts.refresh}
            </Button>
          )}
        </div>
      }
    >
      <AccessKeysContent
        accessKeys={accessKeys}
        service={service ?? null}
        onDelete={(accessKey) => setDialog({ kind: 'delete', accessKey })}
      />
      {dialog?.kind === 'share' && (
        <ShareDialog
          onClose={() => setDialog(null)}
          onShared={(accessKey) => setDialog({ kind: 'shared', accessKey })}
        />
      )}
      {dialog?.kind === 'shared' && (
        <SharedUrlDialog accessKey={dialog.accessKey} onClose={() => setDialog(null)} />
      )}
      {dialog?.kind === 'delete' && (
        <DeleteAccessKeyDialog
          accessKey={dialog.accessKey}
          service={service ?? null}
          onClose={() => setDialog(null)}
        />
      )}
    </Section>
  );
}

/** The Local API, and the Postman services that Keyfob has a key of. */
function useShareableServices(): readonly Service[] {
  const services = useCommandQuery('services.list', {});
  if (services.kind !== 'loaded') return [];
  return services.value.filter(
    ({ kind, keyCount }) => kind === 'local' || (kind === 'postman' && keyCount > 0),
  );
}
