import { vaultTexts } from '../../shared/texts/en/vault.ts';
import { useTexts } from '../language/speech-context.ts';
import { type NewPassphrase, problemsOf } from './new-passphrase.ts';
import { PassphraseField } from './passphrase-field.tsx';

interface NewPassphraseFieldsProps {
  readonly entered: NewPassphrase;
  readonly onChange: (entered: NewPassphrase) => void;
  /** Whether the form was sent once, so that what is wrong is said. */
  readonly isSubmitted: boolean;
  readonly label?: string;
  readonly autoFocus?: boolean;
}

/** A new passphrase, typed twice. */
export function NewPassphraseFields(props: NewPassphraseFieldsProps) {
  const { entered, onChange, isSubmitted, label, autoFocus = false } = props;
  const { passphrase: texts } = useTexts(vaultTexts);
  const problems = isSubmitted ? problemsOf(entered, texts) : {};
  return (
    <>
      <PassphraseField
        label={label ?? texts.label}
        description={texts.description}
        autoFocus={autoFocus}
        value={entered.passphrase}
        onChange={(passphrase) => {
          onChange({ ...entered, passphrase });
        }}
        errorMessage={problems.passphrase}
      />
      <PassphraseField
        label={texts.repeat}
        value={entered.repeated}
        onChange={(repeated) => {
          onChange({ ...entered, repeated });
        }}
        errorMessage={problems.repeated}
      />
    </>
  );
}
