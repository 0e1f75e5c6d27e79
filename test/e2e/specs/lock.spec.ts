import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readKeychainEntry, removeKeychainEntry } from '../../support/keychain-entry.ts';
import { chooseHost } from '../../support/electron-binary.ts';
import { type App, expect, test } from '../fixtures.ts';
import { seriousFindings } from '../look/axe.ts';
import { ENLARGED, notFitting } from '../look/fit.ts';
import { holdsInApp } from '../../support/holds.ts';

const passphrase = 'correct horse battery staple';

/** As it is, and at 200 %. */
async function expectAccessible({ window }: App): Promise<void> {
  const size = window.viewportSize();
  expect(await seriousFindings(window)).toEqual([]);
  await window.setViewportSize(ENLARGED);
  expect(await seriousFindings(window)).toEqual([]);
  expect(await notFitting(window)).toEqual([]);
  if (size !== null) await window.setViewportSize(size);
}

async function openSettings({ window }: App): Promise<void> {
  await window.getByRole('navigation').getByRole('link', { name: 'Settings' }).click();
}

function lockHeading({ window }: App) {
  return window.getByRole('heading', { name: 'Keyfob is locked' });
}

test(
  'locked by hand, Keyfob shows, copies and sends nothing; unlocked, all is as it was',
  holdsInApp('confinement.locked'),
  async ({ start }) => {
    const app = await start();
    const secret = await app.apiKeys.generate({ name: 'CI key' });
    await app.apiKeys.closeReveal();
    await app.requests.open();
    await app.window.getByLabel('URL', { exact: true }).fill('{{baseUrl}}/me?half=typed');

    await app.desktop.clickMenuItem('&File', 'Lock Keyfob');
    await expect(lockHeading(app)).toBeVisible();
    await expect(app.window.locator('body')).not.toContainText('CI key');
    await expectAccessible(app);
    await app.desktop.setClipboardText('mine');
    const refused = await app.window.evaluate(() => window.keyfob.invoke('keys.list', {}));
    expect(refused).toMatchObject({ ok: false, error: { code: 'vault-locked' } });
    expect((await app.desktop.trayMenuItems()).map(({ label }) => label)).not.toContain('CI key');
    expect(JSON.stringify(await app.desktop.trayMenuItems())).not.toContain(secret.slice(-4));
    expect(await app.desktop.clipboardText()).toBe('mine');

    await app.window.keyboard.press('Enter');
    await expect(lockHeading(app)).toBeHidden();
    await expect(app.window.getByLabel('URL', { exact: true })).toHaveValue('{{baseUrl}}/me?half=typed');
    await app.apiKeys.open();
    await app.apiKeys.act('CI key', 'Copy');
    await expect.poll(() => app.desktop.clipboardText()).toBe(secret);
  },
);

test('a passphrase takes the master key out of the keychain, and is asked for at the next start', async ({
  start,
  keyring,
  userDataDir,
}) => {
  const place = { env: keyring.env, userDataDir };
  let app = await start();
  const secret = await app.apiKeys.generate({ name: 'CI key' });
  await app.apiKeys.closeReveal();
  expect(await readKeychainEntry(place)).toMatch(/^v1:/);

  await openSettings(app);
  await app.window.getByRole('button', { name: 'Use a passphrase…' }).click();
  const dialog = app.window.getByRole('dialog', { name: 'Use a passphrase' });
  await dialog.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await dialog.getByLabel('Repeat it', { exact: true }).fill(passphrase);
  await expectAccessible(app);
  await dialog.getByRole('button', { name: 'Use it' }).click();
  await expect(dialog).toBeHidden();
  expect(await readKeychainEntry(place)).toBe('');
  await app.close();

  app = await start();
  await expect(lockHeading(app)).toBeVisible();
  const field = app.window.getByLabel('Passphrase', { exact: true });
  await field.fill('correct horse battery');
  await app.window.keyboard.press('Enter');
  await expect(app.window.getByText('This is not the passphrase.')).toBeVisible();
  await expectAccessible(app);
  await field.fill(passphrase);
  await app.window.keyboard.press('Enter');
  await expect(app.apiKeys.row('CI key')).toBeVisible();
  await app.apiKeys.act('CI key', 'Copy');
  await expect.poll(() => app.desktop.clipboardText()).toBe(secret);
  await app.close();
  const files = await readFile(join(userDataDir, 'keyfob.db'));
  expect(files.includes(passphrase)).toBe(false);
});

