import { Client } from 'undici';
import { createConnector, newTrace, type ConnectorOptions, type ConnectTrace } from './connector.ts';

/** A client for one hop, and what is known of its connection. Given back exactly once, by one of the two ways. */
export interface Lease {
  readonly client: Client;
  readonly trace: ConnectTrace;
  /** The response was read to its end: the connection may serve another hop. */
  release(): void;
  /** Ends the connection at once, also while it is being made. */
  discard(): void;
}

export interface ConnectionPool {
  /** `origin`: scheme, host and port, http or https. */
  lease(origin: string): Lease;
  /** Ends all connections. */
  close(): void;
}

interface PooledClient {
  readonly client: Client;
  readonly abandon: () => void;
  trace: ConnectTrace;
}

const MAX_IDLE_PER_ORIGIN = 4;
const KEEP_ALIVE_MS = 4_000;
const MAX_RESPONSE_HEADER_BYTES = 256 * 1024;

/**
 * Keep-alive connections by origin. A client serves one hop at a time, so that timings, cancelling and errors belong to exactly one hop.
 * HTTP/1.1 only, no proxy from the environment, no retry: undici's own timeouts are off, because the whole request has one.
 */
export function createConnectionPool(options: ConnectorOptions): ConnectionPool {
  const idle = new Map<string, readonly PooledClient[]>();
  const all = new Set<PooledClient>();

  const end = (pooled: PooledClient): void => {
    all.delete(pooled);
    pooled.abandon();
    // The promise tells only that the socket is closed; whoever waits for the response is told by its own error.
    void pooled.client.destroy();
  };

  const setIdle = (origin: string, ready: readonly PooledClient[]): void => {
    if (ready.length === 0) idle.delete(origin);
    else idle.set(origin, ready);
  };

  const keep = (origin: string, pooled: PooledClient): void => {
    const ready = idle.get(origin) ?? [];
    if (!pooled.client.stats.connected || ready.length >= MAX_IDLE_PER_ORIGIN) end(pooled);
    else setIdle(origin, [...ready, pooled]);
  };

  const take = (origin: string): PooledClient | null => {
    const ready = idle.get(origin) ?? [];
    setIdle(origin, ready.slice(0, -1));
    return ready.at(-1) ?? null;
  };

  const openNew = (origin: string): PooledClient => {
    const pooled = openClient(origin, options);
    all.add(pooled);
    pooled.client.on('disconnect', () => {
      const ready = idle.get(origin) ?? [];
      if (!ready.includes(pooled)) return;
      setIdle(
        origin,
        ready.filter((other) => other !== pooled),
      );
      end(pooled);
    });
    return pooled;
  };

  return {
    lease: (origin) => {
      const reused = take(origin);
      const pooled = reused ?? openNew(origin);
      // A connection that stands has no dns, connect and tls of its own in this hop.
      const trace: ConnectTrace = {
        ...newTrace(),
        remoteAddress: pooled.trace.remoteAddress,
        isConnected: reused !== null,
      };
      pooled.trace = trace;
      let isGivenBack = false;
      const once = (giveBack: () => void) => (): void => {
        if (!isGivenBack) giveBack();
        isGivenBack = true;
      };
      return {
        client: pooled.client,
        trace,
        release: once(() => keep(origin, pooled)),
        discard: once(() => end(pooled)),
      };
    },
    close: () => {
      for (const pooled of [...all]) end(pooled);
      idle.clear();
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
