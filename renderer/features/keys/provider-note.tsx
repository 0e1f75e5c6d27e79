import type { Service } from '../../../shared/domain/service.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Link } from '../../ui/link.tsx';
import { useToast } from '../../ui/use-toast.ts';
import styles from './dialog-text.module.css';
import { PostmanNote } from './postman-note.tsx';

interface ProviderNoteProps {
  readonly service: Service | null;
  readonly purpose: 'regenerate' | 'revoke';
}

/** What has to be done where the key comes from, with the way there when there is a page to open. */
export function ProviderNote({ service, purpose }: ProviderNoteProps) {
  const open = useCommand('app.openExternal');
  const toast = useToast();
  if (service?.kind === 'postman') return <PostmanNote purpose={purpose} />;
  const page = pageOf(service);
  return (
    <p className={styles.note}>
      {purpose === 'regenerate' ? 'Make a new key at ' : 'Revoke the old key at '}
      <bdi>{service?.name ?? 'its service'}</bdi>
      {purpose === 'regenerate' && ', copy it, and paste it here'}.{' '}
      {page !== null && (
        <Link
          isExternal
          onPress={() => {
            void open.run({ url: page }).then((result) => {
              if (!result.ok) toast.showError(result.error);
            });
          }}
        >
          Open {new URL(page).host}
        </Link>
      )}
    </p>
  );
}

/** Only what the browser may be sent to: https. */
function pageOf(service: Service | null): string | null {
  const url = service === null ? null : URL.parse(service.baseUrl);
  return url?.protocol === 'https:' ? `${url.origin}/` : null;
}
