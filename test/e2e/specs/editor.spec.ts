import { createServer } from 'node:http';
import { mkdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createCertificateAuthority } from '../../support/certificates.ts';
import { startHttp2Server } from '../../support/http2-server.ts';
import { startProxy } from '../../support/proxies.ts';
import { startServer } from '../../support/servers.ts';
import { expect, test } from '../fixtures.ts';

test('a request is composed in full: query, path, headers, files; and the network does as Settings say', async ({
  start,
  userDataDir,
}) => {
  const server = await startServer();
  const authority = createCertificateAuthority();
  const secure = await startHttp2Server({ tls: authority.issue({ names: ['127.0.0.1'] }) });
  const proxy = await startProxy();
  const app = await start();
  const { window, requests } = app;
  const field = (name: string) => window.getByLabel(name, { exact: true });
  try {
    await requests.open();
    const divider = window.getByRole('separator', { name: 'Size of request and response' });

    await test.step('the request has the room that no response needs yet, or what it is given', async () => {
      await window.setViewportSize({ width: 1280, height: 800 });
      await expect(divider).toHaveAttribute('aria-valuenow', '70');
      await divider.focus();
      await window.keyboard.press('ArrowUp');
      await expect(divider).toHaveAttribute('aria-valuenow', '66');
      await divider.dblclick();
      await expect(divider).toHaveAttribute('aria-valuenow', '70');

      // In a low window there is a line alone where the response will be.
      await window.setViewportSize({ width: 900, height: 600 });
      await expect(divider).toBeHidden();
      const request = await window.getByRole('region', { name: 'Request', exact: true }).boundingBox();
      expect(request?.height).toBeGreaterThan(500);
    });

    await test.step('the URL and Params show the same', async () => {
      await requests.url().fill(`${server.origin()}/users/:id?limit=10&flag&q=a%20b`);
      await expect(field('Value of parameter 2')).toHaveValue('a b');
      await field('Value of parameter 1').fill('20');
      await expect(requests.url()).toHaveValue(`${server.origin()}/users/:id?flag&limit=20&q=a%20b`);
      await field('Value of path variable id').fill('7/8');
    });

    await test.step('headers are suggested, and edited as text', async () => {
      await requests.openTab('Headers');
      await field('Name of new header').pressSequentially('x-requested');
      await window.keyboard.press('ArrowDown');
      await window.keyboard.press('Enter');
      await expect(field('Name of header 1')).toHaveValue('X-Requested-With');
      await window.keyboard.press('Enter');
      await window.keyboard.type('Keyfob');
      await window.getByRole('button', { name: 'Edit as text' }).click();
      const text = field('Request headers as text');
      await expect(text).toHaveValue('X-Requested-With: Keyfob');
      await text.fill('X-Requested-With: Keyfob\n// X-Off: 1\nX-On: 1');
    });

    await test.step('a form carries a file that was chosen', async () => {
      const path = join(userDataDir, 'report.csv');
      writeFileSync(path, 'a,b\n1,2\n');
      await window.getByRole('button', { name: /^GET/ }).click();
      await window.getByRole('option', { name: 'POST' }).click();
      await requests.openTab('Body');
      await window.getByText('Multipart', { exact: true }).click();
      await field('Name of new part').fill('report');
      await window.getByRole('button', { name: /Kind of part 1/ }).click();
      await window.getByRole('option', { name: 'File' }).click();
      await app.desktop.queueDialogAnswer({ kind: 'files', paths: [path] });
      await window.getByRole('button', { name: 'Choose a file for part 1' }).click();
      await expect(window.getByText('report.csv', { exact: true })).toBeVisible();
      await window.keyboard.press('Control+Enter');
      await requests.expectStatus(200);
      const goesTo = window.getByText(`May go to ${new URL(server.origin()).host}`);
      await expect(goesTo).toBeVisible();
      await window.getByRole('button', { name: 'Where the file for part 1 may go' }).click();
      await window.getByRole('menuitem', { name: /^Take back/ }).click();
      await expect(goesTo).toBeHidden();
    });

    const [received] = server.received;
    expect(received?.url).toBe('/users/7%2F8?flag&limit=20&q=a%20b');
    expect(received?.headers).toMatchObject({ 'x-requested-with': 'Keyfob', 'x-on': '1' });
    await expect(divider).toHaveAttribute('aria-valuenow', '46');
    expect(received?.headers['x-off']).toBeUndefined();
    expect(received?.body).toContain('filename="report.csv"\r\nContent-Type: text/csv\r\n\r\na,b\n1,2\n');

    await test.step('a certificate of an unknown authority is refused, and accepted once its file is chosen', async () => {
      // The file was allowed to go to the first server alone.
      await window.getByText('None', { exact: true }).click();
      const url = secure.origin('127.0.0.1');
      await requests.get(url);
      await expect(
        requests
          .response()
          .getByText(/unknown authority/)
          .first(),
      ).toBeVisible();
      const file = join(userDataDir, 'ca.pem');
      writeFileSync(file, authority.cert);
      await window.getByRole('link', { name: 'Settings' }).click();
      await app.desktop.queueDialogAnswer({ kind: 'files', paths: [file] });
      await window.getByRole('button', { name: 'Choose a file…' }).click();
      await expect(window.getByText(file)).toBeVisible();
      await requests.open();
      await requests.send();
      await requests.expectStatus(200);
      const timeline = await requests.openTimeline();
      await expect(timeline.getByText(/127\.0\.0\.1 · HTTP\/2 · TLS 1\.3/)).toBeVisible();
      await timeline.getByText('Connection', { exact: false }).first().click();
      await expect(timeline.getByText('Keyfob test authority')).toBeVisible();
      expect(secure.received).toMatchObject([{ httpVersion: '2.0' }]);
    });

    await test.step('a proxy that was typed is asked, by the whole address for plain http', async () => {
      await window.getByRole('link', { name: 'Settings' }).click();
      const files = window.getByRole('region', { name: 'Files that requests send' });
      await files
        .getByRole('button', { name: /^Take back / })
        .first()
        .click();
      await expect(files.getByText('Requests may send no file yet.', { exact: false })).toBeVisible();
      await window.getByRole('button', { name: /Proxy$/ }).click();
      await window.getByRole('option', { name: 'This one' }).click();
      await field('Address').fill(`127.0.0.1:${String(proxy.port)}`);
      await window.getByRole('button', { name: 'Use this proxy' }).click();
      await requests.open();
      await requests.get('http://plain.test/x?y=1');
      await requests.expectStatus(200);
      expect(proxy.asked).toEqual(['http://plain.test/x?y=1']);
    });
  } finally {
    await server.close();
    await secure.close();
    await proxy.close();
  }
});

