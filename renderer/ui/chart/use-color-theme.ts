import { useSyncExternalStore } from 'react';

const DARK = '(prefers-color-scheme: dark)';

function subscribe(onChange: () => void): () => void {
  const system = matchMedia(DARK);
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  system.addEventListener('change', onChange);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', onChange);
  };
}

/** Changes whenever the colours of the window do. */
export function useColorTheme(): string {
  return useSyncExternalStore(
    subscribe,
    () =>
      `${document.documentElement.dataset['theme'] ?? 'system'} ${matchMedia(DARK).matches ? 'dark' : 'light'}`,
  );
}
