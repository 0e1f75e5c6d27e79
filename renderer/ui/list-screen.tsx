import type { ReactNode } from 'react';
import styles from './list-screen.module.css';
import { Skeleton } from './skeleton.tsx';

interface ListScreenProps {
  readonly title: string;
  readonly search: ReactNode;
  readonly action: ReactNode;
  readonly children: ReactNode;
}

/** A screen that is one long list: its heading, its search and one action stay above it. */
export function ListScreen({ title, search, action, children }: ListScreenProps) {
  return (
    <div className={styles.screen}>
      <header className={styles.header}>
        <h1 className={styles.title}>{title}</h1>
        {search}
        {action}
      </header>
      {children}
    </div>
  );
}

/** What stands in place of the list: that it is empty, or why it cannot be shown. */
export function ListNote({ children }: { readonly children: ReactNode }) {
  return <div className={styles.note}>{children}</div>;
}

const WIDTHS = ['62%', '48%', '70%', '55%', '66%', '50%'];

/** The place of a list that is still loading. */
export function ListSkeleton() {
  return (
    <div className={styles.loading}>
      {WIDTHS.map((width) => (
        <Skeleton key={width} width={width} />
      ))}
    </div>
  );
}
