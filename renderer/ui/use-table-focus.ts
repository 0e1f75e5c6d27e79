import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';

interface TableFocusOptions<Row> {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>;
  readonly activeIndex: number;
  readonly setActiveIndex: (index: number) => void;
  readonly rows: readonly Row[];
  readonly getId: (row: Row) => string;
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
  const {
    scroller,
    virtualizer,
    activeIndex,
    setActiveIndex,
    rows,
    getId,
    focusRequest = null,
    onRowAction,
  } = options;
  const pendingFrame = useRef(0);

  const focusRendered = (target: number): boolean => {
    const selector = `[role="row"][data-index="${String(target)}"]`;
    const row = scroller.current?.querySelector<HTMLElement>(selector) ?? null;
    row?.focus({ preventScroll: true });
    return row !== null;
  };
  const focusRow = (target: number) => {
    setActiveIndex(target);
    virtualizer.scrollToIndex(target, { align: 'auto' });
    cancelAnimationFrame(pendingFrame.current);
    // At once where it can be: a key that is pressed in the meantime would meet the focus where it was.
    if (focusRendered(target)) return;
    // The row exists only after the scroll was rendered: one frame to scroll, one to render.
    pendingFrame.current = requestAnimationFrame(() => {
      pendingFrame.current = requestAnimationFrame(() => focusRendered(target));
    });
  };

  const latestFocusRow = useRef(focusRow);
  useEffect(() => {
    latestFocusRow.current = focusRow;
  });
  const focusedIndex = focusRequest === null ? -1 : rows.findIndex((row) => getId(row) === focusRequest.id);
  useEffect(() => {
    if (focusedIndex >= 0) latestFocusRow.current(focusedIndex);
    // A row that moves because of sorting is not asked for again: only a new request is.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [focusRequest, focusedIndex >= 0]);
  useEffect(
    () => () => {
      cancelAnimationFrame(pendingFrame.current);
    },
    [],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (!(event.target instanceof HTMLElement) || event.target.getAttribute('role') !== 'row') return;
    const target = nextIndex(event.key, activeIndex, rows.length);
    if (target !== null) {
      event.preventDefault();
      focusRow(target);
      return;
    }
    const row = rows[activeIndex];
    if (event.key !== 'Enter' || row === undefined) return;
    event.preventDefault();
    if (onRowAction === undefined) event.target.querySelector('button')?.click();
    else onRowAction(row);
  };

  return { onKeyDown };
}
