import { afterEach, describe, expect, it } from 'vitest';
import type { RequestDraft } from '../../shared/domain/http-request.ts';
import { searchBytes } from '../support/canary.ts';
import { createCertificateAuthority } from '../support/certificates.ts';
import { closeAll, open } from '../support/closing.ts';
import { boundBench, changeBench, senderBench, type SenderBench } from '../support/sender-bench.ts';
import { startServer } from '../support/servers.ts';
import { holds } from '../support/holds.ts';

afterEach(closeAll);

const authority = createCertificateAuthority();

describe('a key bound to https://api.keyfob.test', holds('binding.look-alikes'), () => {
  const names = [
    'api.keyfob.test',
    '*.test',
    '*.keyfob.test',
    '*.evil.test',
    'api.keyfob.test.evil.test',
    'xn--api-8cd.keyfob.test',
  ];

  it.each([
    ['its own origin', (port: string) => `https://api.keyfob.test:${port}/`, true],
    ['its own origin in upper case', (port: string) => `HTTPS://API.KEYFOB.TEST:${port}/`, true],
    ['a suffix', (port: string) => `https://api.keyfob.test.evil.test:${port}/`, false],
    ['a prefix', (port: string) => `https://xapi.keyfob.test:${port}/`, false],
    ['a parent', (port: string) => `https://keyfob.test:${port}/`, false],
    ['a trailing dot', (port: string) => `https://api.keyfob.test.:${port}/`, false],
    ['a homograph', (port: string) => `https://\u0430pi.keyfob.test:${port}/`, false],
    ['a full-width dot', (port: string) => `https://api\uFF0Ekeyfob.test:${port}/`, true],
    ['the host in the path', (port: string) => `https://x.test:${port}/https://api.keyfob.test/`, false],
    ['plain http', (port: string) => `http://api.keyfob.test:${port}/`, false],
  ] as const)('is judged by the parsed origin: %s', async (_name, address, isSent) => {
    const tls = authority.issue({ names });
    const server = open(await startServer({ tls }));
    const bench = open(
      senderBench([server.origin('api.keyfob.test')], { certificateAuthorities: [authority.cert] }),
    );

    const exchange = await bench.exchange(
      { url: address(String(server.port)), keyChoice: { kind: 'key', apiKeyId: 'key-1' } },
      { onWithheld: 'send-without-key' },
    );

    expect(exchange.hops[0]?.signing.kind).toBe(isSent ? 'sent' : 'withheld');
    expect(searchBytes('received', server.rawBytes(), [bench.secret]).length > 0).toBe(isSent);
  });

  it('shows a homograph in punycode', async () => {
    const bench = open(senderBench(['https://api.keyfob.test']));

    const exchange = await bench.exchange({
      url: 'https://\u0430pi.keyfob.test/',
      keyChoice: { kind: 'key', apiKeyId: 'key-1' },
    });

    expect(exchange.hops[0]).toMatchObject({
      origin: 'https://xn--pi-6kc.keyfob.test',
      signing: { reason: 'origin-not-bound' },
    });
  });

  it('is refused in a URL with user-info', async () => {
    const bench = open(senderBench(['https://api.keyfob.test']));

    const result = await bench.send({ url: 'https://api.keyfob.test@evil.test/' });

    expect(result).toMatchObject({ ok: false, error: { code: 'request-invalid', field: 'url' } });
  });
});

