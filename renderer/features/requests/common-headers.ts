import type { FieldRow } from '../../../shared/domain/http-request.ts';

/** Request headers that people type, the usual ones first. Those that Keyfob sets itself (Host, Content-Length, …) are left out. */
export const COMMON_HEADERS: readonly string[] = [
  'Accept',
  'Accept-Language',
  'Authorization',
  'Cache-Control',
  'Content-Type',
  'Cookie',
  'If-Match',
  'If-Modified-Since',
  'If-None-Match',
  'If-Unmodified-Since',
  'Origin',
  'Prefer',
  'Range',
  'Referer',
  'User-Agent',
  'X-API-Key',
  'Accept-Charset',
  'Accept-Encoding',
  'Access-Control-Request-Headers',
  'Access-Control-Request-Method',
  'Content-Disposition',
  'Content-Encoding',
  'Content-Language',
  'Content-Location',
  'Content-MD5',
  'Date',
  'DNT',
  'Forwarded',
  'Idempotency-Key',
  'If-Range',
  'Link',
  'Max-Forwards',
  'Pragma',
  'Priority',
  'Sec-Fetch-Mode',
  'Traceparent',
  'Tracestate',
  'Via',
  'X-Correlation-ID',
  'X-CSRF-Token',
  'X-Forwarded-For',
  'X-Forwarded-Host',
  'X-Forwarded-Proto',
  'X-HTTP-Method-Override',
  'X-Request-ID',
  'X-Requested-With',
];

const MEDIA_TYPES = [
  'application/json',
  'application/x-www-form-urlencoded',
  'application/xml',
  'application/octet-stream',
  'application/pdf',
  'application/problem+json',
  'application/vnd.api+json',
  'application/x-ndjson',
  'multipart/form-data',
  'text/plain',
  'text/html',
  'text/csv',
  'text/xml',
  'text/event-stream',
];

const CACHE = ['no-cache', 'no-store', 'max-age=0', 'only-if-cached', 'no-transform'];

const VALUES: Readonly<Record<string, readonly string[]>> = {
  accept: ['*/*', ...MEDIA_TYPES, 'image/*'],
  'content-type': MEDIA_TYPES,
  'accept-encoding': ['gzip', 'br', 'zstd', 'deflate', 'identity'],
  'accept-language': ['en', 'en-US,en;q=0.9', 'de', 'fr', 'es', 'ja', '*'],
  authorization: ['Bearer ', 'Basic '],
  'cache-control': CACHE,
  pragma: ['no-cache'],
  prefer: ['return=minimal', 'return=representation', 'respond-async', 'handling=strict'],
  range: ['bytes=0-1023'],
  'x-requested-with': ['XMLHttpRequest'],
  'content-encoding': ['gzip', 'br', 'deflate'],
  dnt: ['1', '0'],
  priority: ['u=0', 'u=1', 'u=3, i'],
  'x-http-method-override': ['PUT', 'PATCH', 'DELETE'],
};

const MOST = 8;

/** What a header's name could be after these characters; those that start so come first. */
export function headerNamesFor(typed: string): readonly string[] {
  return matching(COMMON_HEADERS, typed);
}

/** What the value of this header could be. */
export function headerValuesFor(name: string, typed: string): readonly string[] {
  return matching(VALUES[name.trim().toLowerCase()] ?? [], typed);
}

/** For the rows of a header table. */
export function suggestHeader(column: 'name' | 'value', { name, value }: FieldRow): readonly string[] {
  return column === 'name' ? headerNamesFor(name) : headerValuesFor(name, value);
}

function matching(all: readonly string[], typed: string): readonly string[] {
  const wanted = typed.trim().toLowerCase();
  const starting = all.filter((each) => each.toLowerCase().startsWith(wanted));
  const holding = all.filter((each) => !starting.includes(each) && each.toLowerCase().includes(wanted));
  return [...starting, ...holding].filter((each) => each !== typed).slice(0, MOST);
}
