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
  /** Whether Tab reaches it; a table that moves by arrows lets it reach one row's only. */
  readonly isTabStop?: boolean;
}

export function Checkbox(props: CheckboxProps) {
  const { label, isLabelHidden = false, isSelected, onChange, isDisabled = false, isTabStop = true } = props;
  return (
    <CheckboxField
      isSelected={isSelected}
      onChange={onChange}
      isDisabled={isDisabled}
      excludeFromTabOrder={!isTabStop}
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
