import type { CDPSession, Page } from 'playwright-core';
import type { LaunchedKeyfob } from '../support/launch.ts';
import { medianAndP95, milliseconds } from './report.ts';
import { timeInPage, type TimedAction } from './time-in-page.ts';

/** One action, in milliseconds. */
interface Timing {
  /** From the press until the frame that shows the answer was painted. */
  readonly ms: number;
  /** Of that, what the window's main thread and the main process computed: other programs on the machine do not lengthen it. */
  readonly cpuMs: number;
  /** Of that, the main process. */
  readonly mainCpuMs: number;
}

export interface Stopwatch {
  /** Times the action and keeps its figures under its name. */
  time(name: string, timed: Omit<TimedAction, 'name'>): Promise<void>;
  readonly times: ReadonlyMap<string, readonly Timing[]>;
}

export async function createStopwatch(window: Page, app?: LaunchedKeyfob): Promise<Stopwatch> {
  const session = await window.context().newCDPSession(window);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const times = new Map<string, Timing[]>();
  return {
    times,
    async time(name, timed) {
      const before = await spentMs(session, app);
      const ms = await timeInPage(window, { name, ...timed });
      const after = await spentMs(session, app);
      const mainCpuMs = after.inMain - before.inMain;
      const cpuMs = after.inWindow - before.inWindow + mainCpuMs;
      times.set(name, [...(times.get(name) ?? []), { ms, cpuMs, mainCpuMs }]);
    },
  };
}

interface Spent {
  readonly inWindow: number;
  readonly inMain: number;
}

async function spentMs(session: CDPSession, app: LaunchedKeyfob | undefined): Promise<Spent> {
  const { metrics } = await session.send('Performance.getMetrics');
  const inWindow = (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  if (app === undefined) return { inWindow, inMain: 0 };
  const { user, system } = await app.evaluate(() => process.cpuUsage());
  return { inWindow, inMain: (user + system) / 1000 };
}

export interface Figures {
  readonly label: string;
  /** Medians. */
  readonly ms: number;
  readonly cpuMs: number;
  readonly mainCpuMs: number;
  /** Of a bare page in the same browser that does the like; `null` where nothing is alike. */
  readonly bareMs: number | null;
  readonly bareCpuMs: number | null;
  /** Processor time of what it has to do in the main process, without the bridge. */
  readonly workMs: number | null;
}

const COLUMNS = [
  'median',
  'p95',
  'CPU',
  'main’s',
  'its work',
  'bare',
  'bare CPU',
  'window/bare',
  'CPU/CPU',
] as const;

export interface Compared {
  readonly keyfob: Stopwatch;
  readonly bare: Stopwatch;
  /** The bare page's like of an action. */
  readonly like: Readonly<Record<string, string>>;
  readonly main?: ReadonlyMap<string, readonly number[]>;
}

/** Prints a line an action, and answers the figures. */
export function printTimes({ keyfob, bare, like, main = new Map() }: Compared): readonly Figures[] {
  console.log(`${'in ms'.padEnd(36)}${COLUMNS.map((column) => column.padStart(12)).join('')}`);
  return [...keyfob.times].map(([label, timings]) => {
    const alike = bare.times.get(like[label] ?? '');
    const figures = {
      label,
      ms: medianOf(timings, 'ms'),
      cpuMs: medianOf(timings, 'cpuMs'),
      bareMs: alike === undefined ? null : medianOf(alike, 'ms'),
      bareCpuMs: alike === undefined ? null : medianOf(alike, 'cpuMs'),
      mainCpuMs: medianOf(timings, 'mainCpuMs'),
      workMs: main.has(label) ? medianAndP95(main.get(label) ?? []).median : null,
    };
    const { ms, cpuMs, mainCpuMs, workMs, bareMs, bareCpuMs } = figures;
    const p95 = medianAndP95(timings.map((timing) => timing.ms)).p95;
    const ratios = [ratio(ms, bareMs), ratio(cpuMs, bareCpuMs)];
    const numbers = [ms, p95, cpuMs, mainCpuMs, workMs, bareMs, bareCpuMs, ...ratios];
    console.log(`${label.padEnd(36)}${numbers.map((number) => milliseconds(number).padStart(12)).join('')}`);
    return figures;
  });
}

const ratio = (value: number, base: number | null): number | null => (base === null ? null : value / base);

function medianOf(timings: readonly Timing[], part: keyof Timing): number {
  return medianAndP95(timings.map((timing) => timing[part])).median;
}
