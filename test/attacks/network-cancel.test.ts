import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_REQUEST_SETTINGS } from '../../shared/domain/http-request.ts';
import { closeAll, open } from '../support/closing.ts';
import { codeOf } from '../support/exchange-reading.ts';
import { senderBench, type SenderBench } from '../support/sender-bench.ts';
import { startRawServer, startServer, type Answer } from '../support/servers.ts';
import { holds } from '../support/holds.ts';

afterEach(closeAll);

/** A request that hangs in one phase; `reached` resolves when it is there. */
interface Hanging {
  readonly origin: string;
  readonly bench: SenderBench;
  readonly reached: Promise<void>;
}

const phases: readonly (readonly [string, () => Promise<Hanging>])[] = [
  ['while the name is looked up', hangInLookup],
  ['while the connection is made secure', hangInHandshake],
  ['while the server thinks', () => hangInAnswer((reached) => () => reached())],
  ['while a header section comes', () => hangInRaw('HTTP/1.1 200 OK\r\nContent-')],
  ['while a body has stopped', () => hangInRaw('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc')],
  [
    'while a compressed body has stopped',
    () => hangInRaw('HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n\u000b'),
  ],
  ['while an endless body comes', () => hangInAnswer(endless)],
  [
    'while a redirect’s body never ends',
    () => hangInRaw('HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 9\r\n\r\nabc'),
  ],
];

describe('a request that hangs', holds('network.slow'), () => {
  it.each(phases)('%s is cancelled within 200 ms', async (_phase, hang) => {
    const { origin, bench, reached } = await hang();
    const pending = bench.exchange({ url: origin }, { id: 'to-cancel' });
    await reached;

    const startedAt = performance.now();
    bench.service.cancel({ id: 'to-cancel' });
    const exchange = await pending;

    expect(performance.now() - startedAt).toBeLessThan(200);
    expect(codeOf(exchange)).toBe('cancelled');
  });

  it.each(phases)('%s ends at its timeout', async (_phase, hang) => {
    const { origin, bench } = await hang();
    const settings = { ...DEFAULT_REQUEST_SETTINGS, timeoutMs: 150 };

    const startedAt = performance.now();
    const exchange = await bench.exchange({ url: origin, settings });

    expect(codeOf(exchange)).toBe('timed-out');
    expect(performance.now() - startedAt).toBeLessThan(1_500);
  });

  it('is cancelled when the sender is closed', async () => {
    const { origin, bench, reached } = await hangInAnswer((arrived) => () => arrived());
    const pending = [1, 2, 3].map(() => bench.exchange({ url: origin }));
    await reached;

    await bench.service.close();

    expect((await Promise.all(pending)).map(codeOf)).toEqual(['cancelled', 'cancelled', 'cancelled']);
  });
});

function hangInLookup(): Promise<Hanging> {
  const { promise: reached, resolve } = Promise.withResolvers<undefined>();
  const bench = open(senderBench([], { lookup: () => resolve(undefined) }));
  return Promise.resolve({ origin: 'http://slow.example', bench, reached });
}

async function hangInHandshake(): Promise<Hanging> {
  const { promise: reached, resolve } = Promise.withResolvers<undefined>();
  const server = open(await startRawServer((socket) => socket.once('data', () => resolve(undefined))));
  const origin = `https://127.0.0.1:${String(server.port)}`;
  return { origin, bench: open(senderBench([origin])), reached };
}

async function hangInAnswer(answer: (reached: () => void) => Answer): Promise<Hanging> {
  const { promise: reached, resolve } = Promise.withResolvers<undefined>();
  const server = open(await startServer({ answer: answer(() => resolve(undefined)) }));
  return { origin: server.origin(), bench: open(senderBench([server.origin()])), reached };
}

async function hangInRaw(bytes: string): Promise<Hanging> {
  const { promise: reached, resolve } = Promise.withResolvers<undefined>();
  const server = open(
    await startRawServer((socket) => {
      socket.once('data', () => socket.write(bytes, 'latin1', () => resolve(undefined)));
    }),
  );
  return { origin: server.origin(), bench: open(senderBench([server.origin()])), reached };
}

function endless(reached: () => void): Answer {
  return (_request, response) => {
    const more = (): void => {
      while (!response.destroyed && response.write('x'.repeat(65_536)));
      response.once('drain', () => {
        reached();
        more();
      });
    };
    more();
  };
}
