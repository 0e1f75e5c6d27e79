import type { PortRefusal } from '../../shared/domain/local-api-state.ts';
import { createHttpServer, type ServerTimes } from './http-server.ts';
import { listenOnLoopback, type Listening } from './listen-on-loopback.ts';
import { createTraffic, type TrafficOptions } from './traffic.ts';

/** The server from its start to its end. */
export interface Run {
  readonly port: number;
  /** Why it is not the preferred port; `null` when it is. */
  readonly refusal: PortRefusal | null;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  requestsServed(): number;
  /** Takes no more connections, waits for the requests in flight, closes everything. Resolves when the port is free. */
  end(): Promise<void>;
}

export type Started =
  { readonly kind: 'running'; readonly run: Run } | Exclude<Listening, { kind: 'listening' }>;

export interface RunOptions extends TrafficOptions {
  readonly times: ServerTimes;
  readonly preferredPort: number;
}

export async function startRun(options: RunOptions): Promise<Started> {
  const { clock, logger, times, preferredPort } = options;
  const traffic = createTraffic(options);
  const server = createHttpServer({
    handle: (request, response) => traffic.handle(request, response),
    times,
    logger,
  });
  const listening = await listenOnLoopback(server, preferredPort);
  if (listening.kind !== 'listening') return listening;

  const run: Run = {
    port: listening.port,
    refusal: listening.refusal,
    startedAt: clock.now(),
    requestsServed: () => traffic.served(),
    async end() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await traffic.drain();
      server.closeAllConnections();
      await closed;
    },
  };
  return { kind: 'running', run };
}
