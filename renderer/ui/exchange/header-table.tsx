import { Lock } from 'lucide-react';
import type { ShownHeader } from '../../../shared/domain/exchange.ts';
import styles from './header-table.module.css';
import { exchangeTexts } from '../../../shared/texts/en/exchange.ts';
import { useTexts } from '../../language/speech-context.ts';

interface HeaderTableProps {
  /** The accessible name. */
  readonly label: string;
  readonly headers: readonly ShownHeader[];
}

/** Headers as they were sent or received; a key's value is its mask. */
export function HeaderTable({ label, headers }: HeaderTableProps) {
  const texts = useTexts(exchangeTexts);
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{texts.common.name}</th>
          <th scope="col">{texts.common.value}</th>
        </tr>
      </thead>
      <tbody>
        {headers.map(({ name, value, isSecret }, index) => (
          // The same name may come twice; the order of headers never changes.
          <tr key={index}>
            <th scope="row">{name}</th>
            <td>
              {isSecret && <Lock className={styles.lock} aria-label={texts.headers.masked} />}
              {value}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
