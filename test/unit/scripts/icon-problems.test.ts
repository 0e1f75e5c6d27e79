import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { iconFileProblems } from '../../../scripts/packaging/icon-problems.ts';
import { projectFolder } from '../../support/build.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyfob-icons-'));
  for (const part of ['build', 'resources'])
    await cp(join(projectFolder, part), join(folder, part), { recursive: true });
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('every system has its icons, in each size and with the dot', async () => {
  expect(await iconFileProblems(projectFolder)).toEqual([]);
});

test('notices a picture of another size, one without its dot, and one that is none', async () => {
  const tray = (name: string): string => join(folder, 'resources', 'tray', name);
  await cp(tray('tray@2x.png'), tray('tray@3x.png'));
  await cp(tray('trayTemplate.png'), tray('trayAttentionTemplate.png'));
  await writeFile(tray('overlay.png'), 'no picture');
  await writeFile(join(folder, 'build', 'icon.ico'), 'no icon');
  expect(await iconFileProblems(folder)).toEqual([
    'build/icon.ico',
    'tray@3x.png is 32 × 32',
    'overlay.png is no PNG',
    'trayAttentionTemplate has no dot',
  ]);
});
