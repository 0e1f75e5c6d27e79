import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import { closeAll, open } from '../support/closing.ts';
import { formsOf, searchBytes } from '../support/canary.ts';
import { holds } from '../support/holds.ts';
import { senderBench } from '../support/sender-bench.ts';
import { startRawServer } from '../support/servers.ts';

afterEach(closeAll);

/** A server that answers each request with what `bodyOf` makes of its path, in two pieces that arrive apart. */
async function splittingServer(
  bodyOf: (path: string) => { readonly head: string; readonly pieces: readonly Buffer[] },
) {
  return open(
    await startRawServer((socket) => {
      socket.setNoDelay(true);
      socket.on('data', (chunk: Buffer) => {
        const { head, pieces } = bodyOf(chunk.toString('latin1').split(' ')[1] ?? '/');
        socket.write(`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n${head}\r\n\r\n`);
        const send = async (): Promise<void> => {
          for (const piece of pieces) {
            const isDrained = socket.write(
              Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')]),
            );
            if (!isDrained) await once(socket, 'drain');
            // The next piece is a packet of its own.
            await new Promise((resolve) => setTimeout(resolve, 2));
          }
          socket.write('0\r\n\r\n');
        };
        void send();
      });
    }),
  );
}

describe('a key that a response brings in two pieces', () => {
  it.each([
    ['text/plain', ''],
    ['application/octet-stream', ''],
    ['application/json', 'gzip'],
  ])('is masked wherever it is cut (%s %s)', holds('confinement.echo-split'), async (type, coding) => {
    let secret = '';
    const forms = (): readonly Buffer[] => [...formsOf(secret).values()];
    const server = await splittingServer((path) => {
      const [form = 0, cut = 0] = path.slice(1).split('/').map(Number);
      const value = forms()[form] ?? Buffer.alloc(0);
      const plain = Buffer.concat([Buffer.from('{"echo": "'), value, Buffer.from('"}')]);
      const body = coding === 'gzip' ? gzipSync(plain) : plain;
      const at = Math.min(body.length - 1, Math.max(1, 10 + cut));
      return {
        head: `Content-Type: ${type}${coding === '' ? '' : `\r\nContent-Encoding: ${coding}`}`,
        pieces: [body.subarray(0, at), body.subarray(at)],
      };
    });
    const bench = open(senderBench([server.origin()]));
    secret = bench.secret;
    for (const [form, value] of forms().entries()) {
      for (const cut of [1, Math.floor(value.length / 2), value.length - 1]) {
        const exchange = await bench.exchange({ url: `${server.origin()}/${String(form)}/${String(cut)}` });
        expect(exchange.outcome.kind).toBe('response');
        const hex = JSON.stringify(exchange).match(/"hex":"([0-9a-f]*)"/)?.[1] ?? '';
        const shown = [Buffer.from(JSON.stringify(exchange)), Buffer.from(hex, 'hex')];
        expect(shown.flatMap((bytes) => searchBytes(`form ${String(form)}`, bytes, [secret]))).toEqual([]);
      }
    }
  });
});
