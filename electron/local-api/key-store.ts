/** What the server knows of a secret that it issued. Of a revoked key it knows nothing any more. */
export interface IssuedKeyRecord {
  readonly apiKeyId: string;
  /** The member who generated the key, and as whom its requests act. */
  readonly memberId: string;
  /** SHA-256 of the whole secret. */
  readonly digest: Uint8Array;
  readonly state: 'works' | 'expired' | 'disabled' | 'grace-ended' | 'member-left';
}

/** What the server knows of a collection access key. Of a deleted one it knows nothing any more. */
export interface AccessKeyRecord {
  readonly accessKeyId: string;
  /** The member who shared the collection, and as whom it is read. */
  readonly memberId: string;
  /** The one collection that it opens. */
  readonly collectionUid: string;
  readonly digest: Uint8Array;
  readonly state: 'works' | 'expired';
}

/** The Local API's view of the collection access keys. */
export interface AccessKeyStore {
  find(publicId: string): AccessKeyRecord | null;
  /** `at` in epoch milliseconds. Pushes the key's end; it is written within a second. */
  recordUse(accessKeyId: string, at: number): void;
  /** Writes what is not yet written. Never throws. */
  flush(): void;
}

/** The Local API's view of the issued keys. */
export interface IssuedKeyStore {
  /** `null` when no key with this public id was issued, or it was revoked. The digest is the caller's to compare. */
  find(publicId: string): IssuedKeyRecord | null;
  /** `at` in epoch milliseconds; `origin` is the server's own, to which the key came. */
  recordUse(apiKeyId: string, at: number, origin: string): void;
}
