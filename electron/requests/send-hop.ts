import type { Readable } from 'node:stream';
import type { AppError } from '../../shared/domain/app-error.ts';
import type { Timings } from '../../shared/domain/exchange.ts';
import type { ComposedRequest, HeaderField } from './composed-request.ts';
import type { ConnectionPool, Lease } from './connection-pool.ts';
import { networkError } from './network-error.ts';

/** A response whose body is still to be read. */
export interface HopResponse {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly HeaderField[];
  readonly body: Readable;
}

/** One hop on the wire: what is known of it at any moment. Times are monotonic milliseconds. */
export interface HopFlight {
  readonly lease: Lease;
  readonly startedAt: number;
  firstByteAt: number | null;
  endedAt: number | null;
}

export interface HopControl {
  /** All that is sent beside Host, Content-Length and Connection, the key's header among them. */
  readonly headers: readonly HeaderField[];
  readonly signal: AbortSignal;
  readonly now: () => number;
}

export type HopResult =
  | { readonly kind: 'response'; readonly response: HopResponse }
  | { readonly kind: 'failed'; readonly error: AppError };

export function startFlight(pool: ConnectionPool, request: ComposedRequest, now: () => number): HopFlight {
  return {
    lease: pool.lease(new URL(request.url).origin),
    startedAt: now(),
    firstByteAt: null,
    endedAt: null,
  };
}

/**
 * Writes one request and waits for the response's header section. Redirects are not followed, nothing is retried. Never rejects.
 */
export async function sendHop(
  flight: HopFlight,
  request: ComposedRequest,
  control: HopControl,
): Promise<HopResult> {
  const url = new URL(request.url);
  // Ends the connection at once in every phase; undici's own signal would leave one that is being made.
  const onAbort = (): void => flight.lease.discard();
  control.signal.addEventListener('abort', onAbort, { once: true });
  try {
    control.signal.throwIfAborted();
    const data = await flight.lease.client.request({
      method: request.method,
      path: `${url.pathname}${url.search}`,
      headers: control.headers.flatMap((header) => [header.name, header.value]),
      body: request.body,
      responseHeaders: 'raw',
    });
    flight.firstByteAt = control.now();
    // A body that fails while nobody reads it must not end the process.
    data.body.on('error', () => undefined);
    const response: HopResponse = {
      status: data.statusCode,
      statusText: data.statusText,
      headers: headerFields(data.headers),
      body: data.body,
    };
    return { kind: 'response', response };
  } catch (thrown) {
    flight.lease.discard();
    return { kind: 'failed', error: networkError(thrown) };
  }
}

/** The timings so far; phases that did not happen are `null`. */
export function timingsOf(flight: HopFlight, now: number): Timings {
  const { dns, connect, tls } = flight.lease.trace;
  const end = flight.endedAt ?? now;
  const before = (dns ?? 0) + (connect ?? 0) + (tls ?? 0);
  return {
    dns,
    connect,
    tls,
    firstByte:
      flight.firstByteAt === null ? null : Math.max(0, flight.firstByteAt - flight.startedAt - before),
    download:
      flight.firstByteAt === null || flight.endedAt === null ? null : flight.endedAt - flight.firstByteAt,
    total: end - flight.startedAt,
  };
}

/** undici gives raw headers as one flat list; its type says an object, whatever was asked for. */
function headerFields(raw: unknown): readonly HeaderField[] {
  if (!Array.isArray(raw)) return [];
  const texts = raw.map((item) => String(item));
  return texts.flatMap((name, index) => (index % 2 === 0 ? [{ name, value: texts[index + 1] ?? '' }] : []));
}
