import type { Service } from '../../../shared/domain/service.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Link } from '../../ui/link.tsx';
import { useToast } from '../../ui/use-toast.ts';
import styles from './dialog-text.module.css';
import { PostmanNote } from './postman-note.tsx';
import { keyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';
import { useTexts } from '../../language/speech-context.ts';

interface ProviderNoteProps {
  readonly service: Service | null;
  readonly purpose: 'regenerate' | 'revoke';
}

/** What has to be done where the key comes from, with the way there when there is a page to open. */
export function ProviderNote({ service, purpose }: ProviderNoteProps) {
  const texts = useTexts(keyDialogsTexts);
  const open = useCommand('app.openExternal');
  const toast = useToast();
  if (service?.kind === 'postman') return <PostmanNote purpose={purpose} />;
  const page = pageOf(service);
  return (
    <p className={styles.note}>
      {purpose === 'regenerate' ? texts.providerNote.makeAt : texts.providerNote.revokeAt}
      <bdi>{service?.name ?? texts.providerNote.itsService}</bdi>
      {purpose === 'regenerate' && texts.providerNote.pasteHere}.{' '}
      {page !== null && (
        <Link
          isExternal
          onPress={() => {
            void open.run({ url: page }).then((result) => {
              if (!result.ok) toast.showError(result.error);
            });
          }}
        >
          {texts.providerNote.open(new URL(page).host)}
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
