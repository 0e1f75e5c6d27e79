/** What the server knows of a secret that it issued. Of a revoked key it knows nothing any more. */
export interface IssuedKeyRecord {
  readonly apiKeyId: string;
  /** The member who generated the key, and as whom its requests act. */
  readonly memberId: string;
  /** SHA-256 of the whole secret. */
  readonly digest: Uint8Array;
  readonly state: 'works' | 'expired' | 'disabled' | 'grace-ended';
}

/** The Local API's view of the issued keys. */
export interface IssuedKeyStore {
  /** `null` when no key with this public id was issued, or it was revoked. The digest is the caller's to compare. */
  find(publicId: string): IssuedKeyRecord | null;
  /** `at` in epoch milliseconds; `origin` is the server's own, to which the key came. */
  recordUse(apiKeyId: string, at: number, origin: string): void;
}
