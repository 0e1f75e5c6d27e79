import { afterEach, describe, expect, it } from 'vitest';
import { commands } from '../../../shared/contract/contract.ts';
import { emptyRequestDraft, type RequestDraft } from '../../../shared/domain/http-request.ts';
import { LOCAL_SERVICE_ID } from '../../../shared/domain/service.ts';
import { closeAll, open } from '../../support/closing.ts';
import { fakeVault } from '../../support/fake-vault.ts';
import { responseOf, textOf } from '../../support/exchange-reading.ts';
import { addKey, aService } from '../../support/fake-signing-keys.ts';
import { errorOf, valueOf } from '../../support/results.ts';
import { newSecret, senderBench, type SenderBench } from '../../support/sender-bench.ts';
import { startServer } from '../../support/servers.ts';

afterEach(closeAll);

async function preview(bench: SenderBench, draft: Partial<RequestDraft>, collectionId: string | null = null) {
  const input = { draft: { ...emptyRequestDraft(), ...draft }, collectionId, requestId: null };
  return valueOf(await bench.service.preview(input));
}

describe('values that are made anew', () => {
  it('are others in each request and at each place, shown by their names before, and kept as they were sent', async () => {
    const server = open(await startServer());
    const bench = open(senderBench([]));
    const draft: Partial<RequestDraft> = {
      method: 'POST',
      url: `${server.origin()}/{{$guid}}`,
      params: [{ name: 'at', value: '{{$timestamp}}', isEnabled: true }],
      headers: [{ name: 'X-Request-Id', value: '{{$guid}}', isEnabled: true }],
      body: { kind: 'json', text: '{"id":"{{$guid}}","n":{{$randomInt}},"city":"{{$randomCity}}"}' },
    };

    expect(await preview(bench, draft)).toMatchObject({
      url: `${server.origin()}/$guid?at=%24timestamp`,
      unresolved: ['$randomCity'],
    });
    const exchanges = [await bench.exchange(draft), await bench.exchange(draft)];

    const ids = server.received.flatMap(({ url, headers, body }) => [
      ...(url.match(/[0-9a-f-]{36}/) ?? []),
      String(headers['x-request-id']),
      ...(body.match(/[0-9a-f-]{36}/) ?? []),
    ]);
    expect(new Set(ids).size).toBe(6);
    expect(server.received[0]?.url).toMatch(/\?at=\d{10}$/);
    expect(server.received[0]?.body).toMatch(/"n":\d+,"city":"\{\{\$randomCity\}\}"/);
    const { entries } = valueOf(bench.history.list({ limit: 10, before: null, search: '' }));
    expect(entries.map(({ url }) => url).toReversed()).toEqual(
      server.received.map(({ url }) => `${server.origin()}${url}`),
    );
    expect(exchanges[0]?.hops[0]?.requestHeaders).toContainEqual(
      expect.objectContaining({ name: 'X-Request-Id', value: ids[1] }),
    );
  });

  it('hide no key before the request is sent, though their names are no number', async () => {
    const bench = open(senderBench(['https://api.example.com']));
    const variables = '{"n": {{$randomInt}}}';
    const body = { kind: 'graphql' as const, query: '{ a }', variables, operationName: '' };

    const shown = await preview(bench, { method: 'POST', url: 'https://api.example.com/', body });

    expect(shown.signing).toMatchObject({ kind: 'sent', origin: 'https://api.example.com' });
  });

  it('say which there are where one that there is not would be sent', async () => {
    const bench = open(senderBench([]));
    const error = errorOf(await bench.send({ url: 'http://127.0.0.1:1/{{$randomCity}}' }));
    expect(error.code).toBe('variable-unresolved');
    expect(`${error.message} ${error.remedy}`).toMatch(/\{\{\$randomCity\}\}.*\$guid, \$isoTimestamp/);
  });
});

describe('a request of the built-in collection', () => {
  it('goes to its service’s address, signed with its default key, and is kept in the history', async () => {
    const server = open(await startServer());
    const bench = open(senderBench([]));
    const secret = newSecret();
    bench.keys.directory = [
      aService({ id: LOCAL_SERVICE_ID, baseUrl: `${server.origin()}/`, origins: [server.origin()] }),
    ];
    addKey(bench.keys, secret, { id: 'local-key', serviceId: LOCAL_SERVICE_ID, name: 'CI key' });

    const exchange = await bench.exchange({ url: '{{baseUrl}}/me' }, { collectionId: 'postman-api' });

    expect(commands['requests.send'].output.parse(exchange)).toEqual(exchange);
    expect(server.received).toMatchObject([
      { method: 'GET', url: '/me', headers: { 'x-api-key': secret, 'user-agent': 'Keyfob/test' } },
    ]);
    expect(bench.keys.uses).toEqual([
      { kind: 'sent', apiKeyId: 'local-key', method: 'GET', origin: server.origin(), status: 200 },
    ]);
    const { entries } = valueOf(bench.history.list({ limit: 10, before: null, search: 'ci key' }));
    expect(entries).toMatchObject([
      { id: exchange.id, url: `${server.origin()}/me`, status: 200, apiKeyName: 'CI key' },
    ]);
    expect(bench.published.map(({ event }) => event)).toContain('history.changed');
  });

  it('starts the Local API first when it does not run', async () => {
    const server = open(await startServer());
    let starts = 0;
    const bench: SenderBench = open(
      senderBench([], {
        startLocalApi: () => {
          starts += 1;
          bench.keys.directory = [
            aService({
              id: LOCAL_SERVICE_ID,
              baseUrl: server.origin(),
              origins: [server.origin()],
              keyCount: 0,
            }),
          ];
          return Promise.resolve({ ok: true, value: null });
        },
      }),
    );
    bench.keys.directory = [aService({ id: LOCAL_SERVICE_ID, baseUrl: '', origins: [] })];

    await bench.exchange({ url: '{{baseUrl}}/me' }, { collectionId: 'postman-api' });
    await bench.exchange({ url: '{{baseUrl}}/me' }, { collectionId: 'postman-api' });

    expect(starts).toBe(1);
    expect(server.received).toHaveLength(2);
  });

  it('says why the Local API could not be started', async () => {
    const bench = open(
      senderBench([], {
        startLocalApi: () =>
          Promise.resolve({ ok: false, error: { code: 'port-taken', message: 'taken', remedy: '' } }),
      }),
    );
    bench.keys.directory = [aService({ id: LOCAL_SERVICE_ID, baseUrl: '', origins: [] })];

    expect(errorOf(await bench.send({ url: '{{baseUrl}}/me' }, { collectionId: 'postman-api' })).code).toBe(
      'port-taken',
    );
  });
});

