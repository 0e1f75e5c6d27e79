import type { ReactNode } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './switch.module.css';

interface SwitchProps {
  readonly label: string;
  /** The label stands elsewhere on the line and only names the control. */
  readonly isLabelHidden?: boolean;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
  readonly children?: ReactNode;
}

/** Turns something on or off at once. */
export function Switch({
  label,
  isLabelHidden = false,
  isSelected,
  onChange,
  isDisabled = false,
}: SwitchProps) {
  return (
    <AriaSwitch
      className={classNames(styles.switch)}
      isSelected={isSelected}
      onChange={onChange}
      isDisabled={isDisabled}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      <span className={styles.track} aria-hidden="true">
        <span className={styles.thumb} />
      </span>
      {!isLabelHidden && label}
    </AriaSwitch>
  );
}