test(
  'a recovery kit opens the keys again when the keychain has lost the master key',
  holdsInApp('storage.kit'),
  async ({ start, keyring, userDataDir }) => {
    const folder = await mkdtemp(join(tmpdir(), 'keyfob-kit-'));
    const kit = join(folder, 'kit.json');
    try {
      let app = await start();
      const secret = await app.apiKeys.generate({ name: 'CI key' });
      await app.apiKeys.closeReveal();
      await app.desktop.queueDialogAnswer({ kind: 'files', paths: [kit] });
      await app.window.getByRole('button', { name: 'Save a kit…' }).click();
      const saving = app.window.getByRole('dialog', { name: 'Save a recovery kit' });
      await saving.getByLabel('Passphrase of the kit', { exact: true }).fill(passphrase);
      await saving.getByLabel('Repeat it', { exact: true }).fill(passphrase);
      await saving.getByRole('button', { name: 'Save…' }).click();
      await expect(
        app.window.getByText('kit.json is saved, and was opened to test it.', { exact: true }),
      ).toBeVisible();
      await expect(app.window.getByRole('button', { name: 'Save a kit…' })).toHaveCount(0);
      await app.close();
      await removeKeychainEntry({ env: keyring.env, userDataDir });

      app = await start();
      await expect(
        app.window.getByText('The master key is not in your keychain', { exact: true }),
      ).toBeVisible();
      await app.desktop.queueDialogAnswer({ kind: 'files', paths: [kit] });
      await app.window.getByRole('button', { name: 'Open a recovery kit…' }).click();
      const opening = app.window.getByRole('dialog', { name: 'Open a recovery kit' });
      await opening.getByLabel('Passphrase of the kit', { exact: true }).fill(passphrase);
      await opening.getByRole('button', { name: 'Choose the file…' }).click();
      await expect(
        app.window.getByText('The master key is back in your keychain.', { exact: true }),
      ).toBeVisible();
      await app.apiKeys.act('CI key', 'Copy');
      await expect.poll(() => app.desktop.clipboardText()).toBe(secret);
      expect(await readKeychainEntry({ env: keyring.env, userDataDir })).toMatch(/^v1:/);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
);

test(
  'with Touch ID, only whoever answers it unlocks Keyfob, at its start too',
  holdsInApp('confinement.touch-id'),
  async ({ start }) => {
    test.skip(chooseHost() === 'electron' && process.platform !== 'darwin', 'Only macOS has Touch ID');
    const mac = { env: { KEYFOB_STAND_IN_TOUCH_ID: '1' } };
    let app = await start(mac);
    const secret = await app.apiKeys.generate({ name: 'CI key' });
    await app.apiKeys.closeReveal();
    await openSettings(app);
    await app.window.getByRole('switch', { name: 'Unlock with Touch ID' }).press(' ');
    await expect
      .poll(() => app.desktop.touchIdQuestions())
      .toEqual(['ask for Touch ID before it unlocks your keys']);
    await app.desktop.answerTouchId(true);
    await expect(app.window.getByRole('switch', { name: 'Unlock with Touch ID' })).toBeChecked();
    await app.close();

    app = await start(mac);
    await expect(lockHeading(app)).toBeVisible();
    const unlock = app.window.getByRole('button', { name: 'Unlock with Touch ID' });
    await expect(unlock).toBeVisible();
    const asked = async () => {
      // Keyfob asks by itself too; while it does, the button waits for nobody's press.
      const press = () => unlock.click({ timeout: 500 }).catch(() => undefined);
      const questions = async () => {
        if ((await app.desktop.touchIdQuestions()).length === 0) await press();
        return await app.desktop.touchIdQuestions();
      };
      await expect.poll(questions).toEqual(['unlock your keys']);
    };
    await asked();
    await app.desktop.answerTouchId(false);
    await expect(app.window.getByText(/Touch ID did not confirm that it is you/)).toBeVisible();
    await expectAccessible(app);
    await asked();
    await app.desktop.answerTouchId(true);
    await app.apiKeys.open();
    await app.apiKeys.act('CI key', 'Copy');
    await expect.poll(() => app.desktop.clipboardText()).toBe(secret);
  },
);
