import { useState } from 'react';
import type { ExchangeEvents } from '../../../shared/domain/stream-event.ts';
import { CodeViewer } from '../code-viewer.tsx';
import { CopyButton } from '../copy-button.tsx';
import { indentJson, looksLikeJson } from '../json-text.ts';
import { EventList, type FollowState } from './event-list.tsx';
import styles from './events-view.module.css';
import { useResponseActions } from './response-actions.ts';
import { exchangeTexts } from '../../../shared/texts/en/exchange.ts';
import { useTexts } from '../../language/speech-context.ts';

interface EventsViewProps {
  readonly events: ExchangeEvents;
  readonly isLive: boolean;
  readonly follow?: FollowState | undefined;
}

/** The events or lines of a stream, and the whole of the one that is chosen. */
export function EventsView({ events, isLive, follow }: EventsViewProps) {
  const texts = useTexts(exchangeTexts);
  const actions = useResponseActions();
  const [selected, setSelected] = useState<number | null>(null);
  const event = events.rows.find(({ number }) => number === selected);
  const words = events.kind === 'events' ? texts.events : texts.lines;
  const left = events.count - events.rows.length;
  return (
    <div className={styles.view}>
      {left > 0 && <p className={styles.note}>{words.newest(events.rows.length, events.count)}</p>}
      <EventList events={events} isLive={isLive} follow={follow} selected={selected} onSelect={setSelected} />
      {event !== undefined && (
        <section className={styles.detail} aria-label={words.event(event.number)}>
          <div className={styles.bar}>
            <span>
              {words.event(event.number)}
              {event.id !== '' && ` · ${texts.events.id(event.id)}`}
              {event.isCut && ` · ${events.kind === 'text' ? texts.lines.leftOut : words.cut}`}
            </span>
            {actions !== null && (
              <CopyButton size="small" variant="quiet" onCopy={() => actions.copyText(event.data)} />
            )}
          </div>
          <div className={styles.code}>
            <CodeViewer
              key={event.number}
              label={words.data}
              value={looksLikeJson(event.data) ? indentJson(event.data) : event.data}
              language={looksLikeJson(event.data) ? 'json' : 'text'}
              isWrapped
            />
          </div>
        </section>
      )}
    </div>
  );
}
