import { useEffect, useRef, useState } from 'react';
import { accessKeysTexts } from '../../../shared/texts/en/access-keys.ts';
import { uiTexts } from '../../../shared/texts/en/ui.ts';
import { useTexts } from '../../language/speech-context.ts';
import type { AccessKey } from '../../../shared/domain/access-key.ts';
import type { AppError } from '../../../shared/domain/app-error.ts';
import type { CommandOutput } from '../../../shared/contract/contract.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { useCommandQuery, type QueryState } from '../../bridge/use-command-query.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/use-toast.ts';
import styles from './shared-url-dialog.module.css';

interface SharedUrlDialogProps {
  readonly accessKey: AccessKey;
  readonly onClose: () => void;
}

/**
 * Shows a new access key and its URL, this once. They are asked for here and live in this component alone; when it closes they are
 * dropped, here and in the main process.
 */
export function SharedUrlDialog({ accessKey, onClose }: SharedUrlDialogProps) {
  const { shared: texts } = useTexts(accessKeysTexts);
  const { close: closing, opening } = useTexts(uiTexts);
  const { revealed, error, forget } = useRevealed(accessKey.id);
  const copy = useCopyUrl(accessKey.id);
  const localApi = useCommandQuery('localApi.getState', {});
  const address = addressOf(localApi);
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
      footer={<Button onPress={close}>{closing}</Button>}
    >
      {error === null ? (
        <>
          <TextField
            label={texts.url}
            isReadOnly
            isMono
            value={revealed?.secretUrl ?? ''}
            placeholder={opening}
            onFocus={selectAll}
            suffix={
              <CopyButton
                label={texts.copy}
                autoFocus
                isDisabled={revealed === null}
                onCopy={copy}
                variant="primary"
              />
            }
          />
          <TextField
            label={texts.key}
            isReadOnly
            isMono
            value={revealed?.secret ?? ''}
            placeholder={opening}
            onFocus={selectAll}
          />
        </>
      ) : (
        <ErrorNote error={error} />
      )}
      <Banner tone="warn" title={texts.warning}>
        {texts.warningHint}
      </Banner>
      <p className={styles.note}>
        {texts.reads.before}
        <bdi>{accessKey.collectionName ?? accessKey.collectionUid}</bdi>
        {texts.reads.after}
      </p>
      {address !== null && <p className={styles.note}>{texts.holdsAddress(address)}</p>}
    </Dialog>
  );
}

/** Host and port; `null` while they are not known. */
function addressOf(state: QueryState<CommandOutput<'localApi.getState'>>): string | null {
  return state.kind === 'loaded' && state.value.kind === 'running' ? new URL(state.value.url).host : null;
}

function selectAll(event: { readonly target: EventTarget }): void {
  if (event.target instanceof HTMLInputElement) event.target.select();
}

function useCopyUrl(id: string): () => Promise<boolean> {
  const { run } = useCommand('accessKeys.copyUrl');
  const toast = useToast();
  const { shared: texts } = useTexts(accessKeysTexts);
  return async () => {
    const result = await run({ id });
    if (!result.ok) {
      toast.showError(result.error);
      return false;
    }
    toast.show({ tone: 'good', title: texts.copied, description: texts.copiedHint });
    return true;
  };
}

interface Revealed {
  readonly secret: string;
  readonly secretUrl: string;
}

function useRevealed(id: string) {
  const bridge = useBridge();
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  // Revealing works once, so it must not be asked for twice by an effect that runs twice.
  const askedFor = useRef<string | null>(null);
  useEffect(() => {
    if (askedFor.current === id) return;
    askedFor.current = id;
    void bridge.invoke('accessKeys.reveal', { id }).then((result) => {
      if (result.ok) setRevealed(result.value);
      else setError(result.error);
    });
  }, [bridge, id]);
  return {
    revealed,
    error,
    forget: () => {
      setRevealed(null);
      void bridge.invoke('accessKeys.forget', { id });
    },
  };
}
