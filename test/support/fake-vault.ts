import { failed, ok, type AppError } from '../../shared/domain/app-error.ts';
import type { Vault } from '../../electron/vault/vault.ts';

export interface FakeVault extends Vault {
  /** Set to make `prepare` and `unseal` fail with it, as a locked keychain does. */
  failure: AppError | null;
  /** Set to make `prepare` wait for it. */
  delay: Promise<void> | null;
  /** How many secrets were opened. */
  opened: number;
}

/** Seals by writing the bytes backwards beside the binding: enough to see what was sealed for whom. */
export function fakeVault(): FakeVault {
  const vault: FakeVault = {
    failure: null,
    delay: null,
    opened: 0,
    state: () => ({ kind: 'unlocked', holder: 'memory' }),
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
    onChange: () => () => undefined,
  };
  return vault;
}
