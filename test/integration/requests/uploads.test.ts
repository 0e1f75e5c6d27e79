import { mkdirSync, realpathSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { nodeFileLooker } from '../../../electron/adapters/node-file-looker.ts';
import { createChosenFiles, type ChosenFiles } from '../../../electron/requests/chosen-files.ts';
import type { RequestBody } from '../../../shared/domain/http-request.ts';
import { createCertificateAuthority } from '../../support/certificates.ts';
import { closeAll, open } from '../../support/closing.ts';
import { codeOf } from '../../support/exchange-reading.ts';
import { startHttp2Server } from '../../support/http2-server.ts';
import { memoryLedger } from '../../support/memory-ledger.ts';
import { removeAtExit } from '../../support/remove-at-exit.ts';
import { realClock, senderBench } from '../../support/sender-bench.ts';
import { redirectTo, startServer } from '../../support/servers.ts';

afterEach(closeAll);

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'keyfob-uploads-')));
removeAtExit(folder);

function fileOf(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The files that a person chooses, one after the other. */
function filesOf(...chosen: readonly string[]): ChosenFiles {
  const left = [...chosen];
  return createChosenFiles({
    ledger: open(memoryLedger()),
    clock: realClock,
    fileLooker: nodeFileLooker(),
    publish: () => undefined,
    fileDialog: {
      chooseSaveFile: () => Promise.resolve(null),
      chooseExisting: () => {
        const path = left.shift();
        return Promise.resolve(path === undefined ? null : { path, name: path });
      },
    },
  });
}

async function choosing(...paths: readonly string[]): Promise<ChosenFiles> {
  const files = filesOf(...paths);
  for (const _ of paths) await files.choose('postman-api');
  return files;
}

const upload = (...paths: readonly string[]): RequestBody => ({
  kind: 'multipart',
  parts: [
    { kind: 'text', name: 'note', value: 'hello', contentType: '', isEnabled: true },
    { kind: 'file', name: 'file', paths: [...paths], contentType: '', isEnabled: true },
  ],
});

describe('a file in a body', () => {
  it('is sent as it is on the disk, in a form, with its length', async () => {
    const path = fileOf('report.csv', 'a,b\n1,2\n');
    const server = open(await startServer());
    const bench = open(senderBench([server.origin()], { files: await choosing(path) }));

    const exchange = await bench.exchange(
      { url: server.origin(), method: 'POST', body: upload(path) },
      { collectionId: 'postman-api' },
    );

    const [received] = server.received;
    expect(exchange.outcome.kind).toBe('response');
    expect(received?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(Number(received?.headers['content-length'])).toBe(received?.body.length);
    expect(received?.body).toContain('filename="report.csv"\r\nContent-Type: text/csv\r\n\r\na,b\n1,2\n\r\n');
    expect(received?.headers['x-api-key']).toBe(bench.secret);
  });

  it('is the whole body, over HTTP/2 too', async () => {
    const path = fileOf('body.json', '{"a":1}');
    const authority = createCertificateAuthority();
    const tls = authority.issue({ names: ['api.keyfob.test'] });
    const server = open(await startHttp2Server({ tls }));
    const origin = server.origin('api.keyfob.test');
    const files = await choosing(path);
    const bench = open(senderBench([origin], { files, certificateAuthorities: [authority.cert] }));

    await bench.exchange({ url: origin, method: 'PUT', body: { kind: 'binary', path } });

    expect(server.received).toMatchObject([
      {
        httpVersion: '2.0',
        body: '{"a":1}',
        headers: { 'content-type': 'application/json', 'content-length': '7' },
      },
    ]);
  });

  it('of 300 MiB goes through in bounded memory', async () => {
    const path = join(folder, 'large.bin');
    writeFileSync(path, '');
    truncateSync(path, 300 * 1024 * 1024);
    const digest = createHash('sha256');
    let bytes = 0;
    const server = createServer((request, response) => {
      request.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        digest.update(chunk);
      });
      request.on('end', () => response.end('ok'));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    open({ close: () => void server.close() });
    const { port } = server.address() as { port: number }; // a TCP server that listens has one
    const url = `http://127.0.0.1:${String(port)}/`;
    const bench = open(senderBench([], { files: await choosing(path) }));
    const before = process.memoryUsage().rss;
    let peak = 0;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 10);

    const exchange = await bench.exchange({ url, method: 'POST', body: { kind: 'binary', path } });
    clearInterval(watch);

    expect(exchange.outcome.kind).toBe('response');
    expect(bytes).toBe(300 * 1024 * 1024);
    expect(peak - before).toBeLessThan(150 * 1024 * 1024);
  });
});

describe('a file that nobody chose here', () => {
  it('is not read, whatever the request names, and the request is not sent', async () => {
    const path = fileOf('private.txt', 'not for you');
    const server = open(await startServer());
    const bench = open(senderBench([server.origin()], { files: filesOf() }));

    for (const body of [upload(path), { kind: 'binary' as const, path }]) {
      const sent = await bench.send({ url: server.origin(), method: 'POST', body });
      expect(sent).toMatchObject({ ok: false, error: { code: 'file-not-chosen' } });
    }
    expect(server.connectionCount()).toBe(0);
  });

  it('was chosen for another collection in another session is not read either', async () => {
    const path = fileOf('chosen.txt', 'x');
    const ledger = open(memoryLedger());
    const common = { ledger, clock: realClock, fileLooker: nodeFileLooker(), publish: () => undefined };
    const chosen = { path, name: 'chosen.txt' };
    const fileDialog = {
      chooseSaveFile: () => Promise.resolve(null),
      chooseExisting: () => Promise.resolve(chosen),
    };
    await createChosenFiles({ ...common, fileDialog }).choose('file:mine.json');

    const later = createChosenFiles({ ...common, fileDialog });

    expect(await later.sizeOf('file:mine.json', path)).toEqual({ ok: true, value: 1 });
    expect(await later.sizeOf('file:theirs.json', path)).toMatchObject({
      error: { code: 'file-not-chosen' },
    });
    expect(await later.describe('file:theirs.json', [path])).toEqual([
      { path, state: 'not-chosen', size: null },
    ]);
  });

  it('is not what a link leads to that took the chosen one’s place, nor a folder', async () => {
    const target = fileOf('target.txt', 'secret');
    const link = join(folder, 'link.txt');
    symlinkSync(target, link);
    const inner = join(folder, 'inner');
    mkdirSync(inner);
    const files = await choosing(link, inner);

    expect(await files.sizeOf('postman-api', link)).toMatchObject({
      error: { code: 'body-file-unreadable' },
    });
    expect(await files.sizeOf('postman-api', inner)).toMatchObject({
      error: { code: 'body-file-unreadable' },
    });
  });
});

describe('a redirect that keeps its body', () => {
  it('sends the file again to the same origin, and to no other', async () => {
    const path = fileOf('again.txt', 'twice');
    const foreign = open(await startServer());
    const own = open(
      await startServer({
        answer: (request, response) => {
          if (request.url === '/same') redirectTo('/there', 307)(request, response);
          else if (request.url === '/other') redirectTo(`${foreign.origin()}/`, 307)(request, response);
          else response.end('ok');
        },
      }),
    );
    const bench = open(senderBench([own.origin()], { files: await choosing(path) }));
    const send = (target: string) =>
      bench.exchange({ url: `${own.origin()}${target}`, method: 'POST', body: { kind: 'binary', path } });

    expect(codeOf(await send('/same'))).toBe('response');
    expect(own.received.map(({ url, body }) => [url, body])).toEqual([
      ['/same', 'twice'],
      ['/there', 'twice'],
    ]);
    expect(codeOf(await send('/other'))).toBe('redirect-refused');
    expect(foreign.connectionCount()).toBe(0);
  });
});
