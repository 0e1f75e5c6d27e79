/** What the keychain answered. A keychain that cannot be asked is never shown as one that holds nothing. */
export type KeychainReading =
  | { readonly kind: 'found'; readonly value: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unavailable'; readonly reason: KeychainFailure };

export type KeychainFailure = 'locked' | 'denied' | 'no-service' | 'timeout' | 'unknown';

export type KeychainWriting =
  { readonly kind: 'written' } | { readonly kind: 'unavailable'; readonly reason: KeychainFailure };

export interface KeychainReadOptions {
  /** Whether the system may ask the person to unlock the keychain. Where it can be told before, a locked one is then just `locked`. */
  readonly mayPrompt: boolean;
}

/** One entry of the operating system's keychain: it holds the master key and nothing else. The vault bounds how long it waits for a call. */
export interface Keychain {
  read(options: KeychainReadOptions): Promise<KeychainReading>;
  /** Writes one line of ASCII; the vault reads it back before it relies on it. */
  write(value: string): Promise<KeychainWriting>;
  remove(): Promise<KeychainWriting>;
}
