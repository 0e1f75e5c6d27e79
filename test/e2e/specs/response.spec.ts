import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { DEFAULT_REQUEST_SETTINGS, emptyRequestDraft } from '../../../shared/domain/http-request.ts';
import { expect, test, type App } from '../fixtures.ts';

const MIB = 1024 * 1024;
/** 1 × 1 pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

const page = (origin: string) => `<!doctype html><html><head>
  <base href="${origin}/fetched/base/"><meta http-equiv="refresh" content="0;url=${origin}/fetched/refresh">
  <link rel="stylesheet" href="${origin}/fetched/style.css"><link rel="preload" as="image" href="${origin}/fetched/preload">
  <style>@import "${origin}/fetched/import.css"; p { background: url(${origin}/fetched/background); color: rgb(1, 2, 3) }</style>
  <script>parent.hacked = true; top.location = '${origin}/fetched/top'</script><script src="${origin}/fetched/script.js"></script></head>
  <body onload="parent.hacked = true" background="${origin}/fetched/body"><p>Just a page</p>
  <img src="${origin}/fetched/image" onerror="parent.hacked = true"><a href="${origin}/fetched/link" target="_top">A link</a>
  <form action="${origin}/fetched/form"><button>Submit it</button></form>
  <iframe src="${origin}/fetched/frame"></iframe><object data="${origin}/fetched/object"></object><embed src="${origin}/fetched/embed">
  <video src="${origin}/fetched/video" autoplay></video><svg><image href="${origin}/fetched/svg"/><script>parent.hacked = true</script></svg>
  </body></html>`;

interface Answers {
  readonly origin: string;
  readonly requested: string[];
  readonly streams: ServerResponse[];
  readonly close: () => void;
}

/** A server on loopback with one address for each kind of answer. */
async function startAnswers(): Promise<Answers> {
  const requested: string[] = [];
  const streams: ServerResponse[] = [];
  let version = 0;
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    requested.push(url);
    const answer = (type: string, body: string | Buffer, headers = {}) => {
      response.writeHead(200, { 'Content-Type': type, ...headers });
      response.end(body);
    };
    if (url === '/json') {
      version += 1;
      const items = [1, 2, 3].map((id) => ({ id, name: `item ${String(id)}`, version }));
      answer('application/json', JSON.stringify({ items }), {
        'Set-Cookie': 'sid=s3ssion; HttpOnly; Path=/',
      });
    } else if (url === '/large') {
      // More than is shown of a body.
      const rows = Array.from({ length: 60_000 }, (_, id) => ({ id, text: 'x'.repeat(100) }));
      answer('application/json', JSON.stringify({ rows }));
    } else if (url === '/page') answer('text/html', page(origin));
    else if (url === '/image.png') answer('image/png', PNG);
    else if (url === '/bytes')
      answer('application/octet-stream', Buffer.alloc(MIB, Buffer.from([0, 1, 2, 255])));
    else if (url === '/events' || url === '/endless') {
      response.writeHead(200, { 'Content-Type': url === '/events' ? 'text/event-stream' : 'text/plain' });
      response.write(
        url === '/events' ? 'event: hello\ndata: {"n":1}\n\n' : 'a line of a log\ncame before the stop',
      );
      streams.push(response);
    } else if (url === '/gigabyte') sendGigabyte(response);
    else answer('text/plain', 'ok');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server has an address object, never a pipe's name.
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    origin,
    requested,
    streams,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function sendGigabyte(response: ServerResponse): void {
  const chunk = Buffer.alloc(MIB, 'gigabyte\n');
  response.writeHead(200, { 'Content-Type': 'text/plain', 'Content-Length': 1024 * MIB });
  let left = 1024;
  const more = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= 1;
      if (!response.write(chunk)) {
        response.once('drain', more);
        return;
      }
    }
    response.end();
  };
  more();
}

function response(app: App) {
  return app.requests.response();
}

async function begin(app: App, url: string): Promise<void> {
  await app.requests.url().fill(url);
  await app.window.getByRole('button', { name: 'Send', exact: true }).click();
}

const setHacked = (window: Page) => window.evaluate(() => 'hacked' in globalThis);

