import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, it } from 'vitest';
import { closeAll, open } from '../support/closing.ts';
import { codeOf } from '../support/exchange-reading.ts';
import { holds } from '../support/holds.ts';
import { senderBench } from '../support/sender-bench.ts';
import { startRawServer } from '../support/servers.ts';

afterEach(closeAll);

const MIB = 1024 * 1024;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** In bytes: what is still referred to. The resident size would also hold what V8 has not yet given back. */
function heldBytes(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

describe('an answer without end', () => {
  it.each([
    ['server-sent events', 'text/event-stream', 'data: tick\n\n'],
    ['a log', 'text/plain', `${'x'.repeat(1_000)}\n`],
    ['bytes', 'application/octet-stream', '\0'.repeat(64 * 1024)],
  ])(
    '(%s) ends when it is stopped, and the memory with it',
    holds('network.endless'),
    async (_what, type, piece) => {
      let reached = (): void => undefined;
      const underWay = new Promise<void>((resolve) => (reached = resolve));
      let written = 0;
      const server = open(
        await startRawServer((socket) => {
          socket.once('data', () => {
            socket.write(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n`);
            // Waits for the reader: what is measured below is its memory, and not a queue of this server.
            const more = (): void => {
              for (let n = 0; n < 4 * MIB && !socket.destroyed; n += piece.length) {
                written += piece.length;
                if (written > 32 * MIB) reached();
                if (!socket.write(piece)) return void socket.once('drain', more);
              }
              if (!socket.destroyed) setImmediate(more);
            };
            more();
          });
        }),
      );
      const bench = open(senderBench([server.origin()]));
      const before = heldBytes();
      const pending = bench.exchange({ url: server.origin() }, { id: 'endless' });
      await underWay;

      const stoppedAt = performance.now();
      bench.service.cancel({ id: 'endless' });
      expect(codeOf(await pending)).toBe('cancelled');
      expect(performance.now() - stoppedAt).toBeLessThan(500);
      await expect.poll(() => (heldBytes() - before) / MIB).toBeLessThan(16);
    },
  );
});
