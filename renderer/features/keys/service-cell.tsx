import styles from './cell.module.css';
import type { KeyRow } from './key-rows.ts';
import { keysTexts } from '../../../shared/texts/en/keys.ts';
import { useTexts } from '../../language/speech-context.ts';

/** The service, and how many origins more the key may go to. */
export function ServiceCell({ row: { apiKey, serviceName } }: { readonly row: KeyRow }) {
  const texts = useTexts(keysTexts);
  const { extraOrigins } = apiKey;
  const count = extraOrigins.length;
  return (
    <span className={styles.lines}>
      <span className={styles.first} title={serviceName} dir="auto">
        {serviceName}
      </span>
      {count > 0 && (
        <span className={styles.second} title={extraOrigins.join('\n')}>
          {texts.moreOrigins(count)}
        </span>
      )}
    </span>
  );
}
