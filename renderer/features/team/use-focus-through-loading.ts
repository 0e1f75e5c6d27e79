import { useEffect, useRef, type FocusEvent, type RefObject } from 'react';
import type { TeamRow } from './use-team-keys.ts';

/**
 * Keeps the focus on a row that is reached before its key is here: the row of the key is another element than the place that
 * was held for it. (A row is its key and not its position, so that an open menu never comes to belong to another key.)
 */
export function useFocusThroughLoading(container: RefObject<HTMLElement | null>, rows: readonly TeamRow[]) {
  const waitingAt = useRef<number | null>(null);
  useEffect(() => {
    const index = waitingAt.current;
    if (index === null || rows[index]?.key === null) return;
    waitingAt.current = null;
    if (document.activeElement !== document.body) return;
    container.current
      ?.querySelector<HTMLElement>(`[role="row"][data-index="${index}"]`)
      ?.focus({ preventScroll: true });
  }, [container, rows]);
  return (event: FocusEvent) => {
    const index = event.target instanceof HTMLElement ? Number(event.target.dataset['index']) : Number.NaN;
    waitingAt.current = rows[index]?.key === null ? index : null;
  };
}
