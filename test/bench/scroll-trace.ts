import type { Page } from 'playwright-core';
import { z } from 'zod';
import { scrollToEnd } from './first-paint.ts';
import { medianAndP95 } from './report.ts';

const eventSchema = z.object({
  name: z.string(),
  pid: z.number(),
  tid: z.number(),
  /** Microseconds in which the thread computed. */
  tdur: z.number().optional(),
});
type TraceEvent = z.infer<typeof eventSchema>;

/**
 * The longest task while scrolling, by what its thread computed, in milliseconds: other programs on the machine, which take the
 * processor in the middle of a task, do not lengthen it. The median of so many times.
 */
export async function longestScrollTaskCpuMs(page: Page, scroller: string, times: number): Promise<number> {
  const all: number[] = [];
  for (let time = 0; time < times; time += 1) {
    await page.bringToFront();
    all.push(longestOf(await traced(page, () => scrollToEnd(page, scroller))));
  }
  return medianAndP95(all).median;
}

async function traced(page: Page, work: () => Promise<unknown>): Promise<readonly TraceEvent[]> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...value.flatMap((event) => eventSchema.safeParse(event).data ?? []));
  });
  const includedCategories = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];
  await session.send('Tracing.start', { traceConfig: { includedCategories }, transferMode: 'ReportEvents' });
  await work();
  const { promise, resolve } = Promise.withResolvers<unknown>();
  session.once('Tracing.tracingComplete', resolve);
  await session.send('Tracing.end');
  await promise;
  await session.detach();
  return events;
}

/** Of the page's own thread, which is the one that drew the most frames. */
function longestOf(events: readonly TraceEvent[]): number {
  const threadOf = ({ pid, tid }: TraceEvent): string => `${String(pid)}/${String(tid)}`;
  const frames = new Map<string, number>();
  for (const event of events) {
    if (event.name !== 'FireAnimationFrame') continue;
    frames.set(threadOf(event), (frames.get(threadOf(event)) ?? 0) + 1);
  }
  const [own] = [...frames].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  const tasks = events.filter((event) => event.name === 'RunTask' && threadOf(event) === own);
  return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1000));
}
