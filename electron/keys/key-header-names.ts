/** Fields that frame the message or belong to the connection (RFC 9110, 7.6.1; RFC 9112, 6), to cookies or to the content. */
const RESERVED = new Set([
  'accept-encoding',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'cookie',
  'cookie2',
  'date',
  'expect',
  'forwarded',
  'host',
  'http2-settings',
  'keep-alive',
  'location',
  'origin',
  'referer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'user-agent',
  'via',
]);

/** `Proxy-*` is read by proxies, `Sec-*` by browsers' peers, `Access-Control-*` by browsers: none is for a key. */
const RESERVED_PREFIXES = ['proxy-', 'sec-', 'access-control-'];

/** Whether a key may travel in this header: it must mean nothing to the protocol, in any case of letters. */
export function canCarryKey(headerName: string): boolean {
  const name = headerName.toLowerCase();
  return !RESERVED.has(name) && !RESERVED_PREFIXES.some((prefix) => name.startsWith(prefix));
}
