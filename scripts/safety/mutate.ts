/**
 * `npm run test:attacks -- --mutate`: switches each defence off, one at a time, in a copy of the tree, and runs the tests that must notice.
 * Fails when one is not noticed, or when the text that switches it off is no longer there.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../test/support/build.ts';
import { vitestTests, type CaseTest } from './case-tests.ts';
import { allMutations } from './mutations/all-mutations.ts';
import type { Mutation } from './mutations/mutation.ts';

const WORKERS = 2;
/** A defence against endless work may be what is switched off: then the tests do not end by themselves. */
const HANGS_AFTER_MS = 240_000;
const COPIED = [
  'shared',
  'electron',
  'renderer',
  'scripts',
  'test',
  'resources',
  'package.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'vitest.config.ts',
];
const LEFT_OUT = /\/node_modules(?:\/|$)/;

export interface Noticed {
  readonly mutation: Mutation;
  /** `stale`: the text is not there exactly once. */
  readonly kind: 'noticed' | 'survived' | 'stale' | 'hung';
  readonly failed: readonly CaseTest[];
  readonly seconds: number;
}

async function copyTree(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'keyfob-mutate-'));
  for (const name of COPIED) {
    const options = { recursive: true, filter: (path: string) => !LEFT_OUT.test(path) };
    await cp(join(projectFolder, name), join(copy, name), options);
  }
  await symlink(join(projectFolder, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** Runs these files in the copy; null when they do not end. */
async function runTests(copy: string, files: readonly string[]): Promise<readonly CaseTest[] | null> {
  const report = join(copy, 'report.json');
  await rm(report, { force: true });
  const vitest = join(projectFolder, 'node_modules/vitest/vitest.mjs');
  const args = [vitest, 'run', ...files, '--reporter=json', `--outputFile.json=${report}`];
  // The same cases each time: a defence must not be noticed by chance.
  const env = { ...process.env, CI: '1', DBUS_SESSION_BUS_ADDRESS: '' };
  const child = spawn(process.execPath, args, { cwd: copy, env, stdio: 'ignore', timeout: HANGS_AFTER_MS });
  await once(child, 'exit');
  if (child.signalCode !== null) return null;
  const text = await readFile(report, 'utf8').catch(() => null);
  return text === null ? [] : vitestTests(JSON.parse(text));
}

async function tryOne(copy: string, mutation: Mutation): Promise<Noticed> {
  const started = Date.now();
  const path = join(copy, mutation.file);
  const source = await readFile(path, 'utf8').catch(() => '');
  const done = (kind: Noticed['kind'], failed: readonly CaseTest[] = []): Noticed => ({
    ...{ mutation, kind, failed },
    seconds: (Date.now() - started) / 1000,
  });
  if (source.split(mutation.search).length !== 2) return done('stale');
  await writeFile(
    path,
    source.replace(mutation.search, () => mutation.replace),
  );
  try {
    const tests = await runTests(copy, mutation.tests);
    if (tests === null) return done('hung');
    const failed = tests.filter(({ outcome }) => outcome === 'failed');
    const isNoticed = failed.some(({ cases }) => cases.includes(mutation.holds));
    return done(isNoticed ? 'noticed' : 'survived', failed);
  } finally {
    await writeFile(path, source);
  }
}

function printOne({ mutation, kind, failed, seconds }: Noticed): void {
  const cases = [...new Set(failed.flatMap((test) => test.cases))].toSorted().join(', ');
  const say: Readonly<Record<Noticed['kind'], string>> = {
    noticed: `noticed by ${cases}`,
    hung: 'noticed: the tests no longer end',
    survived: `SURVIVED: no test of ${mutation.holds} failed${cases === '' ? '' : `, only ${cases}`}`,
    stale: `STALE: in ${mutation.file} this no longer stands exactly once: ${mutation.search}`,
  };
  console.log(`${seconds.toFixed(0).padStart(4)} s  ${mutation.defence}\n        ${say[kind]}`);
}

/** Without a change everything must pass: else a failure would say nothing. */
async function checkBaseline(copy: string, mutations: readonly Mutation[]): Promise<boolean> {
  const files = [...new Set(mutations.flatMap(({ tests }) => tests))];
  const tests = await runTests(copy, files);
  const failed = (tests ?? []).filter(({ outcome }) => outcome === 'failed');
  for (const { name } of failed) console.log(`fails without a change: ${name}`);
  return tests !== null && tests.length > 0 && failed.length === 0;
}

/** Tries all of them, two at a time; the exit code. `only`: those whose defence or file holds this text. */
export async function mutate(only: string): Promise<number> {
  const started = Date.now();
  const chosen = allMutations.filter(({ defence, file }) => `${defence} ${file}`.includes(only));
  const copies = await Promise.all(Array.from({ length: WORKERS }, copyTree));
  await mkdir(join(projectFolder, '.cache', 'results'), { recursive: true });
  try {
    const [first = ''] = copies;
    if (!(await checkBaseline(first, chosen))) {
      console.log('The tests fail as they are: nothing can be said of the defences.');
      return 1;
    }
    const waiting = [...chosen];
    const results: Noticed[] = [];
    await Promise.all(
      copies.map(async (copy) => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          const noticed = await tryOne(copy, next);
          results.push(noticed);
          printOne(noticed);
        }
      }),
    );
    const bad = results.filter(({ kind }) => kind === 'survived' || kind === 'stale');
    const minutes = ((Date.now() - started) / 60_000).toFixed(1);
    const sum = `${String(results.length - bad.length)} of ${String(results.length)} defences are noticed when they are switched off`;
    console.log(`\n${sum}, in ${minutes} minutes`);
    return bad.length === 0 ? 0 : 1;
  } finally {
    for (const copy of copies) await rm(copy, { recursive: true, force: true });
  }
}
