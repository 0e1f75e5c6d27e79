import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './button.module.css';
import { Spinner } from './spinner.tsx';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'isPending'> {
  readonly children: ReactNode;
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly size?: 'small' | 'medium';
  /** Decoration before the text. */
  readonly icon?: ReactNode;
  /** What it started is under way. */
  readonly isPending?: boolean;
}

/**
 * A push button. While `isPending` it keeps its width and its focus, and takes no press. (Not by React Aria's own pending
 * state, which leaves images without a name in its live region when the button goes.)
 */
export function Button(props: ButtonProps) {
  const { children, variant = 'secondary', size = 'medium', icon, isPending = false, ...button } = props;
  return (
    <AriaButton
      {...button}
      {...(isPending ? PENDING : {})}
      className={classNames(styles.button)}
      data-variant={variant}
      data-size={size}
    >
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
    </AriaButton>
  );
}

/** Over the button's own: a press does nothing, and a form is not submitted a second time. */
const PENDING = {
  type: 'button',
  'aria-disabled': true,
  'aria-busy': true,
  onPress: () => undefined,
} as const;
