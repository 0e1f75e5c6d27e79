/**
 * The fixed forms in which a secret may stand in a text beside itself: base64 and base64url at their three alignments, hex in both
 * cases, and UTF-16 read byte by byte. Forms that mix plain and escaped characters are matched by `escapedPattern`.
 */
export function fixedForms(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const hex = bytes.toString('hex');
  const base64 = [0, 1, 2].map((offset) => alignedBase64(bytes, offset)).filter((form) => form.length >= 6);
  const base64url = base64.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'));
  return [...new Set([...base64, ...base64url, hex, hex.toUpperCase(), [...secret].join('\0')])];
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

/**
 * Matches the secret with each of its characters plain, percent-encoded (RFC 3986), form-encoded, JSON-escaped (RFC 8259) or as an
 * HTML character reference, in any mixture.
 */
export function escapedPattern(secret: string): RegExp {
  return new RegExp([...secret].map(escapedCharacter).join(''), 'g');
}

/** The most characters that a form takes for one of the secret: `&#x0000ff;`, and base64 or hex less. */
export const LONGEST_FORM_PER_CHARACTER = 12;

function escapedCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  const percent = [...Buffer.from(character, 'utf8')].map(
    (byte) => `%${anyCase(byte.toString(16).padStart(2, '0'))}`,
  );
  const alternatives = [
    character.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'),
    percent.join(''),
    `\\\\u${anyCase(hex.padStart(4, '0'))}`,
    `&#0{0,4}${String(code)};`,
    `&#[xX]0{0,4}${anyCase(hex)};`,
    ...(SHORT_ESCAPES[character] ?? []),
  ];
  return `(?:${alternatives.join('|')})`;
}

const SHORT_ESCAPES: Readonly<Record<string, readonly string[]>> = {
  ' ': ['\\+'],
  '"': ['\\\\"', '&quot;'],
  '\\': ['\\\\\\\\'],
  '/': ['\\\\/'],
  '&': ['&amp;'],
  '<': ['&lt;'],
  '>': ['&gt;'],
  "'": ['&apos;'],
};

function anyCase(hex: string): string {
  return hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}
