/** A new secret of the Local API and what its server keeps of it. */
export interface IssuedSecret {
  readonly secret: string;
  readonly publicId: string;
  /** SHA-256 of the whole secret: enough for 190 random bits (OWASP ASVS 5.0, 6.5.2). */
  readonly digest: Uint8Array;
}

export interface Issuer {
  /** `kfak_<id>_<32 base62 characters><6 base62 CRC32>`. */
  issueApiKey(): IssuedSecret;
}
