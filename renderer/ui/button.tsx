import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './button.module.css';
import { Spinner } from './spinner.tsx';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  readonly children: ReactNode;
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly size?: 'small' | 'medium';
  /** Decoration before the text. */
  readonly icon?: ReactNode;
}

/** A push button. While `isPending` it keeps its width and its focus, and takes no press. */
export function Button({ children, variant = 'secondary', size = 'medium', icon, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={classNames(styles.button)} data-variant={variant} data-size={size}>
      {({ isPending }) => (
        <>
          {isPending && (
            <span className={styles.pending}>
              <Spinner />
            </span>
          )}
          <span className={styles.content} data-pending={isPending || undefined}>
            {icon !== undefined && (
              <span className={styles.icon} aria-hidden="true">
                {icon}
              </span>
            )}
            {children}
          </span>
        </>
      )}
    </AriaButton>
  );
}
