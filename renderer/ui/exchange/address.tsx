import styles from './address.module.css';
import { addressParts } from './timeline-model.ts';

/** An address whose host stands out: where a request went is what matters about its key. */
export function Address({ url }: { readonly url: string }) {
  const parts = addressParts(url);
  if (parts === null) return <span className={styles.address}>{url}</span>;
  return (
    <span className={styles.address}>
      {parts.scheme}
      <span className={styles.host}>{parts.host}</span>
      {parts.rest}
    </span>
  );
}
