import AxeBuilder from '@axe-core/playwright';
import { searchBytes, searchFolder } from '../../support/canary.ts';
import { type App, expect, test } from '../fixtures.ts';
import { AccessKeysSection } from '../pages/access-keys-section.ts';

async function seriousFindings(app: App): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: app.window }).setLegacyMode(true).analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id);
}

async function statusOf(url: string): Promise<number> {
  const response = await fetch(url);
  await response.arrayBuffer();
  return response.status;
}

test('a collection is shared, read by its URL alone, kept out of history and files, and revoked', async ({
  start,
  userDataDir,
}) => {
  let app = await start();
  let accessKeys = new AccessKeysSection(app.window);
  let url = '';
  let secret = '';

  await test.step('the new key is shown once, with a warning, and copied', async () => {
    url = await accessKeys.share('Keyfob sample');
    secret = new URL(url).searchParams.get('access_key') ?? '';
    expect(url.startsWith(app.localApi.url)).toBe(true);
    expect(secret).toMatch(/^kfat_/);
    await expect(accessKeys.reveal()).toContainText('Do not paste it in public');
    expect(await seriousFindings(app)).toEqual([]);
    await accessKeys.reveal().getByRole('button', { name: 'Copy URL' }).click();
    await expect.poll(() => app.desktop.clipboardText()).toBe(url);
    await accessKeys.closeReveal();
    await expect(accessKeys.row('Keyfob sample')).toContainText('60 days left');
    await expect(accessKeys.row('Keyfob sample')).toContainText('Never');
    const id = await app.window.evaluate(async () => {
      const listed = await window.keyfob.invoke('accessKeys.list', { serviceId: 'local' });
      return listed.ok ? (listed.value.keys[0]?.id ?? '') : '';
    });
    const again = await app.window.evaluate(
      async (accessKeyId) => [
        await window.keyfob.invoke('accessKeys.reveal', { id: accessKeyId }),
        await window.keyfob.invoke('accessKeys.copyUrl', { id: accessKeyId }),
      ],
      id,
    );
    for (const result of again)
      expect(result).toMatchObject({ ok: false, error: { code: 'already-revealed' } });
  });

  await test.step('it opens its collection, and the use is seen', async () => {
    expect(await statusOf(url)).toBe(200);
    expect(await statusOf(url.replace('/collections/', '/environments/'))).toBe(401);
    await expect(accessKeys.row('Keyfob sample')).toContainText('just now');
    expect(await seriousFindings(app)).toEqual([]);
  });

  await test.step('it is masked in the history when it is sent from Keyfob', async () => {
    await app.requests.open();
    await app.requests.get(url);
    await app.requests.expectStatus(200);
    await app.requests.url().fill('');
    await app.window.getByRole('navigation').getByRole('link', { name: 'History' }).click();
    await expect(app.window.getByRole('heading', { name: /access_key=••••/ })).toBeVisible();
  });

  await test.step('neither the window nor a file holds it', async () => {
    await app.apiKeys.open();
    await app.window.reload();
    await expect(accessKeys.row('Keyfob sample')).toBeVisible();
    expect(searchBytes('DOM', await app.window.content(), [secret])).toEqual([]);
    await app.close();
    expect(await searchFolder(userDataDir, [secret])).toEqual([]);
  });

  await test.step('after a restart it still works; deleted, it is refused at once', async () => {
    app = await start();
    accessKeys = new AccessKeysSection(app.window);
    await expect(accessKeys.row('Keyfob sample')).toBeVisible();
    const now = new URL(new URL(url).pathname + new URL(url).search, app.localApi.url).href;
    expect(await statusOf(now)).toBe(200);
    await accessKeys.delete('Keyfob sample');
    expect(await statusOf(now)).toBe(401);
  });
});
