import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { zipOf } from '../../support/build-archive.ts';
import { searchBytes } from '../../support/canary.ts';
import { type App, expect, test } from '../fixtures.ts';
import { ActivityPage } from '../pages/activity-page.ts';
import { ExposedPage } from '../pages/exposed-page.ts';

async function statusOfMe(app: App, secret: string): Promise<number> {
  const response = await fetch(new URL('/me', app.localApi.url), { headers: { 'X-API-Key': secret } });
  await response.arrayBuffer();
  return response.status;
}

async function seriousFindings(window: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: window })
    .setLegacyMode(true)
    .exclude('[data-live-announcer]')
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}

/** Every answer of the commands that tell of a scan, as the window gets it. */
async function answers(app: App): Promise<string> {
  return JSON.stringify(await app.window.evaluate(() => window.keyfob.invoke('exposed.getScan', {})));
}

test('a key is found in files, replaced as exposed, and refused from then on', async ({ start }) => {
  const folder = await mkdtemp(join(tmpdir(), 'keyfob-scanned-'));
  const app = await start();
  const exposed = new ExposedPage(app.window);
  let secret = '';
  let other = '';
  const expectNoValue = async (): Promise<void> => {
    expect(searchBytes('answer', await answers(app), [secret, other])).toEqual([]);
    expect(searchBytes('DOM', await app.window.content(), [secret, other])).toEqual([]);
    expect(searchBytes('output', app.output(), [secret, other])).toEqual([]);
  };

  try {
    await test.step('two keys, one of which lies in files', async () => {
      secret = await app.apiKeys.generate({ name: 'CI key' });
      await app.apiKeys.closeReveal();
      other = await app.apiKeys.generate({ name: 'Safe key' });
      await app.apiKeys.closeReveal();
      await mkdir(join(folder, 'src', 'node_modules'), { recursive: true });
      await writeFile(join(folder, '.env'), `# local\nPOSTMAN_API_KEY=${secret}\n`);
      await writeFile(join(folder, 'src', 'notes.txt'), `\uFEFFkey: ${secret}`, 'utf16le');
      await writeFile(join(folder, 'src', 'node_modules', 'a.js'), `const key = '${secret}';`);
      await writeFile(join(folder, `${secret}.log`), 'empty');
      const zip = zipOf([{ name: 'backup/env.txt', content: `\nKEY=${secret}` }]);
      await writeFile(join(folder, 'src', 'old.zip'), zip);
      await symlink(folder, join(folder, 'src', 'loop'));
    });

    await test.step('before the first scan, and when the person changes their mind', async () => {
      await exposed.open();
      await expect(app.window.getByText('Find out where your keys lie')).toBeVisible();
      expect(await seriousFindings(app.window)).toEqual([]);
      await exposed.scan('Scan a folder…');
      await expect(app.window.getByText('Find out where your keys lie')).toBeVisible();
    });

    await test.step('it is found in text, in UTF-16, in a ZIP archive and in a file’s name, with its line and column', async () => {
      await app.desktop.queueDialogAnswer({ kind: 'files', paths: [folder] });
      await exposed.scan('Scan a folder…');
      await expect(exposed.summary()).toContainText('1 value of your keys found in 5 places');
      await expect(exposed.rows()).toHaveCount(6);
      await expect(exposed.row('.env')).toContainText('2:17');
      await expect(exposed.row('notes.txt')).toContainText('1:6');
      await expect(exposed.row('a.js')).toContainText('1:14');
      await expect(exposed.row('old.zip › backup/env.txt')).toContainText('2:5');
      await expect(exposed.row('••••••••.log')).toContainText('in its name');
      await expect(exposed.row('CI key')).toContainText('Works');
      await expect(exposed.screen()).toContainText('1 link was not followed.');
      await expectNoValue();
      for (const theme of ['light', 'dark'] as const) {
        await app.window.evaluate(
          (chosen) => window.keyfob.invoke('preferences.set', { theme: chosen }),
          theme,
        );
        expect(await seriousFindings(app.window)).toEqual([]);
      }
    });

    await test.step('its path is copied, unless the path itself holds the key', async () => {
      await exposed
        .row('.env')
        .getByRole('button', { name: /^Copy the path/ })
        .click();
      await expect.poll(() => app.desktop.clipboardText()).toBe(join(folder, '.env'));
      await exposed
        .row('.log')
        .getByRole('button', { name: /^Copy the path/ })
        .click();
      await expect(app.window.getByText('The text holds a key, so it was not copied.').first()).toBeVisible();
      await exposed
        .row('notes.txt')
        .getByRole('button', { name: /^Show .* in its folder$/ })
        .click();
      await expect.poll(() => app.desktop.shownFiles()).toEqual([join(folder, 'src', 'notes.txt')]);
    });

    await test.step('the window names no path of its own', async () => {
      const refused = await app.window.evaluate(() =>
        Promise.all([
          window.keyfob.invoke('exposed.showInFolder', { scanId: 'another', fileId: 0 }),
          window.keyfob.invoke('exposed.scan', {
            target: 'folder',
            leavesOutPackages: false,
            path: '/etc',
          } as never),
        ]),
      );
      expect(refused.map((reply) => !reply.ok && reply.error.code)).toEqual(['not-found', 'invalid-input']);
    });

    await test.step('it is regenerated as exposed: the new value is shown once, the old one is refused', async () => {
      expect(await statusOfMe(app, secret)).toBe(200);
      await exposed
        .row('CI key')
        .getByRole('button', { name: 'Regenerate as exposed: CI key' })
        .press('Enter');
      const dialog = app.window.getByRole('dialog', { name: '“CI key” was exposed' });
      await dialog.getByRole('button', { name: 'Replace it now' }).click();
      const next = await app.apiKeys.revealed();
      await app.apiKeys.closeReveal();
      expect(next).not.toBe(secret);
      expect([await statusOfMe(app, secret), await statusOfMe(app, next)]).toEqual([401, 200]);
      await expect(exposed.row('CI key')).toContainText('Refused');
      await expect(app.window.getByRole('region', { name: 'What was found' })).toBeFocused();
      await expectNoValue();
    });

    await test.step('again, with packages left out: the refused value is still told', async () => {
      await exposed.screen().getByText('Leave out installed packages').click();
      await exposed.scan('Scan again');
      await expect(exposed.summary()).toContainText('1 value of your keys found in 4 places');
      await expect(exposed.row('a.js')).toHaveCount(0);
      await expect(exposed.screen()).toContainText('1 folder of installed packages was left out.');
    });

    await test.step('a file without a key', async () => {
      await writeFile(join(folder, 'clean.txt'), 'nothing');
      await app.desktop.queueDialogAnswer({ kind: 'files', paths: [join(folder, 'clean.txt')] });
      await exposed.scan('Scan a file…');
      await expect(app.window.getByText('None of your keys lies there')).toBeVisible();
      expect(await seriousFindings(app.window)).toEqual([]);
    });

    await test.step('the activity tells that it was found, and not where', async () => {
      const activity = new ActivityPage(app.window);
      await activity.open();
      const found = activity.items().filter({ hasText: 'Found in files' });
      await expect(found).toHaveCount(2);
      await expect(found.last()).toContainText('5 places in 5 files');
      await expect(activity.screen()).not.toContainText('.env');
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('a scan is started from the palette and cancelled', async ({ start, userDataDir }) => {
  const app = await start();
  const exposed = new ExposedPage(app.window);
  await app.apiKeys.generate({ name: 'CI key' });
  await app.apiKeys.closeReveal();
  // Long enough that it cannot be through before it is cancelled; a hole, so that it takes no room.
  const folder = `${userDataDir}-scanned`;
  await mkdir(folder);
  await writeFile(join(folder, 'long.bin'), '');
  await truncate(join(folder, 'long.bin'), 2 ** 38);
  await app.desktop.queueDialogAnswer({ kind: 'files', paths: [folder] });
  await app.window.keyboard.press('Control+K');
  await app.window.keyboard.type('scan a folder');
  await app.window.getByRole('menuitem', { name: 'Scan a folder for exposed keys' }).click();
  const bar = app.window.getByRole('progressbar', { name: 'Scan' });
  await expect(bar).toBeVisible();
  await expect(bar).toHaveAttribute('aria-valuenow', /\d/);
  expect(await seriousFindings(app.window)).toEqual([]);
  const second = await app.window.evaluate(() =>
    window.keyfob.invoke('exposed.scan', { target: 'again', leavesOutPackages: false }),
  );
  expect(second).toMatchObject({ ok: false, error: { code: 'scan-running' } });
  await exposed.screen().getByRole('button', { name: 'Cancel' }).click();
  await expect(app.window.getByText('The scan was cancelled.')).toBeVisible();
  await rm(folder, { recursive: true });
});
