import { BASE62 } from '../local-api/key-format.ts';
import type { Random } from '../ports/random.ts';

/** The largest multiple of 62 that a byte can hold: a byte from here on is thrown away, so that no character is likelier. */
const UNBIASED_BYTES = 248;

/** `length` base62 characters of log2(62) = 5.95 bits each. */
export function randomBase62(random: Random, length: number): string {
  let text = '';
  while (text.length < length) {
    for (const byte of random.bytes(length - text.length)) {
      if (byte < UNBIASED_BYTES) text += BASE62.charAt(byte % BASE62.length);
    }
  }
  return text;
}
