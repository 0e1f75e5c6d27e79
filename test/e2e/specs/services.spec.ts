import { randomBytes } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { searchBytes } from '../../support/canary.ts';
import { type App, expect, test } from '../fixtures.ts';

/** An API on loopback that takes one key, and writes down what it received. */
async function startApi(secret: string) {
  const received: { readonly url: string; readonly headers: IncomingHttpHeaders }[] = [];
  const state = { status: null as number | null };
  const server = createServer((request, response) => {
    received.push({ url: request.url ?? '', headers: request.headers });
    const status = state.status ?? (request.headers['x-weather'] === secret ? 200 : 401);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end('{"ok":true}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server has an address object, never a pipe's name.
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return { origin, received, state, close: () => server.close() };
}

async function expectAccessible({ window }: App): Promise<void> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160) ?? ''}`)).toEqual([]);
}

async function paste(app: App, text: string): Promise<void> {
  await app.desktop.setClipboardText(text);
  const dialog = app.window.getByRole('dialog', { name: 'Add existing key' });
  await dialog.getByRole('button', { name: /^Paste/ }).click();
  await expect(dialog.getByText(/looks like Weather/)).toBeVisible();
}

test('an existing key is verified at its service before it is kept, and goes where it was allowed to', async ({
  start,
  userDataDir,
}) => {
  const secret = `wx_${randomBytes(20).toString('hex')}`;
  const api = await startApi(secret);
  const files = await startApi(secret);
  try {
    const app = await start();
    const dialog = app.window.getByRole('dialog', { name: 'Add existing key' });

    await test.step('a service with a check URL and a hint', async () => {
      await app.window.getByRole('button', { name: 'Add service' }).click();
      const form = app.window.getByRole('dialog', { name: 'Add service' });
      await form.getByLabel('Name', { exact: true }).fill('Weather');
      await form.getByLabel('Base URL').fill(`${api.origin}/v1`);
      await form.getByLabel('Header').fill('X-Weather');
      await form.getByLabel('Check URL (optional)').fill(`${api.origin}/check`);
      await form.getByLabel('Keys start with (optional)').fill('wx_');
      await form.getByRole('button', { name: 'Add service' }).click();
      await expect(form).toBeHidden();
    });

    await test.step('a key that the service refuses is not kept', async () => {
      await app.window.getByRole('button', { name: 'Add existing key' }).first().click();
      await paste(app, `${secret}x`);
      await dialog.getByLabel('Name', { exact: true }).fill('Forecast');
      await dialog.getByRole('button', { name: 'Verify', exact: true }).click();
      await expect(dialog.getByRole('alert')).toContainText('Weather does not accept this key');
      await expect(dialog.getByRole('button', { name: 'Keep without verifying' })).toHaveCount(0);
    });

    await test.step('one about which it cannot be asked is offered to be kept knowingly', async () => {
      api.state.status = 503;
      await paste(app, secret);
      await dialog.getByRole('button', { name: 'Verify', exact: true }).click();
      await expect(dialog.getByRole('alert')).toContainText('could not be found out');
      await expect(dialog.getByRole('button', { name: 'Keep without verifying' })).toBeVisible();
      await expectAccessible(app);
      api.state.status = null;
    });

    await test.step('one that it accepts is kept', async () => {
      await dialog.getByRole('button', { name: 'Verify', exact: true }).click();
      await expect(dialog.getByText('Weather accepts this key')).toBeVisible();
      await expectAccessible(app);
      await dialog.getByRole('button', { name: 'Save' }).click();
      await expect(app.apiKeys.row('Forecast')).toBeVisible();
      expect(api.received.map(({ url }) => url)).toEqual(['/check', '/check', '/check']);
      expect(await app.window.content()).not.toContain(secret);
    });

    await test.step('its details say so, and take one more origin after a question outside the window', async () => {
      await app.apiKeys.act('Forecast', 'Details');
      const details = app.window.getByRole('dialog', { name: /^Details/ });
      await expect(details.getByText(/^Weather accepted this key on/)).toBeVisible();
      await details.getByLabel('Another origin for this key only').fill(files.origin);
      await details.getByRole('button', { name: 'Add origin' }).click();
      await expect(details.getByText('The key goes only where it went before.')).toBeVisible();
      await app.desktop.queueDialogAnswer({ kind: 'button', index: 0 });
      await details.getByRole('button', { name: 'Add origin' }).click();
      await expect(details.getByRole('button', { name: `Remove ${files.origin}` })).toBeVisible();
      const question = (await app.desktop.dialogs()).at(-1);
      expect(question?.message).toContain('Forecast');
      expect(question?.detail).toContain(files.origin);
      await expectAccessible(app);
      await details.getByRole('button', { name: 'Close' }).click();
      await expect(app.apiKeys.row('Forecast')).toContainText('+1 origin');
    });

    await test.step('it is sent there', async () => {
      await app.requests.open();
      await app.requests.get(`${files.origin}/report`);
      await app.requests.expectStatus(200);
      expect(files.received.map(({ headers }) => headers['x-weather'])).toEqual([secret]);
      await app.apiKeys.open();
    });

    await test.step('a profile switches the default, in the window and in the tray', async () => {
      const { window: page, desktop } = app;
      const service = { serviceId: await serviceIdOf(app, 'Weather') };
      const other = await app.apiKeys.generate({ name: 'Other', service: 'Weather' });
      await app.apiKeys.closeReveal();
      await page.getByRole('button', { name: 'Manage profiles' }).click();
      await expectAccessible(app);
      await page.getByRole('button', { name: 'New profile' }).click();
      await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Work');
      await expectAccessible(app);
      await page.getByRole('button', { name: 'Add profile' }).click();
      await expect(page.getByRole('list', { name: 'Profiles' })).toContainText('Weather: Forecast');
      await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
      await app.window.evaluate(async ({ serviceId }) => {
        const keys = await window.keyfob.invoke('keys.list', {});
        const apiKeyId = keys.ok ? (keys.value.find(({ name }) => name === 'Other')?.id ?? '') : '';
        const defaults = [{ serviceId, apiKeyId }];
        await window.keyfob.invoke('profiles.save', { id: null, name: 'Personal', defaults });
      }, service);
      await expect.poll(() => trayLabels(app)).toEqual(['Work', 'Personal']);
      await desktop.clickTrayItem('Profile', 'Personal');
      await expect(app.apiKeys.row('Other')).toContainText('Default');
      await page.getByRole('button', { name: /Profile$|^Profile|Personal/ }).click();
      await page.getByRole('option', { name: 'Work' }).click();
      await expect(app.apiKeys.row('Forecast')).toContainText('Default');
      await expectAccessible(app);
      expect(other).not.toBe('');
    });

    await app.close();
    for (const name of await readdir(userDataDir, { recursive: true })) {
      const bytes = await readFile(join(userDataDir, name)).catch(() => null);
      if (bytes !== null) expect(searchBytes(name, bytes, [secret])).toEqual([]);
    }
  } finally {
    api.close();
    files.close();
  }
});

async function serviceIdOf(app: App, name: string): Promise<string> {
  return await app.window.evaluate(async (wanted) => {
    const services = await window.keyfob.invoke('services.list', {});
    return services.ok ? (services.value.find((service) => service.name === wanted)?.id ?? '') : '';
  }, name);
}

async function trayLabels({ desktop }: App): Promise<readonly string[]> {
  const items = await desktop.trayMenuItems();
  return items.find(({ label }) => label === 'Profile')?.items.map(({ label }) => label) ?? [];
}
