import { createCipheriv, createDecipheriv, scrypt, type ScryptOptions } from 'node:crypto';
import { z } from 'zod';
import type { Random } from '../ports/random.ts';

/**
 * A master key wrapped under a passphrase: scrypt (RFC 7914) with the cost that OWASP's Password Storage Cheat Sheet names first
 * (N = 2^17, r = 8, p = 1), AES-256-GCM (NIST SP 800-38D), and everything but the wrapped key itself authenticated with it.
 */
export interface Envelope {
  readonly purpose: EnvelopePurpose;
  readonly kdf: {
    readonly name: 'scrypt';
    readonly N: number;
    readonly r: number;
    readonly p: number;
    readonly salt: string;
  };
  readonly nonce: string;
  readonly wrapped: string;
}

/** `holder`: the ledger's own. An envelope of one purpose does not open as the other. */
export type EnvelopePurpose = 'holder' | 'recovery-kit' | 'moved-keys';

/** How much a derivation costs: scrypt's N, with r = 8 and p = 1. */
export const WRAP_COST = 2 ** 17;
const BLOCK = { r: 8, p: 1 } as const;
const LEAST_COST = 2 ** 14;
const HIGHEST_COST = 2 ** 20;
const KEY_BYTES = 32;
const SALT_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** What reading may cost at most, so that a made-up file cannot take all memory: scrypt needs 128 · N · r bytes. */
const MAX_MEMORY_BYTES = 512 * 1024 * 1024;

const base64url = (bytes: number) =>
  z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${String(Math.ceil((bytes * 4) / 3))}}$`));

export const envelopeSchema: z.ZodType<Envelope> = z
  .strictObject({
    purpose: z.enum(['holder', 'recovery-kit', 'moved-keys']),
    kdf: z.strictObject({
      name: z.literal('scrypt'),
      N: z
        .int()
        .min(LEAST_COST)
        .max(HIGHEST_COST)
        .refine((cost) => Number.isInteger(Math.log2(cost))),
      r: z.int().min(1).max(32),
      p: z.int().min(1).max(4),
      salt: base64url(SALT_BYTES),
    }),
    nonce: base64url(NONCE_BYTES),
    wrapped: base64url(KEY_BYTES + TAG_BYTES),
  })
  .refine(({ kdf }) => 128 * kdf.N * kdf.r <= MAX_MEMORY_BYTES);

export interface WrapOptions {
  readonly random: Random;
  readonly purpose: EnvelopePurpose;
  /** scrypt's N; `WRAP_COST` unless told otherwise. */
  readonly cost?: number;
}

/** Wraps a master key of 32 bytes. Takes about half a second of another thread, on purpose. */
export async function wrapMasterKey(
  masterKey: Uint8Array,
  passphrase: string,
  { random, purpose, cost = WRAP_COST }: WrapOptions,
): Promise<Envelope> {
  const kdf = { name: 'scrypt', N: cost, ...BLOCK, salt: encode(random.bytes(SALT_BYTES)) } as const;
  const nonce = encode(random.bytes(NONCE_BYTES));
  const key = await deriveKey(passphrase, kdf);
  const cipher = createCipheriv('aes-256-gcm', key, decode(nonce), { authTagLength: TAG_BYTES });
  cipher.setAAD(additionalOf({ purpose, kdf, nonce }));
  const wrapped = Buffer.concat([cipher.update(masterKey), cipher.final(), cipher.getAuthTag()]);
  key.fill(0);
  return { purpose, kdf, nonce, wrapped: encode(wrapped) };
}

/** The master key; `null` for another passphrase, another purpose, or an envelope of which one bit was changed. */
export async function unwrapMasterKey(
  envelope: Envelope,
  passphrase: string,
  purpose: EnvelopePurpose,
): Promise<Uint8Array | null> {
  if (envelope.purpose !== purpose) return null;
  const key = await deriveKey(passphrase, envelope.kdf);
  const wrapped = decode(envelope.wrapped);
  const decipher = createDecipheriv('aes-256-gcm', key, decode(envelope.nonce), { authTagLength: TAG_BYTES });
  decipher.setAAD(additionalOf(envelope));
  decipher.setAuthTag(wrapped.subarray(KEY_BYTES));
  const opened = decipher.update(wrapped.subarray(0, KEY_BYTES));
  key.fill(0);
  try {
    decipher.final();
    return new Uint8Array(opened);
  } catch {
    // The one failure of `final` here: the tag does not match.
    opened.fill(0);
    return null;
  }
}

/** NFKC, so that the same passphrase typed on two systems is the same (RFC 8265, 4.2 takes NFC; NFKC joins more look-alikes). */
function deriveKey(passphrase: string, { N, r, p, salt }: Envelope['kdf']): Promise<Buffer> {
  const options: ScryptOptions = { N, r, p, maxmem: 128 * N * r + 32 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), decode(salt), KEY_BYTES, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

function additionalOf({ purpose, kdf, nonce }: Omit<Envelope, 'wrapped'>): Buffer {
  const { name, N, r, p, salt } = kdf;
  return Buffer.from(JSON.stringify(['keyfob/wrapped-key/v1', purpose, name, N, r, p, salt, nonce]));
}

function encode(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}

function decode(text: string): Buffer {
  return Buffer.from(text, 'base64url');
}
