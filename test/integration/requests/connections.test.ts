import { afterEach, describe, expect, it } from 'vitest';
import type { Hop } from '../../../shared/domain/exchange.ts';
import { DEFAULT_REQUEST_SETTINGS } from '../../../shared/domain/http-request.ts';
import { createCertificateAuthority } from '../../support/certificates.ts';
import { closeAll, open } from '../../support/closing.ts';
import { codeOf, responseOf, textOf } from '../../support/exchange-reading.ts';
import { startHttp2Server } from '../../support/http2-server.ts';
import { proxyOn, routesWith } from '../../support/route-choices.ts';
import { startProxy, startSocksProxy } from '../../support/proxies.ts';
import { senderBench } from '../../support/sender-bench.ts';
import { startServer, type RecordingServer } from '../../support/servers.ts';

afterEach(closeAll);

const NAME = 'api.keyfob.test';
const authority = createCertificateAuthority();
const tls = authority.issue({ names: [NAME, '::1'] });
const trusting = { certificateAuthorities: [authority.cert] };

function hopOf({ hops }: { readonly hops: readonly Hop[] }): Hop {
  const [hop] = hops;
  if (hop === undefined) throw new Error('No hop');
  return hop;
}

async function startTls(): Promise<RecordingServer> {
  return open(await startServer({ tls }));
}

describe('HTTP/2', () => {
  it('is spoken where the server speaks it, with the key, a body and the answer whole', async () => {
    const server = open(await startHttp2Server({ tls }));
    const origin = server.origin(NAME);
    const bench = open(senderBench([origin], trusting));

    const exchange = await bench.exchange({
      url: `${origin}/path?q=1`,
      method: 'POST',
      body: { kind: 'json', text: '{"a":1}' },
    });

    expect(server.received).toMatchObject([
      { httpVersion: '2.0', method: 'POST', url: '/path?q=1', body: '{"a":1}' },
    ]);
    expect(server.received[0]?.headers['x-api-key']).toBe(bench.secret);
    expect(textOf(exchange)).toBe('ok');
    expect(hopOf(exchange)).toMatchObject({ httpVersion: '2', signing: { kind: 'sent' } });
    expect(responseOf(exchange).headers.filter(({ name }) => name === 'set-cookie')).toHaveLength(2);
  });

  it('keeps its connection for the next request, and says so', async () => {
    const server = open(await startHttp2Server({ tls }));
    const origin = server.origin(NAME);
    const bench = open(senderBench([origin], trusting));

    const first = await bench.exchange({ url: origin });
    const second = await bench.exchange({ url: origin });

    expect(server.connectionCount()).toBe(1);
    expect([hopOf(first), hopOf(second)].map(({ connection }) => connection?.isReused)).toEqual([
      false,
      true,
    ]);
    expect(hopOf(second).timings).toMatchObject({ connect: null, tls: null });
    expect(hopOf(second).connection?.tls).toEqual(hopOf(first).connection?.tls);
  });

  it('follows a redirect within one connection', async () => {
    const server = open(
      await startHttp2Server({
        tls,
        answer: ({ url }, response) => {
          response.writeHead(url === '/from' ? 302 : 200, url === '/from' ? { location: '/to' } : {});
          response.end();
        },
      }),
    );
    const origin = server.origin(NAME);
    const bench = open(senderBench([origin], trusting));

    const exchange = await bench.exchange({ url: `${origin}/from` });

    expect(exchange.hops.map(({ status }) => status)).toEqual([302, 200]);
    expect(server.connectionCount()).toBe(1);
  });

  it('is left out when the request wants HTTP/1.1, and is the only one when it wants HTTP/2', async () => {
    const both = open(await startHttp2Server({ tls }));
    const old = await startTls();
    const bench = open(senderBench([both.origin(NAME), old.origin(NAME)], trusting));
    const send = (url: string, httpVersion: 'auto' | 'http1' | 'http2') =>
      bench.exchange({ url, settings: { ...DEFAULT_REQUEST_SETTINGS, httpVersion } });

    expect(hopOf(await send(both.origin(NAME), 'http1')).httpVersion).toBe('1.1');
    expect(hopOf(await send(both.origin(NAME), 'http2')).httpVersion).toBe('2');
    expect(hopOf(await send(old.origin(NAME), 'auto')).httpVersion).toBe('1.1');
    const refused = await send(old.origin(NAME), 'http2');
    expect(refused.outcome).toMatchObject({ kind: 'failed' });
    expect(hopOf(refused).signing).toMatchObject({ kind: 'withheld', reason: 'not-connected' });
    expect(old.received).toHaveLength(1);
  });

  it('has a reason of its own when a stream is reset', async () => {
    const server = open(
      await startHttp2Server({
        tls,
        answer: (_request, response) => {
          response.stream.close(2);
        },
      }),
    );
    const bench = open(senderBench([server.origin(NAME)], trusting));

    expect(codeOf(await bench.exchange({ url: server.origin(NAME) }))).toBe('connection-reset');
    expect(server.received).toHaveLength(1);
  });
});

