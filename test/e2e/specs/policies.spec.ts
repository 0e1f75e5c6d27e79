import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { searchBytes } from '../../support/canary.ts';
import { type App, expect, test } from '../fixtures.ts';

async function statusOfMe(app: App, secret: string): Promise<number> {
  const response = await fetch(new URL('/me', app.localApi.url), { headers: { 'X-API-Key': secret } });
  await response.arrayBuffer();
  return response.status;
}

async function openSettings(app: App): Promise<Locator> {
  await app.window.getByRole('button', { name: 'API key settings' }).click();
  const dialog = app.window.getByRole('dialog', { name: 'API key settings' });
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeEnabled();
  return dialog;
}

async function choose(dialog: Locator, label: string, option: string): Promise<void> {
  await dialog.getByRole('button', { name: new RegExp(label) }).click();
  await dialog.page().getByRole('option', { name: option, exact: true }).click();
}

/** Every secret is in none of the files of the profile, sealed ones aside. */
async function expectNoSecretIn(folder: string, secrets: readonly string[]): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || /Cache|GPUCache|chromium/i.test(entry.parentPath)) continue;
    const path = join(entry.parentPath, entry.name);
    expect(searchBytes(path, await readFile(path), secrets)).toEqual([]);
  }
}

test('a policy shows what it ends before it is saved, and counts everywhere from then on', async ({
  start,
  userDataDir,
}) => {
  let app = await start();
  const secret = await app.apiKeys.generate({ name: 'CI key' });
  await app.apiKeys.closeReveal();

  await test.step('the preview names the key, when it ends and why; nothing is saved yet', async () => {
    const dialog = await openSettings(app);
    await choose(dialog, 'Maximum lifetime', '7 days');
    const preview = dialog.getByRole('region', { name: 'Keys that end sooner' });
    await expect(preview).toContainText('1 key ends sooner');
    await expect(preview).toContainText('CI key');
    await expect(preview).toContainText('Maximum lifetime of 7 days');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(app.apiKeys.row('CI key')).toContainText('Never');
  });

  await test.step('saved, the table says which rule comes first, and rail and tray tell of it', async () => {
    const dialog = await openSettings(app);
    await choose(dialog, 'Maximum lifetime', '7 days');
    await expect(dialog.getByRole('region', { name: 'Keys that end sooner' })).toBeVisible();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    await expect(app.apiKeys.row('CI key')).toContainText('Maximum lifetime of 7 days');
    await expect(app.apiKeys.row('CI key')).toContainText('Expiring');
    await expect(app.window.getByTitle('API keys: 1 ends soon')).toBeVisible();
    await expect.poll(() => app.desktop.trayToolTip()).toBe('Keyfob: 1 API key ends soon');
    expect(await statusOfMe(app, secret)).toBe(200);
  });

  await test.step('the team’s policy locks the person’s own, with the reason', async () => {
    const dialog = await openSettings(app);
    await dialog.getByRole('tab', { name: 'Team policy' }).click();
    await choose(dialog, 'Maximum lifetime for the team', '90 days');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    await expect(app.apiKeys.row('CI key')).toContainText('The team’s maximum lifetime of 90 days');
    const again = await openSettings(app);
    await expect(again).toContainText('Your team’s policy sets 90 days.');
    await expect(again.getByRole('button', { name: /Maximum lifetime/ })).toBeDisabled();
    await again.getByRole('button', { name: 'Cancel' }).click();
  });

  await test.step('all of it is there after a restart', async () => {
    await app.close();
    app = await start();
    await expect(app.apiKeys.row('CI key')).toContainText('The team’s maximum lifetime of 90 days');
    await app.close();
    await expectNoSecretIn(userDataDir, [secret]);
  });
});

