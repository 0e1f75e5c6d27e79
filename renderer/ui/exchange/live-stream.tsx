import { Square } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import type { ExchangeEvents } from '../../../shared/domain/stream-event.ts';
import { Button } from '../button.tsx';
import { EventsView } from './events-view.tsx';
import styles from './live-stream.module.css';
import { type LiveEvents, useResponseActions } from './response-actions.ts';
import { exchangeTexts } from '../../../shared/texts/en/exchange.ts';
import { useTexts } from '../../language/speech-context.ts';

interface LiveStreamProps {
  /** Of the exchange. */
  readonly id: string;
  readonly isStopping: boolean;
}

const NOTHING: ExchangeEvents = { rows: [], count: 0 };
const NEVER: LiveEvents = { get: () => null, subscribe: () => () => undefined };

/** A stream of events that is under way: its events as they come, and the way to end it. */
export function LiveStream({ id, isStopping }: LiveStreamProps) {
  const texts = useTexts(exchangeTexts);
  const actions = useResponseActions();
  const live = actions?.liveEvents ?? NEVER;
  const events = useSyncExternalStore(live.subscribe, () => live.get(id)) ?? NOTHING;
  return (
    <div className={styles.stream}>
      <div className={styles.bar}>
        <p role="status">
          {isStopping ? texts.live.stopping(events.count) : texts.live.receiving(events.count)}
        </p>
        <Button
          size="small"
          icon={<Square />}
          isDisabled={isStopping || actions === null}
          onPress={() => void actions?.stop(id)}
        >
          {texts.live.stop}
        </Button>
      </div>
      <EventsView events={events} isLive />
    </div>
  );
}
