import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';

/**
 * What React and a virtualised list cost by themselves: 10,000 rows in the page's own memory, no bridge, no ledger, no component
 * library. The bench times the same actions here, in the same Chromium.
 */
interface Item {
  readonly id: number;
  readonly name: string;
  readonly isDisabled: boolean;
}

const ROW_PX = 44;
const NAMES = ['CI pipeline', 'Nightly build', 'Monitoring', 'Übergabe'];
const CELLS = [0, 1, 2, 3, 4, 5, 6];
const EVERY_ITEM: readonly Item[] = Array.from({ length: 10_000 }, (_, id) => ({
  id,
  name: `${NAMES[id % NAMES.length] ?? ''} ${String(id)}`,
  isDisabled: id % 20 === 1,
}));

function BareList() {
  const [items, setItems] = useState(EVERY_ITEM);
  const [search, setSearch] = useState('');
  const [isReversed, setIsReversed] = useState(false);
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const rows = useMemo(() => {
    const found = items.filter(({ name }) => name.toLowerCase().includes(search));
    return isReversed ? found.toReversed() : found;
  }, [items, search, isReversed]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
  });
  const setDisabled = (isDisabled: boolean) => {
    setItems(items.map((item) => (selected.has(item.id) ? { ...item, isDisabled } : item)));
  };
  return (
    <div>
      <input
        aria-label="Search"
        onChange={(event) => {
          setSearch(event.target.value.toLowerCase());
        }}
      />
      <button
        onClick={() => {
          setIsReversed(!isReversed);
        }}
      >
        Reverse
      </button>
      <button
        onClick={() => {
          setSelected(new Set(rows.map(({ id }) => id)));
        }}
      >
        Select all
      </button>
      <button
        onClick={() => {
          setDisabled(true);
        }}
      >
        Disable
      </button>
      <button
        onClick={() => {
          setDisabled(false);
        }}
      >
        Enable
      </button>
      <button
        onClick={() => {
          virtualizer.scrollToIndex(rows.length - 1);
        }}
      >
        End
      </button>
      <button
        onClick={() => {
          virtualizer.scrollToIndex(0);
        }}
      >
        Home
      </button>
      <output>{`${String(rows.length)} keys, ${String(selected.size)} selected`}</output>
      <div ref={scroller} style={{ blockSize: 600, overflow: 'auto' }}>
        <div style={{ blockSize: virtualizer.getTotalSize(), position: 'relative' }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <div
                key={row.id}
                data-index={index}
                style={{
                  position: 'absolute',
                  transform: `translateY(${String(start)}px)`,
                  display: 'flex',
                  blockSize: ROW_PX,
                }}
              >
                <input type="checkbox" readOnly checked={selected.has(row.id)} />
                <span>{row.name}</span>
                {CELLS.map((cell) => (
                  <span key={cell}>{row.isDisabled ? 'Disabled' : 'Active'}</span>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

const root = document.querySelector('#root');
if (root !== null) createRoot(root).render(<BareList />);
