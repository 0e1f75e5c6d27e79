import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { electronLogLogger } from '../../../electron/adapters/electron-log-logger.ts';

const folder = mkdtempSync(join(tmpdir(), 'keyfob-log-'));
const file = join(folder, 'main.log');

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('the log is readable by nobody else, one line a message, and starts a new file at 1 MiB', () => {
  const logger = electronLogLogger({ folder, isVerbose: false });
  logger.info('Something happened', { count: 3, name: 'a\nb' });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^\[\d{4}-.*\] \[info\]\s+Something happened \{"count":3,"name":"a\\nb"\}$/);

  writeFileSync(file, 'x'.repeat(1024 * 1024), { flag: 'a' });
  const afterGrowth = electronLogLogger({ folder, isVerbose: false });
  for (let line = 0; line < 3000; line += 1) afterGrowth.warn('y'.repeat(400));
  expect(readdirSync(folder).sort()).toEqual(['main.log', 'main.old.log']);
  expect(statSync(file).size).toBeLessThan(1.2 * 1024 * 1024);
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
});
