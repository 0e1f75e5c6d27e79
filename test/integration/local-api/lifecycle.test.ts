import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { SERVER_TIMES } from '../../../electron/local-api/http-server.ts';
import { listenOnLoopback } from '../../../electron/local-api/listen-on-loopback.ts';
import { createLocalApi, type LocalApi } from '../../../electron/local-api/local-api.ts';
import type { LocalApiState } from '../../../shared/domain/local-api-state.ts';
import { manualClock, recordingLogger, seededRandom } from '../../support/in-memory-ports.ts';
import { readReply, recordingKeyStore, localAccessKeys, seededLedger, startRig, type Rig } from './rig.ts';
import { holds } from '../../support/holds.ts';
import { unlockedVault } from '../../support/unlocked-vault.ts';

const started: { close(): unknown }[] = [];
afterEach(async () => {
  for (const part of started.splice(0)) await part.close();
});

async function rigWith(options: Parameters<typeof startRig>[0] = {}): Promise<Rig> {
  const rig = await startRig(options);
  started.push(rig);
  return rig;
}

function apiAt(preferredPort: number): LocalApi {
  const { ledger } = seededLedger();
  const ports = { clock: manualClock(), random: seededRandom(), logger: recordingLogger() };
  const accessKeys = localAccessKeys({ ledger, ...ports });
  const localApi = createLocalApi({
    ledger,
    keyStore: recordingKeyStore(),
    accessKeys,
    ...ports,
    publish: () => undefined,
    vault: unlockedVault(),
    holdsSecret: () => false,
    preferredPort,
  });
  started.push({ close: () => localApi.stop() });
  return localApi;
}

async function occupy(port: number): Promise<Server> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  started.push({ close: () => server.close() });
  return server;
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port; // a TCP server that listens

async function isRefused(port: number, host: string): Promise<boolean> {
  const socket = connect(port, host);
  try {
    await once(socket, 'connect');
    return false;
  } catch {
    return true;
  } finally {
    socket.destroy();
  }
}

