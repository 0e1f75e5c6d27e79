import type { ReactNode } from 'react';
import styles from './fact-list.module.css';

interface Fact {
  readonly id: string;
  readonly icon: ReactNode;
  readonly text: ReactNode;
}

/** A few sentences, each with its icon. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <ul className={styles.facts}>
      {facts.map(({ id, icon, text }) => (
        <li key={id}>
          {icon}
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
