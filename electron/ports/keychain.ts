/** What the keychain answered. A keychain that cannot be asked is never shown as one that holds nothing. */
export type KeychainReading =
  | { readonly kind: 'found'; readonly value: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unavailable'; readonly reason: KeychainFailure };

export type KeychainFailure = 'locked' | 'denied' | 'no-service' | 'timeout' | 'unknown';

export type KeychainWriting =
  { readonly kind: 'written' } | { readonly kind: 'unavailable'; readonly reason: KeychainFailure };

/** One entry of the operating system's keychain: it holds the master key and nothing else. Every call ends within a bounded time. */
export interface Keychain {
  read(): Promise<KeychainReading>;
  /** Writes one line of ASCII, then reads it back. */
  write(value: string): Promise<KeychainWriting>;
  remove(): Promise<KeychainWriting>;
}
