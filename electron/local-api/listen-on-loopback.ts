import type { Server } from 'node:http';
import type { PortRefusal } from '../../shared/domain/local-api-state.ts';

const HOST = '127.0.0.1';
const PORTS_TRIED = 20;
const HIGHEST_PORT = 65_535;

/** Codes that say of a port that it cannot be had; Windows answers EACCES for a port that it keeps for itself. */
const REFUSALS: Readonly<Record<string, PortRefusal>> = { EADDRINUSE: 'in-use', EACCES: 'not-permitted' };

export type Listening =
  /** `refusal`: why it is not the preferred port; `null` when it is. */
  | { readonly kind: 'listening'; readonly port: number; readonly refusal: PortRefusal | null }
  /** None of the ports can be had; `refusal` is that of the preferred one. */
  | { readonly kind: 'no-port'; readonly refusal: PortRefusal }
  | { readonly kind: 'failed'; readonly cause: unknown };

/** Listens on 127.0.0.1, never on another interface, at the port or the next free one of the 19 after it; 0 takes any. */
export async function listenOnLoopback(server: Server, preferredPort: number): Promise<Listening> {
  const last = preferredPort === 0 ? 0 : Math.min(preferredPort + PORTS_TRIED - 1, HIGHEST_PORT);
  const first = await tryPort(server, preferredPort);
  if (first.kind !== 'no-port') return first;
  const { refusal } = first;
  for (let port = preferredPort + 1; port <= last; port += 1) {
    const listening = await tryPort(server, port);
    if (listening.kind === 'listening') return { ...listening, refusal };
    if (listening.kind === 'failed') return listening;
  }
  return first;
}

async function tryPort(server: Server, port: number): Promise<Listening> {
  const attempt = Promise.withResolvers<Listening>();
  const onError = (cause: NodeJS.ErrnoException): void => {
    const refusal = REFUSALS[cause.code ?? ''];
    attempt.resolve(refusal === undefined ? { kind: 'failed', cause } : { kind: 'no-port', refusal });
  };
  const onListening = (): void => {
    const address = server.address();
    const actual = typeof address === 'object' ? address?.port : undefined;
    attempt.resolve({ kind: 'listening', port: actual ?? port, refusal: null });
  };
  server.once('error', onError);
  server.once('listening', onListening);
  server.listen({ host: HOST, port, exclusive: true });
  const listening = await attempt.promise;
  server.off('error', onError);
  server.off('listening', onListening);
  return listening;
}
