import { Client } from 'undici';
import { MAX_CONCURRENCY } from '../../shared/domain/run.ts';
import { createConnector, newTrace, type ConnectorOptions, type ConnectTrace } from './connector.ts';

/** A client for one hop, and what is known of its connection. Given back exactly once, by one of the two ways. */
export interface Lease {
  readonly client: Client;
  readonly trace: ConnectTrace;
  /** The response was read to its end: the connection may serve another hop. */
  readonly release: () => void;
  /** Ends the connection at once, also while it is being made. */
  readonly discard: () => void;
}

export interface ConnectionPool {
  /** `origin`: scheme, host and port, http or https. */
  readonly lease: (origin: string) => Lease;
  /** Ends all connections. */
  readonly close: () => void;
}

interface PooledClient {
  readonly client: Client;
  readonly abandon: () => void;
  trace: ConnectTrace;
}

/** As many as a run has in flight at most: one that closed them would make new connections all the time. */
const MAX_IDLE_PER_ORIGIN = MAX_CONCURRENCY;
const KEEP_ALIVE_MS = 4_000;
const MAX_RESPONSE_HEADER_BYTES = 256 * 1024;

/**
 * Keep-alive connections by origin. A client serves one hop at a time, so that timings, cancelling and errors belong to exactly one hop.
 * HTTP/1.1 only, no proxy from the environment, no retry: undici's own timeouts are off, because the whole request has one.
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

  const openNew = (origin: string): PooledClient => {
    const pooled = openClient(origin, options);
    all.add(pooled);
    pooled.client.on('disconnect', () => {
      if (idle.remove(origin, pooled)) end(pooled);
    });
    return pooled;
  };

  const keep = (origin: string, pooled: PooledClient): void => {
    if (!pooled.client.stats.connected || !idle.add(origin, pooled)) end(pooled);
  };

  return {
    lease: (origin) => {
      const reused = idle.take(origin);
      const pooled = reused ?? openNew(origin);
      // A connection that stands has no dns, connect and tls of its own in this hop.
      const { remoteAddress } = pooled.trace;
      pooled.trace = { ...newTrace(), remoteAddress, isConnected: reused !== null };
      return leaseOf(pooled, { release: () => keep(origin, pooled), discard: () => end(pooled) });
    },
    close: () => {
      for (const pooled of [...all]) end(pooled);
    },
  };
}

function leaseOf(pooled: PooledClient, ways: Pick<Lease, 'release' | 'discard'>): Lease {
  let isGivenBack = false;
  const once = (giveBack: () => void) => (): void => {
    if (!isGivenBack) giveBack();
    isGivenBack = true;
  };
  return {
    client: pooled.client,
    trace: pooled.trace,
    release: once(ways.release),
    discard: once(ways.discard),
  };
}

interface IdleClients {
  take(origin: string): PooledClient | null;
  /** `false` when there are enough. */
  add(origin: string, pooled: PooledClient): boolean;
  /** `false` when it was not idle. */
  remove(origin: string, pooled: PooledClient): boolean;
}

function createIdleClients(): IdleClients {
  const byOrigin = new Map<string, readonly PooledClient[]>();
  const set = (origin: string, ready: readonly PooledClient[]): void => {
    if (ready.length === 0) byOrigin.delete(origin);
    else byOrigin.set(origin, ready);
  };
  return {
    take(origin) {
      const ready = byOrigin.get(origin) ?? [];
      set(origin, ready.slice(0, -1));
      return ready.at(-1) ?? null;
    },
    add(origin, pooled) {
      const ready = byOrigin.get(origin) ?? [];
      if (ready.length >= MAX_IDLE_PER_ORIGIN) return false;
      set(origin, [...ready, pooled]);
      return true;
    },
    remove(origin, pooled) {
      const ready = byOrigin.get(origin) ?? [];
      if (!ready.includes(pooled)) return false;
      set(
        origin,
        ready.filter((other) => other !== pooled),
      );
      return true;
    },
  };
}

function openClient(origin: string, options: ConnectorOptions): PooledClient {
  const connector = createConnector(options, () => pooled.trace);
  const client = new Client(origin, {
    connect: connector.connect,
    pipelining: 1,
    allowH2: false,
    keepAliveTimeout: KEEP_ALIVE_MS,
    maxHeaderSize: MAX_RESPONSE_HEADER_BYTES,
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const pooled: PooledClient = { client, abandon: connector.abandon, trace: newTrace() };
  return pooled;
}
