import { Square } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import type { ExchangeEvents } from '../../../shared/domain/stream-event.ts';
import { Button } from '../button.tsx';
import { Checkbox } from '../checkbox.tsx';
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

const NOTHING: ExchangeEvents = { kind: 'events', rows: [], count: 0 };
const NEVER: LiveEvents = { get: () => null, subscribe: () => () => undefined };

/** A stream that is under way: its events or lines as they come, and the way to end it. */
export function LiveStream({ id, isStopping }: LiveStreamProps) {
  const texts = useTexts(exchangeTexts);
  const events = useLiveEvents(id) ?? NOTHING;
  const words = events.kind === 'events' ? texts.events : texts.lines;
  const said = words.receiving(events.count);
  return <Followed {...{ id, isStopping, events, said }} stopLabel={texts.live.stop} />;
}

/** The lines of a text that is on its way; `null` until there are some. */
export function useLiveText(id: string | null): ExchangeEvents | null {
  const events = useLiveEvents(id);
  return events?.kind === 'text' ? events : null;
}

interface LiveTextProps extends LiveStreamProps {
  readonly events: ExchangeEvents;
}

/** A text that is on its way: it has an end that is waited for, or is ended with what came. */
export function LiveText(props: LiveTextProps) {
  const texts = useTexts(exchangeTexts);
  const said = texts.lines.receiving(props.events.count);
  return <Followed {...props} said={said} stopLabel={texts.live.stopAndKeep} />;
}

function useLiveEvents(id: string | null): ExchangeEvents | null {
  const live = useResponseActions()?.liveEvents ?? NEVER;
  return useSyncExternalStore(live.subscribe, () => (id === null ? null : live.get(id)));
}

interface FollowedProps extends LiveTextProps {
  /** How much came so far. */
  readonly said: string;
  readonly stopLabel: string;
}

function Followed({ id, isStopping, events, said, stopLabel }: FollowedProps) {
  const texts = useTexts(exchangeTexts).live;
  const actions = useResponseActions();
  const [isFollowing, setIsFollowing] = useState(true);
  return (
    <div className={styles.stream}>
      <div className={styles.bar}>
        <p role="status">{isStopping ? texts.stopping : said}</p>
        <span className={styles.tools}>
          <Checkbox label={texts.follow} isSelected={isFollowing} onChange={setIsFollowing} />
          <Button
            size="small"
            icon={<Square />}
            isDisabled={isStopping || actions === null}
            onPress={() => void actions?.stop(id)}
          >
            {stopLabel}
          </Button>
        </span>
      </div>
      <EventsView events={events} isLive follow={{ isFollowing, onChange: setIsFollowing }} />
    </div>
  );
}
