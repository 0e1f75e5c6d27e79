import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './icon-button.module.css';
import { Tooltip } from './tooltip.tsx';

export interface IconButtonProps extends Omit<
  AriaButtonProps,
  'className' | 'style' | 'children' | 'aria-label'
> {
  /** The accessible name; also the tooltip unless `tooltip` says otherwise. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly tooltip?: ReactNode;
  readonly size?: 'small' | 'medium';
}

/** A quiet square button whose name is told by its tooltip. */
export function IconButton({ label, icon, tooltip, size = 'medium', ...props }: IconButtonProps) {
  return (
    <Tooltip text={tooltip ?? label}>
      <AriaButton {...props} aria-label={label} className={classNames(styles.button)} data-size={size}>
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
      </AriaButton>
    </Tooltip>
  );
}
