import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../ports/clock.ts';
import type { Answer } from './answer.ts';
import { hasContent } from './request-guard.ts';

/** An answer as it goes out. */
export interface Reply {
  readonly status: number;
  /** JSON; empty where there is no content. */
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly closes: boolean;
}

/** Nothing is kept by a cache, guessed by a browser, run or framed; and never a CORS header. */
const STANDARD_HEADERS = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

export const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' };

/** How long, in milliseconds, and how much the server takes in and drops, so that a refused sender can read why. */
const LINGER_MS = 1_000;
const LINGER_BYTES = 4_194_304;

export function replyOf(answer: Answer, headers: Readonly<Record<string, string>> = {}): Reply {
  return {
    status: answer.status,
    text: answer.status === 204 ? '' : JSON.stringify(answer.body),
    headers: { ...headers, ...answer.headers },
    closes: answer.closes ?? false,
  };
}

export interface Conversation {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

export interface WriteReplyOptions {
  readonly clock: Clock;
  /** Whether the connection ends whatever the reply says. */
  readonly closes: boolean;
}

/**
 * Writes the reply; a HEAD gets everything but the text. A request that was not read to its end ends its connection.
 * Returns whether the connection goes on.
 */
export function writeReply(
  { request, response }: Conversation,
  reply: Reply,
  { clock, closes }: WriteReplyOptions,
): boolean {
  if (response.destroyed) return false;
  const isUnread = hasContent(request.rawHeaders) && !request.complete;
  const isLast = closes || reply.closes || isUnread;
  // An answer without content may not announce a length (RFC 9110, 8.6).
  const content =
    reply.status === 204 ? {} : { ...JSON_TYPE, 'Content-Length': Buffer.byteLength(reply.text) };
  response.writeHead(reply.status, {
    ...content,
    ...reply.headers,
    ...STANDARD_HEADERS,
    ...(isLast ? { Connection: 'close' } : {}),
  });
  const text = request.method === 'HEAD' ? '' : reply.text;
  if (isUnread) {
    // Nothing to write would leave the head waiting for the end.
    if (text === '') response.flushHeaders();
    else response.write(text);
    endAfterLingering({ request, response }, clock);
  } else {
    response.end(text);
  }
  return !isLast;
}

/** Closing while bytes still come in would reset the connection and could take the answer with it (RFC 9112, 9.6). */
function endAfterLingering({ request, response }: Conversation, clock: Clock): void {
  let dropped = 0;
  const cancel = clock.schedule(() => response.end(), LINGER_MS);
  request.once('close', () => {
    cancel();
    response.end();
  });
  request.on('data', (chunk: Buffer) => {
    dropped += chunk.length;
    if (dropped > LINGER_BYTES) response.end();
  });
}
