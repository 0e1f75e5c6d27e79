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
  const { entered, onChange, isSubmitted, label = 'Passphrase', autoFocus = false } = props;
  const problems = isSubmitted ? problemsOf(entered) : {};
  return (
    <>
      <PassphraseField
        label={label}
        description="At least 12 characters. Nobody can reset it for you."
        autoFocus={autoFocus}
        value={entered.passphrase}
        onChange={(passphrase) => {
          onChange({ ...entered, passphrase });
        }}
        errorMessage={problems.passphrase}
      />
      <PassphraseField
        label="Repeat it"
        value={entered.repeated}
        onChange={(repeated) => {
          onChange({ ...entered, repeated });
        }}
        errorMessage={problems.repeated}
      />
    </>
  );
}
