import { afterEach, expect, it } from 'vitest';
import { closeAll, open } from '../../support/closing.ts';
import { addKey, aService } from '../../support/fake-signing-keys.ts';
import { newSecret, senderBench } from '../../support/sender-bench.ts';
import { redirectTo, startServer } from '../../support/servers.ts';
import { holds } from '../../support/holds.ts';

afterEach(closeAll);

it('sends a key to an origin of its own, and another key of the same service not', async () => {
  const own = open(await startServer());
  const extra = open(await startServer());
  const bench = open(senderBench([own.origin()]));
  const secret = newSecret();
  addKey(bench.keys, secret, {
    ...{ id: 'wide', serviceId: 'svc', isDefault: false },
    extraOrigins: [extra.origin()],
  });
  const url = `${extra.origin()}/x`;

  await bench.exchange({ url, keyChoice: { kind: 'key', apiKeyId: 'wide' } });
  const narrow = await bench.exchange({ url, keyChoice: { kind: 'key', apiKeyId: 'key-1' } });

  expect(extra.received.map(({ headers }) => headers['x-api-key'])).toEqual([secret]);
  expect(narrow.hops[0]?.signing).toMatchObject({ kind: 'withheld', reason: 'origin-not-bound' });
});

it('chooses by itself the one default key that was allowed to go there, and none of two', async () => {
  const extra = open(await startServer());
  const bench = open(senderBench(['https://api.test']));
  bench.keys.keys = bench.keys.keys.map((key) => ({ ...key, extraOrigins: [extra.origin()] }));
  await bench.exchange({ url: extra.origin() });
  bench.keys.directory.push(aService({ id: 'second', origins: ['https://second.test'] }));
  addKey(bench.keys, newSecret(), { id: 'k2', serviceId: 'second', extraOrigins: [extra.origin()] });

  const ambiguous = await bench.exchange({ url: extra.origin() });

  expect(ambiguous.hops[0]?.signing).toMatchObject({ kind: 'unsigned', reason: 'no-service-for-origin' });
  expect(extra.received.map(({ headers }) => headers['x-api-key'])).toEqual([bench.secret, undefined]);
});

it(
  'keeps the key over a redirect to its own further origin, and not beyond it',
  holds('binding.same-service'),
  async () => {
    const foreign = open(await startServer());
    const extra = open(await startServer({ answer: redirectTo(`${foreign.origin()}/last`) }));
    const own = open(await startServer({ answer: redirectTo(`${extra.origin()}/next`) }));
    const bench = open(senderBench([own.origin()]));
    bench.keys.keys = bench.keys.keys.map((key) => ({ ...key, extraOrigins: [extra.origin()] }));

    await bench.exchange({ url: own.origin() });

    expect(extra.received.map(({ headers }) => headers['x-api-key'])).toEqual([bench.secret]);
    expect(foreign.received.map(({ headers }) => headers['x-api-key'])).toEqual([undefined]);
  },
);

it('still withholds it over plain http off this computer, and when it is guarded', async () => {
  const bench = open(senderBench(['https://api.test']));
  bench.keys.keys = bench.keys.keys.map((key) => ({ ...key, extraOrigins: ['http://plain.test'] }));
  const exchange = await bench.exchange({ url: 'http://plain.test/' });
  expect(exchange.hops[0]?.signing).toMatchObject({ kind: 'withheld', reason: 'insecure-transport' });
});
