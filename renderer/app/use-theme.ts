import { useEffect } from 'react';
import { useCommandQuery } from '../bridge/use-command-query.ts';

/** Puts the preferred theme on the root element, where the tokens read it. `system` follows the operating system. */
export function useTheme(): void {
  const preferences = useCommandQuery('preferences.get', {});
  const theme = preferences.kind === 'loaded' ? preferences.value.theme : null;
  useEffect(() => {
    if (theme !== null) document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}
