import type { ReactNode } from 'react';
import styles from './page.module.css';

interface PageProps {
  readonly title: string;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  /** `narrow` for forms and settings, which read badly when they are wide. */
  readonly width?: 'normal' | 'narrow';
  readonly children: ReactNode;
}

/** One calm page: a heading, a line of explanation, its actions, its content. */
export function Page({ title, description, actions, width = 'normal', children }: PageProps) {
  return (
    <div className={styles.scroller}>
      <div className={styles.page} data-width={width}>
        <header className={styles.header}>
          <div className={styles.heading}>
            <h1 className={styles.title}>{title}</h1>
            {description !== undefined && <p className={styles.description}>{description}</p>}
          </div>
          {actions !== undefined && <div className={styles.actions}>{actions}</div>}
        </header>
        {children}
      </div>
    </div>
  );
}
