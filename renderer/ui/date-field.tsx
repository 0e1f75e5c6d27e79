import { useId } from 'react';
import styles from './field.module.css';

interface DateFieldProps {
  readonly label: string;
  /** A local date, `YYYY-MM-DD`; empty while none is chosen. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly min?: string;
  readonly max?: string;
  readonly description?: string;
  readonly errorMessage?: string | undefined;
  /** Small: in a bar, its label beside it. */
  readonly size?: 'small';
}

/** A calendar date. The platform's own field: it speaks the person's date order and opens their calendar. */
export function DateField(props: DateFieldProps) {
  const { label, value, onChange, min, max, description, errorMessage, size } = props;
  const id = useId();
  const hintId = `${id}-hint`;
  const hint = errorMessage ?? description;
  return (
    <div className={styles.field} data-size={size}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className={styles.input}
        type="date"
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
        min={min}
        max={max}
        data-invalid={errorMessage !== undefined || undefined}
        aria-invalid={errorMessage !== undefined}
        aria-describedby={hint === undefined ? undefined : hintId}
      />
      {hint !== undefined && (
        <span id={hintId} className={errorMessage === undefined ? styles.description : styles.error}>
          {hint}
        </span>
      )}
    </div>
  );
}
