import type { App } from '../fixtures.ts';

/** What moved on a page by itself: how much of it and how far (the browser's score), and which elements. */
export interface Shift {
  readonly score: number;
  readonly moved: readonly string[];
}

const KEPT_AS = 'layoutShifts';

/** Writes down from now on what moves while something loads. */
export async function watchShifts(window: App['window']): Promise<void> {
  await window.evaluate((name) => {
    const shifts: Shift[] = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        // Not among the types of the DOM yet: https://wicg.github.io/layout-instability/#sec-layout-shift
        const { value, sources } = entry as PerformanceEntry & {
          readonly value: number;
          readonly sources: readonly {
            readonly node: Node | null;
            readonly previousRect: DOMRect;
            readonly currentRect: DOMRect;
          }[];
        };
        const place = ({ x, y, width, height }: DOMRect) => [x, y, width, height].map(Math.round).join(' ');
        const moved = sources.map(({ node, previousRect, currentRect }) => {
          const what = node instanceof Element ? node.outerHTML.slice(0, 120) : String(node?.textContent);
          return `${what}: ${place(previousRect)} → ${place(currentRect)}`;
        });
        shifts.push({ score: value, moved });
      }
    }).observe({ type: 'layout-shift' });
    Reflect.set(globalThis, name, shifts);
  }, KEPT_AS);
}

/** What moved since the last time, once two frames have been drawn. */
export async function shiftsOf(window: App['window']): Promise<readonly Shift[]> {
  return window.evaluate(async (name) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    const shifts = Reflect.get(globalThis, name) as Shift[]; // put there by watchShifts
    return shifts.splice(0);
  }, KEPT_AS);
}

/** What a person sees jump: not what fills the place that was kept for it, as a line of text where its skeleton stood. */
export function farthest(shifts: readonly Shift[]): readonly Shift[] {
  return shifts.filter(({ score }) => score > 0.03);
}
