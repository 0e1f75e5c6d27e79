import type { Readable } from 'node:stream';
import { appError, type AppError } from '../../shared/domain/app-error.ts';
import type { Timings } from '../../shared/domain/exchange.ts';
import type { ComposedRequest, HeaderField } from './composed-request.ts';
import { ConnectError } from './connect-error.ts';
import type { ConnectionPool, Lease } from './connection-pool.ts';
import type { EndSignal } from './deadline.ts';
import { dispatchHop, type HopResponse } from './dispatch-hop.ts';
import { networkError } from './network-error.ts';
import { basicCredentials } from './proxy-tunnel.ts';
import type { Route } from './route.ts';
import { isUpload, lengthOfUpload, streamOfUpload, type UploadBody } from './upload-body.ts';
import { rounded } from './rounded-time.ts';

/** One hop on the wire: what is known of it at any moment. Times are monotonic milliseconds. */
export interface HopFlight {
  readonly lease: Lease;
  readonly startedAt: number;
  firstByteAt: number | null;
  endedAt: number | null;
}

export interface HopControl {
  /** Where the request goes. */
  readonly address: URL;
  /** All that is sent beside Host, Content-Length and Connection, the key's header among them. */
  readonly headers: readonly HeaderField[];
  readonly signal: EndSignal;
  readonly now: () => number;
  /** How much of a body that is read from files is on its way, until the answer begins. */
  readonly onSent: (sentBytes: number, totalBytes: number) => void;
}

export type HopResult =
  | { readonly kind: 'response'; readonly response: HopResponse }
  | { readonly kind: 'failed'; readonly error: AppError };

export function startFlight(pool: ConnectionPool, route: Route, now: () => number): HopFlight {
  return {
    lease: pool.lease(route),
    startedAt: now(),
    firstByteAt: null,
    endedAt: null,
  };
}

/**
 * Writes one request and waits for the response's header section. Redirects are not followed, nothing is retried. Never rejects.
 */
export function sendHop(
  flight: HopFlight,
  request: ComposedRequest,
  control: HopControl,
): Promise<HopResult> {
  const { lease } = flight;
  // Ends the connection at once in every phase; undici's own signal would leave one that is being made.
  control.signal.onOver(lease.discard);
  // One promise from here to the wire: each more costs a request of a run as much as a header.
  return new Promise((resolve) => {
    const onError = (thrown: unknown): void => {
      lease.discard();
      resolve({ kind: 'failed', error: networkError(thrown) });
    };
    try {
      if (control.signal.isOver()) throw new Error('It was over before it began');
      const { path, headers } = targetOf(control, lease.route);
      const { method, body } = request;
      const hop = isUpload(body)
        ? { method, path, ...uploadOf(body, headers, { flight, control }) }
        : { method, path, headers, body };
      dispatchHop(lease.client, hop, {
        onResponse(response) {
          flight.firstByteAt = control.now();
          resolve({ kind: 'response', response });
        },
        onError,
      });
    } catch (thrown) {
      onError(thrown);
    }
  });
}

/** A body that is read from files has a length that is known before, so it goes out as any other. */
function uploadOf(
  body: UploadBody,
  headers: readonly string[],
  { flight, control }: { readonly flight: HopFlight; readonly control: HopControl },
): { readonly body: Readable; readonly headers: string[] } {
  const length = lengthOfUpload(body);
  if (length === null) throw new ConnectError(appError('file-not-chosen'));
  const stream = streamOfUpload(body, (bytes) => {
    if (flight.firstByteAt === null) control.onSent(bytes, length);
  });
  return { body: stream, headers: [...headers, 'Content-Length', String(length)] };
}

/** What is asked of whom: a path of the server, or for plain http of the proxy the whole address (RFC 9112, 3.2.2). */
function targetOf(
  { address, headers: fields }: HopControl,
  { proxy }: Route,
): { readonly path: string; readonly headers: string[] } {
  const headers: string[] = [];
  for (const { name, value } of fields) headers.push(name, value);
  if (proxy === null || proxy.scheme === 'socks5' || address.protocol === 'https:')
    return { path: `${address.pathname}${address.search}`, headers };
  const own = proxy.credentials === null ? [] : ['Proxy-Authorization', basicCredentials(proxy.credentials)];
  return { path: address.href, headers: [...headers, ...own] };
}

/** The timings so far; phases that did not happen are `null`. */
export function timingsOf(flight: HopFlight, now: number): Timings {
  const { dns, connect, tls } = flight.lease.trace;
  const end = flight.endedAt ?? now;
  const before = (dns ?? 0) + (connect ?? 0) + (tls ?? 0);
  const { startedAt, firstByteAt, endedAt } = flight;
  return {
    dns: rounded(dns),
    connect: rounded(connect),
    tls: rounded(tls),
    firstByte: firstByteAt === null ? null : rounded(Math.max(0, firstByteAt - startedAt - before)),
    download: firstByteAt === null || endedAt === null ? null : rounded(endedAt - firstByteAt),
    total: rounded(end - startedAt),
  };
}
