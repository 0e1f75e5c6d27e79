import { classNames } from './class-names.ts';
import styles from './spinner.module.css';

interface SpinnerProps {
  /** What is waited for; without it the spinner is decoration beside a text that says it. */
  readonly label?: string;
}

export function Spinner({ label }: SpinnerProps) {
  return label === undefined ? (
    <span className={classNames(styles.spinner)} aria-hidden="true" />
  ) : (
    <span className={classNames(styles.spinner)} role="img" aria-label={label} />
  );
}
