import { ClipboardPaste, KeyRound } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import type { CommandOutput } from '../../../shared/contract/contract.ts';
import type { AppError } from '../../../shared/domain/app-error.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import styles from './paste-field.module.css';
import { keyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';
import { useTexts } from '../../language/speech-context.ts';

export type StagedPaste = CommandOutput<'keys.stagePaste'>;

interface PasteFieldProps {
  readonly staged: StagedPaste | null;
  /** The name of the service that the key looks like. */
  readonly recognised: string | null;
  readonly isPending: boolean;
  readonly error: AppError | null;
  readonly isMissing: boolean;
  readonly onPaste: () => void;
}

/** Takes the key from the clipboard by a button, or by Ctrl/Cmd+V where no text field has the focus. */
export function PasteField(props: PasteFieldProps) {
  const texts = useTexts(keyDialogsTexts);
  const { staged, recognised, isPending, error, isMissing, onPaste } = props;
  usePasteAnywhere(onPaste);
  return (
    <div className={styles.field}>
      <div
        className={styles.box}
        data-filled={staged !== null || undefined}
        data-missing={isMissing || undefined}
      >
        {staged === null ? (
          <p className={styles.hint} data-missing={isMissing || undefined}>
            {texts.pasteField.instruction}
          </p>
        ) : (
          <p className={styles.staged} role="status">
            <KeyRound aria-hidden="true" />
            <span className={styles.mask}>{staged.mask}</span>
            <span className={styles.length}>
              {staged.length} {texts.pasteField.characters}
              {recognised !== null && texts.pasteField.looksLike(recognised)}
            </span>
          </p>
        )}
        <Button icon={<ClipboardPaste />} isPending={isPending} onPress={onPaste} autoFocus size="small">
          {staged === null ? texts.pasteField.paste : texts.pasteField.pasteAnother}
        </Button>
      </div>
      {error !== null && <ErrorNote error={error} />}
    </div>
  );
}

/** A paste that is aimed at no text field means the key. One that is keeps its own meaning. */
function usePasteAnywhere(onPaste: () => void): void {
  const paste = useEffectEvent(onPaste);
  useEffect(() => {
    const listener = (event: ClipboardEvent) => {
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      event.preventDefault();
      paste();
    };
    document.addEventListener('paste', listener);
    return () => {
      document.removeEventListener('paste', listener);
    };
  }, []);
}
