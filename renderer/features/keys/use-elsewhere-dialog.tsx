import { useState } from 'react';
import type { ApiKey } from '../../../shared/domain/api-key.ts';
import { keySnippets, type KeySnippet } from '../../../shared/domain/key-snippets.ts';
import type { Service } from '../../../shared/domain/service.ts';
import type { Shell } from '../../../shared/domain/shell-quoting.ts';
import { useCopyKey } from '../../app/use-copy-key.ts';
import { useCopyText } from '../../app/use-copy-text.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import dialogText from './dialog-text.module.css';
import styles from './use-elsewhere-dialog.module.css';
import { keyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';
import { useTexts } from '../../language/speech-context.ts';

interface UseElsewhereDialogProps {
  readonly apiKey: ApiKey;
  readonly service: Service;
  readonly onClose: () => void;
}

const SHELLS = [
  { id: 'posix', label: 'bash, zsh' },
  { id: 'powershell', label: 'PowerShell' },
] as const satisfies readonly { readonly id: Shell; readonly label: string }[];

/** How other programs use the key. No snippet holds its value. */
export function UseElsewhereDialog({ apiKey, service, onClose }: UseElsewhereDialogProps) {
  const texts = useTexts(keyDialogsTexts);
  const [chosen, setChosen] = useState<Shell | null>(null);
  const state = useCommandQuery('app.getState', {});
  const usual = state.kind === 'loaded' && state.value.platform === 'win32' ? 'powershell' : 'posix';
  const shell = chosen ?? usual;
  const copyKey = useCopyKey();
  const isLocalStopped = service.kind === 'local' && service.baseUrl === '';
  return (
    <Dialog
      title={texts.useElsewhere.title(apiKey.name)}
      size="large"
      onClose={onClose}
      footer={<Button onPress={onClose}>{texts.common.close}</Button>}
    >
      <p className={dialogText.text}>{texts.useElsewhere.explanation}</p>
      {isLocalStopped && <p className={dialogText.note}>{texts.useElsewhere.stopped}</p>}
      <div className={styles.bar}>
        <RadioGroup
          label={texts.useElsewhere.shell}
          isLabelHidden
          appearance="segmented"
          options={SHELLS}
          value={shell}
          onChange={setChosen}
        />
        <CopyButton label={texts.useElsewhere.copyKey} size="small" onCopy={() => copyKey(apiKey.id)} />
      </div>
      {keySnippets(service, shell).map((snippet) => (
        <Snippet key={`${shell}:${snippet.id}`} snippet={snippet} />
      ))}
    </Dialog>
  );
}

function Snippet({ snippet }: { readonly snippet: KeySnippet }) {
  const texts = useTexts(keyDialogsTexts);
  const { text, code } = snippet;
  const { title, explanation } = texts.useElsewhere.snippets[text];
  const copyText = useCopyText();
  return (
    <section className={styles.snippet} aria-label={title}>
      <div className={styles.head}>
        <h3 className={styles.title}>{title}</h3>
        <CopyButton
          size="small"
          variant="quiet"
          aria-label={texts.useElsewhere.copyNamed(title)}
          onCopy={() => copyText(code)}
        />
      </div>
      <p className={styles.explanation}>{explanation}</p>
      <pre
        className={styles.code}
        tabIndex={0}
        role="group"
        aria-label={texts.useElsewhere.textNamed(title)}
        dir="ltr"
      >
        {code}
      </pre>
    </section>
  );
}
