import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

/** A component whose code comes later. */
export interface LaterComponent {
  /**
   * What to show the first time, and to keep: the component itself when its code is there, or else one that waits for it. React lets
   * 300 ms go by after it had to wait, so that pages do not flicker; what is there need not wait.
   */
  readonly component: () => ComponentType | LazyExoticComponent<ComponentType>;
  /** Loads the code. Rejects when it cannot be loaded; then it is tried again. */
  readonly load: () => Promise<void>;
}

export function later(load: () => Promise<ComponentType>): LaterComponent {
  let loaded: ComponentType | null = null;
  const waiting = lazy(async () => ({ default: await load() }));
  return {
    component: () => loaded ?? waiting,
    async load() {
      loaded ??= await load();
    },
  };
}
