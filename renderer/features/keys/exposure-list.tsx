import type { ApiKey } from '../../../shared/domain/api-key.ts';
import type { KeyExposure } from '../../../shared/domain/key-exposure.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './exposure-list.module.css';
import { keyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';
import { useTexts } from '../../language/speech-context.ts';

/** Where the key's present value went, as far as Keyfob knows. */
export function ExposureList({ apiKey }: { readonly apiKey: ApiKey }) {
  const texts = useTexts(keyDialogsTexts);
  const exposure = useCommandQuery('keys.getExposure', { id: apiKey.id });
  return (
    <section className={styles.section} aria-label={texts.exposureList.title}>
      <h3 className={styles.title}>{texts.exposureList.title}</h3>
      {exposure.kind === 'loading' && <Skeleton width="70%" height="1.25rem" />}
      {exposure.kind === 'failed' && (
        <ErrorNote
          error={exposure.error}
          actions={<Button onPress={exposure.retry}>{texts.common.tryAgain}</Button>}
        />
      )}
      {exposure.kind === 'loaded' && <Places exposure={exposure.value} />}
    </section>
  );
}

function Places({ exposure }: { readonly exposure: KeyExposure }) {
  const texts = useTexts(keyDialogsTexts);
  const { origins, copies, reveals, since } = exposure;
  if (origins.length === 0 && copies.count === 0 && reveals.count === 0)
    return <p className={styles.none}>{texts.exposureList.nowhere(since)}</p>;
  return (
    // It scrolls, so the keyboard has to reach it.
    <ul className={styles.list} tabIndex={0} aria-label={texts.exposureList.title}>
      {origins.map(({ origin, count, lastAt }) => (
        <Place key={origin} what={texts.exposureList.sentTo(origin)} count={count} lastAt={lastAt} />
      ))}
      {copies.count > 0 && <Place what={texts.exposureList.copied} {...copies} />}
      {reveals.count > 0 && <Place what={texts.exposureList.shown} {...reveals} />}
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
  const texts = useTexts(keyDialogsTexts);
  const times = texts.exposureList.times(count);
  return (
    <li className={styles.place}>
      <span className={styles.what}>{what}</span>
      <span className={styles.when}>
        {lastAt === null ? times : texts.exposureList.timesAndLast(times, lastAt)}
      </span>
    </li>
  );
}
