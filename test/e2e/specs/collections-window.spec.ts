import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import { CollectionsPane } from '../pages/collections-pane.ts';

const PASSWORD = 'typed and saved nowhere';

test('a collection is made, arranged, saved to and undone in its window, and what is open comes back', async ({
  start,
  userDataDir,
}) => {
  let app = await start();
  let pane = new CollectionsPane(app.window);
  const path = join(userDataDir, 'Collections', 'Shop.json');
  const file = (): string => readFileSync(path, 'utf8');
  const names = () => CollectionsPane.namesIn(JSON.parse(file()));
  // What is typed can be sealed once there is a master key.
  await app.apiKeys.generate({ name: 'CI' });
  await app.apiKeys.closeReveal();
  await app.requests.open();

  await test.step('a sample is added, marked as one, sent from, and removed', async () => {
    await app.window.getByRole('button', { name: 'Add a sample' }).click();
    await expect(pane.row('Sample collection')).toContainText('Sample');
    await expect(pane.row('Sample collection')).toBeFocused();
    await pane.row('Who am I').click();
    await expect(pane.tab('GET Who am I')).toBeVisible();
    await app.window.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(app.window.getByRole('region', { name: 'Response' })).toContainText('200');
    await pane.choose('Sample collection', 'Remove the sample');
    await expect(pane.row('Sample collection')).toHaveCount(0);
    await expect(app.window.getByRole('button', { name: 'Add a sample' })).toBeVisible();
    await app.window.getByRole('button', { name: 'Dismiss message' }).click();
  });

  await test.step('made, with a folder and requests', async () => {
    await pane.create('Shop');
    await pane.choose('Shop', 'New folder');
    await pane.typeName('Admin');
    await pane.choose('Admin', 'New request');
    await pane.typeName('Users');
    await pane.choose('Shop', 'New request');
    await pane.typeName('Orders');
    expect(names()).toEqual(['Admin/', 'Admin/Users', 'Orders']);
  });

  await test.step('saved with the keyboard', async () => {
    await app.requests.url().fill('https://api.test/orders');
    await expect(pane.tab('GET Orders, edited')).toBeVisible();
    await app.window.keyboard.press('Control+S');
    await expect(pane.tab('GET Orders')).toBeVisible();
    expect(file()).toContain('https://api.test/orders');
  });

  await test.step('moved with the keyboard, and with the pointer', async () => {
    await pane.row('Orders').focus();
    await app.window.keyboard.press('Alt+ArrowUp');
    await expect.poll(names).toEqual(['Orders', 'Admin/', 'Admin/Users']);
    await expect(pane.row('Orders')).toBeFocused();
    await pane.row('Orders').dragTo(pane.row('Admin'));
    await expect.poll(names).toEqual(['Admin/', 'Admin/Users', 'Admin/Orders']);
  });

  await test.step('renamed, deleted, and that taken back', async () => {
    await pane.row('Users').focus();
    await app.window.keyboard.press('F2');
    await pane.typeName('People');
    await pane.choose('People', 'Delete');
    await expect(pane.row('People')).toHaveCount(0);
    await expect.poll(names).toEqual(['Admin/', 'Admin/Orders']);
    await app.window.getByRole('button', { name: 'Undo' }).click();
    await expect(pane.row('People')).toBeVisible();
    await expect.poll(names).toEqual(['Admin/', 'Admin/People', 'Admin/Orders']);
  });

  await test.step('never written over when another program changed it', async () => {
    await app.requests.url().fill('https://api.test/mine');
    writeFileSync(path, file().replace('https://api.test/orders', 'https://api.test/theirs'));
    await app.window.getByRole('button', { name: 'Choose…' }).click();
    const dialog = app.window.getByRole('alertdialog', { name: 'The request changed in its file' });
    await expect(dialog.getByText('Yours and the file’s differ in: URL.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Keep mine as a copy' }).click();
    await expect(pane.tab('GET Orders copy')).toBeVisible();
    expect(file()).toContain('https://api.test/theirs');
    expect(file()).toContain('https://api.test/mine');
  });

  await test.step('asked about when it is closed', async () => {
    await app.requests.url().fill('https://api.test/unsaved');
    await app.window.keyboard.press('Control+W');
    await app.window.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
    await app.requests.openTab('Headers');
    await app.window.getByLabel('Name of new header').fill('Authorization');
    await app.window.getByLabel('Value of header 1').fill(PASSWORD);
    await expect
      .poll(() =>
        app.window.evaluate(async () => {
          const kept = await window.keyfob.invoke('tabs.load', {});
          return kept.ok ? kept.value.tabs.at(-1)?.unsaved?.draft.headers : [];
        }),
      )
      .toMatchObject([{ value: PASSWORD }]);
  });

  await test.step('open again after a restart, with what was typed', async () => {
    await app.close();
    const ledger = readFileSync(join(userDataDir, 'keyfob.db')).toString('latin1');
    expect(ledger.includes(PASSWORD)).toBe(false);
    app = await start();
    pane = new CollectionsPane(app.window);
    await app.requests.open();
    await expect(pane.tab('GET Orders copy, edited')).toHaveAttribute('aria-selected', 'true');
    await expect(app.requests.url()).toHaveValue('https://api.test/unsaved');
    await app.requests.openTab('Headers');
    await expect(app.window.getByLabel('Value of header 1')).toHaveValue(PASSWORD);
  });
});
