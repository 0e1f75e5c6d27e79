import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { searchBytes } from '../../support/canary.ts';
import { startServer, type Answer } from '../../support/servers.ts';
import { type App, expect, test } from '../fixtures.ts';
import { RunsPage } from '../pages/runs-page.ts';

/** Answers with what was asked for; every tenth item is out of stock, and one address leads to another origin. */
function shop(elsewhere: string): Answer {
  return (request, response) => {
    const url = new URL(request.url, 'http://shop.test');
    if (url.pathname === '/moved') {
      response.writeHead(302, { Location: elsewhere });
      response.end();
      return;
    }
    if (url.pathname === '/never') return;
    const id = Number(url.searchParams.get('id'));
    response.writeHead(200, { 'Content-Type': 'application/json', ETag: `"${String(id)}"` });
    response.end(JSON.stringify({ id, inStock: id % 10 !== 0, sent: request.headers['x-api-key'] }));
  };
}

/** Fills the collection file that was made, as another program would. */
async function writeRequests(path: string, urls: Readonly<Record<string, string>>): Promise<void> {
  const item = Object.entries(urls).map(([name, url]) => ({
    ...{ id: name.toLowerCase(), name, response: [] },
    request: { method: 'GET', url },
  }));
  const document = JSON.parse(await readFile(path, 'utf8')) as object;
  await writeFile(path, JSON.stringify({ ...document, item }));
}

async function makeShop(app: App, origin: string): Promise<string> {
  return await app.window.evaluate(async (address) => {
    const { invoke } = window.keyfob;
    const services = { name: 'Shop', baseUrl: address, headerName: 'X-API-Key', origins: [address] };
    const created = await invoke('services.create', services);
    if (!created.ok) throw new Error(created.error.code);
    const key = { name: 'Storefront', serviceId: created.value.id, expiry: { kind: 'never' } as const };
    const generated = await invoke('keys.generate', key);
    if (!generated.ok) throw new Error(generated.error.code);
    const revealed = await invoke('keys.reveal', { id: generated.value.id });
    await invoke('collections.create', { name: 'Shop' });
    return revealed.ok ? revealed.value.secret : '';
  }, origin);
}

/** With a variable that says where the shop's items are. */
async function makeStaging(app: App): Promise<void> {
  await app.window.evaluate(async () => {
    const { invoke } = window.keyfob;
    const created = await invoke('environments.create', { name: 'Staging' });
    if (!created.ok) throw new Error(created.error.code);
    const { id } = created.value;
    const made = await invoke('environments.get', { id });
    if (!made.ok) throw new Error(made.error.code);
    const row = { kind: 'plain', was: null, name: 'section', value: 'item', isEnabled: true } as const;
    await invoke('environments.saveRows', { id, revision: made.value.revision, rows: [row] });
  });
}

