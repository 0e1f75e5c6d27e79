import { spawnSync } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { searchBytes } from '../../support/canary.ts';
import { type App, expect, test } from '../fixtures.ts';
import { ActivityPage } from '../pages/activity-page.ts';
import { holdsInApp } from '../../support/holds.ts';

async function seriousFindings(app: App): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: app.window })
    .setLegacyMode(true)
    .exclude('[data-live-announcer]')
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}

test('what happens to a key is listed, searched and exported, and no value is in any of it', async ({
  start,
  userDataDir,
}) => {
  const app = await start();
  const activity = new ActivityPage(app.window);

  await test.step('before anything happened', async () => {
    await activity.open();
    await expect(app.window.getByText('Nothing has happened yet')).toBeVisible();
    expect(await seriousFindings(app)).toEqual([]);
    await app.apiKeys.open();
  });

  const secret = await app.apiKeys.generate({ name: 'CI key' });
  await app.apiKeys.reveal().getByRole('button', { name: 'Copy' }).click();
  await app.apiKeys.closeReveal();
  await app.requests.open();
  await app.requests.get('{{baseUrl}}/me?page=hidden-in-query');
  await app.requests.expectStatus(200);
  await app.apiKeys.open();
  await app.apiKeys.rename('CI key', '=Build server');

  await test.step('the newest is first, and the address is told without its query', async () => {
    await activity.open();
    await expect(activity.items()).toHaveCount(5);
    await expect(activity.items().nth(0)).toContainText('Renamed');
    await expect(activity.items().nth(1)).toContainText(/GET http:\/\/127\.0\.0\.1:\d+ → 200/);
    await expect(activity.items().nth(2)).toContainText('From the window');
    await expect(app.window.getByText('5 entries')).toBeVisible();
    await expect(activity.screen()).not.toContainText('hidden-in-query');
    await expect(app.window.locator('body')).not.toContainText(secret);
    for (const theme of ['light', 'dark'] as const) {
      await app.window.evaluate(
        (chosen) => window.keyfob.invoke('preferences.set', { theme: chosen }),
        theme,
      );
      expect(await seriousFindings(app)).toEqual([]);
    }
  });

  await test.step('it is searched and filtered', async () => {
    await activity.search('127.0.0.1');
    await expect(activity.items()).toHaveCount(1);
    await activity.search('no such thing');
    await expect(app.window.getByText('Nothing matches')).toBeVisible();
    await app.window.getByRole('button', { name: 'Show all activity' }).click();
    await expect(activity.items()).toHaveCount(5);
  });

  await test.step('the list is reached and scrolled with the keyboard', async () => {
    const region = app.window.getByRole('region', { name: 'What happened' });
    await app.window.getByRole('button', { name: /When/ }).focus();
    await app.window.keyboard.press('Tab');
    await expect(region).toBeFocused();
  });

  await test.step('it is exported as CSV and JSON, for this user alone, and that is listed too', async () => {
    for (const format of ['CSV', 'JSON'] as const) {
      const path = join(userDataDir, `activity.${format.toLowerCase()}`);
      await app.desktop.queueDialogAnswer({ kind: 'files', paths: [path] });
      await activity.export(format);
      await expect(app.window.getByText(`to activity.${format.toLowerCase()}.`).first()).toBeAttached();
      await expect(activity.items().first()).toContainText(`as ${format}`);
      const content = await readFile(path);
      expect((await stat(path)).mode & 0o777).toBe(0o600);
      expect(searchBytes(path, content, [secret])).toEqual([]);
      expect(content.toString()).not.toContain('hidden-in-query');
      expect(content.toString()).toContain('Build server');
    }
    expect(await readFile(join(userDataDir, 'activity.csv'), 'utf8')).toContain("'=Build server");
  });

  await test.step('a key’s own activity opens from its row menu', async () => {
    await app.apiKeys.open();
    await app.apiKeys.generate({ name: 'Other key' });
    await app.apiKeys.closeReveal();
    await app.apiKeys.act('Other key', 'Activity');
    await expect(activity.items()).toHaveCount(2);
    await expect(activity.items().first()).toContainText('Other key');
  });
});

test(
  'a key is used elsewhere by snippets that do not hold it',
  holdsInApp('confinement.snippets'),
  async ({ start }) => {
    const app = await start();
    const secret = await app.apiKeys.generate({ name: 'CI key' });
    await app.apiKeys.closeReveal();
    await app.apiKeys.act('CI key', 'Use it elsewhere');
    const dialog = app.window.getByRole('dialog', { name: 'Use “CI key” elsewhere' });
    const copied = async (name: string): Promise<string> => {
      await app.desktop.setClipboardText('');
      await dialog.getByRole('button', { name, exact: true }).click();
      await expect.poll(() => app.desktop.clipboardText()).not.toBe('');
      return await app.desktop.clipboardText();
    };

    await test.step('it is accessible in both themes', async () => {
      for (const theme of ['light', 'dark'] as const) {
        await app.window.evaluate(
          (chosen) => window.keyfob.invoke('preferences.set', { theme: chosen }),
          theme,
        );
        expect(await seriousFindings(app)).toEqual([]);
      }
    });

    await test.step('what is copied makes a real shell reach the Local API', async () => {
      const read = await copied('Copy: First: read the key into the shell');
      const curl = await copied('Copy: curl');
      const key = await copied('Copy key');
      expect(key).toBe(secret);
      const { stdout } = spawnSync('bash', ['--norc', '-c', `${read}\n${curl} --silent --max-time 20`], {
        input: `${key}\n`,
        encoding: 'utf8',
      });
      expect(stdout).toContain('"user"');
    });

    await test.step('no snippet holds the key, and a text that does is not copied', async () => {
      for (const shell of ['bash, zsh', 'PowerShell']) {
        await dialog.getByText(shell, { exact: true }).click();
        expect(searchBytes(shell, Buffer.from(await dialog.innerHTML()), [secret])).toEqual([]);
      }
      const refused = await app.window.evaluate(
        (text) => window.keyfob.invoke('clipboard.copyText', { text }),
        `curl -H 'X-API-Key: ${secret}'`,
      );
      expect(refused).toMatchObject({ ok: false, error: { code: 'text-holds-secret' } });
      expect(JSON.stringify(refused)).not.toContain(secret);
    });

    await test.step('Escape closes it, and the focus goes back', async () => {
      await app.window.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    });
  },
);
