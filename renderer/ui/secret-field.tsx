import { uiTexts } from '../../shared/texts/en/ui.ts';
import { useTexts } from '../language/speech-context.ts';
import { CopyButton } from './copy-button.tsx';
import { TextField } from './text-field.tsx';

interface SecretFieldProps {
  /** Null until it is there. */
  readonly secret: string | null;
  /** Does the copying in the main process; answers whether it worked. */
  readonly onCopy: () => Promise<boolean>;
}

/** A key's value, shown this once. */
export function SecretField({ secret, onCopy }: SecretFieldProps) {
  const texts = useTexts(uiTexts);
  return (
    <TextField
      label={texts.apiKey}
      isReadOnly
      isMono
      value={secret ?? ''}
      placeholder={texts.opening}
      onFocus={(event) => {
        if (event.target instanceof HTMLInputElement) event.target.select();
      }}
      onCopy={(event) => {
        // The page’s own copy has no marks for clipboard histories, and nothing clears it.
        event.preventDefault();
        void onCopy();
      }}
      suffix={<CopyButton autoFocus onCopy={onCopy} variant="primary" />}
    />
  );
}
