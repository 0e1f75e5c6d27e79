/**
 * The address when the browser may be asked to open it, else null: https, and no user information, which is a trick to show
 * another host than the one that is opened.
 */
export function openableAddress(address: string): URL | null {
  const url = plainAddress(address);
  return url?.protocol === 'https:' ? url : null;
}

/** As `openableAddress`, for what Keyfob itself serves: http, and on 127.0.0.1 alone. */
export function openableLocalAddress(address: string): URL | null {
  const url = plainAddress(address);
  return url?.protocol === 'http:' && url.hostname === '127.0.0.1' ? url : null;
}

function plainAddress(address: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return url.username === '' && url.password === '' && url.hostname !== '' ? url : null;
}
