import { Check, Minus } from 'lucide-react';
import styles from './checkbox.module.css';

interface CheckboxProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly isSelected: boolean;
  /** Some of what it stands for is selected, and some is not. */
  readonly isIndeterminate?: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
  /** Whether Tab reaches it; a table that moves by arrows lets it reach one row's only. */
  readonly isTabStop?: boolean;
}

/** The browser's own, in our looks: tables draw one a row. */
export function Checkbox(props: CheckboxProps) {
  const { label, isLabelHidden = false, isSelected, isIndeterminate = false, onChange } = props;
  const { isDisabled = false, isTabStop = true } = props;
  return (
    <label className={styles.checkbox}>
      <input
        ref={(input) => {
          // It has no attribute.
          if (input !== null) input.indeterminate = isIndeterminate;
        }}
        type="checkbox"
        className={styles.input}
        checked={isSelected}
        disabled={isDisabled}
        tabIndex={isTabStop ? undefined : -1}
        aria-label={isLabelHidden ? label : undefined}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />
      <span className={styles.box} aria-hidden="true">
        {isIndeterminate ? <Minus strokeWidth={3} /> : <Check strokeWidth={3} />}
      </span>
      {!isLabelHidden && <span>{label}</span>}
    </label>
  );
}
