import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { ActivityEntry } from '../../../shared/domain/activity.ts';
import { useNow } from '../../ui/use-now.ts';
import { ActivityItem } from './activity-item.tsx';
import styles from './activity-list.module.css';
import { activityRows } from './activity-rows.ts';
import { activityTexts } from '../../../shared/texts/en/activity.ts';
import { useFormats, useTexts } from '../../language/speech-context.ts';

interface ActivityListProps {
  readonly entries: readonly ActivityEntry[];
  readonly total: number;
  readonly hasMore: boolean;
  readonly onLoadMore: () => void;
}

const ROW_HEIGHT = 36;
const DAY_HEIGHT = 34;
/** The next page is asked for when this many rows are left below. */
const AHEAD = 60;

/** What happened, by day; only what is in view is rendered. It scrolls with the keys once it has the focus. */
export function ActivityList({ entries, total, hasMore, onLoadMore }: ActivityListProps) {
  const texts = useTexts(activityTexts);
  const formats = useFormats();
  const scroller = useRef<HTMLDivElement>(null);
  const now = useNow();
  const rows = useMemo(() => activityRows(entries, now, formats), [entries, now, formats]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => ROW_HEIGHT + (rows[index]?.day === null ? 0 : DAY_HEIGHT),
    getItemKey: (index) => rows[index]?.entry.id ?? index,
    overscan: 12,
    initialRect: { width: 800, height: 600 },
  });
  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && lastShown >= rows.length - AHEAD) onLoadMore();
  }, [hasMore, lastShown, rows.length, onLoadMore]);
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      tabIndex={0}
      role="region"
      aria-label={texts.whatHappened}
    >
      <ul
        className={styles.content}
        aria-label={texts.title}
        style={{ blockSize: virtualizer.getTotalSize() }}
      >
        {items.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <li
              key={item.key}
              className={styles.row}
              aria-posinset={item.index + 1}
              aria-setsize={Math.max(total, rows.length)}
              style={{ transform: `translateY(${String(item.start)}px)`, blockSize: item.size }}
            >
              {row.day !== null && <p className={styles.day}>{row.day}</p>}
              <ActivityItem entry={row.entry} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
