import type { ComponentProps } from 'react';
import { classNames } from '../class-names.ts';
import fieldStyles from '../field.module.css';
import { VariableInput } from './variable-input.tsx';

interface VariableTextFieldProps extends ComponentProps<typeof VariableInput> {
  /** The accessible name; it is not shown. */
  readonly label: string;
}

/** A text field without a visible label, in which `{{variables}}` are offered and marked. */
export function VariableTextField({ label, ...props }: VariableTextFieldProps) {
  return (
    <div className={classNames(fieldStyles.field)}>
      <VariableInput {...props} aria-label={label} className={classNames(fieldStyles.input)} data-mono="" />
    </div>
  );
}
