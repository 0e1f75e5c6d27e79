import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchKeyfob, type LaunchedKeyfob } from '../support/launch.ts';
import { projectFolder } from '../support/build.ts';
import { startPageFiles } from '../support/start-page-files.ts';
import { openBarePage } from './bare-page.ts';
import type { Bench, Row } from './bench.ts';
import { KEYS, makeFilledLedger } from './fill-team.ts';
import { scrollThrough, timeFirstPaint, type FirstPaint } from './first-paint.ts';
import { medianAndP95 } from './report.ts';
import { longestScrollTaskCpuMs } from './scroll-trace.ts';

const MAY_START_CPU_MS = 150;
const MAY_LOAD_KIB = 250;
const LONG_TASK_MS = 50;
const PAINTS = 7;
const STARTS = 3;
const SCROLLS = 5;

const ROWS = '[role=grid][aria-label="API keys"] [role=row][data-index] time';
const GRID = '[role=grid][aria-label="API keys"]';

/** Starting, and the start page with 10,000 keys of one's own, beside a bare page of 10,000 rows in the same browser. */
export const bench: Bench = {
  name: 'start-up',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'keyfob-bench-'));
    makeFilledLedger(folder, 'own').ledger.close();
    const starts: number[] = [];
    try {
      for (let start = 1; start < STARTS; start += 1) {
        const app = await launchKeyfob({ userDataDir: folder, masterKey: 'memory' });
        starts.push(await startCpuMs(app));
        await app.close();
      }
      const app = await launchKeyfob({ userDataDir: folder, masterKey: 'memory' });
      try {
        starts.push(await startCpuMs(app));
        return [startRow(starts), ...(await pageRows(app)), sizeRow()];
      } finally {
        await app.close();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** What the main process computed from the end of its imports until everything was built and the window was on its way. */
async function startCpuMs(app: LaunchedKeyfob): Promise<number> {
  if (app.host !== 'stand-in') return Number.NaN;
  return app.evaluate(() => {
    const [mark] = performance.getEntriesByName('stand-in-started');
    // What the stand-in's runner put there.
    return (mark as unknown as { readonly detail: { readonly cpuMs: number } }).detail.cpuMs;
  });
}

function startRow(starts: readonly number[]): Row {
  return {
    label: 'main process, CPU after its imports',
    value: medianAndP95(starts).median,
    unit: 'ms',
    base: { label: 'may take', value: MAY_START_CPU_MS },
  };
}

async function pageRows(app: LaunchedKeyfob): Promise<readonly Row[]> {
  const bare = await openBarePage(app.window);
  // In turn, so that a load that comes and goes meets both.
  const bareBefore = await timeFirstPaint(bare, '[data-index]', PAINTS);
  const own = await timeFirstPaint(app.window, ROWS, PAINTS);
  const bareAfter = await timeFirstPaint(bare, '[data-index]', PAINTS);
  const bareAll = [...bareBefore, ...bareAfter];
  const scrolling = await scrollThrough(app.window, GRID, SCROLLS);
  const bareScrolling = await scrollThrough(bare, '#root div[style*="overflow"]', SCROLLS);
  return [
    {
      label: `first paint of ${String(KEYS)} keys`,
      value: medianOf(own, 'ms'),
      unit: 'ms',
      base: { label: 'bare page', value: medianOf(bareAll, 'ms') },
    },
    {
      label: '  CPU of its thread',
      value: medianOf(own, 'cpuMs'),
      unit: 'ms',
      base: { label: 'bare page', value: medianOf(bareAll, 'cpuMs') },
    },
    {
      label: 'longest task while scrolling',
      value: scrolling.longestMs,
      unit: 'ms',
      base: { label: 'may take', value: LONG_TASK_MS },
    },
    {
      label: '  CPU of the longest',
      value: await longestScrollTaskCpuMs(app.window, GRID, SCROLLS),
      unit: 'ms',
      base: { label: 'may take', value: LONG_TASK_MS },
    },
    {
      label: '  CPU of its thread, a frame',
      value: scrolling.cpuMsPerFrame,
      unit: 'ms',
      base: { label: 'bare page', value: bareScrolling.cpuMsPerFrame },
    },
  ];
}

function medianOf(paints: readonly FirstPaint[], part: keyof FirstPaint): number {
  return medianAndP95(paints.map((paint) => paint[part])).median;
}

function sizeRow(): Row {
  const files = startPageFiles(join(projectFolder, 'out', 'renderer'));
  return {
    label: 'code of the start page, gzip',
    value: files.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0) / 1024,
    unit: 'KiB',
    base: { label: 'may be', value: MAY_LOAD_KIB },
  };
}
