import { parseKey } from '../local-api/key-format.ts';

/** What a text at the start of a longer one is, by its shape alone. */
export interface ShapedKey {
  readonly kind: 'local' | 'postman';
  /** In characters. */
  readonly length: number;
}

/** `kfak_`, 12, `_`, 32 and 6 characters. */
const LOCAL_LENGTH = 56;
const POSTMAN_API_KEY = /^PMAK-[0-9a-fA-F]{24}-[0-9a-fA-F]{34}/;
/** A ULID, whose 26 characters are read leniently, as the redactor does. */
const POSTMAN_ACCESS_KEY = /^PMAT-[0-9A-Za-z]{26}/;

/** Of the first `LONGEST_SHAPE` characters or fewer: a Local API key with a valid checksum, or what Postman's keys look like. */
export function shapedKeyAt(text: string): ShapedKey | null {
  if (text.startsWith('kfa')) {
    const isKey = parseKey(text.slice(0, LOCAL_LENGTH)).kind === 'well-formed';
    return isKey ? { kind: 'local', length: LOCAL_LENGTH } : null;
  }
  const found = POSTMAN_API_KEY.exec(text) ?? POSTMAN_ACCESS_KEY.exec(text);
  return found === null ? null : { kind: 'postman', length: found[0].length };
}
