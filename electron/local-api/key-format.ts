import { crc32 } from 'node:zlib';

/** `kfak`: an API key. `kfat`: a collection access key, which works in no place where an API key does. */
export type KeyPrefix = 'kfak' | 'kfat';

export const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Look-up part: 71 bits, so that ids do not meet. */
export const PUBLIC_ID_LENGTH = 12;
/** Random part: 32 base62 characters are 190.5 bits. */
export const RANDOM_LENGTH = 32;
/** 62^6 is greater than 2^32. */
const CHECKSUM_LENGTH = 6;

const FORMAT = new RegExp(
  `^(?<body>(?<prefix>kfak|kfat)_(?<publicId>[0-9A-Za-z]{${String(PUBLIC_ID_LENGTH)}})_[0-9A-Za-z]{${String(RANDOM_LENGTH)}})` +
    `(?<checksum>[0-9A-Za-z]{${String(CHECKSUM_LENGTH)}})$`,
);

export interface KeyParts {
  readonly prefix: KeyPrefix;
  readonly publicId: string;
  /** 32 base62 characters. */
  readonly random: string;
}

/** `<prefix>_<public id>_<random><checksum>`, the checksum over everything before it. */
export function composeKey({ prefix, publicId, random }: KeyParts): string {
  const body = `${prefix}_${publicId}_${random}`;
  return body + checksumOf(body);
}

export type ParsedKey =
  | { readonly kind: 'well-formed'; readonly prefix: KeyPrefix; readonly publicId: string }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'checksum-mismatch' };

/** Says of any text whether it can be a key at all, without a look-up: one changed character never passes (CRC-32). */
export function parseKey(secret: string): ParsedKey {
  const groups = FORMAT.exec(secret)?.groups;
  if (groups?.['body'] === undefined || groups['publicId'] === undefined) return { kind: 'malformed' };
  if (checksumOf(groups['body']) !== groups['checksum']) return { kind: 'checksum-mismatch' };
  return {
    kind: 'well-formed',
    prefix: groups['prefix'] === 'kfat' ? 'kfat' : 'kfak',
    publicId: groups['publicId'],
  };
}

/** CRC-32 (ISO-HDLC, as in zip and Ethernet) of the text's UTF-8 as six base62 digits, most significant first. */
export function checksumOf(text: string): string {
  let rest = crc32(text);
  let digits = '';
  for (let place = 0; place < CHECKSUM_LENGTH; place += 1) {
    digits = BASE62.charAt(rest % BASE62.length) + digits;
    rest = Math.floor(rest / BASE62.length);
  }
  return digits;
}
