import type { ApiKey } from '../../../shared/domain/api-key.ts';
import type { KeyExposure } from '../../../shared/domain/key-exposure.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { formatDateTime } from '../../ui/format-time.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './exposure-list.module.css';

/** Where the key's present value went, as far as Keyfob knows. */
export function ExposureList({ apiKey }: { readonly apiKey: ApiKey }) {
  const exposure = useCommandQuery('keys.getExposure', { id: apiKey.id });
  return (
    <section className={styles.section} aria-label="Where it went">
      <h3 className={styles.title}>Where it went</h3>
      {exposure.kind === 'loading' && <Skeleton width="70%" height="1.25rem" />}
      {exposure.kind === 'failed' && (
        <ErrorNote error={exposure.error} actions={<Button onPress={exposure.retry}>Try again</Button>} />
      )}
      {exposure.kind === 'loaded' && <Places exposure={exposure.value} />}
    </section>
  );
}

function Places({ exposure }: { readonly exposure: KeyExposure }) {
  const { origins, copies, reveals, since } = exposure;
  if (origins.length === 0 && copies.count === 0 && reveals.count === 0)
    return (
      <p className={styles.none}>Keyfob has not sent, copied or shown it since {formatDateTime(since)}.</p>
    );
  return (
    // It scrolls, so the keyboard has to reach it.
    <ul className={styles.list} tabIndex={0} aria-label="Where it went">
      {origins.map(({ origin, count, lastAt }) => (
        <Place key={origin} what={`Sent to ${origin}`} count={count} lastAt={lastAt} />
      ))}
      {copies.count > 0 && <Place what="Copied to the clipboard" {...copies} />}
      {reveals.count > 0 && <Place what="Shown in the window" {...reveals} />}
    </ul>
  );
}

interface PlaceProps {
  readonly what: string;
  readonly count: number;
  /** Epoch milliseconds. */
  readonly lastAt: number | null;
}

function Place({ what, count, lastAt }: PlaceProps) {
  const times = count === 1 ? 'once' : `${count.toLocaleString()} times`;
  return (
    <li className={styles.place}>
      <span className={styles.what}>{what}</span>
      <span className={styles.when}>
        {lastAt === null ? times : `${times}, last ${formatDateTime(lastAt)}`}
      </span>
    </li>
  );
}
