import { openWith, sealWith } from '../../electron/vault/sealing.ts';
import type { SealBinding, Vault } from '../../electron/vault/vault.ts';
import { failed, ok } from '../../shared/domain/app-error.ts';
import type { VaultState } from '../../shared/domain/vault-state.ts';
import { seededRandom } from './in-memory-ports.ts';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;

/** Seals and opens with a key of its own; a test may lock it. */
export function unlockedVault() {
  const random = seededRandom('vault');
  const masterKey = random.bytes(KEY_BYTES);
  const unlocked: VaultState = { kind: 'unlocked', holder: 'memory' };
  let state: VaultState = unlocked;
  const additionalOf = ({ apiKeyId, version }: SealBinding) => Buffer.from(`${String(version)}:${apiKeyId}`);
  const vault: Pick<Vault, 'state' | 'seal' | 'unseal'> = {
    state: () => state,
    seal: (secret, binding) => {
      const options = { additional: additionalOf(binding), nonce: random.bytes(NONCE_BYTES) };
      return sealWith(masterKey, secret, options);
    },
    unseal: (sealed, binding) => {
      if (state.kind !== 'unlocked') return failed('vault-locked');
      const opened = openWith(masterKey, sealed, additionalOf(binding));
      return opened === null ? failed('secret-damaged') : ok(opened);
    },
  };
  return {
    ...vault,
    lock: () => {
      state = { kind: 'locked', holder: 'keychain', reason: 'hand' };
    },
    unlock: () => {
      state = unlocked;
    },
  };
}
