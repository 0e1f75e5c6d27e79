import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';

const LOOPBACK: readonly LookupAddress[] = [
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
];

/**
 * The system's name resolution, but for `localhost` and `*.localhost`, which are this computer and are never asked of a resolver
 * (RFC 6761, 6.3). A key may travel over plain http to those names, so they must not be able to lead elsewhere.
 */
export function loopbackLookup(resolve: LookupFunction = systemLookup): LookupFunction {
  return (hostname, options, callback) => {
    const name = hostname.toLowerCase().replace(/\.$/, '');
    if (name !== 'localhost' && !name.endsWith('.localhost')) {
      resolve(hostname, options, callback);
      return;
    }
    const family = options.family === 4 || options.family === 6 ? options.family : 0;
    const addresses = LOOPBACK.filter((entry) => family === 0 || entry.family === family);
    const [first] = addresses;
    if (options.all === true) callback(null, [...addresses]);
    else callback(null, first?.address ?? '127.0.0.1', first?.family ?? 4);
  };
}
