import { Check } from 'lucide-react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './checkbox.module.css';

interface CheckboxProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
}

export function Checkbox({
  label,
  isLabelHidden = false,
  isSelected,
  onChange,
  isDisabled = false,
}: CheckboxProps) {
  return (
    <AriaCheckbox
      className={classNames(styles.checkbox)}
      isSelected={isSelected}
      onChange={onChange}
      isDisabled={isDisabled}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      <span className={styles.box} aria-hidden="true">
        <Check strokeWidth={3} />
      </span>
      {!isLabelHidden && label}
    </AriaCheckbox>
  );
}
