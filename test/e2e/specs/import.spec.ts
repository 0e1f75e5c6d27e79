import AxeBuilder from '@axe-core/playwright';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { searchBytes, searchFolder } from '../../support/canary.ts';
import { dragOver } from '../../support/drop.ts';
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

/** A folder of Bruno, and a file beside it. */
async function makeThings(folder: string): Promise<readonly string[]> {
  const bruno = join(folder, 'shop-bruno');
  await mkdir(bruno);
  await writeFile(
    join(bruno, 'bruno.json'),
    JSON.stringify({ version: '1', name: 'Shop in Bruno', type: 'collection' }),
  );
  await writeFile(
    join(bruno, 'Items.bru'),
    'meta {\n  name: Items\n  type: http\n}\n\nget {\n  url: https://api.shop.example/items\n}\n',
  );
  const environment = join(folder, 'prod.postman_environment.json');
  await writeFile(
    environment,
    JSON.stringify({
      name: 'Dropped prod',
      values: [{ key: 'base', value: 'https://api.shop.example', enabled: true }],
    }),
  );
  return [bruno, environment];
}

test(
  'takes what is dropped anywhere onto the window, but not while it asks something, or from a script',
  holdsInApp('bridge.drops'),
  async ({ start, userDataDir }) => {
    const folder = join(userDataDir, 'dropped');
    await mkdir(folder);
    const paths = await makeThings(folder);
    const app = await start();
    const notice = app.window.getByText('Drop to import');
    const dialog = app.window.getByRole('dialog', { name: 'Import' });

    const drag = await dragOver(app.window, { paths });
    await expect(notice).toBeVisible();
    expect(await seriousFindings(app)).toEqual([]);
    await drag.drop();
    await expect(dialog.getByText('Shop in Bruno', { exact: true })).toBeVisible();
    await expect(dialog.getByText('Dropped prod', { exact: true })).toBeVisible();

    const whileAsked = await dragOver(app.window, { text: 'curl https://api.shop.example' });
    await whileAsked.drop();
    await expect(notice).toBeHidden();
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    const tree = app.window.getByRole('treegrid', { name: 'Collections' });
    await expect(tree.getByRole('row', { name: 'Shop in Bruno' })).toBeVisible();
    await app.window.getByRole('button', { name: 'Undo' }).click();
    await expect(tree.getByRole('row', { name: 'Shop in Bruno' })).toBeHidden();
    expect(await readdir(join(userDataDir, 'Collections'))).toEqual(['.trash']);

    const url = await app.requests.url().boundingBox();
    if (url === null) throw new Error('No URL field');
    const intoField = await dragOver(
      app.window,
      { text: 'https://a.example/' },
      { x: url.x + 20, y: url.y + 10 },
    );
    await expect(notice).toBeHidden();
    await intoField.drop();
    await expect(app.requests.url()).toHaveValue('https://a.example/');

    const answer = await app.window.evaluate(async () => {
      const files = new DataTransfer();
      files.items.add(new File(['{}'], 'prod.postman_environment.json'));
      document.body.setAttribute('data-drop-import', '');
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true }));
      const bridge = Reflect.get(globalThis, 'keyfob') as {
        invoke: (command: string, input: object) => Promise<unknown>;
      };
      document.body.removeAttribute('data-drop-import');
      return bridge.invoke('import.takeDropped', {});
    });
    expect(answer).toEqual({ ok: true, value: { kind: 'cancelled' } });

    const text = await dragOver(app.window, { text: 'curl https://api.shop.example/orders' });
    await expect(notice).toBeVisible();
    await text.drop();
    await expect(dialog.getByText('cURL', { exact: true })).toBeVisible();
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
