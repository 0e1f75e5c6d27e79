/**
 * Chromium loads no page from a scheme that it does not know, and playwright intercepts http and https alone. So inside the
 * browser `app://keyfob/x` is `https://keyfob.app.invalid/x` (RFC 6761: no name below .invalid ever resolves). Everything on the
 * main process's side (protocol handlers, senderFrame, events) sees the app:// form; only `location` in the page differs.
 */
const suffix = '.invalid';

/** The form that Chromium loads. Addresses of schemes that it knows stay as they are. */
export function toBrowserUrl(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(url);
  const [, scheme, host, rest] = match ?? [];
  if (scheme === undefined || host === undefined || rest === undefined) return url;
  if (['http', 'https', 'file', 'ws', 'wss', 'devtools'].includes(scheme.toLowerCase())) return url;
  return `https://${host}.${scheme}${suffix}${rest === '' ? '/' : rest}`;
}

/** The form that the main process sees. */
export function toAppUrl(url: string): string {
  const match = /^https:\/\/([^/?#:]+)\.([a-z][a-z0-9+-]*)\.invalid(\/.*)?$/i.exec(url);
  const [, host, scheme, rest] = match ?? [];
  return host === undefined || scheme === undefined ? url : `${scheme}://${host}${rest ?? '/'}`;
}

/** The origin of an address in the main process's form; 'null' for an opaque one. */
export function originOf(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/i.exec(toAppUrl(url));
  return match === null ? 'null' : `${match[1] ?? ''}://${match[2] ?? ''}`;
}

/** Response headers name the app's origin too, in a Content-Security-Policy; the browser must find its own form there. */
export function toBrowserHeaders(headers: Headers, scheme: string): Record<string, string> {
  const entries = [...headers].map(([name, value]) => {
    if (name !== 'content-security-policy') return [name, value] as const;
    const hosts = value.replaceAll(
      new RegExp(`\\b${scheme}://([\\w.-]+)`, 'g'),
      (_, host: string) => `https://${host}.${scheme}${suffix}`,
    );
    const bare = hosts.replaceAll(
      new RegExp(`(^|[\\s;])${scheme}:(?=[\\s;]|$)`, 'g'),
      `$1https://*.${scheme}${suffix}`,
    );
    return [name, bare] as const;
  });
  return Object.fromEntries(entries);
}
