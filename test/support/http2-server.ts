import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import type { Identity } from './certificates.ts';

export interface Http2Received {
  readonly httpVersion: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface RecordingHttp2Server {
  readonly received: readonly Http2Received[];
  readonly connectionCount: () => number;
  readonly origin: (host: string) => string;
  readonly close: () => Promise<void>;
}

export interface Http2Options {
  readonly tls: Identity;
  /** Whether it speaks HTTP/1.1 too, to who asks for it. */
  readonly allowHttp1?: boolean;
  readonly host?: string;
  readonly answer?: (request: Http2Received, response: Http2ServerResponse) => void;
}

/** An HTTP/2 server over TLS that records what it received. Answers 200 and `ok` unless told otherwise. */
export async function startHttp2Server(options: Http2Options): Promise<RecordingHttp2Server> {
  const { tls, allowHttp1 = true, host = '127.0.0.1', answer = answerOk } = options;
  const received: Http2Received[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createSecureServer({ ...tls, allowHTTP1: allowHttp1 });
  server.on('request', (request: Http2ServerRequest, response: Http2ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('error', () => undefined);
    request.on('end', () => {
      const one = {
        httpVersion: request.httpVersion,
        method: request.method,
        url: request.url,
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      };
      received.push(one);
      answer(one, response);
    });
  });
  server.on('sessionError', () => undefined);
  server.on('connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  return {
    received,
    connectionCount: () => connections,
    origin: (name) => `https://${name}:${String(port)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function answerOk(_request: Http2Received, response: Http2ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/plain', 'set-cookie': ['a=1', 'b=2'] });
  response.end('ok');
}
