import type { ShownHeader } from '../../../shared/domain/exchange.ts';

/** A cookie that a response sets (RFC 6265, 5.2). */
export interface ResponseCookie {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  readonly path: string;
  /** When it ends, as the server said it; empty for the end of the session or where `maxAge` says it. */
  readonly expires: string;
  /** Seconds, as the server said them. */
  readonly maxAge: string | null;
  readonly flags: readonly string[];
}

/** The cookies that these headers set, in their order. */
export function cookiesOf(headers: readonly ShownHeader[]): readonly ResponseCookie[] {
  return headers
    .filter(({ name }) => name.toLowerCase() === 'set-cookie')
    .map(({ value }) => parseCookie(value))
    .filter((cookie) => cookie !== null);
}

function parseCookie(header: string): ResponseCookie | null {
  const [pair = '', ...rest] = header.split(';');
  const equals = pair.indexOf('=');
  const name = (equals === -1 ? '' : pair.slice(0, equals)).trim();
  const value = pair.slice(equals + 1).trim();
  if (name === '' && value === '') return null;
  const attributes = new Map<string, string>();
  const flags: string[] = [];
  for (const part of rest) {
    const [key = '', ...text] = part.split('=');
    const lower = key.trim().toLowerCase();
    attributes.set(lower, text.join('=').trim());
    if (lower === 'secure') flags.push('Secure');
    if (lower === 'httponly') flags.push('HttpOnly');
    if (lower === 'partitioned') flags.push('Partitioned');
  }
  const sameSite = attributes.get('samesite');
  if (sameSite !== undefined) flags.push(`SameSite=${sameSite}`);
  const maxAge = attributes.get('max-age');
  return {
    name,
    value,
    domain: attributes.get('domain') ?? '',
    path: attributes.get('path') ?? '',
    expires: maxAge === undefined ? (attributes.get('expires') ?? '') : '',
    maxAge: maxAge ?? null,
    flags,
  };
}
