import { failed, ok, type AppError } from '../../shared/domain/app-error.ts';
import type { VaultState } from '../../shared/domain/vault-state.ts';
import type { Vault } from '../../electron/vault/vault.ts';

export interface FakeVault extends Vault {
  /** Set to make `prepare` and `unseal` fail with it, as a locked keychain does. */
  failure: AppError | null;
  /** Set to make `prepare` wait for it. */
  delay: Promise<void> | null;
  /** How many secrets were opened. */
  opened: number;
  /** Takes this state, and tells those who listen. */
  become(state: VaultState): void;
}

/** Seals by writing the bytes backwards beside the binding: enough to see what was sealed for whom. */
export function fakeVault(): FakeVault {
  const listeners = new Set<(state: VaultState) => void>();
  let current: VaultState = { kind: 'unlocked', holder: 'memory' };
  const vault: FakeVault = {
    failure: null,
    delay: null,
    opened: 0,
    state: () => current,
    open: () => Promise.resolve(vault.state()),
    useMemory: () => Promise.resolve(ok(vault.state())),
    async prepare() {
      if (vault.delay !== null) await vault.delay;
      return vault.failure === null ? ok(null) : { ok: false, error: vault.failure };
    },
    seal(secret, { apiKeyId, version }) {
      const sealed = [...secret].reverse().join('');
      return Buffer.from(`${apiKeyId}\n${String(version)}\n${sealed}`);
    },
    unseal(sealed, { apiKeyId, version }) {
      if (vault.failure !== null) return { ok: false, error: vault.failure };
      const [id, sealedVersion, text = ''] = Buffer.from(sealed).toString().split('\n');
      if (id !== apiKeyId || sealedVersion !== String(version)) return failed('secret-damaged');
      vault.opened += 1;
      return ok([...text].reverse().join(''));
    },
    forget: () => undefined,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    become(state) {
      current = state;
      for (const listener of listeners) listener(state);
    },
  };
  return vault;
}
