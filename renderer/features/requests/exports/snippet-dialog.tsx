import { useState } from 'react';
import { SNIPPET_LANGUAGES, type SnippetLanguage } from '../../../../shared/domain/code-snippet.ts';
import { useCommand } from '../../../bridge/use-command.ts';
import { useCommandQuery } from '../../../bridge/use-command-query.ts';
import { Button } from '../../../ui/button.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { Select } from '../../../ui/select.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { collectionIdOf } from '../request-place.ts';
import { requestIdOf, type OpenRequest } from '../open-request.ts';
import styles from './snippet-dialog.module.css';
import { collectionsTexts, type CollectionsTexts } from '../../../../shared/texts/en/collections.ts';
import { useTexts } from '../../../language/speech-context.ts';

interface SnippetDialogProps {
  readonly request: OpenRequest;
  readonly onClose: () => void;
}

/** The request as code. Where a secret goes, the code reads a variable. */
export function SnippetDialog({ request, onClose }: SnippetDialogProps) {
  const texts = useTexts(collectionsTexts);
  const [language, setLanguage] = useState<SnippetLanguage>('shell-curl');
  const { draft, source } = request;
  const snippet = useCommandQuery(
    'exports.getSnippet',
    { draft, collectionId: collectionIdOf(source), requestId: requestIdOf(source), language },
    { keepsPrevious: true },
  );
  const copyText = useCommand('clipboard.copyText');
  const toast = useToast();
  const copy = async (text: string) => {
    const copied = await copyText.run({ text });
    if (!copied.ok) toast.showError(copied.error);
    return copied.ok;
  };
  return (
    <Dialog
      title={texts.snippet.title}
      size="large"
      onClose={onClose}
      footer={<Button onPress={onClose}>{texts.common.close}</Button>}
    >
      <div className={styles.bar}>
        <div className={styles.language}>
          <Select<SnippetLanguage>
            label={texts.snippet.language}
            options={SNIPPET_LANGUAGES}
            value={language}
            onChange={setLanguage}
            autoFocus
          />
        </div>
        {snippet.kind === 'loaded' && (
          <CopyButton variant="primary" onCopy={() => copy(snippet.value.code)} />
        )}
      </div>
      {snippet.kind === 'loading' && <Skeleton width="70%" />}
      {snippet.kind === 'failed' && <ErrorNote error={snippet.error} />}
      {snippet.kind === 'loaded' && (
        <>
          <pre className={styles.code} aria-label={texts.snippet.code} role="region" tabIndex={0}>
            {snippet.value.code}
          </pre>
          <p className={styles.hint}>{hint(snippet.value.placeholders, texts)}</p>
        </>
      )}
    </Dialog>
  );
}

function hint(placeholders: readonly string[], texts: CollectionsTexts): string {
  if (placeholders.length === 0) return texts.snippet.noHidden;
  const names = placeholders.join(', ');
  return texts.snippet.placeholders(names);
}
