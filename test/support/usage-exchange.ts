import type { Exchange, Hop } from '../../shared/domain/exchange.ts';
import { appError } from '../../shared/domain/app-error.ts';

const TIMINGS = { dns: null, connect: 1, tls: null, firstByte: 2, download: 3, total: 6 };

export interface AnsweredCall {
  readonly id?: string;
  /** `null` for a call without a key. */
  readonly apiKeyId?: string | null;
  readonly url?: string;
  readonly at?: number;
  /** `null`: no answer came. */
  readonly status?: number | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A call as the sender tells of it, with one hop. */
export function answeredCall(call: AnsweredCall = {}): Exchange {
  const { status = 200, apiKeyId = 'key-1', at = 1_000 } = call;
  const url = call.url ?? 'https://api.example.com/items';
  const { origin } = new URL(url);
  const headers = Object.entries(call.headers ?? {}).map(([name, value]) => ({
    name,
    value,
    isSecret: false,
  }));
  const signer = { apiKeyName: 'CI', mask: '••••', headerName: 'X-API-Key', origin };
  const hop: Hop = {
    method: 'GET',
    url,
    origin,
    signing:
      apiKeyId === null
        ? { kind: 'unsigned', origin, reason: 'no-key-chosen', message: '' }
        : { kind: 'sent', apiKeyId, ...signer },
    requestHeaders: [],
    droppedHeaders: [],
    status,
    statusText: '',
    responseHeaders: headers,
    location: null,
    httpVersion: '1.1',
    remoteAddress: '127.0.0.1',
    connection: null,
    timings: TIMINGS,
  };
  const exchange = { id: call.id ?? 'exchange-1', method: 'GET' as const, url, startedAt: at, hops: [hop] };
  if (status === null) return { ...exchange, outcome: { kind: 'failed', error: appError('timed-out') } };
  const text = call.body === undefined ? 'ok' : JSON.stringify(call.body);
  const response = {
    status,
    statusText: '',
    headers,
    contentType: 'application/json',
    body: { kind: 'text' as const, text, isTruncated: false },
    wireBytes: text.length,
    bodyBytes: text.length,
    isRedacted: false,
    timings: TIMINGS,
  };
  return { ...exchange, outcome: { kind: 'response', response } };
}

/** An exchange whose key was withheld, so that nothing went out. */
export function withheldCall(id = 'exchange-w'): Exchange {
  const exchange = answeredCall({ id });
  const [hop] = exchange.hops;
  if (hop?.signing.kind !== 'sent') throw new Error('The call has no signed hop');
  const signing = {
    ...hop.signing,
    kind: 'withheld' as const,
    reason: 'key-disabled' as const,
    message: '',
    remedy: '',
  };
  return {
    ...exchange,
    hops: [{ ...hop, signing, status: null, remoteAddress: null }],
    outcome: { kind: 'failed', error: appError('key-withheld') },
  };
}
