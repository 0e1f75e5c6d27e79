import type { Keychain } from '../ports/keychain.ts';

/** In the keychain's place where it must not be touched: it is never there, so that the vault asks for another holder. */
export function noKeychain(): Keychain {
  const unavailable = { kind: 'unavailable', reason: 'no-service' } as const;
  return {
    read: () => Promise.resolve(unavailable),
    write: () => Promise.resolve(unavailable),
    remove: () => Promise.resolve(unavailable),
  };
}
