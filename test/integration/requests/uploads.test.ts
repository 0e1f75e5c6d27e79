import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { nodeFileLooker } from '../../../electron/adapters/node-file-looker.ts';
import {
  createChosenFiles,
  type ChosenFiles,
  type ChosenFilesOptions,
} from '../../../electron/requests/chosen-files.ts';
import type { FileGoing } from '../../../electron/requests/prepare-upload.ts';
import type { EventPayload } from '../../../shared/contract/contract.ts';
import type { RequestBody } from '../../../shared/domain/http-request.ts';
import { createCertificateAuthority } from '../../support/certificates.ts';
import { closeAll, open } from '../../support/closing.ts';
import type { VaultState } from '../../../shared/domain/vault-state.ts';
import { codeOf } from '../../support/exchange-reading.ts';
import { startHttp2Server } from '../../support/http2-server.ts';
import { holds } from '../../support/holds.ts';
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

/** The files that a person chooses, one after the other, and what they answer when they are asked where files may go. */
function filesOf(...chosen: readonly string[]): ChosenFiles {
  return chosenFilesWith({}, ...chosen);
}

const openVault = { state: () => ({ kind: 'unlocked', holder: 'memory' }) as const };

function chosenFilesWith(
  options: Partial<Pick<ChosenFilesOptions, 'ledger' | 'confirmFileOrigin' | 'vault' | 'fileLooker'>>,
  ...chosen: readonly string[]
): ChosenFiles {
  const left = [...chosen];
  return createChosenFiles({
    ledger: options.ledger ?? open(memoryLedger()),
    clock: realClock,
    fileLooker: nodeFileLooker(),
    vault: openVault,
    publish: () => undefined,
    confirmFileOrigin: () => Promise.resolve(false),
    ...options,
    fileDialog: {
      chooseSaveFile: () => Promise.resolve(null),
      chooseExisting: () => {
        const path = left.shift();
        return Promise.resolve(path === undefined ? null : { path, name: path });
      },
    },
  });
}

const going = (collectionId: string, origin = 'https://one.example'): FileGoing => ({
  ...{ collectionId, origin },
  isByHand: true,
});

/** Bytes of a file that may go; else the code of the refusal. */
async function sizeOf(files: ChosenFiles, path: string, where: FileGoing): Promise<number | string> {
  const opened = await files.open(path, where);
  if (!opened.ok) return opened.error.code;
  await opened.value.close();
  return opened.value.size;
}

async function choosing(...paths: readonly string[]): Promise<ChosenFiles> {
  return choosingFor('postman-api', ...paths);
}

