import type { Exchange, Hop, Response, Timings } from '../../../../shared/domain/exchange.ts';

export const NO_TIMINGS: Timings = {
  dns: null,
  connect: null,
  tls: null,
  firstByte: null,
  download: null,
  total: 0,
};

const signer = {
  apiKeyId: 'key-1',
  apiKeyName: 'CI key',
  mask: 'kfak_••••••••wxyz',
  headerName: 'X-API-Key',
};

export function aHop(changes: Partial<Hop> = {}): Hop {
  const origin = changes.origin ?? 'https://api.example.com';
  return {
    method: 'GET',
    url: `${origin}/`,
    origin,
    signing: { kind: 'sent', ...signer, origin },
    requestHeaders: [{ name: 'X-API-Key', value: 'kfak_••••••••wxyz', isSecret: true }],
    droppedHeaders: [],
    status: 200,
    statusText: 'OK',
    responseHeaders: [],
    location: null,
    httpVersion: '1.1',
    remoteAddress: '203.0.113.7:443',
    connection: null,
    timings: { ...NO_TIMINGS, firstByte: 10, total: 10 },
    ...changes,
  };
}

export function withheldFrom(origin: string): Extract<Hop['signing'], { kind: 'withheld' }> {
  return {
    kind: 'withheld',
    ...signer,
    origin,
    reason: 'redirected-to-other-origin',
    message: `The server redirected to ${origin}.`,
    remedy: 'Add the origin to the service.',
  };
}

export function aResponse(changes: Partial<Response> = {}): Response {
  return {
    status: 200,
    statusText: 'OK',
    headers: [{ name: 'content-type', value: 'application/json', isSecret: false }],
    contentType: 'application/json',
    body: { kind: 'empty' },
    wireBytes: 0,
    bodyBytes: 0,
    isRedacted: false,
    timings: { ...NO_TIMINGS, total: 12 },
    ...changes,
  };
}

export function anExchange(changes: Partial<Exchange> = {}): Exchange {
  return {
    id: 'exchange-1',
    method: 'GET',
    url: 'https://api.example.com/',
    startedAt: 0,
    hops: [aHop()],
    outcome: { kind: 'response', response: aResponse() },
    ...changes,
  };
}
