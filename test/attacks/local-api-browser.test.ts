import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listItems } from '../../electron/local-api/workspace-rows.ts';
import { startRig, type Rig } from '../integration/local-api/rig.ts';
import { findChromium } from '../support/electron-stand-in/chromium-host.ts';
import { holds } from '../support/holds.ts';
import { startServer, type Answer, type RecordingServer } from '../support/servers.ts';

/** The name that the attacker's own DNS leads to this computer, once the page is loaded. */
const REBOUND = 'evil.example';

/** A server that lets every page do everything: shows that the attacks arrive where nothing stands in their way. */
const permissive: Answer = (request, response) => {
  response.writeHead(200, {
    'Access-Control-Allow-Origin': request.headers.origin ?? '*',
    'Access-Control-Allow-Headers': 'x-api-key, content-type',
    'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE',
    'Content-Type': 'application/json',
  });
  response.end('{"isReached": true}');
};

const emptyPage: Answer = (_request, response) => {
  response.writeHead(200, { 'Content-Type': 'text/html' });
  response.end('<!doctype html><title>A page with nothing in it</title>');
};

let rig: Rig;
let browser: Browser;
let hostile: RecordingServer;
let control: RecordingServer;
let secret: string;

beforeAll(async () => {
  rig = await startRig();
  secret = rig.addKey();
  hostile = await startServer({ answer: emptyPage });
  control = await startServer({ answer: permissive });
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('This test needs Chromium: name it in KEYFOB_CHROMIUM');
  browser = await chromium.launch({
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--password-store=basic',
      `--host-resolver-rules=MAP ${REBOUND} 127.0.0.1`,
      // What newer browsers do against such pages must not be what holds here.
      '--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests',
    ],
  });
});
afterAll(async () => {
  await browser.close();
  await hostile.close();
  await control.close();
  await rig.close();
});

interface Attempt {
  readonly name: string;
  /** What the page could read; null for nothing. */
  readonly read: string | null;
}

/** Tries every way that a page has to read from a server or to write to it, with a key that it got hold of. */
function attackFrom(page: Page, base: string): Promise<readonly Attempt[]> {
  return page.evaluate(
    async ({ target, key }) => {
      const body = '{"collection": {"info": {"name": "Owned"}, "item": []}}';
      const keyed = { 'X-API-Key': key };
      const loaded = (element: HTMLElement & { src: string }, src: string): Promise<string | null> =>
        new Promise((resolve) => {
          element.onload = () => {
            // A frame of another origin cannot be looked into; one that could would show its text here.
            try {
              resolve(
                element instanceof HTMLIFrameElement
                  ? (element.contentDocument?.body.innerText ?? null)
                  : 'loaded',
              );
            } catch {
              resolve(null);
            }
          };
          element.onerror = () => {
            resolve(null);
          };
          element.src = src;
          document.body.append(element);
        });
      const submitted = (enctype: string): Promise<string | null> =>
        new Promise((resolve) => {
          const frame = document.body.appendChild(document.createElement('iframe'));
          frame.name = `frame-${enctype}`;
          const form = document.body.appendChild(document.createElement('form'));
          Object.assign(form, {
            method: 'post',
            action: `${target}/collections`,
            enctype,
            target: frame.name,
          });
          const field = form.appendChild(document.createElement('input'));
          Object.assign(field, { name: body, value: '' });
          frame.onload = () => {
            resolve(null);
          };
          form.submit();
        });
      const text = async (init: RequestInit, path = '/collections'): Promise<string | null> => {
        const response = await fetch(target + path, init);
        return response.type === 'opaque' ? null : await response.text();
      };
      const json = { ...keyed, 'Content-Type': 'application/json' };
      const attempts: Readonly<Record<string, () => Promise<string | null>>> = {
        fetch: () => text({}),
        'fetch with the key': () => text({ headers: keyed }),
        'fetch without cors': () => text({ mode: 'no-cors' }),
        'fetch with credentials': () => text({ credentials: 'include' }),
        'the key in the query': () => text({ mode: 'no-cors' }, `/me?apikey=${key}`),
        'post as JSON': () => text({ method: 'POST', headers: json, body }),
        'post as text': () => text({ method: 'POST', mode: 'no-cors', body }),
        put: () => text({ method: 'PUT', headers: json, body }, '/collections/1'),
        delete: () => text({ method: 'DELETE', headers: keyed }, '/collections/1'),
        'a beacon': () =>
          Promise.resolve(
            navigator.sendBeacon(`${target}/collections`, new Blob([body], { type: 'text/plain' }))
              ? null
              : null,
          ),
        'a form': () => submitted('text/plain'),
        'a form of fields': () => submitted('application/x-www-form-urlencoded'),
        'an image': () => loaded(document.createElement('img'), `${target}/me?apikey=${key}`),
        'a script': () => loaded(document.createElement('script'), `${target}/me?apikey=${key}`),
        'a frame': () => loaded(document.createElement('iframe'), `${target}/keyfob/v1/openapi.json`),
        'a socket': () =>
          new Promise((resolve) => {
            const socket = new WebSocket(`${target.replace('http', 'ws')}/me`);
            socket.onopen = () => {
              resolve('open');
            };
            socket.onerror = () => {
              resolve(null);
            };
          }),
        'an event source': () =>
          new Promise((resolve) => {
            const source = new EventSource(`${target}/me`);
            source.onopen = () => {
              resolve('open');
            };
            source.onerror = () => {
              source.close();
              resolve(null);
            };
          }),
      };
      const done: { name: string; read: string | null }[] = [];
      for (const [name, attempt] of Object.entries(attempts)) {
        // What is neither answered nor refused has read nothing.
        const nothing = new Promise<null>((resolve) => {
          setTimeout(() => {
            resolve(null);
          }, 1_000);
        });
        done.push({ name, read: await Promise.race([attempt().catch(() => null), nothing]) });
      }
      return done;
    },
    { target: base, key: secret },
  );
}

