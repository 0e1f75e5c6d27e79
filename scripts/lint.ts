/** `npm run lint [-- --fix]`: ESLint, one folder after the other. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../test/support/build.ts';

/** Type-aware rules hold the types of all that one process looks at: the whole tree at once takes more than 5 GB. */
const groups: readonly (readonly string[])[] = [
  ['shared', 'scripts', 'electron', '*.ts', '*.js'],
  ['renderer'],
  ['test/unit'],
  ['test', '--ignore-pattern', 'test/unit/**'],
];

const eslint = join(projectFolder, 'node_modules/eslint/bin/eslint.js');

function lint(patterns: readonly string[]): boolean {
  const cache = ['--cache', '--cache-location', `.cache/eslint-${patterns[0]?.replace('/', '-') ?? 'all'}`];
  const args = [
    '--max-old-space-size=8192',
    eslint,
    '--max-warnings',
    '0',
    ...cache,
    ...process.argv.slice(2),
  ];
  const { status } = spawnSync(process.execPath, [...args, ...patterns], {
    cwd: projectFolder,
    stdio: 'inherit',
  });
  return status === 0;
}

const results = groups.map(lint);
process.exitCode = results.every(Boolean) ? 0 : 1;
