import { createHash } from 'node:crypto';

/** By how many of its first bytes a value is recognised before all of it is compared; shorter ones are words, and found in any text. */
export const LEAD_BYTES = 8;

/**
 * What a scan looks for. It holds no value: hashes of first bytes to stop at, and SHA-256 digests to compare with. Plain data,
 * so that it can be sent to a worker.
 */
export interface ScanPatterns {
  /** Two bytes with which a value may begin, as bits: 65,536 of them. */
  readonly starts: Uint8Array;
  /** By the hash of the first bytes: the lengths in bytes that a value may have. */
  readonly lengths: ReadonlyMap<number, readonly number[]>;
  /** By the digest in base64: the numbers of the values that have it. Two keys can have the same value. */
  readonly values: ReadonlyMap<string, readonly number[]>;
  /** Bytes of the longest value. */
  readonly longest: number;
}

/** A value to look for: as it is, or, of one that Keyfob issued and does not hold, its SHA-256 alone. */
export type LookedFor =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'digest'; readonly digest: Uint8Array };

/** The bytes with which the keys begin that are told by their shape (see `key-shape.ts`). */
const SHAPE_STARTS = ['kf', 'PM'] as const;

/** Longest shape: `PMAK-`, 24, `-`, 34 characters. */
const LONGEST_SHAPE = 64;

/** In: the values in the order of their numbers. A secret under `LEAD_BYTES` bytes is not looked for. */
export function compilePatterns(lookedFor: readonly LookedFor[]): ScanPatterns {
  const starts = new Uint8Array(0x1_0000);
  const lengths = new Map<number, number[]>();
  const values = new Map<string, number[]>();
  let longest = LONGEST_SHAPE;
  for (const start of SHAPE_STARTS) starts[(start.charCodeAt(0) << 8) | start.charCodeAt(1)] = 1;
  const addDigest = (digest: Uint8Array, number: number): void => {
    append(values, Buffer.from(digest).toString('base64'), number);
  };
  for (const [number, each] of lookedFor.entries()) {
    if (each.kind === 'digest') {
      addDigest(each.digest, number);
      continue;
    }
    const bytes = Buffer.from(each.secret, 'utf8');
    if (bytes.length < LEAD_BYTES) continue;
    starts[((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)] = 1;
    append(lengths, leadHash(bytes, 0, 1), bytes.length);
    addDigest(createHash('sha256').update(bytes).digest(), number);
    longest = Math.max(longest, bytes.length);
    bytes.fill(0);
  }
  return { starts, lengths, values, longest };
}

function append<Key>(map: Map<Key, number[]>, key: Key, value: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else if (!known.includes(value)) known.push(value);
}

/** FNV-1a over the first bytes from `at`, every `stride`-th one: 32 bits. It only says where to look closer. */
export function leadHash(bytes: Uint8Array, at: number, stride: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < LEAD_BYTES; index += 1) {
    hash = Math.imul(hash ^ (bytes[at + index * stride] ?? 0), 0x01000193);
  }
  return hash;
}
