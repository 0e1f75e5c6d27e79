import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildWhenStale, projectFolder } from '../../support/build.ts';
import { startPageFiles } from '../../support/start-page-files.ts';

const MOST_KIB = 250;

test('the start page is at most 250 KiB, compressed; the rest is loaded when it is needed', async () => {
  await buildWhenStale();
  const files = startPageFiles(join(projectFolder, 'out', 'renderer'));
  const kib = files.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0) / 1024;
  expect(kib).toBeLessThanOrEqual(MOST_KIB);
  // React alone is more than that.
  expect(kib).toBeGreaterThan(60);
  const names = files.map(({ name }) => name).join(' ');
  expect(names).toMatch(/index-.*\.css/);
  for (const later of ['code-mirror', 'requests-screen', 'key-dialogs', 'calls-chart'])
    expect(names).not.toContain(later);
}, 120_000);
