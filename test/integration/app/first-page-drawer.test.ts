import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, test } from 'vitest';
import {
  createFirstPageDrawer,
  type FirstPageDrawer,
} from '../../../electron/first-page/first-page-drawer.ts';
import type { FirstPageOrder } from '../../../shared/contract/first-page.ts';
import { buildWhenStale, projectFolder } from '../../support/build.ts';
import { anApiKey } from '../../support/builders.ts';
import { someAnswers } from '../../support/first-page-answers.ts';
import { recordingLogger } from '../../support/in-memory-ports.ts';

const out = join(projectFolder, 'out');
const workerFile = join(out, 'main', 'first-page-worker.js');
const order: FirstPageOrder = {
  answers: someAnswers([anApiKey({ name: 'CI pipeline' })]),
  languages: ['en-GB'],
  height: 800,
};
let drawer: FirstPageDrawer | undefined;

beforeAll(buildWhenStale, 120_000);
afterEach(() => drawer?.stop());

test('the build draws the page in a thread, again after it was stopped', async () => {
  const made = (drawer = createFirstPageDrawer({
    workerFile,
    drawingFile: join(out, 'first-page', 'draw-first-page.mjs'),
    logger: recordingLogger(),
  }));
  // A busy machine may need more than the time that a page is waited for.
  await expect.poll(() => made.draw(order), { timeout: 30_000 }).toMatchObject({ language: 'en' });
  expect((await made.draw(order))?.markup).toContain('>CI pipeline</span>');
  made.stop();
  await expect.poll(() => made.draw(order), { timeout: 30_000 }).toMatchObject({ language: 'en' });
}, 90_000);

test('a drawing that fails gives no page, says nothing of what was drawn, and is not tried again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'keyfob-drawing-'));
  try {
    const drawingFile = join(folder, 'drawing.mjs');
    await writeFile(
      drawingFile,
      'export function drawFirstPage(order) { throw new Error(JSON.stringify(order)); }',
    );
    const logger = recordingLogger();
    drawer = createFirstPageDrawer({ workerFile, drawingFile, logger });
    expect(await drawer.draw(order)).toBeNull();
    await expect.poll(() => logger.lines.length, { timeout: 10_000 }).toBe(1);
    expect(JSON.stringify(logger.lines)).not.toContain('CI pipeline');
    expect(await drawer.draw(order)).toBeNull();
    expect(logger.lines).toHaveLength(1);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);
