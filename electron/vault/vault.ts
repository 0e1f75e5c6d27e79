import type { Result } from '../../shared/domain/app-error.ts';
import type { LockReason, VaultState } from '../../shared/domain/vault-state.ts';

/** What a sealed secret belongs to; authenticated with it, so that two rows cannot be swapped. */
export interface SealBinding {
  /** The key's id; of a value that is no key, what it is and its id, such as `variable:…`. */
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
   * ledger's probe. Cheap when the master key is in memory and fits. What is locked stays locked. Never rejects.
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
  /** `vault-locked`, `vault-unreadable` or `secret-damaged` when it does not open. */
  unseal(sealed: Uint8Array, binding: SealBinding): Result<string>;
  /** Overwrites the master key in memory; `open` reads it again from a keychain. Call it at quit. */
  forget(): void;
  onChange(listener: (state: VaultState) => void): () => void;
}

/**
 * Who holds the master key, and whether it is in memory. Every change of holder re-wraps the one master key, proves that the
 * new holder gives it back, writes that down in one transaction, and only then removes it from the old one: killed at any
 * moment, one of the two opens.
 */
export interface VaultCustody {
  /** Overwrites the master key in memory. `lock-needs-holder` where that would lose it; a vault without one stays as it is. */
  lock(reason: LockReason): Result<VaultState>;
  /**
   * With the passphrase, where that is the holder; else from the keychain, after the person was asked for their finger where they chose so.
   * `passphrase-wrong`, `passphrase-wait`, `touch-id-refused`, `vault-unreadable` when the keychain does not give it.
   */
  unlock(passphrase: string | null): Promise<Result<VaultState>>;
  /** From the keychain, and asks nobody: `touch-id-refused` where the person is to be asked. */
  unlockUnasked(): Promise<Result<VaultState>>;
  /**
   * Makes a passphrase the holder, of a new master key where there is none yet. `passphrase-too-short`, or why there is no master key
   * that could be moved.
   */
  usePassphrase(passphrase: string): Promise<Result<VaultState>>;
  /** `passphrase-wrong` and `passphrase-wait` for the present one, `passphrase-too-short`, `passphrase-not-used`. */
  changePassphrase(change: { readonly current: string; readonly next: string }): Promise<Result<VaultState>>;
  /** Makes the keychain the holder. `keychain-refused`, `keychain-holds-another`. */
  useKeychain(): Promise<Result<VaultState>>;
  /** The text of a recovery kit, proved to open. `passphrase-too-short`, or why there is no master key to put into it. */
  makeRecoveryKit(passphrase: string): Promise<Result<string>>;
  /** Whether the text is a kit that gives back the master key in memory: for what was written to a disk. */
  opensRecoveryKit(text: string, passphrase: string): Promise<boolean>;
  /**
   * Takes the master key of a kit, and has the keychain hold it; where that cannot, it is wrapped under the kit's passphrase.
   * `recovery-kit-invalid`, `recovery-kit-other`, `passphrase-wrong`, `passphrase-wait`.
   */
  restoreRecoveryKit(text: string, passphrase: string): Promise<Result<VaultState>>;
}
