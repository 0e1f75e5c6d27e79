import type { CDPSession, Page } from 'playwright-core';
import { medianAndP95 } from './report.ts';

/** Runs in a page from before its own code: notes when the first rows were painted, in milliseconds since the page was asked for. */
const NOTE_ROWS = (rows: string): string => `
  (() => {
    globalThis.__longTasks = [];
    new PerformanceObserver((list) => globalThis.__longTasks.push(...list.getEntries().map(({ duration }) => duration)))
      .observe({ type: 'longtask', buffered: true });
    globalThis.__painted = new Promise((resolve) => {
      const look = () => {
        if (document.querySelectorAll(${JSON.stringify(rows)}).length < 6) return void requestAnimationFrame(look);
        requestAnimationFrame(() => resolve(performance.now()));
      };
      requestAnimationFrame(look);
    });
  })()`;

export interface FirstPaint {
  /** Until the frame with the first rows was painted. */
  readonly ms: number;
  /** What the page's main thread computed until then. */
  readonly cpuMs: number;
}

/** Loads the page anew so many times. `rows`: a selector of its rows. */
export async function timeFirstPaint(
  page: Page,
  rows: string,
  rounds: number,
): Promise<readonly FirstPaint[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.addInitScript(NOTE_ROWS(rows));
  const paints: FirstPaint[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await page.bringToFront();
    const before = await threadMs(session);
    await page.reload({ waitUntil: 'commit' });
    const ms = Number(await page.evaluate('globalThis.__painted'));
    const after = await threadMs(session);
    // A new page may be another thread, which begins at nothing.
    paints.push({ ms, cpuMs: after < before ? after : after - before });
    await page.waitForTimeout(500);
  }
  return paints;
}

async function threadMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

export interface Scrolling {
  /** The longest task of more than 50 ms, the median of several times; 0 when there was none. */
  readonly longestMs: number;
  /** What the main thread computed, a frame. */
  readonly cpuMsPerFrame: number;
}

/** Scrolls from the first row to the last, a page and a half a frame, so many times. `scroller`: a selector. */
export async function scrollThrough(page: Page, scroller: string, times: number): Promise<Scrolling> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.bringToFront();
  const all: Scrolling[] = [];
  for (let time = 0; time < times; time += 1) all.push(await scrollOnce({ page, session, scroller }));
  return {
    longestMs: medianAndP95(all.map(({ longestMs }) => longestMs)).median,
    cpuMsPerFrame: medianAndP95(all.map(({ cpuMsPerFrame }) => cpuMsPerFrame)).median,
  };
}

interface ScrolledPage {
  readonly page: Page;
  readonly session: CDPSession;
  readonly scroller: string;
}

async function scrollOnce({ page, session, scroller }: ScrolledPage): Promise<Scrolling> {
  await page.evaluate('globalThis.__longTasks.length = 0');
  const before = await threadMs(session);
  const frames = await scrollToEnd(page, scroller);
  const cpuMsPerFrame = ((await threadMs(session)) - before) / frames;
  await page.waitForTimeout(300);
  return { longestMs: Number(await page.evaluate('Math.max(0, ...globalThis.__longTasks)')), cpuMsPerFrame };
}

/** A page and a half a frame; answers how many frames it took. */
export function scrollToEnd(page: Page, scroller: string): Promise<number> {
  return page.evaluate(async (selector) => {
    const element = document.querySelector(selector);
    if (element === null) throw new Error('Nothing scrolls');
    let count = 0;
    element.scrollTop = 0;
    await new Promise(requestAnimationFrame);
    for (let before = -1; element.scrollTop !== before; count += 1) {
      before = element.scrollTop;
      element.scrollTop += 900;
      await new Promise(requestAnimationFrame);
    }
    return count;
  }, scroller);
}
