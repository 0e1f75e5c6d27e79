import { useVirtualizer } from '@tanstack/react-virtual';
import { Radio } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ExchangeEvents, StreamEvent, StreamKind } from '../../../shared/domain/stream-event.ts';
import styles from './event-list.module.css';
import { useFormats, useTexts } from '../../language/speech-context.ts';
import { exchangeTexts } from '../../../shared/texts/en/exchange.ts';

/** Whether the newest is to stay in view. */
export interface FollowState {
  readonly isFollowing: boolean;
  readonly onChange: (isFollowing: boolean) => void;
}

interface EventListProps {
  readonly events: ExchangeEvents;
  /** Whether more may come. */
  readonly isLive: boolean;
  readonly follow?: FollowState | undefined;
  readonly selected: number | null;
  readonly onSelect: (number: number) => void;
}

const ROW = 28;
/** Near enough to the end to be at it. */
const AT_END = ROW * 2;

/** The events of a stream, in the order in which they came; only what is in view is rendered. */
export function EventList({ events, isLive, follow, selected, onSelect }: EventListProps) {
  const texts = useTexts(exchangeTexts);
  const { kind, rows, count } = events;
  const words = kind === 'events' ? texts.events : texts.lines;
  const scroller = useRef<HTMLDivElement>(null);
  const lastTop = useRef(0);
  const isFollowing = follow?.isFollowing === true;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => rows[index]?.number ?? index,
    overscan: 10,
    initialRect: { width: 400, height: 400 },
  });
  useEffect(() => {
    if (isFollowing && rows.length > 0) virtualizer.scrollToIndex(rows.length - 1);
  }, [isFollowing, rows, virtualizer]);
  const move = (to: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))];
    if (row === undefined) return;
    onSelect(row.number);
    follow?.onChange(row === rows.at(-1));
    virtualizer.scrollToIndex(rows.indexOf(row));
  };
  if (rows.length === 0) return <Waiting text={isLive ? words.waiting : words.none} />;
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="listbox"
      aria-label={words.title}
      tabIndex={0}
      aria-activedescendant={selected === null ? undefined : `event-${String(selected)}`}
      data-kind={kind}
      // Turning back ends the following, and reaching the end begins it again; what comes moves the list down alone.
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        const isBack = scrollTop < lastTop.current;
        lastTop.current = scrollTop;
        if (scrollHeight - scrollTop - clientHeight < AT_END) follow?.onChange(true);
        else if (isBack) follow?.onChange(false);
      }}
      onKeyDown={(event) => {
        const at = rows.findIndex(({ number }) => number === selected);
        if (event.key === 'ArrowDown') move(at + 1);
        else if (event.key === 'ArrowUp') move(at === -1 ? rows.length - 1 : at - 1);
        else if (event.key === 'Home') move(0);
        else if (event.key === 'End') move(rows.length - 1);
        else return;
        event.preventDefault();
      }}
    >
      <div className={styles.content} role="presentation" style={{ blockSize: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <EventRow
              key={item.key}
              event={row}
              kind={kind}
              count={count}
              start={item.start}
              isSelected={row.number === selected}
              onSelect={onSelect}
            />
          );
        })}
      </div>
    </div>
  );
}

function Waiting({ text }: { readonly text: string }) {
  return (
    <div className={styles.waiting}>
      <Radio aria-hidden="true" />
      <p>{text}</p>
    </div>
  );
}

interface EventRowProps {
  readonly event: StreamEvent;
  readonly kind: StreamKind;
  readonly count: number;
  readonly start: number;
  readonly isSelected: boolean;
  readonly onSelect: (number: number) => void;
}

function EventRow({ event, kind, count, start, isSelected, onSelect }: EventRowProps) {
  const texts = useTexts(exchangeTexts);
  const formats = useFormats();
  return (
    <div
      id={`event-${String(event.number)}`}
      className={styles.row}
      role="option"
      aria-selected={isSelected}
      aria-posinset={event.number}
      aria-setsize={count}
      style={{ transform: `translateY(${String(start)}px)`, blockSize: ROW }}
      onClick={() => {
        onSelect(event.number);
      }}
    >
      <span className={styles.number}>{event.number}</span>
      <span className={styles.time}>{formats.duration(event.afterMs)}</span>
      {kind === 'events' && (
        <span className={styles.name}>{event.name === '' ? texts.events.message : event.name}</span>
      )}
      <span className={styles.data}>
        {kind === 'text' && event.isCut && '… '}
        {event.data.slice(0, 300)}
      </span>
    </div>
  );
}
