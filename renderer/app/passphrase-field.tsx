import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { MAX_PASSPHRASE_LENGTH } from '../../shared/domain/vault-state.ts';
import { vaultTexts } from '../../shared/texts/en/vault.ts';
import { useTexts } from '../language/speech-context.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { TextField } from '../ui/text-field.tsx';

interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly errorMessage?: string | undefined;
  readonly description?: string;
  readonly autoFocus?: boolean;
}

/** Hidden until the person wants to see it: a long one is mistyped easily. */
export function PassphraseField({ label, description, autoFocus = false, ...props }: PassphraseFieldProps) {
  const { passphrase: texts } = useTexts(vaultTexts);
  const [isShown, setIsShown] = useState(false);
  return (
    <TextField
      {...props}
      label={label}
      type={isShown ? 'text' : 'password'}
      maxLength={MAX_PASSPHRASE_LENGTH}
      autoFocus={autoFocus}
      {...(description === undefined ? {} : { description })}
      suffix={
        <IconButton
          label={isShown ? texts.hideTyped(label) : texts.showTyped(label)}
          tooltip={isShown ? texts.hide : texts.show}
          icon={isShown ? <EyeOff /> : <Eye />}
          onPress={() => {
            setIsShown(!isShown);
          }}
        />
      }
    />
  );
}
