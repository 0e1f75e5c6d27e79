import {
  useEffect,
  useLayoutEffect,
  useRef,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import type { RowList } from './table.tsx';

interface TableFocusOptions<Row> {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly reveal: (index: number) => void;
  readonly activeIndex: number;
  readonly setActiveIndex: (index: number) => void;
  readonly rows: RowList<Row>;
  readonly indexOf: (id: string) => number;
  readonly focusRequest?: { readonly id: string } | null;
  readonly onRowAction?: (row: Row) => void;
}

const PAGE = 10;

/** Where a key leads from a row; `null` when the key is not about moving. */
function nextIndex(key: string, from: number, count: number): number | null {
  const within = (index: number) => Math.max(0, Math.min(count - 1, index));
  switch (key) {
    case 'ArrowDown':
      return within(from + 1);
    case 'ArrowUp':
      return within(from - 1);
    case 'PageDown':
      return within(from + PAGE);
    case 'PageUp':
      return within(from - PAGE);
    case 'Home':
      return 0;
    case 'End':
      return within(count - 1);
    default:
      return null;
  }
}

/** Keeps one row of the grid as its tab stop and moves it with the keyboard, also to rows that are not rendered yet. */
export function useTableFocus<Row>(options: TableFocusOptions<Row>) {
  const { scroller, reveal, activeIndex, setActiveIndex, rows, indexOf, focusRequest = null } = options;
  const wanted = useRef<number | null>(null);
  // Of a row that is reached before what it shows is here: another element takes its place then.
  const waitingAt = useRef<number | null>(null);

  const focusRendered = (target: number): boolean => {
    const selector = `[role="row"][data-index="${String(target)}"]`;
    const row = scroller.current?.querySelector<HTMLElement>(selector) ?? null;
    row?.focus({ preventScroll: true });
    return row !== null;
  };
  const focusRow = (target: number) => {
    setActiveIndex(target);
    reveal(target);
    // At once where it can be: a key that is pressed in the meantime would meet the focus where it was.
    wanted.current = focusRendered(target) ? null : target;
  };
  useLayoutEffect(() => {
    if (wanted.current !== null && focusRendered(wanted.current)) wanted.current = null;
    const index = waitingAt.current;
    if (index === null || rows.at(index) === undefined) return;
    waitingAt.current = null;
    if (document.activeElement === document.body) focusRendered(index);
  });

  const latestFocusRow = useRef(focusRow);
  useEffect(() => {
    latestFocusRow.current = focusRow;
  });
  const focusedIndex = focusRequest === null ? -1 : indexOf(focusRequest.id);
  useEffect(() => {
    if (focusedIndex >= 0) latestFocusRow.current(focusedIndex);
    // A row that moves because of sorting is not asked for again: only a new request is.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [focusRequest, focusedIndex >= 0]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (!(event.target instanceof HTMLElement) || event.target.getAttribute('role') !== 'row') return;
    const target = nextIndex(event.key, activeIndex, rows.length);
    if (target !== null) {
      event.preventDefault();
      focusRow(target);
      return;
    }
    const row = rows.at(activeIndex);
    if (event.key !== 'Enter' || row === undefined) return;
    event.preventDefault();
    if (options.onRowAction === undefined) event.target.querySelector('button')?.click();
    else options.onRowAction(row);
  };
  const onFocus = (event: FocusEvent) => {
    const index = event.target instanceof HTMLElement ? Number(event.target.dataset['index']) : Number.NaN;
    waitingAt.current = Number.isInteger(index) && rows.at(index) === undefined ? index : null;
  };
  return { onKeyDown, onFocus, focusRow };
}
