/**
 * The fixed forms in which a secret may stand in a text: as it is and as its bytes may be read, base64 and base64url at their three
 * alignments, hex in both cases, and UTF-16 read byte by byte. Forms that mix plain and escaped characters are found by `escapedAt`.
 */
export function fixedForms(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const hex = bytes.toString('hex');
  const base64 = [0, 1, 2].map((offset) => alignedBase64(bytes, offset)).filter((form) => form.length >= 6);
  const percent = encodeURIComponent(secret.toWellFormed());
  const utf16 = [[...secret].join('\0'), ...utf16Bytes(secret)];
  const forms = [...readings(secret), ...inBothAlphabets(base64), hex, hex.toUpperCase(), percent, ...utf16];
  return [...new Set([...forms, ...twiceEncoded(percent, base64), ...inBase64(secret, { hex, percent })])];
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
 * What an encoder makes of an encoded secret: percent-encoding of percent-encoding (in either case of its digits), and base64 or hex of
 * base64 at each alignment of both, in either alphabet. More layers than two are nobody's form: the text of a third is not promised to be masked.
 */
function twiceEncoded(percent: string, base64: readonly string[]): readonly string[] {
  const lower = percent.replaceAll(/%../g, (escape) => escape.toLowerCase());
  const inner = inBothAlphabets(base64).map((form) => Buffer.from(form));
  const again = inner.flatMap((bytes) => [0, 1, 2].map((offset) => alignedBase64(bytes, offset)));
  const inHex = inner.flatMap((bytes) => [bytes.toString('hex'), bytes.toString('hex').toUpperCase()]);
  return [
    encodeURIComponent(percent),
    encodeURIComponent(lower),
    ...[...inBothAlphabets(again), ...inHex].filter(({ length }) => length >= SHORTEST_ENCODED),
  ];
}

/** As they are, and as they stand in URLs, where that is another text. */
function inBothAlphabets(base64: readonly string[]): readonly string[] {
  return [...new Set([...base64, ...base64.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'))])];
}

/** Of what is encoded twice a shorter form may stand by chance. */
const SHORTEST_ENCODED = 12;

/**
 * What is base64 of another form: of UTF-16, as PowerShell takes its commands and Windows keeps texts; of hex; and of what is escaped for
 * a URL or for JSON, where that is another text.
 */
function inBase64(
  secret: string,
  { hex, percent }: { readonly hex: string; readonly percent: string },
): readonly string[] {
  // Without its last byte, which of ASCII is the NUL: then big-endian bytes have the same form, one alignment on.
  const utf16 = Buffer.from(secret, 'utf16le').subarray(0, -1);
  const escaped = JSON.stringify(secret).slice(1, -1);
  const texts = [hex, hex.toUpperCase(), ...[percent, escaped].filter((text) => text !== secret)];
  const forms = [utf16, ...texts.map((text) => Buffer.from(text))].flatMap((bytes) =>
    [0, 1, 2].map((offset) => alignedBase64(bytes, offset)),
  );
  return inBothAlphabets(forms).filter(({ length }) => length >= SHORTEST_ENCODED);
}

/** The forms of base64 in which characters stand that are escaped in URLs and in JSON. */
export function escapableForms(secret: string): readonly string[] {
  return base64Forms(secret, SHORTEST_ENCODED).filter((form) => /[+/]/.test(form));
}

function base64Forms(secret: string, shortest: number): readonly string[] {
  const bytes = Buffer.from(secret, 'utf8');
  return [0, 1, 2].map((offset) => alignedBase64(bytes, offset)).filter((form) => form.length >= shortest);
}

/** Shorter texts are found in words that are broken over two lines. */
const SHORTEST_BROKEN = 16;

/** The forms that mail programs and PEM files break into lines; the secret itself as well, as quoted-printable does (RFC 2045, 6.7). */
export function brokenForms(secret: string): readonly string[] {
  return [...(secret.length < SHORTEST_BROKEN ? [] : [secret]), ...base64Forms(secret, SHORTEST_BROKEN)];
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
