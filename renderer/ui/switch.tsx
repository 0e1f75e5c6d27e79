import { SwitchButton, SwitchField } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './switch.module.css';

interface SwitchProps {
  readonly label: string;
  /** The label stands elsewhere on the line and only names the control. */
  readonly isLabelHidden?: boolean;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
}

/** Turns something on or off at once. */
export function Switch(props: SwitchProps) {
  const { label, isLabelHidden = false, isSelected, onChange, isDisabled = false } = props;
  return (
    <SwitchField
      isSelected={isSelected}
      onChange={onChange}
      isDisabled={isDisabled}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      <SwitchButton className={classNames(styles.switch)}>
        <span className={styles.track} aria-hidden="true">
          <span className={styles.thumb} />
        </span>
        {!isLabelHidden && label}
      </SwitchButton>
    </SwitchField>
  );
}
