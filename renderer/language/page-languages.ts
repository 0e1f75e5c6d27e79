import { createContext } from 'react';

/** The person's languages in the order of preference. Where a page is drawn outside a window, who draws it says them. */
export const PageLanguagesContext = createContext<readonly string[]>(
  typeof window === 'undefined' ? [] : navigator.languages,
);
