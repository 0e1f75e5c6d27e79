import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { searchBytes } from '../../support/canary.ts';
import { type App, expect, test } from '../fixtures.ts';

/** Asks the Local API as any client would; returns the status. */
async function statusOfMe(app: App, secret: string): Promise<number> {
  const response = await fetch(new URL('/me', app.localApi.url), { headers: { 'X-API-Key': secret } });
  await response.arrayBuffer();
  return response.status;
}

test('a key is generated, kept, sent, copied from the tray, regenerated, disabled and deleted', async ({
  start,
  userDataDir,
}) => {
  let app = await start();
  let secret = '';

  await test.step('the first start shows the empty state', async () => {
    await expect(app.apiKeys.heading()).toBeVisible();
    await expect(app.window.getByRole('row')).toHaveCount(0);
  });

  await test.step('the value is shown once, copied and closed', async () => {
    secret = await app.apiKeys.generate({ name: 'CI key' });
    expect(secret).toMatch(/^kfak_/);
    await app.apiKeys.reveal().getByRole('button', { name: 'Copy' }).click();
    await expect.poll(() => app.desktop.clipboardText()).toBe(secret);
    await app.apiKeys.closeReveal();
    await expect(app.window.locator('body')).not.toContainText(secret);
  });

  await test.step('the table shows its mask', async () => {
    await expect(app.apiKeys.row('CI key')).toContainText(secret.slice(-4));
    await expect(app.apiKeys.row('CI key')).toContainText('Never');
  });

  await test.step('GET {{baseUrl}}/me is signed without touching headers', async () => {
    await app.requests.open();
    await app.requests.get('{{baseUrl}}/me');
    await app.requests.expectStatus(200);
    await expect(app.requests.response()).toContainText('"user"');
    const timeline = await app.requests.openTimeline();
    await expect(timeline).toContainText('CI key');
  });

  await test.step('last used is set', async () => {
    await app.apiKeys.open();
    await expect(app.apiKeys.row('CI key')).toContainText(/just now|seconds? ago|now/i);
  });

  await test.step('the tray copies the same value, and it is cleared', async () => {
    await app.window.evaluate(() => window.keyfob.invoke('preferences.set', { clipboardClearSeconds: 5 }));
    const label =
      (await app.desktop.trayMenuItems()).find((item) => item.label.includes('CI key'))?.label ?? '';
    expect(label).toContain(secret.slice(-4));
    await app.desktop.clickTrayItem(label);
    await expect.poll(() => app.desktop.clipboardText()).toBe(secret);
    expect(
      (await app.desktop.notifications()).some(
        (shown) => shown.body.includes('CI key') || shown.title.includes('CI key'),
      ),
    ).toBe(true);
    await expect.poll(() => app.desktop.clipboardText(), { timeout: 10_000 }).toBe('');
  });

  await test.step('rename', async () => {
    await app.apiKeys.rename('CI key', 'Build server');
    await expect(app.apiKeys.row('CI key')).toHaveCount(0);
  });

  const first = secret;
  await test.step('regenerated with an hour of grace, both values work', async () => {
    secret = await app.apiKeys.regenerate('Build server', 'In 1 hour');
    await app.apiKeys.closeReveal();
    expect(secret).not.toBe(first);
    expect([await statusOfMe(app, first), await statusOfMe(app, secret)]).toEqual([200, 200]);
  });

  const second = secret;
  await test.step('regenerated now, every old value is refused', async () => {
    secret = await app.apiKeys.regenerate('Build server', 'Now');
    await app.apiKeys.closeReveal();
    expect([
      await statusOfMe(app, first),
      await statusOfMe(app, second),
      await statusOfMe(app, secret),
    ]).toEqual([401, 401, 200]);
  });

  await test.step('a disabled key is refused with a reason, and the request is not sent without it', async () => {
    await app.apiKeys.act('Build server', 'Disable');
    await expect(app.apiKeys.row('Build server')).toContainText('Disabled');
    expect(await statusOfMe(app, secret)).toBe(401);
    await app.requests.open();
    await app.requests.get('{{baseUrl}}/me');
    await expect(app.requests.response()).toContainText(/disabled/i);
    await expect(app.requests.response()).not.toContainText(/^401/);
    await app.apiKeys.open();
    await app.apiKeys.act('Build server', 'Enable');
    await expect(app.apiKeys.row('Build server')).not.toContainText('Disabled');
    expect(await statusOfMe(app, secret)).toBe(200);
  });

  await test.step('after a restart all is as it was left', async () => {
    await app.close();
    app = await start();
    await expect(app.apiKeys.row('Build server')).toContainText(secret.slice(-4));
    expect([await statusOfMe(app, second), await statusOfMe(app, secret)]).toEqual([401, 200]);
    await app.requests.open();
    await app.requests.get('{{baseUrl}}/me');
    await app.requests.expectStatus(200);
  });

  await test.step('deleted, it is gone from the table, the server and the ledger', async () => {
    await app.apiKeys.open();
    await app.apiKeys.delete('Build server');
    expect(await statusOfMe(app, secret)).toBe(401);
    await app.close();
    for (const file of ['keyfob.db']) {
      expect(searchBytes(file, await readFile(join(userDataDir, file)), [first, second, secret])).toEqual([]);
    }
    app = await start();
    await expect(app.apiKeys.heading()).toBeVisible();
    await expect(app.apiKeys.row('Build server')).toHaveCount(0);
    expect(await statusOfMe(app, secret)).toBe(401);
  });
});
