import type { Exchange, Hop } from '../../shared/domain/exchange.ts';
import { errorNameOf } from '../postman/postman-error.ts';
import { meSchema, type PostmanMe } from '../postman/postman-shapes.ts';
import { readLimitHeaders, type LimitReading } from './limit-headers.ts';

export type StatusClass = '1xx' | '2xx' | '3xx' | '4xx' | '5xx' | 'none';

/** What an exchange says of usage. */
export interface UsageReading {
  /** The key that went out with it; `null` for none. */
  readonly apiKeyId: string | null;
  readonly statusClass: StatusClass;
  /** When the limits were told, in epoch milliseconds. */
  readonly at: number;
  readonly limits: readonly LimitReading[];
  /** The account's own list, where the answer is one to `GET /me`; `null` inside it when there is none. */
  readonly account: Pick<PostmanMe, 'operations'> | null;
  /** Whether the answer says that the month's calls are used up, or by being a success that they are not. */
  readonly month: 'exhausted' | 'open' | 'not-told';
}

/** `null` when nothing went out: a request that was withheld or found no connection is no call. `now` in epoch milliseconds. */
export function readExchange(exchange: Exchange, now: number): UsageReading | null {
  if (!exchange.hops.some(wentOut)) return null;
  const first = exchange.hops[0]?.signing;
  const isLastSigned = exchange.hops.at(-1)?.signing.kind === 'sent';
  const limits: LimitReading[] = [];
  for (const hop of exchange.hops) {
    if (hop.signing.kind === 'sent' && tellsOfTheKey(hop))
      limits.push(...readLimitHeaders(hop.responseHeaders, now));
  }
  return {
    apiKeyId: first?.kind === 'sent' ? first.apiKeyId : null,
    statusClass: classOf(exchange),
    at: now,
    limits,
    account: isLastSigned ? accountOf(exchange) : null,
    month: isLastSigned ? monthOf(exchange) : 'not-told',
  };
}

function wentOut({ status, signing, remoteAddress }: Hop): boolean {
  return (
    status !== null || signing.kind === 'sent' || (signing.kind === 'unsigned' && remoteAddress !== null)
  );
}

/** An answer to a key that is not accepted tells of the sender's limits, not of the key's. */
function tellsOfTheKey({ status }: Hop): boolean {
  return status !== null && status !== 401;
}

function classOf({ outcome }: Exchange): StatusClass {
  if (outcome.kind === 'failed') return 'none';
  switch (Math.floor(outcome.response.status / 100)) {
    case 1:
      return '1xx';
    case 2:
      return '2xx';
    case 3:
      return '3xx';
    case 4:
      return '4xx';
    case 5:
      return '5xx';
    default:
      return 'none';
  }
}

function accountOf({ method, hops, outcome }: Exchange): UsageReading['account'] {
  const url = hops.at(-1)?.url ?? '';
  if (
    method !== 'GET' ||
    !url.includes('/me') ||
    !URL.canParse(url) ||
    !/\/me\/?$/.test(new URL(url).pathname)
  )
    return null;
  if (outcome.kind === 'failed' || outcome.response.status !== 200) return null;
  const me = meSchema.safeParse(jsonOf(outcome));
  return me.success ? { operations: me.data.operations } : null;
}

function monthOf({ outcome }: Exchange): UsageReading['month'] {
  if (outcome.kind === 'failed') return 'not-told';
  const { status } = outcome.response;
  if (status === 429)
    return errorNameOf(jsonOf(outcome)) === 'serviceLimitExhausted' ? 'exhausted' : 'not-told';
  return status >= 200 && status < 300 ? 'open' : 'not-told';
}

function jsonOf(outcome: Extract<Exchange['outcome'], { kind: 'response' }>): unknown {
  const { body } = outcome.response;
  if (body.kind !== 'text' || body.isTruncated) return undefined;
  try {
    return JSON.parse(body.text);
  } catch {
    // Not JSON: then it says nothing that can be read.
    return undefined;
  }
}
