import { randomBytes } from 'node:crypto';
import {
  brotliCompressSync,
  constants,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_REQUEST_SETTINGS } from '../../shared/domain/http-request.ts';
import { PREVIEW_LIMIT_BYTES } from '../../shared/domain/exchange.ts';
import { nodeBodyFiles } from '../../electron/adapters/node-body-files.ts';
import { closeAll, open } from '../support/closing.ts';
import { codeOf, responseOf, textOf } from '../support/exchange-reading.ts';
import { senderBench, type SenderBench } from '../support/sender-bench.ts';
import { startRawServer, startServer, type RecordingServer } from '../support/servers.ts';
import { holds } from '../support/holds.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

afterEach(closeAll);

const MIB = 1024 * 1024;

function benchFor(server: Pick<RecordingServer, 'origin'>): SenderBench {
  return open(senderBench([server.origin()]));
}

describe('a large body', holds('network.gigabyte'), () => {
  it('is shown up to the limit and counted to its end, in bounded memory', async () => {
    const total = 1024 * MIB;
    const chunk = Buffer.alloc(MIB, 'a');
    const server = open(
      await startServer({
        answer: (_request, response) => {
          response.writeHead(200, { 'Content-Type': 'text/plain', 'Content-Length': total });
          let left = total / MIB;
          const more = (): void => {
            while (left > 0) {
              left -= 1;
              if (!response.write(chunk)) {
                response.once('drain', more);
                return;
              }
            }
            response.end();
          };
          more();
        },
      }),
    );
    const folder = open(await temporaryFolder());
    const bench = open(senderBench([server.origin()], { bodyFiles: nodeBodyFiles(folder.path) }));
    const before = process.memoryUsage().rss;
    let peak = 0;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);

    const exchange = await bench.exchange({
      url: server.origin(),
      settings: { ...DEFAULT_REQUEST_SETTINGS, timeoutMs: 100_000, maxRedirects: 0 },
    });
    clearInterval(watch);

    const response = responseOf(exchange);
    expect(response).toMatchObject({
      bodyBytes: total,
      wireBytes: total,
      body: { kind: 'text', isTruncated: true },
    });
    expect(textOf(exchange)).toHaveLength(PREVIEW_LIMIT_BYTES);
    expect(peak - before).toBeLessThan(200 * MIB);
    const progress = bench.published.filter(({ event }) => event === 'requests.progressed');
    expect(progress.length).toBeGreaterThan(2);
    expect(progress.length).toBeLessThan(10 + (response.timings.total / 1000) * 15);
  });

  it('of tiny chunks does not hold on to much memory', async () => {
    const pieces = Buffer.from('1\r\na\r\n'.repeat(100_000));
    const server = open(
      await startRawServer((socket) => {
        socket.once('data', () => {
          socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n');
          for (let count = 0; count < 5; count += 1) socket.write(pieces);
          socket.end('0\r\n\r\n');
        });
      }),
    );

    const exchange = await benchFor(server).exchange({ url: server.origin() });

    expect(textOf(exchange)).toHaveLength(500_000);
  });
});

describe('a compressed body', () => {
  const text = JSON.stringify({ greeting: 'saluton', filler: 'x'.repeat(5_000) });
  const codings: readonly (readonly [string, (text: Buffer) => Buffer])[] = [
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
    ['gzip, br', (plain) => brotliCompressSync(gzipSync(plain))],
    ['GZip', gzipSync],
    ['identity', (plain) => plain],
  ];

  it.each(codings)('(%s) is shown as its text', async (coding, compress) => {
    const wire = compress(Buffer.from(text));
    const server = open(
      await serveBytes(wire, { 'Content-Encoding': coding, 'Content-Type': 'application/json' }),
    );

    const exchange = await benchFor(server).exchange({ url: server.origin() });

    expect(textOf(exchange)).toBe(text);
    expect(responseOf(exchange)).toMatchObject({ wireBytes: wire.length, bodyBytes: text.length });
  });

  it.each(['HEAD', 'GET'] as const)('that does not exist (%s) is empty, not broken', async (method) => {
    const server = open(await serveBytes(Buffer.alloc(0), { 'Content-Encoding': 'gzip' }));

    const exchange = await benchFor(server).exchange({ url: server.origin(), method });

    expect(responseOf(exchange).body).toEqual({ kind: 'empty' });
  });

  it('that is cut off or no compression at all is named', holds('network.bombs'), async () => {
    const cut = gzipSync(text).subarray(0, -12);
    for (const [coding, bytes] of [
      ['gzip', cut],
      ['gzip', Buffer.from('plain')],
      ['br', Buffer.from('plain')],
      ['zstd', Buffer.from('plain')],
      ['deflate', Buffer.from('plain')],
    ] as const) {
      const server = open(await serveBytes(bytes, { 'Content-Encoding': coding }));
      expect(codeOf(await benchFor(server).exchange({ url: server.origin() })), coding).toBe(
        'response-malformed',
      );
    }
  });

  it('in three layers is refused', holds('network.bombs'), async () => {
    const bytes = gzipSync(gzipSync(gzipSync('x')));
    const server = open(await serveBytes(bytes, { 'Content-Encoding': 'gzip, gzip, gzip' }));

    expect(codeOf(await benchFor(server).exchange({ url: server.origin() }))).toBe('response-malformed');
  });

  it('that is a bomb is stopped, with one layer or two', holds('network.bombs'), async () => {
    const zeros = Buffer.alloc(64 * MIB);
    // Real files: what is measured is the sender, and not a disk that is played in memory.
    const folder = open(await temporaryFolder());
    const brotli = brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
    for (const [coding, bomb] of [
      ['gzip', gzipSync(zeros)],
      ['br', brotli],
      ['gzip, gzip', gzipSync(gzipSync(zeros))],
    ] as const) {
      const server = open(await serveBytes(bomb, { 'Content-Encoding': coding }));
      const before = process.memoryUsage().rss;

      const bench = open(senderBench([server.origin()], { bodyFiles: nodeBodyFiles(folder.path) }));
      const exchange = await bench.exchange({ url: server.origin() });

      expect(codeOf(exchange), coding).toBe('response-too-large');
      expect(process.memoryUsage().rss - before).toBeLessThan(100 * MIB);
    }
  });

  it('beyond the absolute limit is stopped', holds('network.gigabyte'), async () => {
    const server = open(await serveBytes(randomBytes(200_000), {}));
    const bodyLimits = { decodedBytes: 100_000, ratio: 10, ratioFloorBytes: 100_000 };
    const bench = open(senderBench([server.origin()], { bodyLimits }));

    expect(codeOf(await bench.exchange({ url: server.origin() }))).toBe('response-too-large');
  });
});

function serveBytes(bytes: Buffer, headers: Record<string, string>): Promise<RecordingServer> {
  return startServer({
    answer: (_request, response) => {
      response.writeHead(200, headers);
      response.end(bytes);
    },
  });
}
