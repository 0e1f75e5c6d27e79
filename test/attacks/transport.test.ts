import { afterEach, describe, expect, it } from 'vitest';
import { createCertificateAuthority, createSelfSigned, type Identity } from '../support/certificates.ts';
import { closeAll, open } from '../support/closing.ts';
import { boundBench, senderBench } from '../support/sender-bench.ts';
import { startServer } from '../support/servers.ts';
import { holds } from '../support/holds.ts';

afterEach(closeAll);

const authority = createCertificateAuthority();

describe('a bad certificate', holds('network.certificates'), () => {
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

  it(
    'stays refused when the environment says that certificates need no check',
    holds('network.certificates', 'network.verification'),
    async () => {
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
    },
  );
});

describe('names of this computer', () => {
  it(
    'never ask a resolver, which could lead a plain-http key elsewhere',
    holds('network.loopback-names'),
    async () => {
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
    },
  );
});

describe('a proxy in the environment', holds('binding.proxy'), () => {
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
      const { origin, server, bench } = await boundBench();
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
