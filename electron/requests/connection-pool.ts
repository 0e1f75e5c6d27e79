import { Client } from './undici-client.ts';
import { MAX_CONCURRENCY } from '../../shared/domain/run.ts';
import { createConnector, newTrace, type ConnectorOptions, type ConnectTrace } from './connector.ts';
import type { Route } from './route.ts';

/** A client for one hop, and what is known of its connection. Given back exactly once, by one of the two ways. */
export interface Lease {
  readonly client: Client;
  readonly route: Route;
  readonly trace: ConnectTrace;
  /** The response was read to its end: the connection may serve another hop. */
  readonly release: () => void;
  /** Ends the connection at once, also while it is being made. */
  readonly discard: () => void;
}

export interface ConnectionPool {
  readonly lease: (route: Route) => Lease;
  /** Ends all connections. */
  readonly close: () => void;
}

interface PooledClient {
  readonly client: Client;
  readonly abandon: () => void;
  trace: ConnectTrace;
}

/** As many as a run has in flight at most: one that closed them would make new connections all the time. */
const MAX_IDLE_PER_ROUTE = MAX_CONCURRENCY;
const KEEP_ALIVE_MS = 4_000;
const MAX_RESPONSE_HEADER_BYTES = 256 * 1024;

/**
 * Keep-alive connections by route: an origin, and how it is reached. A client serves one hop at a time, over HTTP/2 too, so that timings,
 * cancelling and errors belong to exactly one hop. No proxy from the environment, no retry: undici's own timeouts are off, because the whole
 * request has one.
 */
export function createConnectionPool(options: ConnectorOptions): ConnectionPool {
  const idle = createIdleClients();
  const all = new Set<PooledClient>();

  const end = (pooled: PooledClient): void => {
    all.delete(pooled);
    pooled.abandon();
    // The promise tells only that the socket is closed; whoever waits for the response is told by its own error.
    void pooled.client.destroy();
  };

  const openNew = (route: Route): PooledClient => {
    const pooled = openClient(route, options);
    all.add(pooled);
    pooled.client.on('disconnect', () => {
      if (idle.remove(route.key, pooled)) end(pooled);
    });
    return pooled;
  };

  const keep = (key: string, pooled: PooledClient): void => {
    if (!pooled.client.stats.connected || !idle.add(key, pooled)) end(pooled);
  };

  return {
    lease: (route) => {
      const reused = idle.take(route.key);
      const pooled = reused ?? openNew(route);
      // A connection that stands has no dns, connect and tls of its own in this hop.
      const { remoteAddress, facts } = pooled.trace;
      const isReused = reused !== null;
      pooled.trace = newTrace({ remoteAddress, facts, isReused, isConnected: isReused });
      return leaseOf(pooled, route, {
        release: () => keep(route.key, pooled),
        discard: () => end(pooled),
      });
    },
    close: () => {
      for (const pooled of [...all]) end(pooled);
    },
  };
}

function leaseOf(pooled: PooledClient, route: Route, ways: Pick<Lease, 'release' | 'discard'>): Lease {
  let isGivenBack = false;
  const once = (giveBack: () => void) => (): void => {
    if (!isGivenBack) giveBack();
    isGivenBack = true;
  };
  return {
    client: pooled.client,
    route,
    trace: pooled.trace,
    release: once(ways.release),
    discard: once(ways.discard),
  };
}

interface IdleClients {
  take(key: string): PooledClient | null;
  /** `false` when there are enough. */
  add(key: string, pooled: PooledClient): boolean;
  /** `false` when it was not idle. */
  remove(key: string, pooled: PooledClient): boolean;
}

function createIdleClients(): IdleClients {
  const byKey = new Map<string, PooledClient[]>();
  return {
    take: (key) => byKey.get(key)?.pop() ?? null,
    add(key, pooled) {
      const ready = byKey.get(key);
      if (ready === undefined) byKey.set(key, [pooled]);
      else if (ready.length >= MAX_IDLE_PER_ROUTE) return false;
      else ready.push(pooled);
      return true;
    },
    remove(key, pooled) {
      const ready = byKey.get(key) ?? [];
      const at = ready.indexOf(pooled);
      if (at === -1) return false;
      ready.splice(at, 1);
      // Nobody is left there, and nobody may ever ask for it again.
      if (ready.length === 0) byKey.delete(key);
      return true;
    },
  };
}

function openClient(route: Route, options: ConnectorOptions): PooledClient {
  const connector = createConnector(options, route, () => pooled.trace);
  const client = new Client(route.origin, {
    connect: connector.connect,
    pipelining: 1,
    allowH2: route.httpVersion !== 'http1',
    keepAliveTimeout: KEEP_ALIVE_MS,
    maxHeaderSize: MAX_RESPONSE_HEADER_BYTES,
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const pooled: PooledClient = { client, abandon: connector.abandon, trace: newTrace() };
  return pooled;
}
