import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { holdsInApp } from '../../support/holds.ts';
import { type App, expect, test } from '../fixtures.ts';

const passphrase = 'correct horse battery staple';

async function openSettings({ window }: App): Promise<void> {
  await window.getByRole('navigation').getByRole('link', { name: 'Settings' }).click();
}

/** As a person goes on by keyboard. */
async function tabTo({ window }: App, target: Locator): Promise<void> {
  for (let presses = 0; presses < 12; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await window.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

test(
  'a key that was exported under a passphrase is restored in an empty Keyfob, by keyboard alone, and sends there',
  holdsInApp('storage.export-restored'),
  async ({ start }) => {
    const folder = await mkdtemp(join(tmpdir(), 'keyfob-moving-'));
    const file = join(folder, 'keys.json');
    try {
      let app = await start();
      let { keyboard } = app.window;
      const secret = await app.apiKeys.generate({ name: 'CI key' });
      await app.apiKeys.closeReveal();
      await openSettings(app);
      await app.desktop.queueDialogAnswer({ kind: 'files', paths: [file] });
      const exportButton = app.window.getByRole('button', { name: 'Export…', exact: true });
      await exportButton.focus();
      await keyboard.press('Enter');
      await expect(app.window.getByRole('dialog', { name: 'Export keys and services' })).toBeVisible();
      for (const field of ['Passphrase of the file', 'Repeat it']) {
        await tabTo(app, app.window.getByLabel(field, { exact: true }));
        await keyboard.type(passphrase);
      }
      await keyboard.press('Enter');
      await expect(
        app.window.getByText('1 key exported to keys.json.', { exact: true }).first(),
      ).toBeVisible();
      await expect(exportButton).toBeFocused();
      expect(await readFile(file, 'utf8')).not.toContain(secret);
      await app.close();

      app = await start({ userDataDir: join(folder, 'other'), masterKey: 'memory' });
      ({ keyboard } = app.window);
      await openSettings(app);
      await app.desktop.queueDialogAnswer({ kind: 'files', paths: [file] });
      await app.window.getByRole('button', { name: 'Restore…', exact: true }).focus();
      await keyboard.press('Enter');
      const dialog = app.window.getByRole('dialog', { name: 'Restore an export' });
      await expect(dialog.getByLabel('Passphrase of the file', { exact: true })).toBeFocused();
      await keyboard.type(passphrase);
      await keyboard.press('Enter');
      await expect(dialog.getByRole('row', { name: 'CI key' })).toContainText('Is added');
      const { violations } = await new AxeBuilder({ page: app.window }).setLegacyMode(true).analyze();
      expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
      const restore = dialog.getByRole('button', { name: 'Restore 1 key' });
      await tabTo(app, restore);
      await keyboard.press('Enter');
      await expect(app.window.getByText('1 key restored.', { exact: true }).first()).toBeVisible();

      await app.requests.open();
      await app.requests.get(`${app.localApi.url}/me`);
      await app.requests.expectStatus(200);
      await app.close();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
);
