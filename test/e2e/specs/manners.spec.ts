import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type App, expect, test } from '../fixtures.ts';
import { Keyboard } from '../keyboard/keyboard.ts';
import { command } from '../keyboard/seed.ts';
import { seriousFindings } from '../look/axe.ts';

/** As a shortcut of the desktop does it: the shortcut itself cannot be pressed on both hosts. */
async function askForPalette({ evaluate }: App): Promise<void> {
  await evaluate(({ app }) => {
    app.emit('second-instance', {}, ['keyfob', '--quick-copy'], '/', {});
  });
}

async function openPalette(app: App): Promise<Page> {
  await askForPalette(app);
  await expect.poll(async () => (await app.currentWindow()).url()).toContain('quick-copy');
  return app.currentWindow();
}

const visibleWindows = (app: App): Promise<readonly boolean[]> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()));

test('Keyfob behaves on the desktop: quick copy, opening at login, the zoom', async ({
  start,
  userDataDir,
}) => {
  // The person's own autostart folder is not a test's.
  const env = { XDG_CONFIG_HOME: join(userDataDir, 'config') };
  let app = await start({ env });
  const entry = join(env.XDG_CONFIG_HOME, 'autostart', 'keyfob.desktop');

  await test.step('quick copy is off: its shortcut opens nothing', async () => {
    await app.apiKeys.generate({ name: 'Weather' });
    await app.apiKeys.closeReveal();
    await askForPalette(app);
    expect(await visibleWindows(app)).toEqual([true]);
  });

  await test.step('it is switched on in the settings, with keys that are recorded', async () => {
    await app.window.getByRole('link', { name: 'Settings' }).click();
    await app.window.getByText('Quick copy', { exact: true }).click();
    await app.window.getByRole('switch', { name: 'Quick copy' }).press('Space');
    await app.window.getByRole('button', { name: /^Change shortcut/ }).click();
    await app.window.keyboard.press('Control+C');
    await expect(app.window.getByText(/Use two of/)).toBeVisible();
    await app.window.keyboard.press('Control+Shift+Space');
    await expect(
      app.window.getByRole('button', { name: 'Change shortcut, now Ctrl Shift Space' }),
    ).toBeVisible();
    expect(
      await app.evaluate(({ globalShortcut }) =>
        ['CmdOrCtrl+Shift+Space', 'CmdOrCtrl+Alt+K'].map((keys) => globalShortcut.isRegistered(keys)),
      ),
    ).toEqual([true, false]);
  });

  await test.step('opening at login is an entry of the desktop, there while it is on', async () => {
    const toggle = app.window.getByRole('switch', { name: 'Open at login' });
    await toggle.press('Space');
    await expect(toggle).toBeChecked();
    if (process.platform === 'linux') {
      expect(await readFile(entry, 'utf8')).toContain('--hidden');
      await toggle.press('Space');
      await expect(toggle).not.toBeChecked();
      expect(existsSync(entry)).toBe(false);
    }
  });

  await test.step('a name and Enter copy a key, concealed, and the palette goes', async () => {
    const palette = await openPalette(app);
    await expect(palette.getByRole('option')).toHaveCount(1);
    await palette.keyboard.type('weath');
    await palette.keyboard.press('Enter');
    await expect.poll(() => visibleWindows(app)).toEqual([true, false]);
    const copied = await app.desktop.clipboardText();
    expect(copied).toMatch(/^kfak_/);
    expect((await app.desktop.clipboardFormats()).join()).toContain('passwordManagerHint');
    expect((await app.desktop.notifications()).at(-1)?.title).toContain('Weather');
    await expect(palette.locator('body')).not.toContainText(copied);
    const refused = await palette.evaluate(() =>
      window.keyfob.invoke('keys.list', {}).then((result) => (result.ok ? 'listed' : result.error.code)),
    );
    expect(refused).toBe('forbidden-sender');
  });

  await test.step('Esc closes it, what was typed is gone the next time, and a lock is said', async () => {
    const palette = await openPalette(app);
    const field = palette.getByRole('combobox', { name: 'Search keys' });
    await expect(field).toHaveValue('');
    for (const theme of ['dark', 'light'] as const) {
      await command(app.window, 'preferences.set', { theme });
      await expect(palette.locator('html')).toHaveAttribute('data-theme', theme);
      expect(await seriousFindings(palette), theme).toEqual([]);
    }
    await (await Keyboard.of(palette)).reachEverything('quick copy');
    await field.fill('none of these');
    await expect(palette.getByText('No key is called “none of these”.')).toBeVisible();
    await palette.keyboard.press('Escape');
    await expect.poll(() => visibleWindows(app)).toEqual([true, false]);
    await app.desktop.clickMenuItem('&File', 'Lock Keyfob');
    await askForPalette(app);
    await expect(palette.getByRole('heading', { name: 'Keyfob is locked' })).toBeVisible();
    await expect(palette.locator('body')).not.toContainText('Weather');
    await palette.getByRole('button', { name: 'Unlock Keyfob…' }).click();
    await expect.poll(() => visibleWindows(app)).toEqual([true, false]);
    await app.window.getByRole('button', { name: 'Unlock' }).click();
  });

  await test.step('the activity says where the key was copied', async () => {
    await app.window.getByRole('link', { name: 'Activity' }).click();
    await expect(app.window.getByText('From the quick-copy palette')).toBeVisible();
  });

  await test.step('the zoom and the shortcut are there again after a restart', async () => {
    await app.desktop.clickMenuItem('&View', 'Zoom In');
    await app.desktop.clickMenuItem('&View', 'Zoom In');
    await app.close();
    app = await start({ env });
    expect(
      await app.evaluate(({ BrowserWindow, globalShortcut }) => ({
        zoom: BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel(),
        isTaken: globalShortcut.isRegistered('CmdOrCtrl+Shift+Space'),
      })),
    ).toEqual({ zoom: 1, isTaken: true });
  });
});
