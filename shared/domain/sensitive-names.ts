/** Headers whose values prove who is asking, or let a holder act as them. */
const SENSITIVE_HEADERS: ReadonlySet<string> = new Set([
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
  'authentication',
]);

const SENSITIVE_WORDS =
  /^(?:key|token|auth|secret|password|passwd|passphrase|pwd|pass|credentials?|signature|sig|session|jwt|bearer)$/;
const SENSITIVE_PARTS =
  /apikey|accesskey|secretkey|privatekey|subscriptionkey|token|secret|password|credential|authorization/;

/** What most messages have, none of them sensitive by its name, which is told without looking any closer. */
export const PLAIN_HEADERS: ReadonlySet<string> = new Set([
  ...['accept', 'accept-encoding', 'connection', 'content-length', 'content-type', 'date', 'etag', 'host'],
  ...['keep-alive', 'server', 'transfer-encoding', 'user-agent', 'vary', 'cache-control'],
  ...['x-request-id', 'content-encoding', 'last-modified', 'expires', 'strict-transport-security'],
]);

/** Every sensitive name holds one of these, its separators aside: most names are told by it. */
export const PERHAPS_SENSITIVE = /key|token|auth|secret|pass|pwd|credential|sig|session|jwt|bearer/i;

/**
 * Whether what stands under this name (of a header, a query parameter, a form or JSON field) is a secret as far as a name can tell:
 * `access_key`, `apikey`, `api_key`, `token`, `access_token`, `key`, `X-Functions-Key`, `clientSecret`, …
 */
export function isSensitiveName(name: string): boolean {
  if (!PERHAPS_SENSITIVE.test(name.replace(/[^A-Za-z0-9]+/g, ''))) return false;
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  const last = words.filter((word) => word !== '').at(-1) ?? '';
  return SENSITIVE_WORDS.test(last) || SENSITIVE_PARTS.test(words.join(''));
}

export function isSensitiveHeader(name: string): boolean {
  const lowerCase = name.toLowerCase();
  if (PLAIN_HEADERS.has(lowerCase)) return false;
  return SENSITIVE_HEADERS.has(lowerCase) || isSensitiveName(name);
}
