import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import {
  createServer as createTcp,
  type AddressInfo,
  type LookupFunction,
  type Server,
  type Socket,
} from 'node:net';
import type { Identity } from './certificates.ts';

/** What a server received: the whole of it, as bytes came. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly rawHeaders: readonly string[];
  readonly body: string;
  /** The port of the client: the same one means the same connection. */
  readonly remotePort: number;
}

export interface RecordingServer {
  readonly port: number;
  /** Every request, in order. */
  readonly received: readonly Received[];
  /** Every byte that arrived, TLS undone. */
  rawBytes(): Buffer;
  connectionCount(): number;
  /** The origin under this host name. */
  origin(host?: string): string;
  close(): Promise<void>;
}

export type Answer = (request: Received, response: ServerResponse) => void;

export interface HttpServerOptions {
  readonly answer?: Answer;
  /** https with this certificate; http without one. */
  readonly tls?: Identity;
}

/** An http or https server on 127.0.0.1 that records what it received. Answers 200 and `ok` unless told otherwise. */
export async function startServer({
  answer = answerOk,
  tls,
}: HttpServerOptions = {}): Promise<RecordingServer> {
  const received: Received[] = [];
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('error', () => undefined);
    response.on('error', () => undefined);
    request.on('end', () => {
      const one = describe(request, Buffer.concat(chunks));
      received.push(one);
      answer(one, response);
    });
  };
  const server = tls === undefined ? createHttp(onRequest) : createHttps({ ...tls }, onRequest);
  const decrypted: Buffer[] = [];
  server.on(tls === undefined ? 'connection' : 'secureConnection', (socket: Socket) => {
    socket.prependListener('data', (chunk: Buffer) => decrypted.push(chunk));
    socket.on('error', () => undefined);
  });
  return {
    received,
    ...(await listen(server, tls === undefined ? 'http' : 'https', () => Buffer.concat(decrypted))),
  };
}

/** A TCP server on 127.0.0.1 that does with each connection as it is told: resets, garbage, endless answers. */
export async function startRawServer(onConnection: (socket: Socket) => void): Promise<RecordingServer> {
  const chunks: Buffer[] = [];
  const server = createTcp((socket) => {
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', () => undefined);
    onConnection(socket);
  });
  return { received: [], ...(await listen(server, 'http', () => Buffer.concat(chunks))) };
}

/** Answers with these raw bytes once a request's header section has come. */
export function answerRaw(...parts: readonly (string | Buffer)[]): (socket: Socket) => void {
  return (socket) => {
    let seen = '';
    socket.on('data', (chunk: Buffer) => {
      seen += chunk.toString('latin1');
      if (!seen.includes('\r\n\r\n')) return;
      seen = '';
      for (const part of parts) socket.write(part);
      socket.end();
    });
  };
}

export function redirectTo(location: string, status = 302): Answer {
  return (_request, response) => {
    response.writeHead(status, { Location: location });
    response.end();
  };
}

export const answerOk: Answer = (_request, response) => {
  response.writeHead(200, { 'Content-Type': 'text/plain' });
  response.end('ok');
};

/** Resolves every name of `*.test` to this computer, and nothing else. */
export const testLookup: LookupFunction = (hostname, options, callback) => {
  if (!hostname.endsWith('.test')) {
    callback(Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), { code: 'ENOTFOUND' }), '', 4);
  } else if (options.all === true) {
    callback(null, [{ address: '127.0.0.1', family: 4 }]);
  } else {
    callback(null, '127.0.0.1', 4);
  }
};

/** A port on which nothing listens. */
export async function closedPort(): Promise<number> {
  const server = await startRawServer(() => undefined);
  await server.close();
  return server.port;
}

function describe(request: IncomingMessage, body: Buffer): Received {
  return {
    method: request.method ?? '',
    url: request.url ?? '',
    headers: request.headers,
    rawHeaders: request.rawHeaders,
    body: body.toString('utf8'),
    remotePort: request.socket.remotePort ?? 0,
  };
}

async function listen(
  server: Server,
  scheme: 'http' | 'https',
  rawBytes: () => Buffer,
): Promise<Omit<RecordingServer, 'received'>> {
  const sockets = new Set<Socket>();
  let connectionCount = 0;
  server.on('connection', (socket: Socket) => {
    connectionCount += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  return {
    port,
    rawBytes,
    connectionCount: () => connectionCount,
    origin: (host = '127.0.0.1') => `${scheme}://${host}:${String(port)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
