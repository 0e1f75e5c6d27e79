import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, type Ref } from 'react';
import type { ApiKey } from '../../../shared/domain/api-key.ts';
import type { EndedScan } from '../../../shared/domain/exposed-scan.ts';
import { FileRow } from './file-row.tsx';
import styles from './found-list.module.css';
import { foundRows, type FoundRow } from './found-rows.ts';
import { GroupRow } from './group-row.tsx';
import { exposedTexts } from '../../../shared/texts/en/exposed.ts';
import { useTexts } from '../../language/speech-context.ts';

interface FoundListProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly scan: EndedScan;
  readonly onReplace: (apiKey: ApiKey) => void;
}

const HEIGHTS: Record<FoundRow['kind'], number> = { group: 68, file: 36, rest: 36 };

/** Every key that was found, with the files in which it lies; only what is in view is rendered. */
export function FoundList({ ref, scan, onReplace }: FoundListProps) {
  const texts = useTexts(exposedTexts);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => foundRows(scan.groups), [scan.groups]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => HEIGHTS[rows[index]?.kind ?? 'file'],
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
    initialRect: { width: 800, height: 600 },
  });
  return (
    <div
      ref={(element) => {
        scroller.current = element;
        if (typeof ref === 'function') ref(element);
        else if (ref !== null) ref.current = element;
      }}
      className={styles.scroller}
      tabIndex={0}
      role="region"
      aria-label={texts.list.title}
    >
      <ul
        className={styles.content}
        aria-label={texts.list.keys}
        style={{ blockSize: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <li
              key={item.key}
              className={styles.row}
              data-kind={row.kind}
              aria-posinset={item.index + 1}
              aria-setsize={rows.length}
              style={{ transform: `translateY(${String(item.start)}px)`, blockSize: item.size }}
            >
              {row.kind === 'group' && <GroupRow group={row.group} onReplace={onReplace} />}
              {row.kind === 'file' && <FileRow scanId={scan.id} file={row.file} />}
              {row.kind === 'rest' && <p className={styles.rest}>{texts.list.more(row.count)}</p>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
