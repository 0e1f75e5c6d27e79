import { isIP, connect as connectTcp, type LookupFunction, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { buildConnector } from 'undici';

/** What happened while a connection was made; milliseconds. Written by the connector, read when the hop is shown. */
export interface ConnectTrace {
  dns: number | null;
  connect: number | null;
  tls: number | null;
  remoteAddress: string | null;
  /** Whether the connection stands, its certificate accepted: until then not a byte of a request is written. */
  isConnected: boolean;
  /** Told when the connection stands. */
  onConnected?: () => void;
}

export interface ConnectorOptions {
  readonly lookup: LookupFunction;
  /** Additional or other certificate authorities (PEM); without them those that Node trusts. */
  readonly certificateAuthorities?: readonly string[];
  /** Monotonic time in milliseconds. */
  readonly now: () => number;
}

export interface Connector {
  readonly connect: buildConnector.connector;
  /** Ends a connection that is still being made. */
  readonly abandon: () => void;
}

export function newTrace(): ConnectTrace {
  return { dns: null, connect: null, tls: null, remoteAddress: null, isConnected: false };
}

/** Makes one client's connections and measures their phases. Certificates are always verified, whatever the environment says. */
export function createConnector(options: ConnectorOptions, traceOf: () => ConnectTrace): Connector {
  let pending: Socket | null = null;
  const connect: buildConnector.connector = (target, callback) => {
    const trace = Object.assign(traceOf(), newTrace());
    const isTls = target.protocol === 'https:';
    const socket = openSocket(target, { ...options, lookup: timedLookup(options, trace) });
    pending = socket;
    const startedAt = options.now();
    let connectedAt = startedAt;
    socket.setNoDelay(true);
    socket.once('connect', () => {
      connectedAt = options.now();
      trace.connect = Math.max(0, connectedAt - startedAt - (trace.dns ?? 0));
      trace.remoteAddress = socket.remoteAddress ?? null;
    });
    const onError = (error: Error): void => {
      pending = null;
      callback(error, null);
    };
    socket.once('error', onError);
    socket.once(isTls ? 'secureConnect' : 'connect', () => {
      pending = null;
      socket.removeListener('error', onError);
      if (isTls) trace.tls = options.now() - connectedAt;
      trace.isConnected = true;
      trace.onConnected?.();
      callback(null, socket);
    });
  };
  return { connect, abandon: () => pending?.destroy() };
}

function openSocket(target: buildConnector.Options, options: ConnectorOptions): Socket {
  const isTls = target.protocol === 'https:';
  const port = Number(target.port) || (isTls ? 443 : 80);
  const address = { host: target.hostname, port, lookup: options.lookup, autoSelectFamily: true };
  if (!isTls) return connectTcp(address);
  const authorities = options.certificateAuthorities;
  return connectTls({
    ...address,
    // RFC 6066: no server name for an IP address.
    ...(isIP(target.hostname) === 0 ? { servername: target.hostname } : {}),
    ...(authorities === undefined ? {} : { ca: [...authorities] }),
    ALPNProtocols: ['http/1.1'],
    rejectUnauthorized: true,
  });
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
