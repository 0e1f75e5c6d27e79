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
  const [chosen, setChosen] = useState<Shell | null>(null);
  const state = useCommandQuery('app.getState', {});
  const usual = state.kind === 'loaded' && state.value.platform === 'win32' ? 'powershell' : 'posix';
  const shell = chosen ?? usual;
  const copyKey = useCopyKey();
  const isLocalStopped = service.kind === 'local' && service.baseUrl === '';
  return (
    <Dialog
      title={`Use “${apiKey.name}” elsewhere`}
      size="large"
      onClose={onClose}
      footer={<Button onPress={onClose}>Close</Button>}
    >
      <p className={dialogText.text}>
        None of these texts holds the key. They take it from the shell, where it is read in first, so that it
        is in no file and in no history.
      </p>
      {isLocalStopped && (
        <p className={dialogText.note}>
          The Local API is stopped. Start it in Settings; its port may then be another than the one shown
          here.
        </p>
      )}
      <div className={styles.bar}>
        <RadioGroup
          label="Shell"
          isLabelHidden
          appearance="segmented"
          options={SHELLS}
          value={shell}
          onChange={setChosen}
        />
        <CopyButton label="Copy key" size="small" onCopy={() => copyKey(apiKey.id)} />
      </div>
      {keySnippets(service, shell).map((snippet) => (
        <Snippet key={`${shell}:${snippet.id}`} snippet={snippet} />
      ))}
    </Dialog>
  );
}

function Snippet({ snippet }: { readonly snippet: KeySnippet }) {
  const { title, explanation, code } = snippet;
  const copyText = useCopyText();
  return (
    <section className={styles.snippet} aria-label={title}>
      <div className={styles.head}>
        <h3 className={styles.title}>{title}</h3>
        <CopyButton
          size="small"
          variant="quiet"
          aria-label={`Copy: ${title}`}
          onCopy={() => copyText(code)}
        />
      </div>
      <p className={styles.explanation}>{explanation}</p>
      <pre className={styles.code} tabIndex={0} role="group" aria-label={`Text: ${title}`} dir="ltr">
        {code}
      </pre>
    </section>
  );
}
