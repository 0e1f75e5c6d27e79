import { timingSafeEqual } from 'node:crypto';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { Keychain, KeychainFailure } from '../ports/keychain.ts';
import { encodeMasterKey, parseMasterKey } from './master-key.ts';
import { keychainRefusal, reasonOf } from './vault-messages.ts';

/** Has the keychain hold this master key, and reads it back. Never overwrites another one: `keychain-holds-another`, `keychain-refused`. */
export async function putInKeychain(keychain: Keychain, masterKey: Uint8Array): Promise<Result<null>> {
  const copy = Uint8Array.from(masterKey);
  const before = await keychain.read({ mayPrompt: true });
  if (before.kind === 'unavailable') return refused(before.reason);
  if (before.kind === 'found') {
    return isSame(before.value, copy) ? ok(null) : failed('keychain-holds-another');
  }
  const written = await keychain.write(encodeMasterKey(copy));
  if (written.kind === 'unavailable') return refused(written.reason);
  const after = await keychain.read({ mayPrompt: false });
  if (after.kind === 'unavailable') return refused(after.reason);
  return after.kind === 'found' && isSame(after.value, copy) ? ok(null) : failed('keychain-refused');
}

function isSame(value: string, masterKey: Uint8Array): boolean {
  const kept = parseMasterKey(value);
  return kept !== null && timingSafeEqual(kept, masterKey);
}

function refused(reason: KeychainFailure) {
  return failed('keychain-refused', keychainRefusal(reasonOf(reason)));
}
