import { useState } from 'react';
import type { ExchangeEvents } from '../../../shared/domain/stream-event.ts';
import { CodeViewer } from '../code-viewer.tsx';
import { CopyButton } from '../copy-button.tsx';
import { indentJson, looksLikeJson } from '../json-text.ts';
import { EventList } from './event-list.tsx';
import styles from './events-view.module.css';
import { useResponseActions } from './response-actions.ts';
import { exchangeTexts } from '../../../shared/texts/en/exchange.ts';
import { useTexts } from '../../language/speech-context.ts';

interface EventsViewProps {
  readonly events: ExchangeEvents;
  readonly isLive: boolean;
}

/** Server-sent events, and the whole of the one that is chosen. */
export function EventsView({ events, isLive }: EventsViewProps) {
  const texts = useTexts(exchangeTexts);
  const actions = useResponseActions();
  const [selected, setSelected] = useState<number | null>(null);
  const event = events.rows.find(({ number }) => number === selected);
  const left = events.count - events.rows.length;
  return (
    <div className={styles.view}>
      {left > 0 && <p className={styles.note}>{texts.events.newest(events.rows.length, events.count)}</p>}
      <EventList events={events} isLive={isLive} selected={selected} onSelect={setSelected} />
      {event !== undefined && (
        <section className={styles.detail} aria-label={texts.events.event(event.number)}>
          <div className={styles.bar}>
            <span>
              {texts.events.event(event.number)}
              {event.id !== '' && ` · ${texts.events.id(event.id)}`}
              {event.isCut && ` · ${texts.events.cut}`}
            </span>
            {actions !== null && (
              <CopyButton size="small" variant="quiet" onCopy={() => actions.copyText(event.data)} />
            )}
          </div>
          <div className={styles.code}>
            <CodeViewer
              key={event.number}
              label={texts.events.data}
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
