import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

interface EmptyStateProps {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Lesser ways to begin, below the others. */
  readonly more?: ReactNode;
}

/** What stands where nothing is yet: what belongs here, and how to begin. */
export function EmptyState({ icon, title, children, actions, more }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      {icon !== undefined && (
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
      )}
      <h2 className={styles.title}>{title}</h2>
      {children !== undefined && <div className={styles.body}>{children}</div>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      {more !== undefined && <div className={styles.more}>{more}</div>}
    </div>
  );
}
