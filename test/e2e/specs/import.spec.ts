import AxeBuilder from '@axe-core/playwright';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { searchBytes, searchFolder } from '../../support/canary.ts';
import { type App, expect, test } from '../fixtures.ts';
import { holdsInApp } from '../../support/holds.ts';

async function seriousFindings(app: App): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: app.window }).setLegacyMode(true).analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id);
}

/** Made at run time, so that no scanner takes this file for a leak. */
const secretValue = (label: string): string => ['canary', label, 'c0ffee00c0ffee00'].join('-');

test(
  'imports a file: previews it, keeps its key, and writes no secret',
  holdsInApp('import.lifted'),
  async ({ start, userDataDir }) => {
    const secret = secretValue('header');
    const dropped = secretValue('variable');
    const path = join(userDataDir, '..', `keyfob-import-${String(process.pid)}.json`);
    const request = {
      name: 'List items',
      request: {
        method: 'GET',
        header: [{ key: 'X-API-Key', value: secret }],
        url: {
          raw: 'https://api.shop.example/items',
          protocol: 'https',
          host: ['api', 'shop', 'example'],
          path: ['items'],
        },
      },
    };
    const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
    const document = {
      info: { name: 'Imported shop', schema },
      item: [request],
      variable: [{ key: 'admin_password', value: dropped }],
    };
    await writeFile(path, JSON.stringify(document));
    const app = await start();
    await app.requests.open();

    await app.desktop.queueDialogAnswer({ kind: 'files', paths: [path] });
    await app.window.keyboard.press('Control+o');
    const dialog = app.window.getByRole('dialog', { name: 'Import' });
    await expect(dialog.getByText('Imported shop', { exact: true })).toBeVisible();
    await expect(dialog.getByText('Collection, 1 request')).toBeVisible();
    await expect(dialog.getByText('sent to https://api.shop.example')).toBeVisible();
    const shown = (await app.window.content()) + (await app.window.locator('body').ariaSnapshot());
    expect(searchBytes('window', shown, [secret, dropped])).toEqual([]);
    expect(await seriousFindings(app)).toEqual([]);

    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(app.window.getByText('1 collection, 1 key').first()).toBeVisible();
    const tree = app.window.getByRole('treegrid', { name: 'Collections' });
    await expect(tree.getByRole('row', { name: 'Imported shop' })).toBeVisible();
    await app.apiKeys.open();
    await expect(app.window.getByRole('row', { name: /api\.shop\.example X-API-Key/ })).toBeVisible();

    const file = await readFile(join(userDataDir, 'Collections', 'Imported shop.json'), 'utf8');
    expect(file).toContain('{{key:api.shop.example X-API-Key}}');
    await rm(path);
    await app.close();
    expect(await searchFolder(userDataDir, [secret, dropped])).toEqual([]);
  },
);

test('takes a curl command that is pasted into the empty URL, without showing its key', async ({
  start,
  userDataDir,
}) => {
  const secret = secretValue('curl');
  const app = await start();
  await app.requests.open();
  await app.desktop.setClipboardText(`curl https://api.shop.example/orders -H 'X-API-Key: ${secret}'`);
  await app.requests.url().focus();
  await app.requests.url().evaluate((field, text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, 'curl https://api.shop.example/orders');

  const dialog = app.window.getByRole('dialog', { name: 'Import' });
  await expect(dialog.getByText('cURL', { exact: true })).toBeVisible();
  await expect(app.requests.url()).toHaveValue('');
  await dialog.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(dialog).toBeHidden();
  expect(searchBytes('window', await app.window.content(), [secret])).toEqual([]);
  await app.close();
  expect(await searchFolder(userDataDir, [secret])).toEqual([]);
});
