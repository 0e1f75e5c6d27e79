import { Search, X } from 'lucide-react';
import { Button, Input, SearchField as AriaSearchField } from 'react-aria-components';
import { uiTexts } from '../../shared/texts/en/ui.ts';
import { useTexts } from '../language/speech-context.ts';
import { classNames } from './class-names.ts';
import styles from './search-field.module.css';

interface SearchFieldProps {
  /** The accessible name, and the placeholder unless another is given. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
}

/** A search input. Escape clears it. */
export function SearchField({ label, value, onChange, placeholder }: SearchFieldProps) {
  const texts = useTexts(uiTexts);
  return (
    <AriaSearchField
      aria-label={label}
      value={value}
      onChange={onChange}
      className={classNames(styles.field)}
    >
      <Search className={styles.icon} aria-hidden="true" />
      <Input
        className={classNames(styles.input)}
        placeholder={placeholder ?? label}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
      />
      <Button className={classNames(styles.clear)} aria-label={texts.clearSearch}>
        <X aria-hidden="true" />
      </Button>
    </AriaSearchField>
  );
}
