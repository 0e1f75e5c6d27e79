import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { JsonTreeRow } from './json-tree-row.tsx';
import type { JsonRow } from './json-rows.ts';
import styles from './json-tree.module.css';

interface JsonTreeProps {
  /** The accessible name. */
  readonly label: string;
  readonly text: string;
  readonly rows: readonly JsonRow[];
  /** The start of the chosen value. */
  readonly selected: number | null;
  readonly matches: ReadonlySet<number>;
  readonly onSelect: (row: JsonRow) => void;
  readonly onToggle: (row: JsonRow) => void;
}

const ROW = 22;

/** JSON as a tree; only the lines in view are rendered. Arrows move, right and left unfold and fold. */
export function JsonTree(props: JsonTreeProps) {
  const { label, text, rows, selected, matches, onSelect, onToggle } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => rows[index]?.node.start ?? index,
    overscan: 20,
    initialRect: { width: 600, height: 600 },
  });
  const selectedIndex = rows.findIndex(({ node }) => node.start === selected);
  useEffect(() => {
    if (selectedIndex !== -1) virtualizer.scrollToIndex(selectedIndex);
  }, [selectedIndex, virtualizer]);
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[selectedIndex];
    const to = moveOf(event.key, rows, selectedIndex);
    if (to !== undefined) onSelect(to);
    else if (row?.isOpen === false && event.key === 'ArrowRight') onToggle(row);
    else if (row?.isOpen === true && event.key === 'ArrowLeft') onToggle(row);
    else if (row !== undefined && (event.key === 'Enter' || event.key === ' ')) onToggle(row);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="tree"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={selectedIndex === -1 ? undefined : `json-${String(selected)}`}
      onKeyDown={onKeyDown}
      onFocus={() => {
        if (selectedIndex === -1 && rows[0] !== undefined) onSelect(rows[0]);
      }}
    >
      <div className={styles.content} role="presentation" style={{ blockSize: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <JsonTreeRow
              key={item.key}
              text={text}
              row={row}
              start={item.start}
              isSelected={item.index === selectedIndex}
              isMatch={matches.has(row.node.start)}
              onSelect={onSelect}
              onToggle={onToggle}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Where a key leads to from the chosen line; nowhere for one that folds or unfolds it. */
function moveOf(key: string, rows: readonly JsonRow[], at: number): JsonRow | undefined {
  const row = rows[at];
  switch (key) {
    case 'ArrowDown':
      return rows[Math.min(rows.length - 1, at + 1)];
    case 'ArrowUp':
      return rows[Math.max(0, at - 1)];
    case 'Home':
      return rows[0];
    case 'End':
      return rows.at(-1);
    case 'PageDown':
      return rows[Math.min(rows.length - 1, at + 20)];
    case 'PageUp':
      return rows[Math.max(0, at - 20)];
    case 'ArrowRight':
      return row?.isOpen === true ? rows[at + 1] : undefined;
    case 'ArrowLeft':
      return row === undefined || row.isOpen === true
        ? undefined
        : rows.slice(0, at).findLast(({ level }) => level < row.level);
    default:
      return undefined;
  }
}
