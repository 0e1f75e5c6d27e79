import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startServer } from '../../support/servers.ts';
import { expect, test } from '../fixtures.ts';

test('a collection is a Postman file: sent from, edited in its own lines, and never written over', async ({
  start,
  userDataDir,
}) => {
  const server = await startServer();
  const app = await start();
  try {
    await app.requests.open();
    const created = await app.window.evaluate(() =>
      window.keyfob.invoke('collections.create', { name: 'Shop' }),
    );
    expect(created).toMatchObject({ ok: true, value: { id: 'file:Shop.json' } });
    const tree = app.window.getByRole('treegrid', { name: 'Collections' });
    const path = join(userDataDir, 'Collections', 'Shop.json');

    // Another program writes a request into it, in a style of its own.
    const text = readFileSync(path, 'utf8').replace(
      '"item": []',
      `"item": [\n      { "name": "Orders", "request": { "method": "GET", "url": "{{host}}/orders?page={{page}}" }, "response": [] }\n\t],\n\t"variable": [{ "key": "host", "value": "${server.origin()}" }, { "key": "page", "value": "2" }]`,
    );
    writeFileSync(path, text);
    await tree.getByText('Orders').click();
    await app.window.getByRole('button', { name: 'Send', exact: true }).click();
    await app.requests.expectStatus(200);
    expect(server.received.map(({ url }) => url)).toEqual(['/orders?page=2']);

    const outcome = await app.window.evaluate(async () => {
      const { invoke } = window.keyfob;
      const got = await invoke('collections.get', { id: 'file:Shop.json' });
      const itemId = got.ok ? (got.value.items[0]?.id ?? '') : '';
      const place = { collectionId: 'file:Shop.json', itemId };
      const opened = await invoke('collections.getRequest', place);
      if (!opened.ok) return ['not opened'];
      const { draft, revision } = opened.value;
      const save = { ...place, draft: { ...draft, method: 'POST' as const }, revision };
      const first = await invoke('collections.saveRequest', save);
      const second = await invoke('collections.saveRequest', save);
      return [first.ok ? 'saved' : first.error.code, second.ok ? 'saved' : second.error.code];
    });
    expect(outcome).toEqual(['saved', 'collection-changed-on-disk']);
    expect(readFileSync(path, 'utf8')).toBe(text.replace('"method": "GET"', '"method": "POST"'));

    await test.step('a secret that is typed into a JSON body is sealed before it is saved', async () => {
      await app.requests.openTab('Body');
      await app.window.getByText('JSON', { exact: true }).click();
      const body = app.window.getByRole('textbox', { name: 'Request body' });
      await body.fill('{ "user": "ada", "password": "typed-by-hand" }');
      await app.window.keyboard.press('Control+S');
      const question = app.window.getByRole('alertdialog', { name: 'Save a secret to the file?' });
      await expect(question.getByText(/the field password of the body/)).toBeVisible();
      await question.getByRole('button', { name: 'Keep as a secret variable' }).click();
      await expect(body).toHaveText('{ "user": "ada", "password": "{{password}}" }');
      await expect(question).toBeHidden();
      await expect.poll(() => readFileSync(path, 'utf8')).toContain('{{password}}');
      expect(readFileSync(path, 'utf8')).not.toContain('typed-by-hand');
    });
  } finally {
    await server.close();
  }
});
