import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../test/support/build.ts';
import { resultFile } from './result-file.ts';
import type { Task } from './run-beside.ts';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface Part extends Task {
  /** A program of node_modules or a script, with its arguments. */
  readonly command: readonly [string, ...string[]];
  /** How its result file is read; a part without one is a single check, that passes or fails. */
  readonly counts?: (result: unknown) => Counts;
}

export interface Outcome {
  readonly name: string;
  readonly counts: Counts;
  readonly seconds: number;
}

const bin = (...path: readonly string[]): string => join(projectFolder, 'node_modules', ...path);
// Of two processors vitest uses one.
const vitest = (project: string, files: readonly string[] = []): Part => ({
  name: project,
  after: ['build'],
  command: [
    bin('vitest/vitest.mjs'),
    'run',
    ...files,
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${resultFile(project)}`,
  ],
  counts: vitestCounts,
});

const playwright = (files: readonly string[] = []): Part => ({
  name: 'e2e',
  hands: 2,
  after: ['build'],
  command: [bin('@playwright/test/cli.js'), 'test', ...files, '--reporter=list,json'],
  counts: playwrightCounts,
});
const packaging: Part = {
  name: 'packaging',
  after: ['build'],
  command: ['scripts/package-check.ts'],
  counts: ownCounts,
};
/** Looks at the results of the parts before it, and runs nothing. */
const cases: Part = {
  name: 'cases',
  after: ['unit', 'renderer', 'integration', 'attacks', 'e2e', 'packaging'],
  command: ['scripts/safety/print-cases.ts'],
};

/** The longest of those that run beside each other first, so that they end together. */
export const parts: readonly Part[] = [
  { name: 'lint', hands: 2, command: ['scripts/lint.ts'] },
  { name: 'build', command: [bin('electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'] },
  vitest('attacks'),
  vitest('integration'),
  vitest('renderer'),
  vitest('unit'),
  { name: 'types', command: [bin('typescript/bin/tsc'), '-b'] },
  { name: 'format', command: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
  packaging,
  playwright(),
  cases,
];

/** The parts of `npm test` that hold the cases of `safety-cases.ts`, with the files that do alone. */
export function partsOfCases(files: readonly string[], isWithApp: boolean): readonly Part[] {
  const under = (folder: string): readonly string[] =>
    files.filter((path) => path.startsWith(`test/${folder}/`));
  const isRenderer = (path: string): boolean => path.startsWith('test/unit/renderer/');
  return [
    vitest(
      'unit',
      under('unit').filter((path) => !isRenderer(path)),
    ),
    vitest('renderer', under('unit').filter(isRenderer)),
    vitest('integration', under('integration')),
    vitest('attacks'),
    ...(isWithApp ? [playwright(under('e2e')), packaging] : []),
    cases,
  ];
}

/** No part may hang the whole run. */
const partTimeout = 25 * 60 * 1000;

/** What it prints is told at once when it runs alone; when others run beside it, all of it at its end. */
export async function runPart(part: Part, isAlone: boolean): Promise<Outcome> {
  const title = `\n── ${part.name} ${'─'.repeat(Math.max(0, 60 - part.name.length))}`;
  console.log(isAlone ? title : `Begun: ${part.name}`);
  const started = Date.now();
  await rm(resultFile(part.name), { force: true });
  // A file, since what a test leaves behind would hold a pipe open.
  const log = isAlone ? undefined : await open(`${resultFile(part.name)}.log`, 'w+');
  const child = spawn(process.execPath, part.command, {
    cwd: projectFolder,
    stdio: ['ignore', log?.fd ?? 'inherit', log?.fd ?? 'inherit'],
    env: {
      ...process.env,
      // Every start of the app on the stand-in compiles the same modules.
      NODE_COMPILE_CACHE: join(projectFolder, '.cache', 'node'),
      KEYFOB_RESULT_FILE: resultFile(part.name),
      PLAYWRIGHT_JSON_OUTPUT_NAME: resultFile(part.name),
      ...(part.name === 'build' ? { NODE_ENV: 'production' } : {}),
    },
    timeout: partTimeout,
  });
  await once(child, 'exit').catch((error: unknown) => {
    console.error(error);
  });
  await log?.close();
  if (log !== undefined) console.log(`${title}\n${await readFile(`${resultFile(part.name)}.log`, 'utf8')}`);
  const counts = await countsOf(part, child.exitCode === 0);
  if (part.counts === undefined) console.log(counts.failed === 0 ? 'passed' : 'FAILED');
  return { name: part.name, counts, seconds: (Date.now() - started) / 1000 };
}

/** A run that failed has at least one failure, also when it wrote no result or counted none. */
async function countsOf(part: Part, isPassed: boolean): Promise<Counts> {
  if (part.counts === undefined) return { passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1, skipped: 0 };
  const text = await readFile(resultFile(part.name), 'utf8').catch(() => undefined);
  const counts = text === undefined ? { passed: 0, failed: 0, skipped: 0 } : part.counts(JSON.parse(text));
  return isPassed ? counts : { ...counts, failed: Math.max(1, counts.failed) };
}

/** A number in a report; 0 where it has none. */
function numberAt(report: unknown, ...path: readonly string[]): number {
  let value: unknown = report;
  for (const name of path)
    value = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return typeof value === 'number' ? value : 0;
}

function vitestCounts(report: unknown): Counts {
  return {
    passed: numberAt(report, 'numPassedTests'),
    failed: numberAt(report, 'numFailedTests'),
    skipped: numberAt(report, 'numPendingTests') + numberAt(report, 'numTodoTests'),
  };
}

function playwrightCounts(report: unknown): Counts {
  return {
    passed: numberAt(report, 'stats', 'expected'),
    failed: numberAt(report, 'stats', 'unexpected') + numberAt(report, 'stats', 'flaky'),
    skipped: numberAt(report, 'stats', 'skipped'),
  };
}

function ownCounts(report: unknown): Counts {
  return { passed: numberAt(report, 'passed'), failed: numberAt(report, 'failed'), skipped: 0 };
}
