import { type RefObject, useEffect, useState } from 'react';

export interface FrameSize {
  readonly isWide: boolean;
  readonly isShort: boolean;
}

/** From this width on, in pixels, the response stands beside the request. */
const WIDE_FROM = 1_100;
/** Below this height, in pixels, there is no room for a response that is not there yet. */
const SHORT_BELOW = 600;

/** How much room an element has; neither wide nor short until it was measured. */
export function useFrameSize(element: RefObject<HTMLElement | null>): FrameSize {
  const [isWide, setIsWide] = useState(false);
  const [isShort, setIsShort] = useState(false);
  useEffect(() => {
    if (element.current === null || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const { width, height } = entry.contentRect;
      setIsWide(width >= WIDE_FROM);
      // Of a screen that is not shown nothing is known.
      if (height > 0) setIsShort(height < SHORT_BELOW);
    });
    observer.observe(element.current);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return { isWide, isShort };
}
