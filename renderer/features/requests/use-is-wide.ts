import { type RefObject, useEffect, useState } from 'react';

/** Whether an element is at least `width` pixels wide; `false` until it was measured. */
export function useIsWide(element: RefObject<HTMLElement | null>, width: number): boolean {
  const [isWide, setIsWide] = useState(false);
  useEffect(() => {
    if (element.current === null || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setIsWide(entry.contentRect.width >= width);
    });
    observer.observe(element.current);
    return () => {
      observer.disconnect();
    };
  }, [element, width]);
  return isWide;
}
