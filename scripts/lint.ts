/** `npm run lint [-- --fix]`: ESLint, two groups of folders at a time. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectFolder } from '../test/support/build.ts';

/** Type-aware rules hold the types of all that one process looks at: the whole tree at once takes more than 5 GB. */
const groups: readonly (readonly string[])[] = [
  ['shared', 'scripts', 'electron', '*.ts', '*.js'],
  ['renderer'],
  ['test/unit'],
  ['test', '--ignore-pattern', 'test/unit/**'],
];
const AT_A_TIME = 2;

const eslint = join(projectFolder, 'node_modules/eslint/bin/eslint.js');

async function lint(patterns: readonly string[]): Promise<boolean> {
  const name = patterns[0]?.replace('/', '-') ?? 'all';
  const cache = ['--cache', '--cache-location', `.cache/eslint-${name}`];
  const child = spawn(
    process.execPath,
    [
      '--max-old-space-size=6144',
      eslint,
      ...['--max-warnings', '0'],
      ...cache,
      ...process.argv.slice(2),
      ...patterns,
    ],
    { cwd: projectFolder, stdio: 'inherit' },
  );
  await once(child, 'exit');
  return child.exitCode === 0;
}

const waiting = [...groups];
const results: boolean[] = [];

async function lintNext(): Promise<void> {
  for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) {
    results.push(await lint(group));
  }
}

await Promise.all(Array.from({ length: AT_A_TIME }, lintNext));
process.exitCode = results.every(Boolean) ? 0 : 1;
