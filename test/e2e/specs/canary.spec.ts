import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CanaryHit, searchBytes, searchFolder, searchProcess } from '../../support/canary.ts';
import { exportEverything, importKey, runImported } from '../canary-leaving.ts';
import { type App, expect, test } from '../fixtures.ts';
import { AccessKeysSection } from '../pages/access-keys-section.ts';
import { ActivityPage } from '../pages/activity-page.ts';
import { TeamPage } from '../pages/team-page.ts';
import { holdsInApp } from '../../support/holds.ts';

/** A server that echoes what it received, in several encodings, and redirects when asked to. */
async function startEcho(): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const key = String(request.headers['x-api-key'] ?? request.headers.authorization ?? '');
    if (request.url === '/redirect') {
      response.writeHead(302, {
        location: `http://localhost:${String((server.address() as AddressInfo).port)}/echo`,
      });
      response.end();
      return;
    }
    if (request.url === '/reset') {
      request.socket.destroy();
      return;
    }
    response.writeHead(200, { 'content-type': 'application/json', 'x-echo': key });
    response.end(
      JSON.stringify({
        key,
        base64: Buffer.from(key).toString('base64'),
        hex: Buffer.from(key).toString('hex'),
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server has an address object, never a pipe's name.
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    close: () => server.close(),
  };
}

async function searchWindow(app: App, secrets: readonly string[]): Promise<CanaryHit[]> {
  const dom = await app.window.content();
  const values = await app.window.evaluate(() =>
    [...document.querySelectorAll('input, textarea')]
      .map((field) => (field as HTMLInputElement).value)
      .join('\n'),
  );
  const tree = await app.window.locator('body').ariaSnapshot();
  const storage = await app.window.evaluate(() =>
    JSON.stringify([
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.title,
      location.href,
    ]),
  );
  return [
    ...searchBytes('DOM', dom, secrets),
    ...searchBytes('fields', values, secrets),
    ...searchBytes('accessibility tree', tree, secrets),
    ...searchBytes('storage', storage, secrets),
  ];
}

/** The renderer's heap, as its own developer tools would save it. */
async function heapSnapshot(app: App): Promise<string> {
  const session = await app.window.context().newCDPSession(app.window);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return chunks.join('');
}

/** A secret variable is sealed, sent, and echoed by the server in three encodings. Returns its value. */
async function sendSecretVariable(app: App, origin: string): Promise<string> {
  const secret = `canary-variable-${randomBytes(12).toString('hex')}`;
  await app.window.evaluate(
    async ([value, to]) => {
      const made = await window.keyfob.invoke('environments.create', { name: 'Canary' });
      if (!made.ok) throw new Error(made.error.code);
      const { id } = made.value;
      const sealed = { id, name: 'canaryToken', secret: value, origins: [to] };
      const answer = await window.keyfob.invoke('environments.setSecret', sealed);
      if (!answer.ok) throw new Error(answer.error.code);
      await window.keyfob.invoke('environments.setActive', { id });
    },
    [secret, origin] as const,
  );
  await app.requests.openTab('Headers');
  await app.window.getByLabel('Name of new header').fill('Authorization');
  await app.window.getByLabel('Value of header 1').fill('Bearer {{canaryToken}}');
  await app.requests.get(`${origin}/plain`);
  await app.requests.expectStatus(200);
  return secret;
}

/** Every other screen and what it shows of a key, while the last of the secrets lies on the clipboard. */
async function walkScreens(app: App, secret: string): Promise<void> {
  const { window } = app;
  const go = async (screen: string): Promise<void> => {
    await window.getByRole('navigation').getByRole('link', { name: screen }).click();
    await expect(window.getByRole('heading', { level: 1, name: screen })).toBeVisible();
  };
  await app.apiKeys.act('Canary Local API', 'Use it elsewhere');
  const elsewhere = window.getByRole('dialog', { name: /^Use / });
  await expect(elsewhere.getByText('KEYFOB_KEY').first()).toBeVisible();
  await window.keyboard.press('Escape');
  await app.apiKeys.act('Canary Local API', 'Details');
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: 'API key settings' }).click();
  const settings = window.getByRole('dialog', { name: 'API key settings' });
  await settings.getByRole('tab', { name: 'Team policy' }).click();
  await settings.getByRole('button', { name: 'Cancel' }).click();

  const team = new TeamPage(window);
  await team.open();
  await app.desktop.setClipboardText(secret);
  await team.search().focus();
  await window.keyboard.press('Control+V');
  await expect(window.getByRole('status', { name: 'Find by key value' })).toContainText('Canary Local API');
  const activity = new ActivityPage(window);
  await activity.open();
  await activity.search('Canary');
  await expect(activity.items().first()).toBeVisible();
  await go('History');
  await window.getByRole('option').first().click();
  await go('Settings');
}

