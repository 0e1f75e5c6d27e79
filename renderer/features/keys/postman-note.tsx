import { useCommand } from '../../bridge/use-command.ts';
import { Link } from '../../ui/link.tsx';
import { useToast } from '../../ui/use-toast.ts';
import styles from './dialog-text.module.css';
import { POSTMAN_KEYS_URL } from './service-kind-note.ts';
import { keyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';
import { useTexts } from '../../language/speech-context.ts';

interface PostmanNoteProps {
  readonly purpose: 'make' | 'revoke' | 'regenerate';
}

/** What has to be done at Postman, with the way there. */
export function PostmanNote({ purpose }: PostmanNoteProps) {
  const texts = useTexts(keyDialogsTexts);
  const open = useCommand('app.openExternal');
  const toast = useToast();
  return (
    <p className={styles.note}>
      {texts.postmanNote[purpose]}{' '}
      <Link
        isExternal
        onPress={() => {
          void open.run({ url: POSTMAN_KEYS_URL }).then((result) => {
            if (!result.ok) toast.showError(result.error);
          });
        }}
      >
        {texts.postmanNote.open}
      </Link>
    </p>
  );
}
