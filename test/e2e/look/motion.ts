import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** What moved, and for how long, in milliseconds. */
    seenMotion?: string[];
  }
}

/** Notes from now on every animation and transition that lasts. */
export async function watchMotion(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: string[] = [];
    window.seenMotion = seen;
    const note = (): void => {
      for (const animation of document.getAnimations()) {
        const timing = animation.effect?.getComputedTiming();
        const lasts = Number(timing?.activeDuration ?? 0);
        if (lasts <= 1) continue;
        const what =
          animation instanceof CSSAnimation
            ? animation.animationName
            : animation instanceof CSSTransition
              ? animation.transitionProperty
              : 'script';
        const target = animation.effect instanceof KeyframeEffect ? animation.effect.target : null;
        seen.push(`${what} of ${target?.getAttribute('class') ?? target?.tagName ?? 'nothing'}`);
      }
    };
    for (const event of ['transitionrun', 'animationstart'] as const)
      document.addEventListener(event, note, { capture: true });
  });
}

/** What was noted, and forgets it. */
export function seenMotion(page: Page): Promise<string[]> {
  return page.evaluate(() => [...new Set(window.seenMotion?.splice(0) ?? [])]);
}
