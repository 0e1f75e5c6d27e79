import type { ReactNode } from 'react';
import styles from './visually-hidden.module.css';

/** Read by assistive technology, and not shown: the name of a column whose cells speak for themselves. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className={styles.hidden}>{children}</span>;
}
