import { MASKED } from './masked.ts';
import { isSensitiveName, PERHAPS_SENSITIVE } from '../../shared/domain/sensitive-names.ts';

const USER_INFO = /^([a-z][a-z0-9+.-]*:)?([\\/]{2})[^\\/?#]*@/i;
const PLAIN_QUERY = /^[A-Za-z0-9=&]*$/;
const PARAMETER = /([?&])([^=&#?]*)=([^&#]*)/g;

/**
 * An address, or the template of one, as it may be shown and kept: without user-info and fragment, and with the values of parameters
 * such as `access_key`, `apikey` or `token` replaced. Known secrets are masked beside this, by the redactor.
 */
export function shownUrl(url: string, replacement: (value: string) => string = () => MASKED): string {
  const fragment = url.indexOf('#');
  const address = fragment === -1 ? url : url.slice(0, fragment);
  // Without these there is neither user-info nor a parameter.
  if (!address.includes('@')) {
    const query = address.indexOf('?');
    const first = address.indexOf('&');
    const start = query === -1 || (first !== -1 && first < query) ? first : query;
    if (start === -1 || isPlainQuery(address.slice(start + 1))) return address;
  }
  return address
    .replace(USER_INFO, (_match, scheme: string | undefined, slashes: string) => `${scheme ?? ''}${slashes}`)
    .replace(PARAMETER, (...match: string[]) => {
      const [whole = '', separator = '', name = '', value = ''] = match;
      return value !== '' && isSensitiveName(decoded(name))
        ? `${separator}${name}=${replacement(value)}`
        : whole;
    });
}

/** Whether no name in it can be sensitive, which most queries show at a glance. */
function isPlainQuery(query: string): boolean {
  return PLAIN_QUERY.test(query) && !PERHAPS_SENSITIVE.test(query);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    // Not valid percent-encoding: the name is judged as it stands.
    return name;
  }
}