const stateOfServer = () => ({
  collections: listItems(rig.ledger, 'local_collections'),
  lookups: [...rig.keyStore.lookups],
  uses: [...rig.keyStore.uses],
});

describe('a hostile page in a real browser', holds('api.browser', 'api.origin', 'api.preflight'), () => {
  it('does to a server without defences what it does to the Local API', async () => {
    const page = await browser.newPage();
    await page.goto(hostile.origin());
    const attempts = await attackFrom(page, control.origin());
    const read = attempts.filter((attempt) => attempt.read !== null).map(({ name }) => name);
    expect(read).toEqual(
      expect.arrayContaining(['fetch', 'fetch with the key', 'post as JSON', 'put', 'delete']),
    );
    const methods = new Set(control.received.map(({ method }) => method));
    expect([...methods]).toEqual(expect.arrayContaining(['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS']));
    await page.close();
  });

  it('of another origin reads nothing, changes nothing, and no key is even looked up', async () => {
    const before = stateOfServer();
    const page = await browser.newPage();
    await page.goto(hostile.origin());
    const attempts = await attackFrom(page, rig.url);
    expect(attempts.filter(({ read }) => read !== null)).toEqual([]);
    expect(stateOfServer()).toEqual(before);
    await page.close();
  });

  it('whose name was rebound to this computer reads nothing, and its own origin helps it nothing', async () => {
    const before = stateOfServer();
    const page = await browser.newPage();
    await page.goto(hostile.origin(REBOUND));
    const foreign = await attackFrom(page, `http://${REBOUND}:${String(rig.port)}`);
    expect(foreign.filter(({ read }) => read !== null)).toEqual([]);
    // As rebinding really goes: the page came from the attacker under this very port, and then the name leads here. What it asks for
    // now is of its own origin: the browser lets it read all, and says no Origin.
    const own = `http://${REBOUND}:${String(rig.port)}`;
    await page.route(`${own}/attack`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<!doctype html><title>Before the name moved</title>',
      }),
    );
    await page.goto(`${own}/attack`);
    const statuses = await page.evaluate(async (key) => {
      const headers = { 'X-API-Key': key, 'Content-Type': 'application/json' };
      // A refusal ends the connection, which may come before the browser has read it.
      const statusOf = (path: string, init: RequestInit): Promise<number | 'closed'> =>
        fetch(path, init).then(
          ({ status }) => status,
          () => 'closed' as const,
        );
      return [
        await statusOf('/me', { headers }),
        await statusOf(`/me?apikey=${key}`, {}),
        await statusOf('/collections', { method: 'POST', headers, body: '{"collection": {}}' }),
        await statusOf('/keyfob/v1/openapi.json', {}),
      ];
    }, secret);
    expect(statuses).toContain(403);
    expect(statuses.filter((status) => status !== 403 && status !== 'closed')).toEqual([]);
    expect(stateOfServer()).toEqual(before);
    await page.close();
  });

  it('leaves the real key working for whom it belongs to', async () => {
    expect((await rig.get('/me', secret)).status).toBe(200);
  });
});