test('a response is looked at in the way that fits it, saved, compared, and nothing in it runs', async ({
  start,
  userDataDir,
}) => {
  const server = await startAnswers();
  try {
    const app = await start();
    await app.requests.open();

    await test.step('JSON is filtered and walked through', async () => {
      await app.requests.get(`${server.origin}/json`);
      const filter = response(app).getByRole('textbox', { name: 'Filter (JSONPath)' });
      await filter.fill('$.items[?@.id > 1].name');
      await expect(response(app).getByText('2 matches')).toBeVisible();
      await expect(response(app).getByRole('textbox', { name: 'Response body' })).toContainText('item 3');
      await filter.fill('$.items[?');
      await expect(response(app).getByText(/at character \d+/)).toBeVisible();
      await filter.fill('');
      await response(app).getByText('Tree', { exact: true }).click();
      await response(app).getByRole('searchbox', { name: 'Search the tree' }).fill('item 2');
      await response(app).getByRole('searchbox', { name: 'Search the tree' }).press('Enter');
      await response(app).getByRole('button', { name: 'Copy path' }).click();
      await expect.poll(() => app.desktop.clipboardText()).toBe('$.items[1].name');
    });

    await test.step('its cookies are listed', async () => {
      await response(app).getByRole('tab', { name: 'Cookies' }).click();
      const cookies = response(app).getByRole('table', { name: 'Cookies' });
      await expect(cookies).toContainText('HttpOnly');
      await expect(cookies).not.toContainText('s3ssion');
    });

    await test.step('it is compared with the one before', async () => {
      await app.requests.get(`${server.origin}/json`);
      await response(app).getByRole('tab', { name: 'Compare' }).click();
      await expect(response(app).getByRole('textbox', { name: 'Earlier response' })).toContainText(
        '"version": 1',
      );
      await expect(response(app).getByRole('textbox', { name: 'This response' })).toContainText(
        '"version": 2',
      );
      await response(app).getByRole('tab', { name: 'Body' }).click();
    });

    await test.step('it is saved as it came', async () => {
      const path = join(userDataDir, '..', `keyfob-saved-${String(process.pid)}.json`);
      await app.desktop.queueDialogAnswer({ kind: 'files', paths: [path] });
      await response(app).getByRole('button', { name: 'Save response…' }).click();
      await expect(app.window.getByText(/^Saved as /).first()).toBeVisible();
      await app.window.getByRole('button', { name: 'Show in folder' }).click();
      await expect.poll(() => app.desktop.shownFiles()).toEqual([path]);
      expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ items: [{ version: 2 }, {}, {}] });
    });

    await test.step('a body that is larger than what is shown of it is filtered whole; a path without end is cancelled', async () => {
      await app.requests.get(`${server.origin}/large`);
      const filter = response(app).getByRole('textbox', { name: 'Filter (JSONPath)' });
      await filter.fill('$.rows[?@.id > 59997].id');
      await expect(response(app).getByRole('textbox', { name: 'Response body' })).toContainText('59999');
      await filter.fill('$..*..*..*..*');
      await response(app).getByRole('button', { name: 'Cancel', exact: true }).click();
      await expect(response(app).getByText('Stopped. Press Enter to filter again.')).toBeVisible();
    });

    await test.step('HTML is a still picture', async () => {
      await app.requests.get(`${server.origin}/page`);
      await response(app).getByText('Preview', { exact: true }).click();
      const frame = app.window.frameLocator('iframe[title="HTML preview"]');
      await expect(frame.getByText('Just a page')).toBeVisible();
      await expect(frame.getByText('Just a page')).toHaveCSS('color', 'rgb(1, 2, 3)');
      await frame.getByText('A link').click();
      await frame.getByRole('button', { name: 'Submit it' }).click();
      await expect(frame.getByText('Just a page')).toBeVisible();
      expect(server.requested.filter((url) => url.startsWith('/fetched'))).toEqual([]);
      expect(await setHacked(app.window)).toBe(false);
    });

    await test.step('images and bytes', async () => {
      await app.requests.get(`${server.origin}/image.png`);
      await expect(response(app).getByText('image/png · 1 × 1 pixels')).toBeVisible();
      await app.requests.get(`${server.origin}/bytes`);
      const bytes = response(app).getByRole('region', { name: 'Response bytes' });
      await expect(bytes).toContainText('00 01 02 ff');
      await bytes.evaluate((element) => {
        element.scrollTop = element.scrollHeight;
      });
      await expect(bytes).toContainText(/000ffff0 {2}00 01 02 ff/);
    });
  } finally {
    server.close();
  }
});