test('a collection that names a file and a proxy makes Keyfob read nothing, and go through nobody', async ({
  start,
  userDataDir,
}) => {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => bodies.push(chunk.toString()));
    request.on('end', () => response.end('ok'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  const proxy = await startProxy();
  const app = await start();
  try {
    const secretFile = join(userDataDir, 'private.txt');
    writeFileSync(secretFile, 'not for you');
    mkdirSync(join(userDataDir, 'Collections'), { recursive: true });
    writeFileSync(
      join(userDataDir, 'Collections', 'Theirs.json'),
      JSON.stringify({
        info: {
          name: 'Theirs',
          schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
        },
        item: [
          {
            name: 'Upload',
            request: {
              method: 'POST',
              url: `http://127.0.0.1:${String(port)}/`,
              body: { mode: 'file', file: { src: secretFile } },
            },
          },
          {
            name: 'Around',
            request: {
              method: 'GET',
              url: 'http://plain.test/x',
              proxy: { host: '127.0.0.1', port: proxy.port },
            },
          },
        ],
      }),
    );
    await app.requests.open();
    await app.window.getByRole('treegrid', { name: 'Collections' }).getByText('Upload').click();
    await app.requests.openTab('Body');
    await expect(app.window.getByText(/not read until you choose it here/)).toBeVisible();
    await app.requests.send();
    await expect(app.requests.response().getByText(/was not chosen here/)).toBeVisible();
    expect(bodies).toEqual([]);

    await app.window.getByRole('treegrid', { name: 'Collections' }).getByText('Around').click();
    await app.requests.openTab('Settings');
    const address = `http://127.0.0.1:${String(proxy.port)}`;
    await expect(app.window.getByLabel('Address of the proxy')).toHaveValue(address);
    await app.requests.send();
    await expect(app.requests.response().getByText(/which you did not allow/)).toBeVisible();
    expect(proxy.seen()).toHaveLength(0);
    await app.desktop.queueDialogAnswer({ kind: 'button', index: 0 });
    await app.requests.send();
    await app.requests.expectStatus(200);
    expect((await app.desktop.dialogs()).at(-1)?.detail).toContain(`${address}\n\nhttp://plain.test`);
    await app.window.getByRole('link', { name: 'Settings' }).click();
    await expect(
      app.window.getByText('Requests of “Theirs” go through this proxy when they name it.'),
    ).toBeVisible();
    await app.window.getByRole('button', { name: `Take back the proxy ${address}` }).click();
    await app.requests.open();
    await app.requests.send();
    await expect(app.requests.response().getByText(/which you did not allow/)).toBeVisible();
    expect(proxy.asked).toEqual(['http://plain.test/x']);
  } finally {
    await proxy.close();
    server.close();
  }
});
