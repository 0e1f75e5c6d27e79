import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { SealBinding } from './vault.ts';

const ALGORITHM = 'aes-256-gcm';
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const NONCE_AT = 1;
const SEALED_AT = NONCE_AT + NONCE_BYTES;

/** What the probe holds; that it opens is all that is asked of it. */
export const PROBE_TEXT = 'keyfob';

/** AES-256-GCM (NIST SP 800-38D): version byte, nonce, ciphertext, tag. The nonce is 96 random bits, new for every seal. */
export function sealWith(
  masterKey: Uint8Array,
  text: string,
  { additional, nonce }: { readonly additional: Uint8Array; readonly nonce: Uint8Array },
): Uint8Array {
  const cipher = createCipheriv(ALGORITHM, masterKey, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(additional);
  const parts = [Buffer.of(VERSION), nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
  return new Uint8Array(Buffer.concat(parts));
}

/** What was sealed, or null when the master key, the binding or a single bit is not the one it was sealed with. */
export function openWith(masterKey: Uint8Array, sealed: Uint8Array, additional: Uint8Array): string | null {
  if (sealed[0] !== VERSION || sealed.length < SEALED_AT + TAG_BYTES) return null;
  const nonce = sealed.subarray(NONCE_AT, SEALED_AT);
  const decipher = createDecipheriv(ALGORITHM, masterKey, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(additional);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const opened = decipher.update(sealed.subarray(SEALED_AT, sealed.length - TAG_BYTES));
  try {
    decipher.final();
    return opened.toString('utf8');
  } catch {
    // The one failure of `final` here: the tag does not match.
    return null;
  } finally {
    opened.fill(0);
  }
}

export function secretContext({ apiKeyId, version }: SealBinding): Uint8Array {
  return contextOf(['keyfob/secret/v1', apiKeyId, String(version)]);
}

export function probeContext(): Uint8Array {
  return contextOf(['keyfob/probe/v1']);
}

/** Each part with its length in front, so that no two lists of parts give the same bytes. */
function contextOf(parts: readonly string[]): Uint8Array {
  const encoded = parts.flatMap((part) => {
    const bytes = Buffer.from(part, 'utf8');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return [length, bytes];
  });
  return new Uint8Array(Buffer.concat(encoded));
}