/** What others on this computer could look into, of a folder. */
async function openToOthers(folder: string): Promise<readonly string[]> {
  const paths = [folder, ...(await readdir(folder, { recursive: true })).map((name) => join(folder, name))];
  const modes = await Promise.all(paths.map(async (path) => ({ path, mode: (await stat(path)).mode })));
  return modes.filter(({ mode }) => (mode & 0o077) !== 0).map(({ path }) => path);
}

const MARK = 'mark-of-this-run-8d1f7c3b5a';

// The browser's profile and processes are searched too.
test.use({ hasOwnBrowser: true });

test(
  'over a whole run the key is nowhere but where the user asked for it',
  holdsInApp('confinement.canary', 'confinement.one-reveal', 'confinement.permissions'),
  async ({ start, userDataDir, keyring }) => {
    const echo = await startEcho();
    const temporary = await mkdtemp(join(tmpdir(), 'kf-'));
    const exported = await mkdtemp(join(tmpdir(), 'keyfob-canary-'));
    // What is written for a moment only lies where it can be looked at; the stand-in’s browser keeps its profile there too. A short name: sockets.
    const env = { TMPDIR: temporary };
    try {
      let app = await start({ env });
      const browserFolder = app.host === 'stand-in' ? temporary : userDataDir;
      const secrets: string[] = [];
      await test.step('the whole run: generate, copy, send, redirect, fail, regenerate, crash, restart', async () => {
        await app.window.evaluate(
          (origin) =>
            window.keyfob.invoke('services.create', {
              name: 'Echo',
              baseUrl: origin,
              headerName: 'X-API-Key',
              origins: [origin],
            }),
          echo.url,
        );
        for (const service of ['Echo', 'Local API']) {
          secrets.push(await app.apiKeys.generate({ name: `Canary ${service}`, service }));
          await app.apiKeys.reveal().getByRole('button', { name: 'Copy' }).click();
          await expect.poll(() => app.desktop.clipboardText()).toBe(secrets.at(-1));
          await app.apiKeys.closeReveal();
        }
        await app.requests.open();
        for (const path of ['/echo', '/redirect']) {
          await app.requests.get(`${echo.url}${path}`);
          await app.requests.expectStatus(200);
        }
        await app.requests.get(`${echo.url}/reset`);
        await expect(app.requests.response()).toContainText(/closed the connection/i);
        await app.requests.get('{{baseUrl}}/me');
        await app.requests.expectStatus(200);
        await app.requests.openTimeline();
        await app.requests.get('http://127.0.0.1:1/{{postman-api-key}}');
        secrets.push(await sendSecretVariable(app, echo.url));
        await app.apiKeys.open();
        secrets.push(await app.apiKeys.regenerate('Canary Local API', 'In 1 hour'));
        await app.apiKeys.closeReveal();
      });

      await test.step('a collection is shared, and every other screen is walked', async () => {
        const section = new AccessKeysSection(app.window);
        const generated = secrets.at(-1) ?? '';
        const shared = await section.share((await section.collections())[0] ?? '');
        await section.closeReveal();
        secrets.push(new URL(shared).searchParams.get('access_key') ?? '');
        expect(secrets.at(-1)).not.toBe('');
        await walkScreens(app, generated);
      });

      await test.step('a key is imported, sent by a run, and everything that can be exported is', async () => {
        secrets.push(await importKey(app, echo.url));
        await runImported(app);
        await exportEverything(app, exported);
        expect(await readdir(exported)).not.toEqual([]);
        expect(await searchFolder(exported, secrets)).toEqual([]);
      });

      await test.step('the window, its heap and the processes are clean', async () => {
        expect(await searchWindow(app, secrets)).toEqual([]);
        await app.window.reload();
        await expect(app.apiKeys.heading()).toBeVisible();
        expect(searchBytes('heap snapshot', await heapSnapshot(app), secrets)).toEqual([]);
        expect(await searchProcess(app.pid, secrets)).toEqual([]);
      });

      await test.step('a second reveal is refused, after a reload too', async () => {
        const listed = await app.window.evaluate(() => window.keyfob.invoke('keys.list', {}));
        if (!listed.ok) throw new Error(listed.error.code);
        for (const apiKey of listed.value) {
          const again = await app.window.evaluate(
            (id) => window.keyfob.invoke('keys.reveal', { id }),
            apiKey.id,
          );
          expect(again).toMatchObject({ ok: false, error: { code: 'already-revealed' } });
        }
      });

      await test.step('no reply but the reveal holds the key', async () => {
        const traffic = await app.window.evaluate(async () => {
          const keyfob = window.keyfob;
          const replies: unknown[] = [];
          replies.push(
            await keyfob.invoke('keys.list', {}),
            await keyfob.invoke('services.list', {}),
            await keyfob.invoke('collections.list', {}),
          );
          const history = await keyfob.invoke('history.list', { limit: 100, before: null, search: '' });
          replies.push(history);
          for (const entry of history.ok ? history.value.entries : [])
            replies.push(await keyfob.invoke('history.get', { id: entry.id }));
          return JSON.stringify(replies);
        });
        expect(traffic).toContain('/echo');
        expect(searchBytes('replies', traffic, secrets)).toEqual([]);
      });

      await test.step('killed and started again, no file holds it', async () => {
        await app.kill();
        expect(await searchFolder(browserFolder, secrets)).toEqual([]);
        app = await start({ env });
        await expect(app.apiKeys.row('Canary Echo')).toBeVisible();
        expect(await searchFolder(userDataDir, secrets)).toEqual([]);
        expect(await searchFolder(keyring.home, secrets)).toEqual([]);
        await app.window.evaluate((mark) => {
          localStorage.setItem('mark', mark);
        }, MARK);
        await app.close();
        expect(await searchFolder(userDataDir, secrets)).toEqual([]);
        expect(await searchFolder(temporary, secrets)).toEqual([]);
        expect(await searchFolder(exported, secrets)).toEqual([]);
      });

      await test.step('nobody else may look into what Keyfob keeps', async () => {
        // In Electron the browser’s own files lie there too; the folder itself keeps others out.
        if (app.host === 'stand-in') expect(await openToOthers(userDataDir)).toEqual([]);
        expect((await stat(userDataDir)).mode & 0o077).toBe(0);
      });

      await test.step('nor does the browser’s profile: what the page stores, caches and keeps of its session', async () => {
        // What the page did store is found there: the search looks where it should.
        expect(await searchFolder(browserFolder, [MARK])).not.toEqual([]);
        expect(await searchFolder(browserFolder, secrets)).toEqual([]);
      });
    } finally {
      echo.close();
      await rm(temporary, { recursive: true, force: true });
      await rm(exported, { recursive: true, force: true });
    }
  },
);
