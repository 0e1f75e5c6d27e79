import { createHash } from 'node:crypto';
import type { Random } from '../ports/random.ts';
import { BASE62, composeKey, PUBLIC_ID_LENGTH, RANDOM_LENGTH } from './key-format.ts';

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

/** 4 * 62: bytes from here on are drawn again, so that every character is as likely as every other. */
const FAIR_BYTES = 248;

/** An issuer over a cryptographically secure source of bytes. It keeps nothing of what it issues. */
export function createIssuer(random: Random): Issuer {
  return {
    issueApiKey() {
      const characters = randomBase62(random, PUBLIC_ID_LENGTH + RANDOM_LENGTH);
      const publicId = characters.slice(0, PUBLIC_ID_LENGTH);
      const secret = composeKey({ prefix: 'kfak', publicId, random: characters.slice(PUBLIC_ID_LENGTH) });
      return { secret, publicId, digest: digestOf(secret) };
    },
  };
}

/** SHA-256 of a secret's UTF-8: 32 bytes. */
export function digestOf(secret: string): Uint8Array {
  return createHash('sha256').update(secret, 'utf8').digest();
}

function randomBase62(random: Random, length: number): string {
  let characters = '';
  while (characters.length < length) {
    for (const byte of random.bytes(64)) {
      if (byte < FAIR_BYTES) characters += BASE62.charAt(byte % BASE62.length);
    }
  }
  return characters.slice(0, length);
}
