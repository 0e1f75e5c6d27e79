import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostControls } from '../../test/support/host-controls.ts';
import type { Camera } from './camera.ts';

const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

/** What comes in, with a secret that was found; and the collection in the tree. */
export async function importPictures(camera: Camera): Promise<void> {
  const { keyfob, window, take, go } = camera;
  const folder = await mkdtemp(join(tmpdir(), 'keyfob-import-'));
  const path = join(folder, 'shop.json');
  const url = { raw: 'https://api.shop.example/items', protocol: 'https', host: ['api', 'shop', 'example'] };
  const item = (name: string, method: string) => ({
    name,
    request: {
      method,
      header: [{ key: 'X-API-Key', value: ['shop', 'c0ffee00c0ffee00'].join('_') }],
      url: { ...url, path: ['items'] },
    },
  });
  try {
    const document = {
      info: { name: 'Shop', schema },
      item: [item('List items', 'GET'), item('Add an item', 'POST')],
    };
    await writeFile(path, JSON.stringify(document));
    await go('Requests');
    await hostControls(keyfob).queueDialogAnswer({ kind: 'files', paths: [path] });
    await window.keyboard.press('Control+o');
    const dialog = window.getByRole('dialog', { name: 'Import' });
    await dialog.getByText('Collection, 2 requests').waitFor();
    await take('import');
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await window.getByRole('treegrid', { name: 'Collections' }).getByRole('row', { name: 'Shop' }).waitFor();
    await take('imported');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
