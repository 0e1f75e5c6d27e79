import { afterEach, describe, expect, it } from 'vitest';
import { closeAll, open } from '../support/closing.ts';
import { codeOf } from '../support/exchange-reading.ts';
import { holds } from '../support/holds.ts';
import { senderBench } from '../support/sender-bench.ts';
import { startRawServer } from '../support/servers.ts';

afterEach(closeAll);

const MIB = 1024 * 1024;

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
            const more = (): void => {
              while (!socket.destroyed && socket.write(piece)) {
                written += piece.length;
                if (written > 32 * MIB) reached();
                // So that the reader of this same process gets its turns.
                if (written % (4 * MIB) < piece.length) break;
              }
              if (!socket.destroyed) setImmediate(more);
            };
            more();
          });
        }),
      );
      const bench = open(senderBench([server.origin()]));
      const before = process.memoryUsage().rss;
      const pending = bench.exchange({ url: server.origin() }, { id: 'endless' });
      await underWay;

      const stoppedAt = performance.now();
      bench.service.cancel({ id: 'endless' });
      expect(codeOf(await pending)).toBe('cancelled');
      expect(performance.now() - stoppedAt).toBeLessThan(500);
      expect((process.memoryUsage().rss - before) / MIB).toBeLessThan(256);
    },
  );
});
