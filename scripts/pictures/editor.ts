import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { hostControls } from '../../test/support/host-controls.ts';
import { startProxy } from '../../test/support/proxies.ts';
import type { Camera } from './camera.ts';

/** The tables of the editor, its kinds of body, its settings, where a request is moved to, and what requests may use in Settings. */
export async function editorPictures(camera: Camera): Promise<void> {
  const { window, take, command } = camera;
  const { id } = await command<{ id: string }>('environments.create', { name: 'Staging' });
  const { revision } = await command<{ revision: string }>('environments.get', { id });
  const host = { kind: 'plain', was: null, name: 'host', value: 'https://api.shop.test', isEnabled: true };
  await command('environments.saveRows', { id, revision, rows: [host] });
  await command('environments.setActive', { id });
  await makeCollections(camera);
  await camera.go('Requests');
  const url = window.getByRole('textbox', { name: 'URL', exact: true });
  const tab = (name: RegExp) => window.getByRole('tab', { name }).first().click();
  await url.fill('{{host}}/orders/:orderId/lines?sort=created&limit=20');
  await tab(/^Params/);
  await window.getByRole('textbox', { name: 'Value of path variable orderId' }).fill('1017');
  await take('editor-params');
  await tab(/^Headers/);
  await window.getByLabel('Name of new header', { exact: true }).fill('X-Requested-With');
  await window.getByLabel('Value of header 1', { exact: true }).fill('Keyfob');
  await take('editor-headers');
  await tab(/^Body/);
  await window.getByText('Multipart', { exact: true }).click();
  await window.getByRole('textbox', { name: 'Name of new part' }).fill('note');
  await window.getByRole('textbox', { name: 'Value of part 1' }).fill('For {{host}} and {{nothing}}');
  await take('editor-multipart');
  await chooseFile(camera);
  await take('editor-file');
  await window.getByText('GraphQL', { exact: true }).click();
  await window
    .getByRole('textbox', { name: 'GraphQL query' })
    .fill(
      'query Order($id: ID!) {\n  order(id: $id) { total }\n}\n\nmutation Cancel($id: ID!) {\n  cancel(id: $id) { state }\n}',
    );
  await window.getByRole('textbox', { name: 'GraphQL variables' }).fill('{ "id": "1017" }');
  await window.locator('.cm-content').nth(1).waitFor();
  await window.getByRole('button', { name: /GraphQL operation/ }).click();
  await window.getByRole('option', { name: 'Order' }).click();
  await take('editor-graphql');
  await tab(/^Settings/);
  await window.getByRole('button', { name: /Proxy/ }).click();
  await window.getByRole('option', { name: 'Another one' }).click();
  await window.getByLabel('Address of the proxy').fill('socks5://127.0.0.1:1080');
  await take('editor-settings');
  await tab(/^Headers/);
  await window.getByLabel('Name of header 1', { exact: true }).fill('Authorization');
  await window.getByLabel('Value of header 1', { exact: true }).fill('made up for a picture');
  await window.keyboard.press('Control+Shift+S');
  await camera.dialog().waitFor();
  await take('editor-typed-secret');
  await window.keyboard.press('Escape');
  await window.getByRole('row', { name: 'Orders' }).hover();
  await camera.choose('Orders', 'Move to…');
  await take('editor-move');
  await window.keyboard.press('Escape');
  await allowedInSettings(camera);
}

/** A proxy that a collection names, once it was allowed; and the files that requests may send. */
async function allowedInSettings(camera: Camera): Promise<void> {
  const { window, take, keyfob, go, press } = camera;
  const proxy = await startProxy();
  try {
    writeFileSync(
      join(keyfob.userDataDir, 'Collections', 'Intranet.json'),
      JSON.stringify({
        info: {
          name: 'Intranet',
          schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
        },
        item: [
          {
            name: 'Opening hours',
            request: {
              method: 'GET',
              url: 'http://intranet.test/hours',
              proxy: { host: '127.0.0.1', port: proxy.port },
            },
          },
        ],
      }),
    );
    await window.getByRole('treegrid', { name: 'Collections' }).getByText('Opening hours').click();
    await hostControls(keyfob).queueDialogAnswer({ kind: 'button', index: 0 });
    await press('Send');
    await window.getByText('from the proxy').first().waitFor();
    await go('Settings');
    const section = (name: string): Locator => window.getByRole('region', { name });
    await section('Network').getByText('Intranet', { exact: false }).waitFor();
    await take('settings-network', section('Network'));
    await section('Files that requests send')
      .getByText('orders-of-september.csv', { exact: false })
      .waitFor();
    await take('settings-files', section('Files that requests send'));
  } finally {
    await proxy.close();
  }
}

/** One to move from, and one to move into. */
async function makeCollections({ command }: Camera): Promise<void> {
  await command('collections.create', { name: 'Archive' });
  await command('collections.create', { name: 'Shop' });
  const place = { folderId: null, beforeId: null };
  await command('collections.addFolder', { collectionId: 'file:Shop.json', place, name: 'Orders' });
}

/** A part that is a file, with the origin to which it may go. */
async function chooseFile({ window, keyfob }: Camera): Promise<void> {
  const path = join(keyfob.userDataDir, 'orders-of-september.csv');
  writeFileSync(path, 'id,total\n1017,12.50\n');
  await window.getByRole('textbox', { name: 'Name of new part' }).fill('report');
  await window.getByRole('button', { name: /Kind of part 2/ }).click();
  await window.getByRole('option', { name: 'File' }).click();
  await hostControls(keyfob).queueDialogAnswer({ kind: 'files', paths: [path] });
  await window.getByRole('button', { name: 'Choose a file for part 2' }).click();
  await window.getByText('May go to', { exact: false }).first().waitFor();
}
