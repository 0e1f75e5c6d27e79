import { MASKED } from './masked.ts';
import { isSensitiveName } from './sensitive-names.ts';

const USER_INFO = /^([a-z][a-z0-9+.-]*:)?([\\/]{2})[^\\/?#]*@/i;
const PARAMETER = /([?&])([^=&#?]*)=([^&#]*)/g;

/**
 * An address, or the template of one, as it may be shown and kept: without user-info and fragment, and with the values of parameters
 * such as `access_key`, `apikey` or `token` replaced. Known secrets are masked beside this, by the redactor.
 */
export function shownUrl(url: string, replacement: (value: string) => string = () => MASKED): string {
  const fragment = url.indexOf('#');
  const address = fragment === -1 ? url : url.slice(0, fragment);
  // Without these there is neither user-info nor a parameter.
  if (!address.includes('@') && !address.includes('=')) return address;
  return address
    .replace(USER_INFO, (_match, scheme: string | undefined, slashes: string) => `${scheme ?? ''}${slashes}`)
    .replace(PARAMETER, (...match: string[]) => {
      const [whole = '', separator = '', name = '', value = ''] = match;
      return value !== '' && isSensitiveName(decoded(name))
        ? `${separator}${name}=${replacement(value)}`
        : whole;
    });
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    // Not valid percent-encoding: the name is judged as it stands.
    return name;
  }
}
