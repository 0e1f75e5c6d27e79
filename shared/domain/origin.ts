import { z } from 'zod';
import { fieldTexts } from '../texts/en/fields.ts';

const LOOPBACK_V4 = /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/;

/**
 * The web origin (RFC 6454) of an address: scheme, host and port, as the URL parser normalises them
 * (lower case, punycode, default port dropped). `null` when the text is no http(s) URL.
 */
export function originOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.origin : null;
}

/** What most addresses of this computer look like once they are parsed. */
const PLAIN_LOOPBACK = /^https?:\/\/(?:127\.0\.0\.1|localhost)(?::(?:\d{1,4}|[1-5]\d{4}))?$/;

/** Whether the host is this computer: 127.0.0.0/8, [::1], localhost and *.localhost (RFC 6761). */
export function isLoopbackOrigin(origin: string): boolean {
  if (PLAIN_LOOPBACK.test(origin)) return true;
  if (!URL.canParse(origin)) return false;
  const { hostname } = new URL(origin);
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    LOOPBACK_V4.test(hostname)
  );
}

/** A key may travel over https, or over http when it does not leave this computer. */
export function isTrustworthyOrigin(origin: string): boolean {
  return origin.startsWith('https://') || (origin.startsWith('http://') && isLoopbackOrigin(origin));
}

/** An origin to which requests go, over plain http too. */
export const webOriginSchema = z
  .string()
  .max(300)
  .refine((text) => originOf(text) === text);

/** Text typed by a person -> the origin that a key may be bound to. Rejects user-info, paths beyond `/`, and plain http off this computer. */
export const bindableOriginSchema = z
  .string()
  .trim()
  .max(300, fieldTexts.atMost300)
  .transform((text, context) => {
    const origin = originOf(text);
    const url = origin === null ? null : new URL(text);
    if (origin === null || url === null) {
      context.addIssue({ code: 'custom', message: fieldTexts.originExpected });
      return z.NEVER;
    }
    if (
      url.username !== '' ||
      url.password !== '' ||
      url.pathname !== '/' ||
      url.search !== '' ||
      url.hash !== ''
    ) {
      context.addIssue({ code: 'custom', message: fieldTexts.originAlone });
      return z.NEVER;
    }
    // The URL parser takes `*` for a host like any other, and a person would take it for every host.
    if (url.hostname.includes('*')) {
      context.addIssue({
        code: 'custom',
        message: fieldTexts.originPattern,
      });
      return z.NEVER;
    }
    if (!isTrustworthyOrigin(origin)) {
      context.addIssue({
        code: 'custom',
        message: fieldTexts.originPlain,
      });
      return z.NEVER;
    }
    return origin;
  });
