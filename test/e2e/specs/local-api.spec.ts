import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { searchBytes } from '../../support/canary.ts';
import { type App, expect, test } from '../fixtures.ts';
import { AccessKeysSection } from '../pages/access-keys-section.ts';

async function seriousFindings(app: App): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: app.window }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 300)).join(' | ')}`);
}

async function openSettings(app: App): Promise<Locator> {
  await app.window.getByRole('navigation').getByRole('link', { name: 'Settings' }).click();
  return app.window.getByRole('region', { name: 'Local API' });
}

async function isServed(url: string): Promise<boolean> {
  return fetch(url).then(
    async (response) => {
      await response.arrayBuffer();
      return true;
    },
    () => false,
  );
}

test('the Local API is written with a key, and run from its section in Settings', async ({ start }) => {
  const app = await start();
  await app.apiKeys.generate({ name: 'Writer', expires: '7 days' });
  const secret = await app.apiKeys.revealed();
  await app.apiKeys.closeReveal();
  const { url } = app.localApi;
  const headers = { 'X-API-Key': secret, 'Content-Type': 'application/json' };
  const accessKeys = new AccessKeysSection(app.window);

  await test.step('a collection that a program writes can be shared in the window', async () => {
    const body = JSON.stringify({ collection: { info: { name: 'From a program' }, item: [] } });
    const response = await fetch(`${url}/collections`, { method: 'POST', headers, body });
    expect(response.status).toBe(200);
    const shared = await accessKeys.share('From a program');
    await accessKeys.closeReveal();
    expect((await fetch(shared)).status).toBe(200);
    const path = new URL(shared).pathname;
    expect((await fetch(url + path, { method: 'DELETE', headers })).status).toBe(200);
    expect((await fetch(shared)).status).toBe(401);
    await expect(accessKeys.section().getByRole('row').nth(1)).toContainText(/inactive|expired/i);
  });

  await test.step('a key in a collection is refused, and repeated nowhere', async () => {
    const collection = { info: { name: 'Leaky' }, item: [], variable: [{ key: 'token', value: secret }] };
    const body = JSON.stringify({ collection });
    const response = await fetch(`${url}/collections`, { method: 'POST', headers, body });
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain(secret);
  });

  const section = await openSettings(app);
  await test.step('its section says where it answers, copies that, and opens the document after a question', async () => {
    await expect(section).toContainText(url);
    await expect(section).toContainText(/\d+ requests served/);
    await section.getByRole('button', { name: 'Copy address' }).click();
    await expect.poll(() => app.desktop.clipboardText()).toBe(url);
    await app.desktop.queueDialogAnswer({ kind: 'button', index: 0 });
    await section.getByRole('button', { name: /^Open the OpenAPI document/ }).click();
    await expect.poll(() => app.desktop.openedExternalUrls()).toEqual([`${url}/keyfob/v1/openapi.json`]);
    const document: unknown = await (await fetch(`${url}/keyfob/v1/openapi.json`)).json();
    expect(document).toMatchObject({ openapi: '3.1.1', servers: [{ url }] });
    expect(await seriousFindings(app)).toEqual([]);
    expect(searchBytes('DOM', await app.window.content(), [secret])).toEqual([]);
  });

  await test.step('it is stopped and started by keyboard, and its port follows', async () => {
    await section.getByRole('button', { name: 'Stop', exact: true }).focus();
    await app.window.keyboard.press('Enter');
    await expect(section.getByText('Stopped', { exact: true })).toBeVisible();
    expect(await isServed(`${url}/me`)).toBe(false);
    await expect(section.getByRole('button', { name: 'Copy address' })).toBeDisabled();
    expect(await seriousFindings(app)).toEqual([]);
    await section.getByRole('button', { name: 'Start', exact: true }).focus();
    await app.window.keyboard.press('Enter');
    await expect(section.getByText('Running', { exact: true })).toBeVisible();
  });

  await test.step('a request is explained, and what is not served is said before it is sent', async () => {
    await app.requests.open();
    await app.window.getByText('Get the authenticated user', { exact: true }).click();
    await app.window.getByRole('tab', { name: 'About' }).click();
    await expect(app.window.getByText(/^operations\[\]\.usage: /)).toBeVisible();
    expect(await seriousFindings(app)).toEqual([]);
    await app.requests.url().fill('{{baseUrl}}/mocks');
    await expect(app.window.getByText('Not served by the Local API')).toBeVisible();
    expect(await seriousFindings(app)).toEqual([]);
    await app.requests.get('{{baseUrl}}/mocks');
    await app.requests.expectStatus(404);
    await openSettings(app);
  });

  await test.step('that it starts with Keyfob is remembered', async () => {
    const control = section.getByRole('switch', { name: 'Start with Keyfob' });
    await expect(control).toBeChecked();
    await control.focus();
    await app.window.keyboard.press('Space');
    await expect(control).not.toBeChecked();
    await app.window.reload();
    const again = await openSettings(app);
    await expect(again.getByRole('switch', { name: 'Start with Keyfob' })).not.toBeChecked();
  });
});
