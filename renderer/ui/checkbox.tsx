import { Check } from 'lucide-react';
import styles from './checkbox.module.css';

interface CheckboxProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
  /** Whether Tab reaches it; a table that moves by arrows lets it reach one row's only. */
  readonly isTabStop?: boolean;
}

/** The browser's own, in our looks: tables draw one a row. */
export function Checkbox(props: CheckboxProps) {
  const { label, isLabelHidden = false, isSelected, onChange, isDisabled = false, isTabStop = true } = props;
  return (
    <label className={styles.checkbox}>
      <input
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
        <Check strokeWidth={3} />
      </span>
      {!isLabelHidden && <span>{label}</span>}
    </label>
  );
}