describe('a preview', () => {
  it('shows the address and the decision, sends nothing and opens nothing', async () => {
    const server = open(await startServer());
    const bench = open(senderBench([server.origin()]));

    const shown = await preview(bench, {
      url: `${server.origin()}/x`,
      params: [{ name: 'token', value: 'typed', isEnabled: true }],
    });

    expect(shown).toMatchObject({
      url: `${server.origin()}/x?token=••••••••`,
      unresolved: [],
      problem: null,
      signing: { kind: 'sent', apiKeyId: 'key-1' },
    });
    expect(commands['requests.preview'].output.parse(shown)).toEqual(shown);
    expect(server.connectionCount()).toBe(0);
    expect(bench.keys.opened).toEqual([]);
    expect(bench.keys.uses).toEqual([]);
  });

  it('of an unfinished request is no error', async () => {
    const bench = open(senderBench([]));

    expect(await preview(bench, { url: '' })).toEqual({
      url: null,
      signing: null,
      unresolved: [],
      problem: null,
    });
    expect(await preview(bench, { url: '{{baseUrl}}/me' })).toEqual({
      url: null,
      signing: null,
      unresolved: ['baseUrl'],
      problem: null,
    });
    expect(
      await preview(bench, {
        url: 'https://a.test/',
        headers: [{ name: 'a b', value: '', isEnabled: true }],
      }),
    ).toEqual({
      url: 'https://a.test/',
      signing: null,
      unresolved: [],
      problem: null,
    });
  });

  it('says that the vault cannot open the key', async () => {
    const vault = fakeVault();
    vault.become({ kind: 'unreadable', reason: 'keychain-locked', message: '', remedy: '' });
    const bench = open(senderBench(['https://a.test'], { vault }));

    expect((await preview(bench, { url: 'https://a.test/' })).signing).toMatchObject({
      kind: 'withheld',
      reason: 'vault-unreadable',
    });
  });
});

describe('a send', () => {
  it('under an id that is under way is refused', async () => {
    const server = open(await startServer({ answer: () => undefined }));
    const bench = open(senderBench([]));
    const first = bench.exchange({ url: server.origin() }, { id: 'same-id-' });

    expect(errorOf(await bench.send({ url: server.origin() }, { id: 'same-id-' })).code).toBe(
      'invalid-input',
    );
    bench.service.cancel({ id: 'same-id-' });
    expect((await first).outcome).toMatchObject({ error: { code: 'cancelled' } });
  });

  it('still answers when the history cannot be written, and the log says so', async () => {
    const server = open(await startServer());
    const bench = open(senderBench([]));
    bench.ledger.writesUntilFull = 0;

    const exchange = await bench.exchange({ url: server.origin() });

    expect(textOf(exchange)).toBe('ok');
    expect(bench.logger.lines).toMatchObject([{ level: 'warn', fields: { code: 'ledger-write-failed' } }]);
  });

  it('times its phases and shows what it sent', async () => {
    const server = open(await startServer());
    const bench = open(senderBench([server.origin('localhost')]));

    const exchange = await bench.exchange({
      url: server.origin('localhost'),
      method: 'POST',
      body: { kind: 'json', text: '{}' },
    });

    const [hop] = exchange.hops;
    expect(hop).toMatchObject({
      remoteAddress: '127.0.0.1',
      httpVersion: '1.1',
      status: 200,
      statusText: 'OK',
    });
    expect(hop?.requestHeaders.map((header) => header.name)).toEqual([
      'Host',
      'X-API-Key',
      'User-Agent',
      'Accept',
      'Accept-Encoding',
      'Content-Type',
      'Content-Length',
    ]);
    expect(hop?.requestHeaders.find((header) => header.name === 'X-API-Key')).toEqual({
      name: 'X-API-Key',
      value: bench.keys.keys[0]?.mask,
      isSecret: true,
    });
    const { timings } = responseOf(exchange);
    const parts = [timings.dns, timings.connect, timings.firstByte, timings.download].map(
      (part) => part ?? Number.NaN,
    );
    expect(parts.every((part) => part >= 0)).toBe(true);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeLessThanOrEqual(timings.total + 1);
  });

  it('with the Cancel of a request that has ended does nothing', () => {
    const bench = open(senderBench([]));

    expect(bench.service.cancel({ id: 'long-gone' })).toEqual({ ok: true, value: {} });
  });
});
