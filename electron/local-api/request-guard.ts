import { errorAnswer, malformedRequest, type Answer } from './answer.ts';

/** A request as it came in, before anything is believed of it. */
export interface RequestHead {
  readonly method: string;
  readonly target: string;
  readonly httpVersion: string;
  /** Node's flat list of names and values: unlike its header object, it keeps what was sent twice. */
  readonly rawHeaders: readonly string[];
}

export const MAX_TARGET_LENGTH = 4_096;
export const MAX_HEADER_COUNT = 100;
/** What a body may have. */
export const MAX_BODY_BYTES = 1_048_576;
/** What a whole collection may have: it is parsed and searched for keys in one go, which takes half a second for so much. */
export const MAX_COLLECTION_BYTES = 8 * MAX_BODY_BYTES;

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);
const METHODS_WITH_CONTENT = new Set(['POST', 'PUT', 'PATCH']);
const JSON_TYPE = /^application\/json(?:\s*;\s*charset="?utf-8"?)?$/i;

/** Headers of which a second one could be read by another party than the first (RFC 9110, 5.3: none of them is a list). */
const SINGULAR = ['host', 'content-type', 'content-length', 'transfer-encoding', 'expect', 'origin'];

type HeaderValues = ReadonlyMap<string, readonly string[]>;
type Check = (head: RequestHead, headers: HeaderValues, allowed: Allowed) => Answer | null;

export interface Allowed {
  /** The only values of `Host` under which the server may be called. */
  readonly hosts: readonly string[];
  /** How long the body may be. */
  readonly mostBytes?: number;
}

/**
 * The first reason to turn a request away before routing and before looking at its key; `null` when there is none.
 */
export function refusalOf(head: RequestHead, allowed: Allowed): Answer | null {
  const headers = valuesByName(head.rawHeaders);
  for (const check of CHECKS) {
    const answer = check(head, headers, allowed);
    if (answer !== null) return { ...answer, closes: true };
  }
  return null;
}

/** Whether the head announces content (RFC 9112, 6.3). */
export function hasContent(rawHeaders: readonly string[]): boolean {
  const headers = valuesByName(rawHeaders);
  return headers.has('transfer-encoding') || (headers.get('content-length')?.[0] ?? '0') !== '0';
}

const checkCount: Check = (head) =>
  head.rawHeaders.length > MAX_HEADER_COUNT * 2 ? malformedRequest('Too many headers.') : null;

const checkVersion: Check = (head) =>
  head.httpVersion === '1.1' || head.httpVersion === '1.0' ? null : malformedRequest('Use HTTP/1.1.');

const checkDoubles: Check = (_, headers) => {
  const doubled = SINGULAR.find((name) => (headers.get(name)?.length ?? 0) > 1);
  return doubled === undefined ? null : malformedRequest(`The header ${doubled} was sent twice.`);
};

/** DNS rebinding: a page whose host name was made to point here is same-origin to its browser, but not by its `Host`. */
const checkHost: Check = (_, headers, { hosts }) => {
  const host = headers.get('host')?.[0];
  if (host === undefined || host === '') return malformedRequest('The Host header is missing.');
  return hosts.includes(host.toLowerCase()) ? null : forbidden('This host name is not served here.');
};

/** No web page may call: not a foreign one, not a sandboxed one (`null`), and there is none of our own. */
const checkOrigin: Check = (_, headers) =>
  headers.has('origin') ? forbidden('Web pages may not use this server.') : null;

/** Fetch Metadata: programs send none of it; `none` is an address that a person typed. */
const checkFetchSite: Check = (_, headers) => {
  const sites = headers.get('sec-fetch-site') ?? [];
  return sites.every((site) => site === 'none') ? null : forbidden('Web pages may not use this server.');
};

const checkMethod: Check = (head) =>
  METHODS.has(head.method)
    ? null
    : {
        ...errorAnswer(405, 'methodNotAllowedError', 'This method is not supported.'),
        headers: { Allow: [...METHODS].join(', ') },
      };

const checkUpgrade: Check = (_, headers) =>
  headers.has('upgrade') ? malformedRequest('This server does not upgrade connections.') : null;

/**
 * Origin form only (RFC 9112, 3.2.1), and already in the form that the URL parser gives it: no backslash,
 * no dot segment, no fragment that two readers could resolve differently.
 */
const checkTarget: Check = ({ target }) => {
  if (target.length > MAX_TARGET_LENGTH) return errorAnswer(414, 'uriTooLongError', 'The URL is too long.');
  const path = target.split('?', 1)[0] ?? '';
  const base = 'http://127.0.0.1';
  const isPlain =
    target.startsWith('/') &&
    !/[\\#]/.test(target) &&
    URL.canParse(base + target) &&
    new URL(base + target).pathname === path;
  return isPlain ? null : malformedRequest('The URL is malformed.');
};

const checkTransferCoding: Check = (head, headers) => {
  const coding = headers.get('transfer-encoding')?.[0];
  if (coding === undefined) return null;
  const isClear =
    coding.toLowerCase() === 'chunked' && head.httpVersion === '1.1' && !headers.has('content-length');
  return isClear ? null : malformedRequest('The length of the body is not clear.');
};

const checkContent: Check = (head, headers, { mostBytes = MAX_BODY_BYTES }) => {
  if (headers.has('content-encoding')) return unsupportedContent('Send the body without a content encoding.');
  const type = headers.get('content-type')?.[0];
  const needsType = METHODS_WITH_CONTENT.has(head.method) || hasContent(head.rawHeaders);
  if (needsType && !(type !== undefined && JSON_TYPE.test(type))) {
    return unsupportedContent('Send JSON, with Content-Type: application/json.');
  }
  return Number(headers.get('content-length')?.[0] ?? 0) > mostBytes ? contentTooLarge(mostBytes) : null;
};

const checkExpectation: Check = (_, headers) => {
  const expectation = headers.get('expect')?.[0];
  if (expectation === undefined || expectation.toLowerCase() === '100-continue') return null;
  return errorAnswer(417, 'expectationFailedError', 'This expectation cannot be met.');
};

const CHECKS: readonly Check[] = [
  checkCount,
  checkVersion,
  checkDoubles,
  checkHost,
  checkOrigin,
  checkFetchSite,
  checkMethod,
  checkUpgrade,
  checkTarget,
  checkTransferCoding,
  checkContent,
  checkExpectation,
];

export function contentTooLarge(mostBytes: number): Answer {
  const most = String(mostBytes / MAX_BODY_BYTES);
  return {
    ...errorAnswer(413, 'contentTooLargeError', `The body is larger than ${most} MiB.`),
    closes: true,
  };
}

function forbidden(message: string): Answer {
  return errorAnswer(403, 'forbiddenError', message);
}

function unsupportedContent(message: string): Answer {
  return errorAnswer(415, 'unsupportedMediaTypeError', message);
}

function valuesByName(rawHeaders: readonly string[]): HeaderValues {
  const values = new Map<string, string[]>();
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = (rawHeaders[index] ?? '').toLowerCase();
    const value = rawHeaders[index + 1] ?? '';
    const known = values.get(name);
    if (known === undefined) values.set(name, [value]);
    else known.push(value);
  }
  return values;
}
