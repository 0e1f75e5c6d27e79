import { useEffect } from 'react';

/**
 * Marks the page as ready (`data-ready="true"` on the root element) once the first screen shows what it found: its data,
 * its empty state or an error, but no longer a skeleton. Other tools wait for it.
 */
export function useFirstContent(isShown: boolean): void {
  useEffect(() => {
    if (isShown) document.documentElement.dataset['ready'] = 'true';
  }, [isShown]);
}