/** A POST in flight: its head and half of its body are at the server. */
async function halfPost(rig: Rig) {
  const socket = await rig.connect();
  const reply = readReply(socket);
  const head = [
    'POST /me HTTP/1.1',
    `Host: 127.0.0.1:${String(rig.port)}`,
    `X-API-Key: ${rig.addKey()}`,
    'Content-Type: application/json',
    'Expect: 100-continue',
    'Content-Length: 2',
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  await once(socket, 'data'); // 100 Continue: the server now waits for the body
  socket.write('{');
  return { socket, reply };
}

describe('where it listens', () => {
  it('is 127.0.0.1 and no other interface', holds('api.loopback'), async () => {
    const { port, url } = await rigWith();
    expect(url).toBe(`http://127.0.0.1:${String(port)}`);
    const addresses = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
    const others = addresses.map(({ address }) => address).filter((address) => address !== '127.0.0.1');
    for (const address of [...others, '127.0.0.2', '::1']) {
      expect([address, await isRefused(port, address)]).toEqual([address, true]);
    }
  });

  it('is the next free port when the first is taken', holds('api.port'), async () => {
    const port = portOf(await occupy(0));
    const state = await apiAt(port).start();
    expect(state).toMatchObject({ kind: 'running' });
    if (state.kind === 'running') {
      expect(state.port).toBeGreaterThan(port);
      expect(state.port).toBeLessThan(port + 20);
      expect(state).toMatchObject({ preferredPort: port, preferredPortRefusal: 'in-use' });
    }
  });

  it('is the preferred port when it is free, with nothing to be said of it', async () => {
    const probe = await occupy(0);
    const port = portOf(probe);
    probe.close();
    await once(probe, 'close');
    expect(await apiAt(port).start()).toMatchObject({
      port,
      preferredPort: port,
      preferredPortRefusal: null,
    });
  });

  it('says of a port which the system does not permit that it does not', async () => {
    const server = createServer();
    server.listen = function refuse() {
      queueMicrotask(() => server.emit('error', Object.assign(new Error('refused'), { code: 'EACCES' })));
      return server;
    };
    expect(await listenOnLoopback(server, 5_362)).toEqual({ kind: 'no-port', refusal: 'not-permitted' });
  });

  it('is nowhere when no port can be had, and that is said', holds('api.port'), async () => {
    await occupy(65_535).catch(() => undefined);
    const localApi = apiAt(65_535);
    expect(await localApi.start()).toMatchObject({ kind: 'failed', error: { code: 'port-taken' } });
    expect(localApi.state()).toMatchObject({ kind: 'failed' });
    await localApi.stop();
    expect(localApi.state()).toEqual({ kind: 'stopped' });
  });
});

describe('starting and stopping', () => {
  it('can be repeated, on the same port, and frees it each time', async () => {
    const localApi = apiAt(portOf(await occupy(0)) + 20);
    for (let round = 0; round < 3; round += 1) {
      const state = await localApi.start();
      const port = state.kind === 'running' ? state.port : 0;
      expect((await fetch(`http://127.0.0.1:${String(port)}/me`)).status).toBe(401);
      expect(await localApi.stop()).toEqual({ kind: 'stopped' });
      expect(await isRefused(port, '127.0.0.1')).toBe(true);
    }
  });

  it('keeps its order when called at once', async () => {
    const localApi = apiAt(0);
    const states = await Promise.all([
      localApi.start(),
      localApi.start(),
      localApi.stop(),
      localApi.stop(),
      localApi.start(),
    ]);
    expect(states.map(({ kind }) => kind)).toEqual(['running', 'running', 'stopped', 'stopped', 'running']);
  });

  it('tells who listens of every change, and of requests at most once a second', async () => {
    const rig = await rigWith();
    const heard: LocalApiState[] = [];
    const stopListening = rig.localApi.onChange((state) => heard.push(state));
    const secret = rig.addKey();
    for (let call = 0; call < 5; call += 1) await (await rig.get('/me', secret)).arrayBuffer();
    while (rig.clock.pendingTimers() < 2) await turn();
    expect(heard).toEqual([]);
    rig.clock.advance(1_000);
    expect(heard).toMatchObject([{ kind: 'running', requestsServed: 5 }]);
    await rig.localApi.stop();
    stopListening();
    await rig.localApi.start();
    expect(heard.map(({ kind }) => kind)).toEqual(['running', 'stopped']);
  });

  it('leaves no timer behind', async () => {
    const rig = await rigWith();
    await rig.get('/me', rig.addKey());
    await rig.localApi.stop();
    expect(rig.clock.pendingTimers()).toBe(0);
  });
});

describe('stopping while requests are in flight', holds('api.stop'), () => {
  it('lets them end, takes no new ones, and frees the port', async () => {
    const rig = await rigWith();
    const idle = await rig.connect();
    const idleEnd = readReply(idle);
    const { socket, reply } = await halfPost(rig);
    const stopped = rig.localApi.stop();
    expect(await isRefused(rig.port, '127.0.0.1')).toBe(true);
    socket.write('}');
    const { text, isClosed } = await reply;
    expect(text).toMatch(/HTTP\/1\.1 404 Not Found\r\n/);
    expect(text).toMatch(/\r\nConnection: close\r\n/);
    expect(isClosed).toBe(true);
    expect(await stopped).toEqual({ kind: 'stopped' });
    expect(await idleEnd).toEqual({ text: '', isClosed: true });
  });

  it('is said at once, since another program may already listen on the port', async () => {
    const rig = await rigWith();
    const { socket, reply } = await halfPost(rig);
    const heard: LocalApiState[] = [];
    rig.localApi.onChange((state) => heard.push(state));
    const stopped = rig.localApi.stop();
    expect(await isRefused(rig.port, '127.0.0.1')).toBe(true);
    expect(heard).toEqual([{ kind: 'stopped' }]);
    expect(rig.localApi.state()).toEqual({ kind: 'stopped' });
    socket.write('}');
    await reply;
    await stopped;
    expect(heard).toEqual([{ kind: 'stopped' }]);
  });

  it('ends them after two seconds', async () => {
    const rig = await rigWith();
    const { reply } = await halfPost(rig);
    const stopped = rig.localApi.stop();
    let isStopped = false;
    void stopped.then(() => (isStopped = true));
    await isRefused(rig.port, '127.0.0.1');
    rig.clock.advance(1_999);
    await turn();
    expect(isStopped).toBe(false);
    rig.clock.advance(1);
    expect(await stopped).toEqual({ kind: 'stopped' });
    expect((await reply).text).not.toMatch(/HTTP\/1\.1 404/);
    expect(await isRefused(rig.port, '127.0.0.1')).toBe(true);
  });
});

describe('slow clients', holds('api.slow'), () => {
  const times = { headersMs: 150, requestMs: 300, keepAliveMs: 100, idleMs: 200, checkMs: 20 };

  it('that send nothing are closed', async () => {
    const rig = await rigWith({ times });
    const reply = await readReply(await rig.connect());
    expect(reply.isClosed).toBe(true);
  });

  it('that stop in the head are answered 408 and closed, while others are served', async () => {
    const rig = await rigWith({ times: { ...times, idleMs: 5_000 } });
    const secret = rig.addKey();
    const slow = rig.raw(`GET /me HTTP/1.1\r\nHost: 127.0.0.1:${String(rig.port)}\r\n`);
    expect((await rig.get('/me', secret)).status).toBe(200);
    const reply = await slow;
    expect(reply.text).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(reply.isClosed).toBe(true);
  });

  it('that send a byte at a time do not hold on longer', async () => {
    const rig = await rigWith({ times });
    const socket = await rig.connect();
    const drip = setInterval(() => socket.write('X'), 20);
    const reply = await readReply(socket);
    clearInterval(drip);
    expect(reply.isClosed).toBe(true);
  });

  it('that stop in the body are closed', async () => {
    const rig = await rigWith({ times: { ...times, idleMs: 5_000 } });
    const { reply } = await halfPost(rig);
    expect((await reply).isClosed).toBe(true);
    expect((await rig.get('/me', rig.addKey())).status).toBe(200);
  });

  it('that keep a connection without using it are closed', async () => {
    const rig = await rigWith({ times: { ...SERVER_TIMES, keepAliveMs: 50 } });
    const request = `GET /me HTTP/1.1\r\nHost: 127.0.0.1:${String(rig.port)}\r\n\r\n`;
    const reply = await rig.raw(request);
    expect(reply.text).toMatch(/^HTTP\/1\.1 401 /);
    expect(reply.isClosed).toBe(true);
  });

  it('cannot keep others out by their number', async () => {
    const rig = await rigWith();
    const secret = rig.addKey();
    const first = await rig.connect();
    const firstEnd = once(first, 'close');
    for (let opened = 0; opened < 600; opened += 1) await rig.connect();
    await firstEnd;
    expect((await rig.get('/me', secret)).status).toBe(200);
  });
});
