import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { forgetProxiesOf } from '../../electron/network/request-proxies.ts';
import { readRequest } from '../../electron/collections/request-mapping.ts';
import { NO_KEYS } from '../../electron/collections/auth-mapping.ts';
import { DEFAULT_REQUEST_SETTINGS, type RequestSettings } from '../../shared/domain/http-request.ts';
import { createCertificateAuthority, createSelfSigned } from '../support/certificates.ts';
import { closeAll, open } from '../support/closing.ts';
import { codeOf } from '../support/exchange-reading.ts';
import { holds } from '../support/holds.ts';
import { networkBench } from '../support/network-bench.ts';
import { startProxy } from '../support/proxies.ts';
import { removeAtExit } from '../support/remove-at-exit.ts';
import { errorOf, valueOf } from '../support/results.ts';
import { senderBench } from '../support/sender-bench.ts';
import { startServer } from '../support/servers.ts';

afterEach(closeAll);

const NAME = 'api.keyfob.test';
const authority = createCertificateAuthority();
const folder = mkdtempSync(join(tmpdir(), 'keyfob-named-proxy-'));
removeAtExit(folder);
const authorityFile = join(folder, 'ca.pem');
writeFileSync(authorityFile, authority.cert);

/** The settings of a request, as a file from elsewhere has them. */
function settingsNaming(port: number, behavior: Record<string, boolean> = {}): RequestSettings {
  const proxy = { host: '127.0.0.1', port };
  const item = { request: { url: 'http://a', proxy }, protocolProfileBehavior: behavior };
  return readRequest(item, NO_KEYS).settings;
}

async function stage(agrees: boolean) {
  const server = open(await startServer({ tls: authority.issue({ names: [NAME] }) }));
  const proxy = open(await startProxy());
  const settled = networkBench({ files: [authorityFile], agrees });
  await settled.network.chooseAuthorityFile();
  const origin = server.origin(NAME);
  const bench = open(senderBench([origin], { routes: settled.routes }));
  return { ...settled, server, proxy, origin, bench, settings: settingsNaming(proxy.port) };
}

describe('a proxy that a file names', () => {
  it('sees nothing before the person agreed', holds('network.named-proxy'), async () => {
    const { bench, origin, proxy, settings, proxiesAsked, network } = await stage(false);

    const refused = [
      await bench.send({ url: 'http://plain.keyfob.test/', settings }),
      await bench.send({ url: origin, settings }),
    ];

    expect(refused.map((each) => errorOf(each).code)).toEqual(['proxy-not-allowed', 'proxy-not-allowed']);
    expect(proxiesAsked).toHaveLength(2);
    expect(proxy.seen()).toHaveLength(0);
    expect(network.getSettings().allowedProxies).toEqual([]);
  });

  it(
    'is asked about once for a run, in which nobody looks at each request',
    holds('network.named-proxy'),
    async () => {
      const { routes, proxiesAsked } = await stage(false);
      const wish = {
        address: 'http://p.test:1',
        origin: 'https://a.test',
        collectionId: 'c',
        isByHand: false,
      };

      const answers = await Promise.all([routes.allowProxy(wish), routes.allowProxy(wish)]);
      const later = await routes.allowProxy({ ...wish, origin: 'https://b.test' });

      expect([...answers, later].map((each) => errorOf(each).code)).toEqual(
        Array(3).fill('proxy-not-allowed'),
      );
      expect(proxiesAsked).toHaveLength(1);
    },
  );

  it('is asked about by the name that the network knows', holds('network.named-proxy'), async () => {
    const { routes, proxiesAsked } = await stage(false);

    await routes.allowProxy({
      address: 'http://pr\u043exy.test:80',
      origin: 'https://a.test',
      collectionId: 'c',
      isByHand: true,
    });

    expect(proxiesAsked).toEqual(['http://xn--prxy-65d.test:80 https://a.test']);
  });

  it(
    'carries https for the collection that it was allowed for, and never a key that it could read',
    holds('network.named-proxy'),
    async () => {
      const { bench, server, origin, proxy, settings, proxiesAsked, network, ledger } = await stage(true);

      const exchange = await bench.exchange({ url: origin, settings });
      await bench.exchange({ url: origin, settings });
      const elsewhere = await bench.exchange({ url: origin, settings }, { collectionId: 'postman-api' });

      expect(exchange.hops[0]?.connection?.proxy).toBe(`http://127.0.0.1:${String(proxy.port)}`);
      expect(server.received[0]?.headers['x-api-key']).toBe(bench.secret);
      expect(proxy.asked).toContain(new URL(origin).host);
      expect(proxy.seen().includes(bench.secret)).toBe(false);
      expect(codeOf(elsewhere)).toBe('response');
      expect(proxiesAsked).toHaveLength(2);
      forgetProxiesOf('postman-api', { ledger, publish: () => undefined });
      expect(network.getSettings().allowedProxies.map((each) => each.collectionId)).toEqual(['']);
      network.disallowProxy({ collectionId: '', address: settings.proxyAddress });
      await bench.exchange({ url: origin, settings });
      expect(proxiesAsked).toHaveLength(3);
    },
  );

  it(
    'gets no key by leaving a certificate unchecked that was confirmed for another way',
    holds('network.named-proxy'),
    async () => {
      const { proxy, network, routes } = await stage(true);
      const unproven = open(await startServer({ tls: createSelfSigned({ names: [NAME] }) }));
      const origin = unproven.origin(NAME);
      const own = open(senderBench([origin], { routes }));
      await network.allowUnchecked(origin);

      const settings = settingsNaming(proxy.port, { strictSSL: false });
      const exchange = await own.exchange({ url: origin, settings });

      expect(codeOf(exchange)).toBe('key-withheld');
      expect(exchange.hops[0]?.signing).toMatchObject({ reason: 'server-unproven' });
      expect(proxy.seen().includes(own.secret)).toBe(false);
    },
  );

  it(
    'gets the login of Settings only where it is that very proxy',
    holds('network.named-proxy'),
    async () => {
      const { bench, origin, proxy, settings, network } = await stage(true);
      const strict = open(await startProxy({ credentials: 'Basic bWU6aGVyZQ==' }));
      const address = `http://127.0.0.1:${String(strict.port)}`;
      const manual = { kind: 'manual' as const, address, userName: 'me', exceptions: ['*'] };
      valueOf(await network.setProxy({ proxy: manual, password: 'here' }));

      expect(codeOf(await bench.exchange({ url: origin, settings }))).toBe('response');
      expect(proxy.seen().toString('latin1')).not.toMatch(/proxy-authorization/i);
      const same = { ...settings, proxyAddress: address };
      expect(codeOf(await bench.exchange({ url: origin, settings: same }))).toBe('response');
    },
  );

  it('never stands between Keyfob and this computer', holds('network.named-proxy'), async () => {
    const { bench, proxy, settings } = await stage(true);
    const here = open(await startServer());

    expect(codeOf(await bench.exchange({ url: here.origin(), settings }))).toBe('response');
    expect(proxy.seen()).toHaveLength(0);
  });
});

it('a request that is to go through a proxy and names none goes nowhere', async () => {
  const { bench, origin, server } = await stage(true);
  const settings = { ...DEFAULT_REQUEST_SETTINGS, proxy: 'other' as const };

  expect(errorOf(await bench.send({ url: origin, settings })).code).toBe('proxy-failed');
  expect(server.connectionCount()).toBe(0);
});
