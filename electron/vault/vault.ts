import type { Result } from '../../shared/domain/app-error.ts';
import type { VaultState } from '../../shared/domain/vault-state.ts';

/** What a sealed secret belongs to; authenticated with it, so that two rows cannot be swapped. */
export interface SealBinding {
  readonly apiKeyId: string;
  readonly version: number;
}

export interface OpenOptions {
  /** Do not let the system ask the person for anything: for looking again by itself. */
  readonly quietly?: boolean;
}

/** Seals and opens secrets with the master key, which never leaves it. */
export interface Vault {
  state(): VaultState;
  /**
   * Reads the holder (once at start, again when the person asks or the ledger was replaced) and checks the key against the
   * ledger's probe. Cheap when the master key is in memory and fits. Never rejects.
   */
  open(options?: OpenOptions): Promise<VaultState>;
  /** The person's choice when no keychain is there: keep the master key in memory until Keyfob quits. */
  useMemory(): Promise<Result<VaultState>>;
  /**
   * Makes sure a master key is in memory, creating one only when the ledger holds no sealed secret that could still be opened.
   * To be awaited before the transaction that seals.
   */
  prepare(): Promise<Result<null>>;
  /** Throws when `prepare` did not succeed: a bug of the caller. */
  seal(secret: string, binding: SealBinding): Uint8Array;
  /** `vault-unreadable` or `secret-damaged` when it does not open. */
  unseal(sealed: Uint8Array, binding: SealBinding): Result<string>;
  /** Overwrites the master key in memory; `open` reads it again from a keychain. Call it at quit. */
  forget(): void;
  onChange(listener: (state: VaultState) => void): () => void;
}