/** `null`: for a request that is in no collection. */
async function choosingFor(collectionId: string | null, ...paths: readonly string[]): Promise<ChosenFiles> {
  const files = filesOf(...paths);
  for (const _ of paths) await files.choose(collectionId, null);
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
    const files = await choosingFor(null, path);
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

  it('is told of while it is sent, until the answer is waited for', async () => {
    const path = join(folder, 'told.bin');
    writeFileSync(path, 'x'.repeat(1024 * 1024));
    const server = open(await startServer());
    const bench = open(senderBench([server.origin()], { files: await choosing(path) }));

    await bench.exchange(
      { url: server.origin(), method: 'POST', body: { kind: 'binary', path } },
      { collectionId: 'postman-api' },
    );

    const told = bench.published
      .filter(({ event }) => event === 'requests.progressed')
      .map(({ payload }) => payload as EventPayload<'requests.progressed'>); // of this event
    const phases = told.map(({ phase }) => phase);
    const first = told.find(({ phase }) => phase === 'uploading');
    expect(first).toMatchObject({ totalBytes: 1024 * 1024, receivedBytes: 0 });
    expect(first?.sentBytes).toSatisfy((sent: number) => sent > 0 && sent < 1024 * 1024);
    expect(phases.lastIndexOf('waiting')).toBeGreaterThan(phases.lastIndexOf('uploading'));
    expect(phases.lastIndexOf('downloading')).toBe(phases.length - 1);
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
    const bench = open(senderBench([], { files: await choosingFor(null, path) }));
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
    const first = chosenFilesWith({ ledger }, path);
    await first.choose('file:mine.json', null);
    expect(await sizeOf(first, path, going('file:mine.json'))).toBe(1);

    const later = chosenFilesWith({ ledger });

    expect(await sizeOf(later, path, going('file:mine.json'))).toBe(1);
    expect(await sizeOf(later, path, going('file:theirs.json'))).toBe('file-not-chosen');
    expect(await later.describe('file:theirs.json', [path])).toEqual([
      { path, state: 'not-chosen', size: null, origins: [] },
    ]);
  });

  it('is not what a link leads to that took the chosen one’s place, nor a folder', async () => {
    const target = fileOf('target.txt', 'secret');
    const link = join(folder, 'link.txt');
    symlinkSync(target, link);
    const inner = join(folder, 'inner');
    mkdirSync(inner);
    const files = await choosing(link, inner);

    expect(await sizeOf(files, link, going('postman-api'))).toBe('body-file-unreadable');
    expect(await sizeOf(files, inner, going('postman-api'))).toBe('body-file-unreadable');
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
    const bench = open(senderBench([own.origin()], { files: await choosingFor(null, path) }));
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

/** Descriptors of this process that lead to a file of the folder. */
function openDescriptors(): number {
  return readdirSync('/proc/self/fd').filter((name) => {
    try {
      return readlinkSync(join('/proc/self/fd', name)).startsWith(folder);
    } catch {
      return false; // closed meanwhile: the one that lists the folder
    }
  }).length;
}

describe('a file that went to one origin', () => {
  const twoOrigins = async () => ({ own: open(await startServer()), foreign: open(await startServer()) });

  it(
    'goes to another only when the person agrees, outside the page, and is asked once',
    holds('binding.file-origin'),
    async () => {
      const path = fileOf('bound.txt', 'bound');
      const { own, foreign } = await twoOrigins();
      const asked: string[] = [];
      let answer = false;
      const confirmFileOrigin = (file: string, origin: string): Promise<boolean> => {
        asked.push(`${file} ${origin}`);
        return Promise.resolve(answer);
      };
      const ledger = open(memoryLedger());
      const files = chosenFilesWith({ ledger, confirmFileOrigin }, path);
      await files.choose('postman-api', null);
      const bench = open(senderBench([own.origin(), foreign.origin()], { files }));
      const send = (origin: string) =>
        bench.send(
          { url: origin, method: 'POST', body: { kind: 'binary', path } },
          { collectionId: 'postman-api' },
        );

      expect(await send(own.origin())).toMatchObject({ ok: true });
      expect(asked).toEqual([]);
      expect(await send(foreign.origin())).toMatchObject({ ok: false, error: { code: 'file-not-chosen' } });
      expect(foreign.connectionCount()).toBe(0);
      answer = true;
      expect(await send(foreign.origin())).toMatchObject({ ok: true });
      expect(await send(foreign.origin())).toMatchObject({ ok: true });
      expect(asked).toEqual([`${path} ${foreign.origin()}`, `${path} ${foreign.origin()}`]);

      const later = chosenFilesWith({ ledger });
      expect(await sizeOf(later, path, going('postman-api', foreign.origin()))).toBe(5);
      expect(await sizeOf(later, path, going('postman-api', 'https://evil.example'))).toBe('file-not-chosen');
    },
  );

  it('goes to the origin for which it was chosen, and asks about every other, also in a run', async () => {
    const path = fileOf('meant.txt', 'x');
    const asked: string[] = [];
    const confirmFileOrigin = (_file: string, origin: string): Promise<boolean> => {
      asked.push(origin);
      return Promise.resolve(false);
    };
    const ledger = open(memoryLedger());
    const files = chosenFilesWith({ ledger, confirmFileOrigin }, path);
    await files.choose('postman-api', 'https://meant.example');

    const foreign = going('postman-api', 'https://first.example');
    expect(await sizeOf(files, path, foreign)).toBe('file-not-chosen');
    const meant = going('postman-api', 'https://meant.example');
    expect(await sizeOf(files, path, { ...meant, isByHand: false })).toBe(1);
    expect(asked).toEqual(['https://first.example']);
    expect(await sizeOf(chosenFilesWith({ ledger }), path, meant)).toBe(1);
  });

  it('is asked about in a run too, also the first time, and a no counts for its other requests', async () => {
    const path = fileOf('run.txt', 'x');
    let asked = 0;
    const confirmFileOrigin = (): Promise<boolean> => ((asked += 1), Promise.resolve(false));
    const files = chosenFilesWith({ confirmFileOrigin }, path);
    await files.choose('postman-api', null);
    const ofRun = { ...going('postman-api'), isByHand: false };

    const codes = await Promise.all([sizeOf(files, path, ofRun), sizeOf(files, path, ofRun)]);
    expect([...codes, await sizeOf(files, path, ofRun)]).toEqual(Array(3).fill('file-not-chosen'));
    expect(asked).toBe(1);
    // It did not say where the file is meant to go, so the person still does.
    expect(await sizeOf(files, path, going('postman-api'))).toBe(1);
  });

  it(
    'is asked about for a request of another collection, also the first time',
    holds('binding.file-origin'),
    async () => {
      const path = fileOf('elsewhere.txt', 'x');
      let asked = 0;
      const confirmFileOrigin = (): Promise<boolean> => ((asked += 1), Promise.resolve(false));
      const files = chosenFilesWith({ confirmFileOrigin }, path);
      await files.choose('postman-api', null);

      expect(await sizeOf(files, path, going('imported', 'https://evil.example'))).toBe('file-not-chosen');
      expect(asked).toBe(1);
      expect(await sizeOf(files, path, going('postman-api'))).toBe(1);
    },
  );

  it('does not go when Keyfob was locked while the question stood there', async () => {
    const path = fileOf('locked.txt', 'x');
    let kind: 'unlocked' | 'locked' = 'unlocked';
    const vault = {
      state: () =>
        kind === 'locked'
          ? ({ kind: 'locked', reason: { kind: 'by-person' } } as unknown as VaultState) // only its kind is read
          : openVault.state(),
    };
    const confirmFileOrigin = (): Promise<boolean> => ((kind = 'locked'), Promise.resolve(true));
    const files = chosenFilesWith({ vault, confirmFileOrigin }, path);
    await files.choose('postman-api', null);
    expect(await sizeOf(files, path, going('postman-api'))).toBe(1);

    expect(await sizeOf(files, path, going('postman-api', 'https://two.example'))).toBe('vault-locked');
    expect(await files.choose('postman-api', null)).toEqual({ ok: true, value: null });
  });

  it('is chosen no more when its collection was deleted', holds('binding.file-origin'), async () => {
    const path = fileOf('deleted.txt', 'x');
    const ledger = open(memoryLedger());
    const files = chosenFilesWith({ ledger }, path);
    await files.choose('file:gone.json', null);
    expect(await sizeOf(files, path, going('file:gone.json'))).toBe(1);

    files.forget('file:gone.json');

    expect(await sizeOf(files, path, going('file:gone.json'))).toBe('file-not-chosen');
    expect(await sizeOf(chosenFilesWith({ ledger }), path, going('file:gone.json'))).toBe('file-not-chosen');
    expect(ledger.get('SELECT count(*) AS rows FROM chosen_file_origins', [])).toEqual({ rows: 0 });
  });
});

describe('a file that is being sent', () => {
  it(
    'stays the one that was opened, over redirects, whatever takes its place; and is closed',
    holds('binding.file-opened-once'),
    async () => {
      const path = fileOf('swapped.txt', 'chosen');
      const other = fileOf('private-key.txt', 'secret');
      const server = open(
        await startServer({
          answer: (request, response) => {
            if (request.url !== '/first') return void response.end('ok');
            // Between two hops another file comes to stand at the path, and then a link.
            renameSync(path, `${path}.old`);
            symlinkSync(other, path);
            redirectTo('/second', 307)(request, response);
          },
        }),
      );
      const bench = open(senderBench([server.origin()], { files: await choosingFor(null, path) }));
      const before = openDescriptors();

      await bench.exchange({
        url: `${server.origin()}/first`,
        method: 'POST',
        body: { kind: 'binary', path },
      });

      expect(server.received.map(({ body }) => body)).toEqual(['chosen', 'chosen']);
      expect(openDescriptors()).toBe(before);
    },
  );

  it('is not a link that took its place between the look and the opening', async () => {
    const path = fileOf('raced.txt', 'chosen');
    const target = fileOf('raced-target.txt', 'secret');
    renameSync(path, `${path}.old`);
    symlinkSync(target, path);

    expect(await nodeFileLooker().open(path)).toBeNull();
    expect(await nodeFileLooker().open(folder)).toBeNull();
    expect(openDescriptors()).toBe(0);
  });

  it('is closed when the request fails, and when another file of it cannot be sent', async () => {
    const path = fileOf('closed.txt', 'x');
    const [gone, files] = [join(folder, 'gone.txt'), await choosing(path, join(folder, 'gone.txt'))];
    const bench = open(senderBench([], { files }));

    const failedSend = await bench.send(
      { url: 'http://127.0.0.1:1/', method: 'POST', body: upload(path, gone) },
      { collectionId: 'postman-api' },
    );
    expect(failedSend).toMatchObject({ error: { code: 'body-file-unreadable' } });
    await bench.send({ url: 'http://127.0.0.1:1/', method: 'POST', body: { kind: 'binary', path } });
    expect(openDescriptors()).toBe(0);
  });
});