test('a regenerated key shows both values, its grace is ended early, and an exposed one is dead at once', async ({
  start,
  userDataDir,
}) => {
  const app = await start();
  const first = await app.apiKeys.generate({ name: 'CI key' });
  await app.apiKeys.closeReveal();
  let second = '';

  await test.step('a grace of one’s own keeps the old value working, and says until when', async () => {
    await app.apiKeys.act('CI key', 'Regenerate');
    const dialog = app.window.getByRole('dialog', { name: /^Regenerate/ });
    await dialog.getByText('After another time').click();
    await dialog.getByLabel('For how long').fill('2');
    await dialog.getByRole('button', { name: 'Regenerate' }).click();
    second = await app.apiKeys.revealed();
    await app.apiKeys.closeReveal();
    await expect(app.apiKeys.row('CI key')).toContainText(`Old …${first.slice(-4)} ends in 2 days`);
    expect([await statusOfMe(app, first), await statusOfMe(app, second)]).toEqual([200, 200]);
  });

  await test.step('the grace is ended now', async () => {
    await app.apiKeys.act('CI key', 'End grace now');
    await expect(app.apiKeys.row('CI key')).not.toContainText('Old');
    expect([await statusOfMe(app, first), await statusOfMe(app, second)]).toEqual([401, 200]);
  });

  await test.step('an exposed key shows where it went, and its value is refused at once', async () => {
    await app.requests.open();
    await app.requests.get('{{baseUrl}}/me');
    await app.requests.expectStatus(200);
    await app.apiKeys.open();
    await app.apiKeys.act('CI key', 'This key was exposed…');
    const dialog = app.window.getByRole('dialog', { name: /was exposed$/ });
    await expect(dialog).toContainText(`Sent to ${new URL(app.localApi.url).origin}`);
    await dialog.getByRole('button', { name: 'Replace it now' }).click();
    const third = await app.apiKeys.revealed();
    await app.apiKeys.closeReveal();
    expect([await statusOfMe(app, second), await statusOfMe(app, third)]).toEqual([401, 200]);
    await expect(app.window.locator('body')).not.toContainText(third);
    await app.close();
    await expectNoSecretIn(userDataDir, [first, second, third]);
  });
});

test('a key that its service issued is regenerated by pasting, and the old one is kept until it is gone there', async ({
  start,
  userDataDir,
}) => {
  const app = await start();
  const [first, second] = [`wx_${'a'.repeat(40)}`, `wx_${'b'.repeat(40)}`];
  await app.desktop.setClipboardText(first);
  await app.window.evaluate(async () => {
    const service = await window.keyfob.invoke('services.create', {
      name: 'Weather',
      baseUrl: 'https://api.weather.example/v1',
      headerName: 'X-Weather',
      origins: ['https://api.weather.example'],
      keyPrefix: 'wx_',
    });
    const staged = await window.keyfob.invoke('keys.stagePaste', {});
    if (!service.ok || !staged.ok) throw new Error('no service, or nothing pasted');
    const key = { name: 'Mine', serviceId: service.value.id, expiry: { kind: 'never' } } as const;
    const added = await window.keyfob.invoke('keys.addStaged', { ...key, token: staged.value.token });
    if (!added.ok) throw new Error(added.error.code);
  });
  await expect(app.apiKeys.row('Mine')).toContainText('aaaa');
  await app.desktop.setClipboardText(second);
  await app.apiKeys.act('Mine', 'Regenerate');
  const dialog = app.window.getByRole('dialog', { name: /^Regenerate/ });
  await dialog.getByRole('button', { name: 'Paste key' }).click();
  await expect(dialog.getByRole('status')).toContainText('bbbb');
  await dialog.getByRole('button', { name: 'Use the new key' }).click();
  await expect(app.apiKeys.row('Mine')).toContainText('Old …aaaa is kept');
  await app.apiKeys.act('Mine', 'Forget old key');
  await expect(app.apiKeys.row('Mine')).not.toContainText('is kept');
  await expect(app.window.locator('body')).not.toContainText(second);
  await app.close();
  await expectNoSecretIn(userDataDir, [first, second]);
});
