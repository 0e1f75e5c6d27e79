import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { nodeHttp } from '../node-modules-at-need.ts';
import type { Logger } from '../ports/logger.ts';

/** How long the server waits for others, in milliseconds. */
export interface ServerTimes {
  /** For the whole head of a request. */
  readonly headersMs: number;
  /** For the whole request. */
  readonly requestMs: number;
  /** For the next request on a kept connection. */
  readonly keepAliveMs: number;
  /** For anything at all to move on a connection. */
  readonly idleMs: number;
  /** How often the first two are looked at. */
  readonly checkMs: number;
}

export const SERVER_TIMES: ServerTimes = {
  headersMs: 5_000,
  requestMs: 10_000,
  keepAliveMs: 5_000,
  idleMs: 15_000,
  checkMs: 1_000,
};

const MAX_HEADER_BYTES = 16_384;
/** Connections that have no request in hand; when one more comes, the one that waited longest is closed. */
const MAX_WAITING_CONNECTIONS = 200;
const MAX_CONNECTIONS = 500;

/** Without a listener of their own, Node answers requests with an `Expect` header by itself. */
const REQUEST_EVENTS = ['request', 'checkContinue', 'checkExpectation'] as const;

export interface HttpServerOptions {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  readonly times: ServerTimes;
  readonly logger: Logger;
}

/** A `node:http` server with a strict parser, and limits to sizes, times and connections. It does not listen yet. */
export function createHttpServer({ handle, times, logger }: HttpServerOptions): Server {
  const answering = new WeakMap<Duplex, ServerResponse>();
  const server = nodeHttp().createServer({
    insecureHTTPParser: false,
    // A missing Host is refused by the request guard, with the headers that every answer has.
    requireHostHeader: false,
    maxHeaderSize: MAX_HEADER_BYTES,
    headersTimeout: times.headersMs,
    requestTimeout: times.requestMs,
    keepAliveTimeout: times.keepAliveMs,
    connectionsCheckingInterval: times.checkMs,
  });
  server.timeout = times.idleMs;
  server.maxConnections = MAX_CONNECTIONS;
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    answering.set(request.socket, response);
    handle(request, response);
  };
  for (const event of REQUEST_EVENTS) server.on(event, onRequest);
  server.on('connect', (_request, socket) => {
    endWith(socket, '405 Method Not Allowed');
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const response = answering.get(socket);
    const isMidAnswer = response?.headersSent === true && !response.writableFinished;
    if (!socket.writable || isMidAnswer) socket.destroy();
    else
      endWith(socket, error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? '408 Request Timeout' : '400 Bad Request');
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    logger.warn('The Local API’s socket failed', { code: error.code });
  });
  closeLongestWaiting(server);
  return server;
}

/** Answers where there is no request to answer, and closes. */
function endWith(socket: Duplex, status: string): void {
  const head = [
    `HTTP/1.1 ${status}`,
    'Connection: close',
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Content-Length: 0',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n`, () => socket.destroy());
}

/** Sockets that were opened and say nothing must not keep others out. */
function closeLongestWaiting(server: Server): void {
  const waiting = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    waiting.add(socket);
    socket.once('close', () => waiting.delete(socket));
    const [longest] = waiting;
    if (waiting.size > MAX_WAITING_CONNECTIONS) longest?.destroy();
  });
  const onRequest = ({ socket }: IncomingMessage, response: ServerResponse): void => {
    waiting.delete(socket);
    response.once('close', () => {
      if (!socket.destroyed) waiting.add(socket);
    });
  };
  for (const event of REQUEST_EVENTS) server.on(event, onRequest);
}
