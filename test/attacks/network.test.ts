import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import type { Exchange } from '../../shared/domain/exchange.ts';
import { searchBytes } from '../support/canary.ts';
import { createCertificateAuthority } from '../support/certificates.ts';
import { closeAll, open } from '../support/closing.ts';
import { codeOf, responseOf, textOf } from '../support/exchange-reading.ts';
import { senderBench, type SenderBench } from '../support/sender-bench.ts';
import {
  answerRaw,
  closedPort,
  startRawServer,
  startServer,
  type RecordingServer,
} from '../support/servers.ts';
import { holds } from '../support/holds.ts';

afterEach(closeAll);

const authority = createCertificateAuthority();
const MIB = 1024 * 1024;

function benchFor(server: Pick<RecordingServer, 'origin'>): SenderBench {
  return open(senderBench([server.origin()], { certificateAuthorities: [authority.cert] }));
}

async function rawly(...parts: readonly (string | Buffer)[]): Promise<Exchange> {
  const server = open(await startRawServer(answerRaw(...parts)));
  return benchFor(server).exchange({ url: server.origin() });
}

describe(
  'a failure of the network has a reason of its own',
  holds('network.refused', 'network.malformed'),
  () => {
    it('when nothing listens', async () => {
      const origin = `http://127.0.0.1:${String(await closedPort())}`;
      const bench = open(senderBench([origin]));

      const exchange = await bench.exchange({ url: origin });

      expect(codeOf(exchange)).toBe('connection-refused');
      expect(exchange.hops[0]?.signing).toMatchObject({ kind: 'withheld', reason: 'not-connected' });
      expect(bench.keys.uses).toEqual([]);
    });

    it('when the name does not exist', async () => {
      const bench = open(senderBench(['https://nowhere.example']));

      expect(codeOf(await bench.exchange({ url: 'https://nowhere.example/' }))).toBe('host-not-found');
    });

    it('when https is spoken to an http server', async () => {
      const server = open(await startServer());
      const origin = `https://127.0.0.1:${String(server.port)}`;
      const bench = open(senderBench([origin]));

      expect(codeOf(await bench.exchange({ url: origin }))).toBe('tls-failed');
    });

    it('when the server resets before it answers', async () => {
      const server = open(
        await startRawServer((socket) => {
          socket.once('data', () => socket.resetAndDestroy());
        }),
      );
      const bench = benchFor(server);

      const exchange = await bench.exchange({ url: server.origin() });

      expect(codeOf(exchange)).toBe('connection-reset');
      expect(exchange.hops[0]?.signing.kind).toBe('sent');
      expect(bench.keys.uses).toMatchObject([{ kind: 'sent', status: null }]);
    });

    it.each([
      ['closes before it answers', [], 'connection-reset'],
      ['closes in the headers', ['HTTP/1.1 200 OK\r\nContent-'], 'connection-reset'],
      [
        'closes in a body of known length',
        ['HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc'],
        'connection-reset',
      ],
      [
        'closes in the last body of a connection',
        ['HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 10\r\n\r\nabc'],
        'connection-reset',
      ],
      [
        'closes in a chunked body',
        ['HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab'],
        'connection-reset',
      ],
      ['does not speak HTTP', ['SSH-2.0-OpenSSH_9.9\r\n'], 'response-malformed'],
      [
        'sends a bad chunk size',
        ['HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'],
        'response-malformed',
      ],
      [
        'sends length and chunked',
        ['HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
        'response-malformed',
      ],
      [
        'sends two lengths',
        ['HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd'],
        'response-malformed',
      ],
      [
        'sends a length that is no number',
        ['HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n'],
        'response-malformed',
      ],
      [
        'sends a NUL in a header',
        ['HTTP/1.1 200 OK\r\nA: b\0c\r\nContent-Length: 0\r\n\r\n'],
        'response-malformed',
      ],
      [
        'sends a megabyte of headers',
        [`HTTP/1.1 200 OK\r\nA: ${'x'.repeat(MIB)}\r\n\r\n`],
        'response-malformed',
      ],
    ] as const)('when the server %s', async (_what, parts, code) => {
      expect(codeOf(await rawly(...parts))).toBe(code);
    });

    it.each([
      ['without a reason phrase', 'HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nok', 200],
      ['of HTTP/1.0 that ends with the connection', 'HTTP/1.0 200 OK\r\n\r\nok', 200],
      [
        'after informational ones',
        'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok',
        200,
      ],
      ['with an unusual status', 'HTTP/1.1 799 Odd\r\nContent-Length: 2\r\n\r\nok', 799],
    ] as const)('but an answer %s is read', async (_what, raw, status) => {
      const exchange = await rawly(raw);

      expect(responseOf(exchange).status).toBe(status);
      expect(textOf(exchange)).toBe('ok');
    });

    it('and no request is sent twice, whatever happened to the first', holds('network.retry'), async () => {
      const server = open(
        await startRawServer((socket) => {
          socket.once('data', () => socket.resetAndDestroy());
        }),
      );
      const bench = benchFor(server);

      for (const method of ['GET', 'POST', 'PUT', 'DELETE'] as const) {
        await bench.exchange({ url: server.origin(), method });
      }

      expect(
        server
          .rawBytes()
          .toString()
          .match(/ HTTP\/1\.1\r\n/g),
      ).toHaveLength(4);
    });
  },
);

describe('an error', () => {
  it('holds the key in no property, whatever failed', holds('confinement.failures'), async () => {
    const failing: readonly (() => Promise<RecordingServer>)[] = [
      () => startRawServer((socket) => socket.once('data', () => socket.resetAndDestroy())),
      () => startRawServer(echoing((request) => `HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n${request}`)),
      () => startRawServer(echoing((request) => request)),
      () =>
        startRawServer(
          echoing(
            (request) =>
              `HTTP/1.1 302 ${request.split('\r\n')[3] ?? ''}\r\nLocation: javascript:${encodeURIComponent(request)}\r\n\r\n`,
          ),
        ),
      () =>
        startRawServer(echoing((request) => `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n${request}`)),
    ];
    for (const start of failing) {
      const server = open(await start());
      const bench = benchFor(server);

      const exchange = await bench.exchange({ url: server.origin() });

      expect(codeOf(exchange)).not.toBe('response');
      expect(bench.keys.uses).toMatchObject([{ kind: 'sent' }]);
      const error = exchange.outcome.kind === 'failed' ? exchange.outcome.error : null;
      const everything = [
        JSON.stringify(exchange),
        inspect(exchange, { depth: null, showHidden: true }),
        inspect(error, { depth: null, showHidden: true }),
        JSON.stringify(bench.published),
        inspect(bench.logger.lines, { depth: null }),
        JSON.stringify(bench.history.get(exchange.id)),
      ].join('\n');
      expect(searchBytes('error', everything, [bench.secret])).toEqual([]);
      // What it is told with in other languages is among what was searched.
      const properties = Object.keys(error ?? {}).filter((name) => name !== 'told');
      expect(properties).toEqual(['code', 'message', 'remedy']);
    }
  });
});

describe('connections', () => {
  it('are used again, and then have no dns, connect and tls time', async () => {
    const tls = authority.issue({ names: ['api.keyfob.test'] });
    const server = open(await startServer({ tls }));
    const origin = server.origin('api.keyfob.test');
    const bench = open(senderBench([origin], { certificateAuthorities: [authority.cert] }));

    const first = responseOf(await bench.exchange({ url: origin })).timings;
    const second = responseOf(await bench.exchange({ url: origin })).timings;

    expect(server.connectionCount()).toBe(1);
    for (const phase of ['dns', 'connect', 'tls', 'firstByte', 'download'] as const) {
      expect(first[phase], phase).toBeTypeOf('number');
    }
    expect(second).toMatchObject({ dns: null, connect: null, tls: null });
    expect(second.firstByte).toBeTypeOf('number');
  });

  it('that the server closed meanwhile are made anew', async () => {
    const server = open(
      await startServer({
        answer: (_request, response) => {
          response.writeHead(200, { Connection: 'close' });
          response.end('ok');
        },
      }),
    );
    const bench = benchFor(server);

    for (let count = 0; count < 5; count += 1)
      expect(textOf(await bench.exchange({ url: server.origin() }))).toBe('ok');

    expect(server.connectionCount()).toBe(5);
  });
});

function echoing(answer: (request: string) => string): Parameters<typeof startRawServer>[0] {
  return (socket) => {
    socket.once('data', (chunk: Buffer) => socket.end(answer(chunk.toString('latin1'))));
  };
}
