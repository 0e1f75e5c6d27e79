/**
 * The fixed forms in which a secret may stand in a text: as it is and as its bytes may be read, base64 and base64url at their three
 * alignments, hex in both cases, and UTF-16 read byte by byte. Forms that mix plain and escaped characters are found by `escapedAt`.
 */
export function fixedForms(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const hex = bytes.toString('hex');
  const base64 = [0, 1, 2].map((offset) => alignedBase64(bytes, offset)).filter((form) => form.length >= 6);
  const base64url = base64.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'));
  const percent = encodeURIComponent(secret.toWellFormed());
  const utf16 = [[...secret].join('\0'), ...utf16Bytes(secret)];
  const forms = [...readings(secret), ...base64, ...base64url, hex, hex.toUpperCase(), percent, ...utf16];
  return [...new Set([...forms, ...twiceEncoded(percent, base64)])];
}

/**
 * The secret as it is, and as what its UTF-8 bytes look like to who takes each for a character: bodies that are no text and headers are
 * searched that way, by latin1; browsers mean windows-1252 by that name. The last is what a program writes that did so by mistake.
 */
export function readings(secret: string): readonly string[] {
  if (isAscii(secret)) return [secret];
  const bytes = Buffer.from(secret, 'utf8');
  const again = Buffer.from(bytes.toString('latin1'), 'utf8').toString('latin1');
  return [...new Set([secret, ...byteByByte(bytes), again])];
}

/** Of ASCII, whose every other byte is a NUL, the joined characters are found in either order. */
function utf16Bytes(secret: string): readonly string[] {
  if (isAscii(secret)) return [];
  const bytes = Buffer.from(secret, 'utf16le');
  return [...byteByByte(bytes), ...byteByByte(Buffer.from(bytes).swap16())];
}

function byteByByte(bytes: Buffer): readonly string[] {
  return [bytes.toString('latin1'), new TextDecoder('windows-1252').decode(bytes)];
}

function isAscii(text: string): boolean {
  return Buffer.byteLength(text, 'utf8') === text.length;
}

/**
 * What an encoder makes of an encoded secret: percent-encoding of percent-encoding (in either case of its digits), and base64 of base64
 * at each alignment of both. More layers than two are nobody's form: the text of a third is not promised to be masked.
 */
function twiceEncoded(percent: string, base64: readonly string[]): readonly string[] {
  const lower = percent.replaceAll(/%../g, (escape) => escape.toLowerCase());
  const again = base64.flatMap((form) => [0, 1, 2].map((offset) => alignedBase64(Buffer.from(form), offset)));
  return [
    encodeURIComponent(percent),
    encodeURIComponent(lower),
    ...again.filter(({ length }) => length >= 12),
  ];
}

/** The forms that mail programs and PEM files break into lines. */
export function brokenForms(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, 'utf8');
  // Shorter ones would be found in words.
  return [0, 1, 2].map((offset) => alignedBase64(bytes, offset)).filter((form) => form.length >= 16);
}

/** The most characters that a form takes, for each byte of the secret in UTF-8: `&#x0000ff;`, and base64 or hex less. */
const LONGEST_FORM_PER_BYTE = 12;

/** No form of the secret is longer. */
export function longestForm(secret: string): number {
  return Buffer.byteLength(secret, 'utf8') * LONGEST_FORM_PER_BYTE;
}

/** The characters that depend on the secret alone when it stands `offset` bytes into a longer, encoded text. */
function alignedBase64(bytes: Buffer, offset: number): string {
  const text = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString('base64')
    .replaceAll('=', '');
  const first = offset === 0 ? 0 : offset + 1;
  const whole = Math.floor((bytes.length + offset) / 3) * 4;
  return text.slice(first, Math.min(whole, text.length));
}
