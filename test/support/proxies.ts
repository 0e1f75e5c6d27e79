import { createServer as createHttp } from 'node:http';
import { connect, createServer as createTcp, type AddressInfo, type Server, type Socket } from 'node:net';

export interface RecordingProxy {
  readonly port: number;
  /** What it was asked to connect to, or for plain http the address that it was asked for. */
  readonly asked: readonly string[];
  /** Every byte that the client sent to it, tunnels included. */
  readonly seen: () => Buffer;
  readonly close: () => Promise<void>;
}

export interface ProxyBehaviour {
  /** The value of `Proxy-Authorization` without which it answers 407. */
  readonly credentials?: string;
  /** Where tunnels lead, whatever was asked for; without it to the port that was, on this computer. */
  readonly leadTo?: number;
}

/** An HTTP proxy on 127.0.0.1 that records what it sees. Every name leads to this computer. */
export async function startProxy({ credentials, leadTo }: ProxyBehaviour = {}): Promise<RecordingProxy> {
  const asked: string[] = [];
  const seen: Buffer[] = [];
  const server = createHttp((request, response) => {
    asked.push(request.url ?? '');
    response.end('from the proxy');
  });
  server.on('connect', (request, client: Socket) => {
    asked.push(request.url ?? '');
    if (credentials !== undefined && request.headers['proxy-authorization'] !== credentials) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      return;
    }
    const port = leadTo ?? Number((request.url ?? '').split(':').at(-1));
    tunnel(client, port, () => client.write('HTTP/1.1 200 Connection established\r\n\r\n'));
  });
  server.on('connection', (socket) => record(socket, seen));
  return listening(server, asked, seen);
}

/** A SOCKS 5 proxy on 127.0.0.1 without authentication; names lead to this computer. */
export async function startSocksProxy(): Promise<RecordingProxy> {
  const asked: string[] = [];
  const seen: Buffer[] = [];
  const server = createTcp((client) => {
    record(client, seen);
    client.once('data', () => {
      client.write(Buffer.from([5, 0]));
      client.once('data', (request: Buffer) => {
        const length = request[4] ?? 0;
        const host = request.toString('utf8', 5, 5 + length);
        const port = request.readUInt16BE(5 + length);
        asked.push(`${host}:${String(port)}`);
        tunnel(client, port, () => client.write(Buffer.from([5, 0, 0, 1, 127, 0, 0, 1, 0, 0])));
      });
    });
  });
  return listening(server, asked, seen);
}

function record(socket: Socket, seen: Buffer[]): void {
  socket.prependListener('data', (chunk: Buffer) => seen.push(chunk));
  socket.on('error', () => undefined);
}

function tunnel(client: Socket, port: number, onOpen: () => void): void {
  const upstream = connect(port, '127.0.0.1', () => {
    onOpen();
    // Piping listens by itself; what was seen is recorded by the listener that stands before it.
    client.pipe(upstream);
    upstream.pipe(client);
  });
  upstream.on('error', () => client.destroy());
  upstream.on('close', () => client.destroy());
  client.on('error', () => upstream.destroy());
  client.on('close', () => upstream.destroy());
}

async function listening(server: Server, asked: string[], seen: Buffer[]): Promise<RecordingProxy> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  return {
    port,
    asked,
    seen: () => Buffer.concat(seen),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
