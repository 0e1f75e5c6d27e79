import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useState,
  type RefObject,
} from 'react';
import { flushSync } from 'react-dom';

interface RowWindowOptions {
  /** What scrolls; its first child is the header, which stays at its top. */
  readonly scroller: RefObject<HTMLElement | null>;
  readonly count: number;
  /** Pixels. */
  readonly rowHeight: number;
}

export interface RowWindow {
  /** The first and the last row in view; `last` is -1 when there is none. */
  readonly first: number;
  readonly last: number;
  /** Rows that are drawn before and after those. */
  readonly overscan: number;
  /** Scrolls no further than until the row is in view, and takes note of it at once. */
  readonly reveal: (index: number) => void;
}

/** Rows that are drawn before and after those in view. */
export const OVERSCAN = 6;

/** Until the page was laid out: how high the rows' view is, in pixels, and how many rows are drawn before and after those in view. */
export interface GuessedView {
  readonly height: number;
  readonly overscan: number;
}

/** A page that is drawn outside a window is for the rows in view alone, and is told how high that one is. */
export const GuessedViewContext = createContext<GuessedView>({ height: 600, overscan: OVERSCAN });

/**
 * Which rows are in view. Every row is as high as the others, so nothing is measured and nothing is kept a row: ten thousand cost
 * what ten do.
 */
export function useRowWindow({ scroller, count, rowHeight }: RowWindowOptions): RowWindow {
  const { height, overscan } = useContext(GuessedViewContext);
  const [view, setView] = useState({ first: 0, size: Math.ceil(height / rowHeight) });
  const look = useCallback(() => {
    if (scroller.current === null) return;
    const first = Math.floor(Math.max(0, scroller.current.scrollTop) / rowHeight);
    const size = Math.ceil(scroller.current.clientHeight / rowHeight) + 1;
    setView((before) => (before.first === first && before.size === size ? before : { first, size }));
  }, [scroller, rowHeight]);
  useLayoutEffect(look, [look]);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    // Drawn in the frame that scrolls: rows that come a frame later are seen as a gap.
    const onScroll = () => {
      flushSync(look);
    };
    const sizes = new ResizeObserver(look);
    element.addEventListener('scroll', onScroll, { passive: true });
    sizes.observe(element);
    return () => {
      element.removeEventListener('scroll', onScroll);
      sizes.disconnect();
    };
  }, [scroller, look]);
  const reveal = (index: number) => {
    const element = scroller.current;
    if (element === null) return;
    const header = element.firstElementChild?.getBoundingClientRect().height ?? 0;
    const top = index * rowHeight;
    const bottom = top + rowHeight + header - element.clientHeight;
    if (element.scrollTop > top) element.scrollTop = top;
    else if (element.scrollTop < bottom) element.scrollTop = bottom;
    look();
  };
  // After a search fewer rows are left than were scrolled past; the scroller itself follows in the next frame.
  const first = Math.max(0, Math.min(view.first, count - view.size));
  return { first, last: Math.min(count, first + view.size) - 1, overscan, reveal };
}