describe('what is told of a connection', () => {
  it('names TLS, the certificate and both addresses', async () => {
    const server = await startTls();
    const bench = open(senderBench([server.origin(NAME)], trusting));

    const hop = hopOf(await bench.exchange({ url: server.origin(NAME) }));

    expect(hop).toMatchObject({ httpVersion: '1.1', remoteAddress: '127.0.0.1' });
    expect(hop.connection).toMatchObject({
      isReused: false,
      proxy: null,
      tls: {
        version: 'TLSv1.3',
        subject: NAME,
        issuer: 'Keyfob test authority',
        verification: 'checked',
      },
    });
    expect(hop.connection?.localAddress).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(hop.connection?.tls?.cipher).toMatch(/^TLS_/);
    expect(hop.connection?.tls?.validTo).toBeGreaterThan(Date.now());
    expect(hop.timings.tls).toBeGreaterThan(0);
  });

  it('says that plain http has no TLS', async () => {
    const server = open(await startServer());
    const bench = open(senderBench([server.origin()]));

    expect(hopOf(await bench.exchange({ url: server.origin() })).connection).toMatchObject({ tls: null });
  });

  it('reaches a server by IPv6, and shows the address', async () => {
    const server = open(await startHttp2Server({ tls, host: '::1' }));
    const bench = open(senderBench([server.origin('[::1]')], trusting));

    const exchange = await bench.exchange({ url: server.origin('[::1]') });

    expect(hopOf(exchange)).toMatchObject({ status: 200, remoteAddress: '::1' });
    expect(hopOf(exchange).connection?.localAddress).toMatch(/^\[::1\]:\d+$/);
  });

  it('takes the other family when one does not answer', async () => {
    const server = open(await startServer());
    const bench = open(
      senderBench([server.origin('two.test')], {
        lookup: (_name, options, callback) => {
          const addresses = [
            { address: '::1', family: 6 },
            { address: '127.0.0.1', family: 4 },
          ];
          if (options.all === true) callback(null, addresses);
          else callback(null, '127.0.0.1', 4);
        },
      }),
    );

    const exchange = await bench.exchange(
      { url: server.origin('two.test') },
      { onWithheld: 'send-without-key' },
    );

    expect(hopOf(exchange)).toMatchObject({ status: 200, remoteAddress: '127.0.0.1' });
  });
});

describe('a proxy', () => {
  it('carries https in a tunnel of which it learns the name alone', async () => {
    const server = open(await startHttp2Server({ tls }));
    const proxy = open(await startProxy());
    const origin = server.origin(NAME);
    const routes = routesWith({ proxy: proxyOn(proxy.port), authorities: [authority.cert] });
    const bench = open(senderBench([origin], { routes }));

    const exchange = await bench.exchange({ url: `${origin}/secret-path` });

    expect(hopOf(exchange)).toMatchObject({ status: 200, httpVersion: '2', signing: { kind: 'sent' } });
    expect(hopOf(exchange).connection?.proxy).toBe(`http://127.0.0.1:${String(proxy.port)}`);
    expect(proxy.asked).toEqual([new URL(origin).host]);
    expect(proxy.seen().includes(bench.secret)).toBe(false);
    expect(proxy.seen().includes('secret-path')).toBe(false);
  });

  it('is asked for the whole address of plain http', async () => {
    const proxy = open(await startProxy());
    const bench = open(senderBench([], { routes: routesWith({ proxy: proxyOn(proxy.port) }) }));

    const exchange = await bench.exchange({ url: 'http://plain.test/a?b=1' });

    expect(textOf(exchange)).toBe('from the proxy');
    expect(proxy.asked).toEqual(['http://plain.test/a?b=1']);
  });

  it('by SOCKS resolves the name and carries the rest', async () => {
    const server = await startTls();
    const proxy = open(await startSocksProxy());
    const origin = server.origin(NAME);
    const routes = routesWith({ proxy: proxyOn(proxy.port, 'socks5'), authorities: [authority.cert] });
    const bench = open(senderBench([origin], { routes }));

    const exchange = await bench.exchange({ url: origin });

    expect(hopOf(exchange)).toMatchObject({ status: 200, signing: { kind: 'sent' } });
    expect(proxy.asked).toEqual([new URL(origin).host]);
    expect(proxy.seen().includes(bench.secret)).toBe(false);
  });

  it('that wants a password, is not there, or does not connect is named as the reason', async () => {
    const server = await startTls();
    const origin = server.origin(NAME);
    const strict = open(await startProxy({ credentials: 'Basic bWU6aGVyZQ==' }));
    const nowhere = open(await startProxy({ leadTo: 1 }));
    const gone = await startProxy();
    await gone.close();
    const via = async (port: number) => {
      const routes = routesWith({ proxy: proxyOn(port), authorities: [authority.cert] });
      const exchange = await open(senderBench([origin], { routes })).exchange({ url: origin });
      return [codeOf(exchange), hopOf(exchange).signing.kind];
    };

    expect(await via(strict.port)).toEqual(['proxy-needs-credentials', 'withheld']);
    expect(await via(gone.port)).toEqual(['proxy-failed', 'withheld']);
    expect(await via(nowhere.port)).toEqual(['proxy-failed', 'withheld']);
    expect(server.connectionCount()).toBe(0);
  });

  it('gets its own credentials, and the server does not', async () => {
    const server = await startTls();
    const proxy = open(await startProxy({ credentials: 'Basic bWU6aGVyZQ==' }));
    const address = { ...proxyOn(proxy.port), credentials: { userName: 'me', secret: 'here' } };
    const routes = routesWith({ proxy: address, authorities: [authority.cert] });
    const bench = open(senderBench([server.origin(NAME)], { routes }));

    const exchange = await bench.exchange({ url: server.origin(NAME) });

    expect(hopOf(exchange).status).toBe(200);
    expect(server.received[0]?.headers['proxy-authorization']).toBeUndefined();
    expect(JSON.stringify(exchange)).not.toContain('bWU6aGVyZQ');
  });
});
