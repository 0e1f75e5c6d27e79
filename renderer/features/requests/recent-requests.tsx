import type { HistoryEntry } from '../../../shared/domain/history-entry.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { addressParts } from '../../ui/exchange/timeline-model.ts';
import { MethodName } from '../../ui/exchange/method-name.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './recent-requests.module.css';
import { useFormats, useTexts } from '../../language/speech-context.ts';
import { requestsTexts } from '../../../shared/texts/en/requests.ts';

const SHOWN = 12;

/** What was sent lately; opening one brings back its draft and what it gave. */
export function RecentRequests({ onOpen }: { readonly onOpen: (entry: HistoryEntry) => void }) {
  const texts = useTexts(requestsTexts);
  const formats = useFormats();
  const history = useCommandQuery(
    'history.list',
    { limit: SHOWN, before: null, search: '' },
    { keepsPrevious: true },
  );
  const now = useNow();
  if (history.kind !== 'loaded' || history.value.entries.length === 0) return null;
  return (
    <section className={styles.recent} aria-labelledby="requests-recent">
      <h2 className={styles.heading} id="requests-recent">
        {texts.pane.recent}
      </h2>
      <ul>
        {history.value.entries.map((entry) => {
          const parts = addressParts(entry.url);
          const status = entry.status === null ? texts.pane.failed : String(entry.status);
          return (
            <li key={entry.id}>
              <button
                type="button"
                className={styles.entry}
                title={`${entry.url}\n${formats.relative(entry.at, now)}`}
                onClick={() => {
                  onOpen(entry);
                }}
              >
                <MethodName method={entry.method} isShort />
                <span className={styles.url}>
                  {parts === null ? entry.url : parts.rest || '/'}{' '}
                  <span className={styles.host}>{parts?.host}</span>
                </span>
                <span
                  className={styles.status}
                  data-failed={entry.status === null || entry.status >= 400 || undefined}
                >
                  {status}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
