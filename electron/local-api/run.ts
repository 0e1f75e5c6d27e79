import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import { createHttpServer, type ServerTimes } from './http-server.ts';
import { listenOnLoopback, type Listening } from './listen-on-loopback.ts';
import { writeReply, type Conversation } from './reply.ts';
import type { RequestHandler } from './request-handler.ts';

/** The server from its start to its end. */
export interface Run {
  readonly port: number;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  requestsServed(): number;
  /** Takes no more connections, waits for the requests in flight, closes everything. Resolves when the port is free. */
  end(): Promise<void>;
}

export type Started =
  { readonly kind: 'running'; readonly run: Run } | Exclude<Listening, { kind: 'listening' }>;

export interface RunOptions {
  readonly findReply: RequestHandler;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly times: ServerTimes;
  readonly preferredPort: number;
  readonly onServed: () => void;
}

/** How long requests in flight may take to end when the server stops. */
const DRAIN_MS = 2_000;

export async function startRun(options: RunOptions): Promise<Started> {
  const { clock, logger, times, preferredPort } = options;
  const traffic = createTraffic(options);
  const server = createHttpServer({ handle: traffic.handle, times, logger });
  const listening = await listenOnLoopback(server, preferredPort);
  if (listening.kind !== 'listening') return listening;

  const run: Run = {
    port: listening.port,
    startedAt: clock.now(),
    requestsServed: traffic.served,
    async end() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await traffic.drain();
      server.closeAllConnections();
      await closed;
    },
  };
  return { kind: 'running', run };
}

/** Answers requests and knows which of them are in flight. */
function createTraffic({ findReply, clock, logger, onServed }: RunOptions) {
  const inFlight = new Set<ServerResponse>();
  let served = 0;
  let isEnding = false;
  let onDrained = (): void => undefined;

  const converse = async (conversation: Conversation): Promise<void> => {
    try {
      const reply = await findReply(conversation.request, conversation.response);
      if (reply) writeReply(conversation, { ...reply, closes: reply.closes || isEnding }, clock);
    } catch (error) {
      logger.error('The Local API failed to write an answer', { error });
      conversation.request.socket.destroy();
    }
  };

  return {
    served: () => served,
    handle(request: IncomingMessage, response: ServerResponse): void {
      inFlight.add(response);
      response.once('close', () => {
        inFlight.delete(response);
        served += 1;
        if (inFlight.size === 0) onDrained();
        onServed();
      });
      void converse({ request, response });
    },
    drain(): Promise<void> {
      isEnding = true;
      if (inFlight.size === 0) return Promise.resolve();
      return new Promise((resolve) => {
        const cancel = clock.schedule(resolve, DRAIN_MS);
        onDrained = () => {
          cancel();
          resolve();
        };
      });
    },
  };
}
