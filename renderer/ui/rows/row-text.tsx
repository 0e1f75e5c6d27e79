import type { ComponentProps } from 'react';
import { VariableInput } from '../variables/variable-input.tsx';
import type { RowCell } from './row-keys.ts';
import styles from './rows-table.module.css';

interface RowTextProps extends Omit<ComponentProps<typeof VariableInput>, 'className' | 'aria-label'> {
  readonly label: string;
  readonly field: RowCell;
}

/** A text field of a row. Where variables are known it offers and marks them. */
export function RowText({ label, field, ...props }: RowTextProps) {
  return <VariableInput {...props} {...field} className={styles.input} aria-label={label} />;
}
