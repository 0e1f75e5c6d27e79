import { afterEach, describe, expect, it } from 'vitest';
import type { RequestDraft } from '../../shared/domain/http-request.ts';
import { searchBytes } from '../support/canary.ts';
import { createCertificateAuthority, createSelfSigned, type Identity } from '../support/certificates.ts';
import { closeAll, open } from '../support/closing.ts';
import { senderBench, type SenderBench } from '../support/sender-bench.ts';
import { startServer } from '../support/servers.ts';

afterEach(closeAll);

const authority = createCertificateAuthority();

async function bound(bench: (origin: string) => SenderBench): Promise<{
  readonly origin: string;
  readonly server: Awaited<ReturnType<typeof startServer>>;
  readonly bench: SenderBench;
}> {
  const server = open(await startServer());
  return { origin: server.origin(), server, bench: open(bench(server.origin())) };
}

describe('a key bound to https://api.keyfob.test', () => {
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

describe('a withheld key', () => {
  const cases: readonly (readonly [string, (bench: SenderBench) => void, Partial<RequestDraft>, string])[] = [
    [
      'origin-not-bound',
      (bench) => change(bench, 'directory', { origins: ['https://elsewhere.test'] }),
      {},
      'names another origin',
    ],
    ['key-expired', (bench) => change(bench, 'keys', { expiresAt: 1 }), {}, 'has expired'],
    ['key-expired', (bench) => change(bench, 'keys', { hasExpired: true }), {}, 'was seen expired'],
    ['key-disabled', (bench) => change(bench, 'keys', { isDisabled: true }), {}, 'is disabled'],
    ['key-missing', (bench) => void (bench.keys.keys = []), {}, 'was deleted'],
    ['key-missing', (bench) => bench.keys.secrets.clear(), {}, 'has no value here'],
    [
      'key-read-only',
      (bench) => change(bench, 'keys', { isReadOnly: true }),
      { method: 'POST' },
      'is guarded (POST)',
    ],
    [
      'key-read-only',
      (bench) => change(bench, 'keys', { isReadOnly: true }),
      { method: 'PUT' },
      'is guarded (PUT)',
    ],
    [
      'key-read-only',
      (bench) => change(bench, 'keys', { isReadOnly: true }),
      { method: 'PATCH' },
      'is guarded (PATCH)',
    ],
    [
      'key-read-only',
      (bench) => change(bench, 'keys', { isReadOnly: true }),
      { method: 'DELETE' },
      'is guarded (DELETE)',
    ],
    [
      'key-read-only',
      (bench) => change(bench, 'keys', { isReadOnly: true }),
      { headers: [{ name: 'X-HTTP-Method-Override', value: 'DELETE', isEnabled: true }] },
      'is guarded (a method in a header)',
    ],
    [
      'vault-unreadable',
      (bench) => void (bench.keys.openingFails = 'vault-unreadable'),
      {},
      'is locked away',
    ],
    ['vault-unreadable', (bench) => void (bench.keys.openingFails = 'vault-locked'), {}, 'is locked'],
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

  it.each(cases)('(%s) stops the request before anything is sent', async (reason, prepare, draft) => {
    const { origin, server, bench } = await bound((own) => senderBench([own]));
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
  });

  it('is never left out because nobody said which of several keys is meant', async () => {
    const { origin, server, bench } = await bound((own) => senderBench([own]));
    change(bench, 'keys', { isDefault: false });

    const exchange = await bench.exchange({ url: origin, keyChoice: { kind: 'automatic' } });

    expect(server.connectionCount()).toBe(0);
    expect(exchange.outcome).toMatchObject({ kind: 'failed', error: { code: 'no-default-key' } });
  });

  it.each(cases)('(%s) is left out when the person chose so', async (reason, prepare, draft) => {
    const { origin, server, bench } = await bound((own) => senderBench([own]));
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
    const { origin, server, bench } = await bound((own) => senderBench([own]));
    change(bench, 'keys', { isReadOnly: true });
    const redirecting = open(
      await startServer({
        answer: (_request, response) => {
          response.writeHead(303, { Location: `${origin}/after` });
          response.end();
        },
      }),
    );
    change(bench, 'directory', { origins: [origin, redirecting.origin()] });

    await bench.exchange({ url: redirecting.origin(), method: 'POST' }, { onWithheld: 'send-without-key' });

    expect(server.received).toMatchObject([{ method: 'GET' }]);
    expect(searchBytes('received', server.rawBytes(), [bench.secret])).toEqual([]);
  });
});

describe('the guard of a read-only key', () => {
  it.each(['GET', 'HEAD', 'OPTIONS'] as const)('lets %s through', async (method) => {
    const { origin, server, bench } = await bound((own) => senderBench([own]));
    change(bench, 'keys', { isReadOnly: true });

    await bench.exchange({ url: origin, method });

    expect(server.received[0]?.headers['x-api-key']).toBe(bench.secret);
  });
});

describe('{{postman-api-key}}', () => {
  it.each(['X-API-Key', 'x-api-key', 'X-Api-KEY'])(
    'typed as the value of %s is the automatic header, once',
    async (name) => {
      const { origin, server, bench } = await bound((own) => senderBench([own]));

      const exchange = await bench.exchange({
        url: origin,
        headers: [{ name, value: '{{postman-api-key}}', isEnabled: true }],
      });

      const sent = server.received[0]?.rawHeaders.filter((text) => text.toLowerCase() === 'x-api-key');
      expect(sent).toEqual([name]);
      expect(server.received[0]?.headers['x-api-key']).toBe(bench.secret);
      const shown = exchange.hops[0]?.requestHeaders.find((header) => header.name === name);
      expect(shown).toMatchObject({ isSecret: true, value: bench.keys.keys[0]?.mask });
    },
  );

  it('is sent inside the value where it was typed', async () => {
    const { origin, server, bench } = await bound((own) => senderBench([own]));
    change(bench, 'directory', { headerName: 'Authorization' });

    await bench.exchange({
      url: origin,
      headers: [{ name: 'Authorization', value: 'Bearer {{postman_api_key}}', isEnabled: true }],
    });

    expect(server.received[0]?.headers.authorization).toBe(`Bearer ${bench.secret}`);
  });

  const misplaced: readonly (readonly [string, Partial<RequestDraft>])[] = [
    ['the host', { url: 'https://{{postman-api-key}}.test/' }],
    ['the path', { url: 'ORIGIN/{{postman-api-key}}' }],
    ['a typed query', { url: 'ORIGIN/?key={{ postman-api-key }}' }],
    ['a parameter', { params: [{ name: 'a', value: '{{postman_api_key}}', isEnabled: true }] }],
    ['a parameter’s name', { params: [{ name: '{{postman_api_key}}', value: 'a', isEnabled: true }] }],
    ['a JSON body', { method: 'POST', body: { kind: 'json', text: '"{{postman-api-key}}"' } }],
    ['a text body', { method: 'POST', body: { kind: 'text', text: '{{postman-api-key}}' } }],
    [
      'a form',
      {
        method: 'POST',
        body: { kind: 'form', fields: [{ name: 'a', value: '{{postman-api-key}}', isEnabled: true }] },
      },
    ],
    ['another header', { headers: [{ name: 'X-Other', value: '{{postman-api-key}}', isEnabled: true }] }],
    ['a header’s name', { headers: [{ name: '{{postman-api-key}}', value: 'a', isEnabled: true }] }],
  ];

  it.each(misplaced)('in %s is refused', async (_place, draft) => {
    const { origin, server, bench } = await bound((own) => senderBench([own]));

    const result = await bench.send({
      url: origin,
      ...draft,
      ...(draft.url ? { url: draft.url.replace('ORIGIN', origin) } : {}),
    });

    expect(result).toMatchObject({ ok: false, error: { code: 'secret-variable-misplaced' } });
    expect(server.connectionCount()).toBe(0);
    expect(bench.keys.opened).toEqual([]);
  });

  it('for an origin without a key is refused, never sent as text', async () => {
    const server = open(await startServer());
    const bench = open(senderBench(['https://api.keyfob.test']));
    const headers = [{ name: 'X-API-Key', value: '{{postman-api-key}}', isEnabled: true }];

    const refused = await bench.send({ url: server.origin(), headers });
    await bench.exchange({ url: server.origin(), headers }, { onWithheld: 'send-without-key' });

    expect(refused).toMatchObject({ ok: false, error: { code: 'variable-unresolved', field: 'headers' } });
    expect(server.received).toHaveLength(1);
    expect(server.received[0]?.headers).not.toHaveProperty('x-api-key');
  });
});

describe('the key’s value typed into the address', () => {
  it('is refused when that key signs the request', async () => {
    const { origin, server, bench } = await bound((own) => senderBench([own]));

    const exchange = await bench.exchange({ url: `${origin}/?q=${encodeURIComponent(bench.secret)}` });

    expect(exchange.outcome).toMatchObject({ kind: 'failed', error: { code: 'secret-variable-misplaced' } });
    expect(server.connectionCount()).toBe(0);
    expect(searchBytes('exchange', JSON.stringify(exchange), [bench.secret])).toEqual([]);
  });
});

describe('a bad certificate', () => {
  const day = 24 * 60 * 60 * 1000;
  const expired = { notBefore: new Date(Date.now() - 9 * day), notAfter: new Date(Date.now() - day) };
  const future = { notBefore: new Date(Date.now() + day), notAfter: new Date(Date.now() + 9 * day) };
  const bad: readonly (readonly [string, () => Identity])[] = [
    ['for another name', () => authority.issue({ names: ['other.test'] })],
    ['that has expired', () => authority.issue({ names: ['api.keyfob.test'], ...expired })],
    ['that is not valid yet', () => authority.issue({ names: ['api.keyfob.test'], ...future })],
    [
      'of an unknown authority',
      () => createCertificateAuthority('Nobody').issue({ names: ['api.keyfob.test'] }),
    ],
    ['that is signed by itself', () => createSelfSigned({ names: ['api.keyfob.test'] })],
  ];

  it.each(bad)('%s is refused before a byte of the request is sent', async (_name, identity) => {
    const server = open(await startServer({ tls: identity() }));
    const origin = server.origin('api.keyfob.test');
    const bench = open(senderBench([origin], { certificateAuthorities: [authority.cert] }));

    const exchange = await bench.exchange({ url: origin });

    expect(exchange.outcome).toMatchObject({ kind: 'failed', error: { code: 'tls-failed' } });
    expect(server.rawBytes()).toHaveLength(0);
    expect(server.received).toEqual([]);
    expect(exchange.hops[0]?.signing).toMatchObject({ kind: 'withheld', reason: 'not-connected' });
    expect(bench.keys.uses).toEqual([]);
  });

  it('stays refused when the environment says that certificates need no check', async () => {
    const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    try {
      const server = open(await startServer({ tls: createSelfSigned({ names: ['api.keyfob.test'] }) }));
      const bench = open(senderBench([server.origin('api.keyfob.test')]));

      const exchange = await bench.exchange({ url: server.origin('api.keyfob.test') });

      expect(exchange.outcome).toMatchObject({ kind: 'failed', error: { code: 'tls-failed' } });
      expect(server.rawBytes()).toHaveLength(0);
    } finally {
      if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
      else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
    }
  });
});

describe('names of this computer', () => {
  it('never ask a resolver, which could lead a plain-http key elsewhere', async () => {
    const server = open(await startServer());
    const asked: string[] = [];
    const bench = open(
      senderBench([server.origin('localhost'), server.origin('api.localhost')], {
        lookup: (hostname, _options, callback) => {
          asked.push(hostname);
          callback(null, '192.0.2.1', 4);
        },
      }),
    );

    await bench.exchange({ url: server.origin('localhost') });
    await bench.exchange({ url: server.origin('api.localhost') });

    expect(asked).toEqual([]);
    expect(server.received.map((request) => request.headers['x-api-key'])).toEqual([
      bench.secret,
      bench.secret,
    ]);
  });
});

describe('a proxy in the environment', () => {
  it('is not used', async () => {
    const proxy = open(await startServer());
    const names = [
      'HTTP_PROXY',
      'HTTPS_PROXY',
      'http_proxy',
      'https_proxy',
      'ALL_PROXY',
      'NODE_USE_ENV_PROXY',
    ];
    const before = names.map((name) => process.env[name]);
    for (const name of names) process.env[name] = name === 'NODE_USE_ENV_PROXY' ? '1' : proxy.origin();
    try {
      const { origin, server, bench } = await bound((own) => senderBench([own]));
      await bench.exchange({ url: origin });
      expect(proxy.connectionCount()).toBe(0);
      expect(server.received).toHaveLength(1);
    } finally {
      for (const [index, name] of names.entries()) {
        const value = before[index];
        if (value === undefined) Reflect.deleteProperty(process.env, name);
        else process.env[name] = value;
      }
    }
  });
});

/** Changes the bench's one key, or its one service. */
function change(bench: SenderBench, what: 'keys' | 'directory', by: object): void {
  if (what === 'keys') bench.keys.keys = bench.keys.keys.map((apiKey) => ({ ...apiKey, ...by }));
  else bench.keys.directory = bench.keys.directory.map((service) => ({ ...service, ...by }));
}