describe('a withheld key', holds('binding.withheld'), () => {
  const cases: readonly (readonly [string, (bench: SenderBench) => void, Partial<RequestDraft>, string])[] = [
    [
      'origin-not-bound',
      (bench) => changeBench(bench, 'directory', { origins: ['https://elsewhere.test'] }),
      {},
      'names another origin',
    ],
    ['key-expired', (bench) => changeBench(bench, 'keys', { expiresAt: 1 }), {}, 'has expired'],
    ['key-expired', (bench) => changeBench(bench, 'keys', { hasExpired: true }), {}, 'was seen expired'],
    ['key-disabled', (bench) => changeBench(bench, 'keys', { isDisabled: true }), {}, 'is disabled'],
    ['key-missing', (bench) => void (bench.keys.keys = []), {}, 'was deleted'],
    ['key-missing', (bench) => bench.keys.secrets.clear(), {}, 'has no value here'],
    [
      'key-read-only',
      (bench) => changeBench(bench, 'keys', { isReadOnly: true }),
      { method: 'POST' },
      'is guarded (POST)',
    ],
    [
      'key-read-only',
      (bench) => changeBench(bench, 'keys', { isReadOnly: true }),
      { method: 'PUT' },
      'is guarded (PUT)',
    ],
    [
      'key-read-only',
      (bench) => changeBench(bench, 'keys', { isReadOnly: true }),
      { method: 'PATCH' },
      'is guarded (PATCH)',
    ],
    [
      'key-read-only',
      (bench) => changeBench(bench, 'keys', { isReadOnly: true }),
      { method: 'DELETE' },
      'is guarded (DELETE)',
    ],
    [
      'key-read-only',
      (bench) => changeBench(bench, 'keys', { isReadOnly: true }),
      { headers: [{ name: 'X-HTTP-Method-Override', value: 'DELETE', isEnabled: true }] },
      'is guarded (a method in a header)',
    ],
    [
      'vault-unreadable',
      (bench) => void (bench.keys.openingFails = 'vault-unreadable'),
      {},
      'is locked away',
    ],
    ['secret-damaged', (bench) => void (bench.keys.openingFails = 'secret-damaged'), {}, 'is damaged'],
    ['key-revoked', (bench) => void (bench.keys.openingFails = 'key-revoked'), {}, 'was revoked'],
    [
      'secret-damaged',
      (bench) => void bench.keys.secrets.set('key-1', 'two\r\nlines'),
      {},
      'could not stand in a header',
    ],
    [
      'header-conflict',
      () => undefined,
      { headers: [{ name: 'x-api-KEY', value: 'typed', isEnabled: true }] },
      'meets a typed header',
    ],
  ];

  it.each(cases)(
    '(%s) stops the request before anything is sent',
    holds('binding.withheld', 'binding.conflict', 'binding.read-only'),
    async (reason, prepare, draft) => {
      const { origin, server, bench } = await boundBench();
      prepare(bench);

      const exchange = await bench.exchange({
        url: origin,
        keyChoice: { kind: 'key', apiKeyId: 'key-1' },
        ...draft,
      });

      expect(server.connectionCount()).toBe(0);
      expect(exchange.outcome).toMatchObject({ kind: 'failed', error: { code: 'key-withheld' } });
      expect(exchange.hops).toMatchObject([
        { status: null, requestHeaders: [], signing: { kind: 'withheld', reason } },
      ]);
      expect(bench.keys.uses).toMatchObject([{ kind: 'withheld', reason }]);
      const { signing } = exchange.hops[0] ?? {};
      expect(signing?.kind === 'withheld' && signing.message !== '' && signing.remedy !== '').toBe(true);
    },
  );

  it('is never left out because nobody said which of several keys is meant', async () => {
    const { origin, server, bench } = await boundBench();
    changeBench(bench, 'keys', { isDefault: false });

    const exchange = await bench.exchange({ url: origin, keyChoice: { kind: 'automatic' } });

    expect(server.connectionCount()).toBe(0);
    expect(exchange.outcome).toMatchObject({ kind: 'failed', error: { code: 'no-default-key' } });
  });

  it.each(cases)('(%s) is left out when the person chose so', async (reason, prepare, draft) => {
    const { origin, server, bench } = await boundBench();
    prepare(bench);

    const exchange = await bench.exchange(
      { url: origin, keyChoice: { kind: 'key', apiKeyId: 'key-1' }, ...draft },
      { onWithheld: 'send-without-key' },
    );

    expect(exchange.outcome.kind).toBe('response');
    expect(exchange.hops[0]?.signing).toMatchObject({ kind: 'withheld', reason });
    expect(server.received).toHaveLength(1);
    expect(searchBytes('received', server.rawBytes(), [bench.secret])).toEqual([]);
  });

  it('for plain http off this computer is not even opened', async () => {
    const server = open(await startServer());
    const origin = server.origin('api.keyfob.test');
    const bench = open(senderBench([origin]));

    const exchange = await bench.exchange({ url: origin });

    expect(exchange.hops[0]?.signing).toMatchObject({ kind: 'withheld', reason: 'insecure-transport' });
    expect(bench.keys.opened).toEqual([]);
    expect(server.connectionCount()).toBe(0);
  });

  it('stays out of the whole chain once the person sent without it', async () => {
    const { origin, server, bench } = await boundBench();
    changeBench(bench, 'keys', { isReadOnly: true });
    const redirecting = open(
      await startServer({
        answer: (_request, response) => {
          response.writeHead(303, { Location: `${origin}/after` });
          response.end();
        },
      }),
    );
    changeBench(bench, 'directory', { origins: [origin, redirecting.origin()] });

    await bench.exchange({ url: redirecting.origin(), method: 'POST' }, { onWithheld: 'send-without-key' });

    expect(server.received).toMatchObject([{ method: 'GET' }]);
    expect(searchBytes('received', server.rawBytes(), [bench.secret])).toEqual([]);
  });
});

describe('the guard of a read-only key', holds('binding.read-only'), () => {
  it.each(['GET', 'HEAD', 'OPTIONS'] as const)('lets %s through', async (method) => {
    const { origin, server, bench } = await boundBench();
    changeBench(bench, 'keys', { isReadOnly: true });

    await bench.exchange({ url: origin, method });

    expect(server.received[0]?.headers['x-api-key']).toBe(bench.secret);
  });
});
