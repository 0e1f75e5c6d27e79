import { isIP, connect as connectTcp, type LookupFunction, type Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { buildConnector } from 'undici';
import { appError } from '../../shared/domain/app-error.ts';
import { factsOf, type ConnectionFacts } from './connection-facts.ts';
import { ConnectError } from './connect-error.ts';
import { openTunnel, type TunnelTarget } from './proxy-tunnel.ts';
import { nodeTls } from '../node-modules-at-need.ts';
import { proxyName, type ProxyAddress, type Route } from './route.ts';
import { openSocks } from './socks-tunnel.ts';
import { told } from '../told.ts';

/** What happened while a connection was made; milliseconds. Written by the connector, read when the hop is shown. */
export interface ConnectTrace {
  dns: number | null;
  connect: number | null;
  tls: number | null;
  remoteAddress: string | null;
  /** What the connection is; `null` until it stands. */
  facts: ConnectionFacts | null;
  /** Whether it served a hop before. */
  isReused: boolean;
  /** Whether the connection stands, its certificate accepted: until then not a byte of a request is written. */
  isConnected: boolean;
  /** Told when the connection stands. */
  onConnected?: () => void;
}

export interface ConnectorOptions {
  readonly lookup: LookupFunction;
  /** Monotonic time in milliseconds. */
  readonly now: () => number;
}

export interface Connector {
  readonly connect: buildConnector.connector;
  /** Ends a connection that is still being made. */
  readonly abandon: () => void;
}

/** `standing`: what is known of a connection that is there already. */
export function newTrace(standing?: Omit<ConnectTrace, 'dns' | 'connect' | 'tls'>): ConnectTrace {
  return {
    dns: null,
    connect: null,
    tls: null,
    remoteAddress: standing?.remoteAddress ?? null,
    facts: standing?.facts ?? null,
    isReused: standing?.isReused ?? false,
    isConnected: standing?.isConnected ?? false,
  };
}

/**
 * Makes one client's connections by its route and measures their phases. Certificates are verified whatever the environment says, unless
 * the route says that the person does not want it so at this origin. A connection to a proxy counts as `connect` with its tunnel.
 */
export function createConnector(
  options: ConnectorOptions,
  route: Route,
  traceOf: () => ConnectTrace,
): Connector {
  let pending: Socket | null = null;
  const connect: buildConnector.connector = (target, callback) => {
    const trace = Object.assign(traceOf(), newTrace());
    const attempt: Attempt = {
      route,
      trace,
      now: options.now,
      lookup: timedLookup(options, trace),
      watch: (socket) => {
        pending = socket;
        // Between two listeners of others an error must not end the process.
        socket.on('error', () => undefined);
      },
    };
    establish(targetOf(target), attempt).then(
      (socket) => {
        pending = null;
        if (socket.destroyed) {
          callback(new ConnectError(appError('connection-reset')), null);
          return;
        }
        trace.facts = factsOf(socket, route);
        trace.isConnected = true;
        trace.onConnected?.();
        callback(null, socket);
      },
      (error: unknown) => {
        pending?.destroy();
        pending = null;
        callback(error instanceof Error ? error : new Error('connection'), null);
      },
    );
  };
  return { connect, abandon: () => pending?.destroy() };
}

interface Target extends TunnelTarget {
  readonly isTls: boolean;
}

interface Attempt extends ConnectorOptions {
  readonly route: Route;
  readonly trace: ConnectTrace;
  /** Told each socket that is being connected. */
  readonly watch: (socket: Socket) => void;
}

function targetOf(options: buildConnector.Options): Target {
  const isTls = options.protocol === 'https:';
  return { host: options.hostname, port: Number(options.port) || (isTls ? 443 : 80), isTls };
}

async function establish(target: Target, attempt: Attempt): Promise<Socket> {
  const { proxy } = attempt.route;
  if (proxy === null && target.isTls) return checkProtocol(await connectDirectTls(target, attempt), attempt);
  const startedAt = attempt.now();
  const first = openTcp(proxy ?? target, attempt);
  await settled(first, 'connect', proxy);
  noteAddress(first, attempt);
  const carrier = proxy?.scheme === 'https' ? await secureToProxy(first, proxy, attempt) : first;
  // Plain http asks the proxy for the whole address instead (RFC 9112, 3.2.2); SOCKS always needs its handshake.
  if (proxy?.scheme === 'socks5') await openSocks(carrier, target, proxy.credentials);
  else if (proxy !== null && target.isTls) await openTunnel(carrier, target, proxy.credentials);
  const connectedAt = attempt.now();
  attempt.trace.connect = Math.max(0, connectedAt - startedAt - (attempt.trace.dns ?? 0));
  if (!target.isTls) return carrier;
  const secure = nodeTls().connect({ ...tlsOptions(target, attempt), socket: carrier });
  attempt.watch(secure);
  await settled(secure, 'secureConnect', null);
  attempt.trace.tls = attempt.now() - connectedAt;
  return checkProtocol(secure, attempt);
}

function checkProtocol(socket: TLSSocket, { route }: Attempt): TLSSocket {
  if (route.httpVersion !== 'http2' || socket.alpnProtocol === 'h2') return socket;
  throw new ConnectError(appError('http2-not-spoken'));
}

async function connectDirectTls(target: Target, attempt: Attempt): Promise<TLSSocket> {
  const { trace, now, lookup } = attempt;
  const startedAt = now();
  let connectedAt = startedAt;
  const socket = nodeTls().connect({ ...tlsOptions(target, attempt), ...addressOf(target, lookup) });
  attempt.watch(socket);
  socket.setNoDelay(true);
  socket.once('connect', () => {
    connectedAt = now();
    trace.connect = Math.max(0, connectedAt - startedAt - (trace.dns ?? 0));
    noteAddress(socket, attempt);
  });
  await settled(socket, 'secureConnect', null);
  trace.tls = now() - connectedAt;
  return socket;
}

async function secureToProxy(carrier: Socket, proxy: ProxyAddress, attempt: Attempt): Promise<Socket> {
  const context = attempt.route.proxyContext;
  const socket = nodeTls().connect({
    socket: carrier,
    ...serverName(proxy.host),
    ...(context === undefined ? {} : { secureContext: context }),
    ALPNProtocols: ['http/1.1'],
    rejectUnauthorized: true,
  });
  attempt.watch(socket);
  await settled(socket, 'secureConnect', proxy);
  return socket;
}

function openTcp(to: TunnelTarget, attempt: Attempt): Socket {
  const socket = connectTcp(addressOf(to, attempt.lookup));
  attempt.watch(socket);
  socket.setNoDelay(true);
  return socket;
}

function addressOf({ host, port }: TunnelTarget, lookup: LookupFunction) {
  return { host, port, lookup, autoSelectFamily: true };
}

const PROTOCOLS: Readonly<Record<Route['httpVersion'], readonly string[]>> = {
  auto: ['h2', 'http/1.1'],
  http1: ['http/1.1'],
  http2: ['h2'],
};

function tlsOptions({ host }: Target, { route }: Attempt) {
  const { context, httpVersion, isVerified } = route;
  return {
    ...serverName(host),
    ...(context === undefined ? {} : { secureContext: context }),
    ALPNProtocols: [...PROTOCOLS[httpVersion]],
    rejectUnauthorized: isVerified,
  };
}

/** RFC 6066: no server name for an IP address; the certificate is checked against the host that was asked for. */
function serverName(host: string): { readonly host: string; readonly servername?: string } {
  return isIP(host) === 0 ? { host, servername: host } : { host };
}

function noteAddress(socket: Socket, { trace }: Attempt): void {
  trace.remoteAddress = socket.remoteAddress ?? null;
}

/** Rejects with the socket's own error; a proxy's is told as such. */
function settled(
  socket: Socket,
  event: 'connect' | 'secureConnect',
  proxy: ProxyAddress | null,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const onError = (error: Error): void => {
      reject(proxy === null ? error : unreachable(proxy, event));
    };
    socket.once('error', onError);
    socket.once(event, () => {
      socket.removeListener('error', onError);
      resolve();
    });
  });
}

function unreachable(proxy: ProxyAddress, event: 'connect' | 'secureConnect'): ConnectError {
  const name = event === 'connect' ? 'proxyUnreachable' : 'proxyNotSecure';
  return new ConnectError(appError('proxy-failed', told(name, { proxy: proxyName(proxy) })));
}

function timedLookup({ lookup, now }: ConnectorOptions, trace: ConnectTrace): LookupFunction {
  return (hostname, lookupOptions, callback) => {
    const startedAt = now();
    lookup(hostname, lookupOptions, (error, address, family) => {
      trace.dns = now() - startedAt;
      callback(error, address, family);
    });
  };
}
