/**
 * The address when the browser may be asked to open it, else null: https, and no user information, which is a trick to show
 * another host than the one that is opened.
 */
export function openableAddress(address: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const isOpenable =
    url.protocol === 'https:' && url.username === '' && url.password === '' && url.hostname !== '';
  return isOpenable ? url : null;
}
