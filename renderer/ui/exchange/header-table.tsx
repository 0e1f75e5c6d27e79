import { Lock } from 'lucide-react';
import type { ShownHeader } from '../../../shared/domain/exchange.ts';
import styles from './header-table.module.css';

interface HeaderTableProps {
  /** The accessible name. */
  readonly label: string;
  readonly headers: readonly ShownHeader[];
}

/** Headers as they were sent or received; a key's value is its mask. */
export function HeaderTable({ label, headers }: HeaderTableProps) {
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        {headers.map(({ name, value, isSecret }, index) => (
          // The same name may come twice; the order of headers never changes.
          <tr key={index}>
            <th scope="row">{name}</th>
            <td>
              {isSecret && <Lock className={styles.lock} aria-label="Masked" />}
              {value}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