test('a collection is run with data, many in flight, measured, looked through, exported and kept', async ({
  start,
  userDataDir,
}) => {
  const foreign = await startServer();
  const server = await startServer({ answer: shop(`${foreign.origin()}/landing`) });
  const file = join(userDataDir, 'Collections', 'Shop.json');
  try {
    let app = await start();
    let runs = new RunsPage(app.window);
    const origin = server.origin();
    const secret = await makeShop(app, origin);
    expect(secret.length).toBeGreaterThan(20);
    await makeStaging(app);
    await writeRequests(file, { Item: `${origin}/{{section}}?id={{id}}`, Moved: `${origin}/moved` });

    await test.step('set up', async () => {
      await app.requests.open();
      await expect(app.window.getByText('Moved')).toBeVisible();
      await runs.open();
      await runs.chooseCollection('Shop');
      await runs.chooseEnvironment('Staging');
      await runs.form().getByLabel('In flight').fill('16');
      const ids = Array.from({ length: 100 }, (_none, index) => String(index + 1));
      await runs.chooseDataFile('ids.csv', `id\n${ids.join('\n')}\n`);
      await expect(runs.form().getByText('100 rows, 1 column')).toBeVisible();
      await runs.expect('Status is', '200');
      await runs.expect('JSONPath is', '$.inStock', 'true');
      await runs
        .form()
        .getByRole('button', { name: /Request of expectation 2/ })
        .click();
      await app.window.getByRole('option', { name: /^Item/ }).click();
      await expect(runs.form().getByText('200', { exact: true })).toBeVisible();
    });

    await test.step('run: 200 requests, those out of stock fail', async () => {
      await runs.start();
      await runs.expectEnded();
      await expect(app.window.getByText(/environment Staging/)).toBeVisible();
      await expect(runs.numbers()).toContainText('Requests200');
      await expect(runs.numbers()).toContainText('Passed190');
      await expect(runs.numbers()).toContainText('Failed10');
      await expect(runs.numbers()).toContainText('Key withheld100');
      expect(server.received).toHaveLength(200);
      expect(server.connectionCount()).toBeLessThanOrEqual(17);
      expect(server.received.every(({ headers }) => headers['x-api-key'] === secret)).toBe(true);
      expect(foreign.received).toHaveLength(100);
      expect(foreign.rawBytes().includes(Buffer.from(secret))).toBe(false);
    });

    await test.step('what failed, with what was found; what was withheld, and why', async () => {
      await runs.show('Failed');
      await expect(runs.rows()).toHaveCount(10);
      await runs.rows().first().focus();
      await app.window.keyboard.press('Enter');
      const dialog = app.window.getByRole('dialog');
      await expect(dialog.getByRole('list', { name: 'Expectations' })).toContainText('$.inStock is true');
      await expect(dialog.getByRole('list', { name: 'Expectations' })).toContainText('Found: false');
      await app.window.keyboard.press('Escape');
      await expect(runs.rows().first()).toBeFocused();
      await runs.show('Key withheld');
      await runs.rows().first().dblclick();
      await expect(dialog.getByText('Key withheld', { exact: true })).toBeVisible();
      await expect(dialog).toContainText(`redirected to ${foreign.origin()}`);
      await dialog.getByRole('button', { name: 'Next' }).click();
      await dialog.getByRole('button', { name: 'Close' }).click();
    });

    await test.step('exported as JUnit, JSON and HTML, without the key', async () => {
      for (const [format, name] of [
        [/^JUnit/, 'run.xml'],
        [/^JSON/, 'run.json'],
        [/^HTML/, 'run.html'],
      ] as const) {
        const path = join(userDataDir, name);
        await app.desktop.queueDialogAnswer({ kind: 'files', paths: [path] });
        await runs.export(format);
        await expect(app.window.getByText(`Saved as ${name}`).first()).toBeVisible();
        const bytes = await readFile(path);
        expect(searchBytes(name, bytes, [secret])).toEqual([]);
      }
      const junit = await readFile(join(userDataDir, 'run.xml'), 'utf8');
      expect(junit).toContain('tests="200" failures="10" errors="0"');
      expect(junit).toContain('<property name="environment" value="Staging"/>');
      const json = JSON.parse(await readFile(join(userDataDir, 'run.json'), 'utf8')) as {
        requests: unknown[];
      };
      expect(json.requests).toHaveLength(200);
    });

    await test.step('cancelled, it answers at once, and what had answered is kept', async () => {
      await writeRequests(file, { Item: `${origin}/item?id=1`, Silent: `${origin}/never` });
      const received = server.received.length;
      await app.window.getByRole('button', { name: 'Run again' }).click();
      await expect.poll(() => server.received.length).toBeGreaterThan(received + 1);
      await app.window.getByRole('button', { name: 'Cancel' }).click();
      await runs.expectEnded();
      await expect(runs.list().getByRole('option')).toHaveCount(2);
      await expect(runs.list().getByRole('option').first()).toContainText('Cancelled');
    });

    await test.step('after a restart the runs and the set-up are there', async () => {
      await app.close();
      app = await start();
      runs = new RunsPage(app.window);
      await runs.open();
      await expect(runs.list().getByRole('option')).toHaveCount(2);
      await runs.list().getByRole('option').nth(1).click();
      await expect(runs.numbers()).toContainText('Passed190');
      await app.window.getByRole('button', { name: 'More actions for this run' }).click();
      await app.window.getByRole('menuitem', { name: 'Compare…' }).click();
      await expect(app.window.getByRole('table', { name: 'Comparison' })).toContainText('Median');
      await app.window.keyboard.press('Escape');
      await app.window.getByRole('button', { name: 'Run again' }).click();
      await expect(runs.form().getByText('ids.csv was used last time: choose it again')).toBeVisible();
      await expect(runs.form().getByLabel('JSONPath of expectation 2')).toHaveValue('$.inStock');
      await expect(runs.form().getByLabel('In flight')).toHaveValue('16');
      await expect(runs.form().getByRole('button', { name: /^Staging.*Environment$/ })).toBeVisible();
    });

    await test.step('one of the requests alone, after the order was changed by dragging', async () => {
      await runs.form().getByRole('button', { name: 'Run without a data file' }).click();
      await runs.form().getByRole('button', { name: 'Choose and order' }).click();
      await runs.expectSequence(['GET Item', 'GET Silent']);
      await runs
        .sequence()
        .nth(1)
        .dragTo(runs.sequence().first(), { targetPosition: { x: 60, y: 2 } });
      await runs.expectSequence(['GET Silent', 'GET Item']);
      await expect(runs.sequence().first()).toBeFocused();
      await app.window.keyboard.press('Space');
      await expect(runs.form().getByText('1 of 2 requests, in an order of your own.')).toBeVisible();
      await runs.start();
      await runs.expectEnded();
      await expect(runs.numbers()).toContainText('Passed1');
      await expect(app.window.getByText(/1 of 2 requests/)).toBeVisible();
    });
  } finally {
    await server.close();
    await foreign.close();
  }
});

test('a run ends when Keyfob is locked, and says so when it is unlocked', async ({ start, userDataDir }) => {
  const server = await startServer({ answer: shop('') });
  try {
    const app = await start();
    const runs = new RunsPage(app.window);
    const origin = server.origin();
    await makeShop(app, origin);
    const file = join(userDataDir, 'Collections', 'Shop.json');
    await writeRequests(file, { Item: `${origin}/item?id=1`, Silent: `${origin}/never` });
    await app.requests.open();
    await expect(app.window.getByText('Silent')).toBeVisible();
    await runs.open();
    await runs.chooseCollection('Shop');
    await runs.form().getByLabel('Iterations').fill('50');
    await runs.start();
    await expect.poll(() => server.received.length).toBe(2);
    await app.desktop.clickMenuItem('&File', 'Lock Keyfob');
    await expect(app.window.getByRole('heading', { name: 'Keyfob is locked' })).toBeVisible();
    await app.window.keyboard.press('Enter');
    await runs.open();
    await expect(app.window.getByText(/Keyfob was locked while it ran/)).toBeVisible();
    await expect(runs.numbers()).toContainText('1 of 100');
    expect(server.received).toHaveLength(2);
  } finally {
    await server.close();
  }
});
