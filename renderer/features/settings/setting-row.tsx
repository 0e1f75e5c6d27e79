import type { ReactNode } from 'react';
import styles from './setting-row.module.css';

interface SettingRowProps {
  readonly title: ReactNode;
  readonly description?: ReactNode;
  /** The control or the state, at the end of the line. */
  readonly children?: ReactNode;
}

/** One line of the settings. */
export function SettingRow({ title, description, children }: SettingRowProps) {
  return (
    <div className={styles.row}>
      <div className={styles.text}>
        <p className={styles.title}>{title}</p>
        {description !== undefined && <div className={styles.description}>{description}</div>}
      </div>
      <div className={styles.control}>{children}</div>
    </div>
  );
}