test('a stream of events is followed and stopped, an endless answer too, and a gigabyte stays out of memory', async ({
  start,
}) => {
  const server = await startAnswers();
  try {
    const app = await start();
    await app.requests.open();

    await test.step('events are listed as they come, and kept when the stream is stopped', async () => {
      await begin(app, `${server.origin}/events`);
      const events = response(app).getByRole('listbox', { name: 'Events' });
      await expect(events.getByRole('option')).toHaveCount(1);
      server.streams[0]?.write('data: second\n\n');
      await expect(events.getByRole('option')).toHaveCount(2);
      await response(app).getByRole('button', { name: 'Stop', exact: true }).click();
      await app.requests.expectStatus(200);
      await response(app).getByRole('tab', { name: 'Events' }).click();
      await expect(events.getByRole('option').first()).toContainText('hello');
      await events.getByRole('option').first().click();
      await expect(response(app).getByRole('textbox', { name: 'Data of the event' })).toContainText('"n": 1');
    });

    await test.step('an endless answer is stopped with what came', async () => {
      await begin(app, `${server.origin}/endless`);
      const lines = response(app).getByRole('listbox', { name: 'Lines' });
      await expect(lines.getByRole('option')).toHaveText([/a line of a log/]);
      server.streams.at(-1)?.write(`${'\nmore'.repeat(100)}\nthe newest\n`);
      await expect(lines.getByText('the newest')).toBeVisible();
      const follows = response(app).getByRole('checkbox', { name: 'Follow the end' });
      await expect(follows).toBeChecked();
      await lines.press('Home');
      await expect(follows).not.toBeChecked();
      server.streams.at(-1)?.write('even newer\n');
      await expect(response(app).getByText('Receiving · 103 lines')).toBeVisible();
      await expect(lines.getByText('a line of a log')).toBeVisible();
      await follows.check({ force: true });
      await expect(lines.getByText('even newer')).toBeVisible();
      await response(app).getByRole('button', { name: 'Stop and keep' }).click();
      await app.requests.expectStatus(200);
      await response(app).getByRole('tab', { name: 'Body' }).click();
      await expect(response(app).getByText('came before the stop')).toBeVisible();
      await expect(response(app).getByText(/^Stopped:/)).toBeVisible();
    });

    await test.step('a gigabyte is kept whole, on the disk', async () => {
      const settings = { ...DEFAULT_REQUEST_SETTINGS, timeoutMs: 100_000 };
      const draft = { ...emptyRequestDraft(), url: `${server.origin}/gigabyte`, settings };
      const sent = await app.window.evaluate((input) => window.keyfob.invoke('requests.send', input), {
        id: 'gigabyte-1',
        draft,
        collectionId: null,
        onWithheld: 'stop',
      } as const);
      const outcome = sent.ok ? sent.value.outcome : sent.error;
      expect(outcome).toMatchObject({ response: { bodyBytes: 1024 * MIB, keptBytes: 1024 * MIB } });
      const peak = await app.evaluate(() => process.resourceUsage().maxRSS / 1024);
      console.log(`peak memory of the main process: ${peak.toFixed(0)} MiB`);
      expect(peak).toBeLessThan(400);
    });
  } finally {
    server.close();
  }
});

test('the history is searched, filtered, pinned and kept as long as is wanted', async ({ start }) => {
  const server = await startAnswers();
  try {
    const app = await start();
    await app.requests.open();
    for (const path of ['/json', '/image.png', '/bytes']) await app.requests.get(`${server.origin}${path}`);
    await app.window.getByRole('navigation').getByRole('link', { name: 'History' }).click();
    const list = app.window.getByRole('listbox', { name: 'History' });
    await expect(list.getByRole('option')).toHaveCount(3);

    const search = app.window.getByRole('searchbox', { name: 'Search history' });
    await search.fill('image 200');
    await expect(list.getByRole('option')).toHaveCount(1);
    await app.window.getByRole('button', { name: 'Pin', exact: true }).click();
    await expect(list.getByRole('img', { name: 'Pinned' })).toBeVisible();
    await search.fill('');
    await app.window.getByRole('group', { name: 'Filter' }).getByText('Pinned').click();
    await expect(list.getByRole('option')).toHaveCount(1);
    await app.window.getByRole('button', { name: 'Clear filter' }).click();
    await expect(list.getByRole('option')).toHaveCount(3);

    await app.window.getByRole('button', { name: 'Send again' }).click();
    await expect(list.getByRole('option')).toHaveCount(4);
    expect(server.requested).toHaveLength(4);

    await app.window.getByRole('button', { name: 'Clear history…' }).click();
    await app.window.getByRole('button', { name: 'Clear history', exact: true }).click();
    await expect(list.getByRole('option')).toHaveCount(1);

    await app.window.getByRole('navigation').getByRole('link', { name: 'Settings' }).click();
    await app.window.getByRole('button', { name: /Sent requests that are kept/ }).click();
    await app.window.getByRole('option', { name: '500', exact: true }).click();
    await expect
      .poll(() => app.window.evaluate(() => window.keyfob.invoke('preferences.get', {})))
      .toMatchObject({ value: { historyRetention: { maxEntries: 500, maxDays: 0 } } });
  } finally {
    server.close();
  }
});
