import { createHash } from 'node:crypto';
import { randomBase62 } from '../keys/random-base62.ts';
import type { Random } from '../ports/random.ts';
import { composeKey, PUBLIC_ID_LENGTH, RANDOM_LENGTH, type KeyPrefix } from './key-format.ts';

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
  /** `kfat_…`: a collection access key, of the same form. */
  issueAccessKey(): IssuedSecret;
}

/** An issuer over a cryptographically secure source of bytes. It keeps nothing of what it issues. */
export function createIssuer(random: Random): Issuer {
  const issue = (prefix: KeyPrefix): IssuedSecret => {
    const characters = randomBase62(random, PUBLIC_ID_LENGTH + RANDOM_LENGTH);
    const publicId = characters.slice(0, PUBLIC_ID_LENGTH);
    const secret = composeKey({ prefix, publicId, random: characters.slice(PUBLIC_ID_LENGTH) });
    return { secret, publicId, digest: digestOf(secret) };
  };
  return { issueApiKey: () => issue('kfak'), issueAccessKey: () => issue('kfat') };
}

/** SHA-256 of a secret's UTF-8: 32 bytes. */
export function digestOf(secret: string): Uint8Array {
  return createHash('sha256').update(secret, 'utf8').digest();
}
