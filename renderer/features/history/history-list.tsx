import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { historyTexts } from '../../../shared/texts/en/history.ts';
import { useFormats, useTexts } from '../../language/speech-context.ts';
import type { HistoryEntry } from '../../../shared/domain/history-entry.ts';
import { useNow } from '../../ui/use-now.ts';
import { historyRows } from './history-days.ts';
import { HistoryItem } from './history-item.tsx';
import styles from './history-list.module.css';

interface HistoryListProps {
  readonly entries: readonly HistoryEntry[];
  readonly selectedId: string | null;
  readonly hasMore: boolean;
  readonly onLoadMore: () => void;
  readonly onSelect: (id: string) => void;
  /** Enter, or a double click. */
  readonly onOpen: (id: string) => void;
  readonly onDelete: (id: string) => void;
}

const DAY_HEIGHT = 34;
const ENTRY_HEIGHT = 54;
/** The next page is asked for when this many rows are left below. */
const AHEAD = 20;

/** What was sent, by day; only what is in view is rendered. Arrows choose, Enter opens, Delete deletes. */
export function HistoryList(props: HistoryListProps) {
  const { entries, selectedId, hasMore, onLoadMore, onSelect } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const now = useNow();
  const { title } = useTexts(historyTexts);
  const { day } = useFormats();
  const rows = useMemo(() => historyRows(entries, now, day), [entries, now, day]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'day' ? DAY_HEIGHT : ENTRY_HEIGHT),
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 10,
    initialRect: { width: 400, height: 600 },
  });
  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && lastShown >= rows.length - AHEAD) onLoadMore();
  }, [hasMore, lastShown, rows.length, onLoadMore]);
  const select = (entry: HistoryEntry | undefined) => {
    if (entry === undefined) return;
    onSelect(entry.id);
    virtualizer.scrollToIndex(rows.findIndex(({ id }) => id === entry.id));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = entries.findIndex(({ id }) => id === selectedId);
    if (event.key === 'ArrowDown') select(entries[at + 1]);
    else if (event.key === 'ArrowUp') select(entries[Math.max(0, at - 1)]);
    else if (event.key === 'Home') select(entries[0]);
    else if (event.key === 'End') select(entries.at(-1));
    else if (event.key === 'Enter' && selectedId !== null) props.onOpen(selectedId);
    else if (event.key === 'Delete' && selectedId !== null) props.onDelete(selectedId);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="listbox"
      aria-label={title}
      tabIndex={0}
      aria-activedescendant={selectedId === null ? undefined : `history-${selectedId}`}
      onKeyDown={onKeyDown}
    >
      <div className={styles.content} role="presentation" style={{ blockSize: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <div
              key={item.key}
              className={styles.row}
              role="presentation"
              style={{ transform: `translateY(${String(item.start)}px)`, blockSize: item.size }}
            >
              {row.kind === 'day' ? (
                <p className={styles.day} role="presentation">
                  {row.label}
                </p>
              ) : (
                <HistoryItem
                  entry={row.entry}
                  isSelected={row.id === selectedId}
                  onSelect={onSelect}
                  onOpen={props.onOpen}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
