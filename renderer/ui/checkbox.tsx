import { Check } from 'lucide-react';
import { CheckboxButton, CheckboxField } from 'react-aria-components';
import styles from './checkbox.module.css';
import { classNames } from './class-names.ts';

interface CheckboxProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
}

export function Checkbox(props: CheckboxProps) {
  const { label, isLabelHidden = false, isSelected, onChange, isDisabled = false } = props;
  return (
    <CheckboxField
      isSelected={isSelected}
      onChange={onChange}
      isDisabled={isDisabled}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      <CheckboxButton className={classNames(styles.checkbox)}>
        <span className={styles.box} aria-hidden="true">
          <Check strokeWidth={3} />
        </span>
        {!isLabelHidden && label}
      </CheckboxButton>
    </CheckboxField>
  );
}
