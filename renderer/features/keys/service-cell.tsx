import styles from './cell.module.css';
import type { KeyRow } from './key-rows.ts';

/** The service, and how many origins more the key may go to. */
export function ServiceCell({ row: { apiKey, serviceName } }: { readonly row: KeyRow }) {
  const { extraOrigins } = apiKey;
  const count = extraOrigins.length;
  return (
    <span className={styles.lines}>
      <span className={styles.first} title={serviceName} dir="auto">
        {serviceName}
      </span>
      {count > 0 && (
        <span className={styles.second} title={extraOrigins.join('\n')}>
          {count === 1 ? '+1 origin' : `+${String(count)} origins`}
        </span>
      )}
    </span>
  );
}
