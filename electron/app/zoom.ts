import type { PreferenceStore } from '../ports/preference-store.ts';
import { PreferenceWriteError } from '../ports/preference-store.ts';
import type { Logger } from '../ports/logger.ts';

export type ZoomStep = 'in' | 'out' | 'reset';

/** A level is a power of 1.2, as Chromium counts: from 58 % to 249 %. */
export const LEAST_ZOOM = -3;
export const MOST_ZOOM = 5;
/** As the menus of Electron and of browsers step. */
const STEP = 0.5;

export function zoomAfter(level: number, step: ZoomStep): number {
  if (step === 'reset') return 0;
  return Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, level + (step === 'in' ? STEP : -STEP)));
}

export interface ZoomParts {
  readonly preferences: PreferenceStore;
  readonly logger: Logger;
  /** Applies a level to the page that is shown. */
  readonly apply: (level: number) => void;
}

/** Makes the page larger or smaller, and keeps it so for the next start. */
export function zoomPage({ preferences, logger, apply }: ZoomParts, step: ZoomStep): void {
  const level = zoomAfter(preferences.get().zoomLevel, step);
  apply(level);
  try {
    preferences.set({ zoomLevel: level });
  } catch (error) {
    if (!(error instanceof PreferenceWriteError)) throw error;
    // The page is as large as was asked; the next start has the old size.
    logger.warn('The zoom could not be kept');
  }
}
