import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Camera } from './camera.ts';

const SHOP = 'file:Shop.json';

/** Collections in files: the tree, tabs that are not saved, saving, a change on disk, a file that cannot be read. */
export async function collectionPictures(camera: Camera): Promise<void> {
  const { window, take, command, keyfob } = camera;
  await command('keys.generate', { name: 'CI pipeline', serviceId: 'local', expiry: { kind: 'never' } });
  await makeShop(camera);
  writeFileSync(
    join(keyfob.userDataDir, 'Collections', 'Broken.json'),
    '{ "info": { "schema": "/collection/" ',
  );
  await camera.go('Requests');
  const row = (name: string) => window.getByRole('row', { name, exact: true });
  const url = () => window.getByRole('textbox', { name: 'URL', exact: true });
  await row('Postman API').click();
  await row('Orders').click();
  await row('Admin').click();
  await row('List orders').dblclick();
  await row('List users').click();
  await url().fill('https://api.shop.test/users?role=admin');
  await row('Create an order').click();
  await take('collections');
  await row('List orders').hover();
  await window.getByRole('button', { name: 'More actions for List orders' }).click();
  await take('collections-menu');
  await window.keyboard.press('Escape');
  await window.getByRole('menu').waitFor({ state: 'detached' });
  await window.keyboard.press('Control+Shift+S');
  await camera.dialog().waitFor();
  await take('collections-save-as');
  await window.keyboard.press('Escape');
  await window.getByRole('tab', { name: 'GET List users, edited' }).click();
  await window.keyboard.press('Control+W');
  await take('collections-close');
  await window.keyboard.press('Escape');
  await onDisk(camera);
  await row('Shop').hover();
  await camera.choose('Shop', 'Details…');
  await window.getByRole('dialog').getByRole('tab', { name: 'Auth' }).click();
  await take('collections-details');
  await window.getByRole('dialog').getByRole('tab', { name: 'Variables' }).click();
  await window.getByRole('textbox', { name: 'Name of new variable' }).fill('token');
  await window.getByRole('textbox', { name: 'Value of variable 2' }).fill('made up for a picture');
  await window.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await window.getByRole('alertdialog').waitFor();
  await take('collections-typed-secret');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Escape');
  await window.getByRole('searchbox', { name: 'Search collections' }).fill('users');
  await take('collections-search');
}

/** What is typed stands against what another program wrote. */
async function onDisk({ window, command, take }: Camera): Promise<void> {
  const shop = await command<{ items: { items?: { id: string; name: string }[] }[] }>('collections.get', {
    id: SHOP,
  });
  const itemId = shop.items.flatMap(({ items = [] }) => items).find(({ name }) => name === 'List users')?.id;
  const opened = await command<{ draft: object; revision: string }>('collections.getRequest', {
    collectionId: SHOP,
    itemId,
  });
  const draft = { ...opened.draft, url: 'https://api.shop.test/v2/users' };
  await command('collections.saveRequest', {
    ...{ collectionId: SHOP, itemId, revision: opened.revision },
    draft,
  });
  await window.getByRole('button', { name: 'Choose…' }).waitFor();
  await take('collections-changed');
  await window.getByRole('button', { name: 'Choose…' }).click();
  await take('collections-conflict');
  await window.keyboard.press('Escape');
}

async function makeShop({ command }: Camera): Promise<void> {
  await command('collections.create', { name: 'Shop' });
  const folder = async (name: string) =>
    (
      await command<{ id: string }>('collections.addFolder', {
        ...{ collectionId: SHOP, name },
        place: { folderId: null, beforeId: null },
      })
    ).id;
  const request = (folderId: string, name: string, [method, path]: readonly [string, string]) =>
    command('collections.addRequest', {
      collectionId: SHOP,
      place: { folderId, beforeId: null },
      draft: {
        ...{ name, method, url: `https://api.shop.test/${path}`, params: [], headers: [] },
        ...{ body: { kind: 'none' }, keyChoice: { kind: 'automatic' } },
        settings: { timeoutMs: 30_000, followRedirects: true, maxRedirects: 10 },
      },
    });
  const orders = await folder('Orders');
  await request(orders, 'List orders', ['GET', 'orders']);
  await request(orders, 'Create an order', ['POST', 'orders']);
  await request(orders, 'Cancel an order', ['DELETE', 'orders/:id']);
  const admin = await folder('Admin');
  await request(admin, 'List users', ['GET', 'users']);
  await request(admin, 'Change a user', ['PATCH', 'users/:id']);
  const keys = await command<{ id: string }[]>('keys.list', {});
  await command('collections.setAuth', {
    ...{ collectionId: SHOP, itemId: null },
    keyChoice: { kind: 'key', apiKeyId: keys[0]?.id },
  });
  await command('collections.setVariables', {
    id: SHOP,
    rows: [{ name: 'host', value: 'api.shop.test', isEnabled: true }],
  });
  await command('collections.setDescription', {
    ...{ collectionId: SHOP, itemId: null },
    description: 'Everything of the shop.',
  });
}
