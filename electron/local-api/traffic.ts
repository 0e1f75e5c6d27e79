import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { describeBug } from '../app/describe-bug.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import { writeReply, type Conversation } from './reply.ts';
import type { RequestHandler } from './request-handler.ts';

/** Answers requests, one after the other on each connection, and knows which of them are in flight. */
export interface Traffic {
  handle(request: IncomingMessage, response: ServerResponse): void;
  served(): number;
  /** Resolves when no request is in flight any more, or after two seconds. Connections end with their next answer. */
  drain(): Promise<void>;
}

export interface TrafficOptions {
  readonly findReply: RequestHandler;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly onServed: () => void;
}

interface Connection {
  inFlight: number;
  /** The turn of the last request: whether the connection goes on after it. */
  last: Promise<boolean>;
}

const DRAIN_MS = 2_000;

/** More requests than this, sent ahead without waiting for an answer, are no client's. */
const MAX_PIPELINED = 50;

export function createTraffic({ findReply, clock, logger, onServed }: TrafficOptions): Traffic {
  const connections = new WeakMap<Socket, Connection>();
  let inFlight = 0;
  let served = 0;
  let isEnding = false;
  let onDrained = (): void => undefined;

  const connectionOf = (socket: Socket): Connection => {
    const known = connections.get(socket);
    if (known) return known;
    const opened: Connection = { inFlight: 0, last: Promise.resolve(true) };
    connections.set(socket, opened);
    return opened;
  };
  const finish = (connection: Connection): void => {
    connection.inFlight -= 1;
    inFlight -= 1;
    served += 1;
    if (inFlight === 0) onDrained();
    onServed();
  };
  /** Resolves with whether the connection goes on. */
  const converse = async (conversation: Conversation): Promise<boolean> => {
    try {
      const reply = await findReply(conversation.request, conversation.response);
      return reply !== null && writeReply(conversation, reply, { clock, closes: isEnding });
    } catch (error) {
      logger.error('The Local API failed to write an answer', { bug: describeBug(error) });
      conversation.request.socket.destroy();
      return false;
    }
  };

  return {
    served: () => served,
    handle(request, response) {
      const connection = connectionOf(request.socket);
      if (connection.inFlight >= MAX_PIPELINED) {
        request.socket.destroy();
        return;
      }
      connection.inFlight += 1;
      inFlight += 1;
      response.once('close', () => finish(connection));
      // What was sent ahead on a connection that ends is not looked at: it could be a request smuggled in.
      const turn = async (goesOn: boolean): Promise<boolean> =>
        goesOn && (await converse({ request, response }));
      connection.last = connection.last.then(turn);
    },
    drain() {
      isEnding = true;
      if (inFlight === 0) return Promise.resolve();
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
