import type { Server } from 'node:http';

const HOST = '127.0.0.1';
const PORTS_TRIED = 20;
const HIGHEST_PORT = 65_535;

/** Codes that say of a port that it cannot be had; Windows answers EACCES for a port that it keeps for itself. */
const TAKEN = new Set(['EADDRINUSE', 'EACCES']);

export type Listening =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'port-taken' }
  | { readonly kind: 'failed'; readonly cause: unknown };

/** Listens on 127.0.0.1, never on another interface, at the port or the next free one of the 19 after it; 0 takes any. */
export async function listenOnLoopback(server: Server, preferredPort: number): Promise<Listening> {
  const last = preferredPort === 0 ? 0 : Math.min(preferredPort + PORTS_TRIED - 1, HIGHEST_PORT);
  for (let port = preferredPort; port <= last; port += 1) {
    const listening = await tryPort(server, port);
    if (listening.kind !== 'port-taken') return listening;
  }
  return { kind: 'port-taken' };
}

async function tryPort(server: Server, port: number): Promise<Listening> {
  const attempt = Promise.withResolvers<Listening>();
  const onError = (cause: NodeJS.ErrnoException): void => {
    attempt.resolve(TAKEN.has(cause.code ?? '') ? { kind: 'port-taken' } : { kind: 'failed', cause });
  };
  const onListening = (): void => {
    const address = server.address();
    const actual = typeof address === 'object' ? address?.port : undefined;
    attempt.resolve({ kind: 'listening', port: actual ?? port });
  };
  server.once('error', onError);
  server.once('listening', onListening);
  server.listen({ host: HOST, port, exclusive: true });
  const listening = await attempt.promise;
  server.off('error', onError);
  server.off('listening', onListening);
  return listening;
}
