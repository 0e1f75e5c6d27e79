/**
 * The fixed forms in which a secret may stand in a text: as it is, base64 and base64url at their three alignments, hex in both cases,
 * and UTF-16 read byte by byte. Forms that mix plain and escaped characters are found by `escapedAt`.
 */
export function fixedForms(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const hex = bytes.toString('hex');
  const base64 = [0, 1, 2].map((offset) => alignedBase64(bytes, offset)).filter((form) => form.length >= 6);
  const base64url = base64.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'));
  const percent = encodeURIComponent(secret.toWellFormed());
  const forms = [secret, ...base64, ...base64url, hex, hex.toUpperCase(), percent, [...secret].join('\0')];
  return [...new Set([...forms, ...twiceEncoded(percent, base64)])];
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

/** The most characters that a form takes for one of the secret: `&#x0000ff;`, and base64 or hex less. */
export const LONGEST_FORM_PER_CHARACTER = 12;

/** The characters that depend on the secret alone when it stands `offset` bytes into a longer, encoded text. */
function alignedBase64(bytes: Buffer, offset: number): string {
  const text = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString('base64')
    .replaceAll('=', '');
  const first = offset === 0 ? 0 : offset + 1;
  const whole = Math.floor((bytes.length + offset) / 3) * 4;
  return text.slice(first, Math.min(whole, text.length));
}
