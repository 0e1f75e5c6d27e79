import { useCommand } from '../../bridge/use-command.ts';
import { Link } from '../../ui/link.tsx';
import { useToast } from '../../ui/use-toast.ts';
import styles from './dialog-text.module.css';
import { POSTMAN_KEYS_URL } from './service-kind-note.ts';

interface PostmanNoteProps {
  readonly purpose: 'make' | 'revoke' | 'regenerate';
}

const texts: Record<PostmanNoteProps['purpose'], string> = {
  make: 'Postman has no way for other programs to make a key. Generate one on its page, copy it, and add it here.',
  regenerate:
    'Postman regenerates its keys on its own page. Do it there, copy the new key, and paste it here.',
  revoke:
    'Deleting it here does not revoke it at Postman: it keeps working there until you delete it on its page.',
};

/** What has to be done at Postman, with the way there. */
export function PostmanNote({ purpose }: PostmanNoteProps) {
  const open = useCommand('app.openExternal');
  const toast = useToast();
  return (
    <p className={styles.note}>
      {texts[purpose]}{' '}
      <Link
        isExternal
        onPress={() => {
          void open.run({ url: POSTMAN_KEYS_URL }).then((result) => {
            if (!result.ok) toast.showError(result.error);
          });
        }}
      >
        Open Postman’s API keys page
      </Link>
    </p>
  );
}
