import type { VaultState } from '../../shared/domain/vault-state.ts';
import type { Keychain } from '../ports/keychain.ts';
import type { Random } from '../ports/random.ts';
import { createMasterKey, encodeMasterKey, parseMasterKey } from './master-key.ts';
import { needsHolder, reasonOf, unreadable } from './vault-messages.ts';

export type Obtained =
  | { readonly kind: 'obtained'; readonly masterKey: Uint8Array }
  | { readonly kind: 'refused'; readonly state: VaultState };

/** The keychain's master key; a new one when it has none, and only once the keychain gave it back. Never overwrites one. */
export async function obtainFromKeychain(keychain: Keychain, random: Random): Promise<Obtained> {
  const refused = (state: VaultState): Obtained => ({ kind: 'refused', state });
  const before = await keychain.read({ mayPrompt: true });
  if (before.kind === 'unavailable') return refused(needsHolder(reasonOf(before.reason)));
  if (before.kind === 'found') {
    const masterKey = parseMasterKey(before.value);
    return masterKey ? { kind: 'obtained', masterKey } : refused(unreadable('master-key-wrong'));
  }
  const masterKey = createMasterKey(random);
  const value = encodeMasterKey(masterKey);
  const written = await keychain.write(value);
  if (written.kind === 'unavailable') return refused(needsHolder(reasonOf(written.reason)));
  const after = await keychain.read({ mayPrompt: false });
  if (after.kind === 'found' && after.value === value) return { kind: 'obtained', masterKey };
  if (after.kind === 'unavailable') return refused(needsHolder(reasonOf(after.reason)));
  // What it kept is no key of anybody: it was absent a moment ago, and nothing is sealed with it.
  if (after.kind === 'found' && parseMasterKey(after.value) === null) await keychain.remove();
  return refused(needsHolder('keychain-unavailable'));
}
