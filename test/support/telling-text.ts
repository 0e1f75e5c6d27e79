import fc from 'fast-check';

/** Characters that rules about text stumble over: white space, controls, invisible ones, combining ones, pairs, look-alikes. */
const TELLING_CHARACTERS = [
  ...['a', 'Z', '0', '9', '-', '_', '.', '~', '!', '"', '<', '&', '{'],
  ...[' ', '\t', '\r', '\n', '\0', '\u007f', '\u0085', '\u00a0', '\u2028', '\u2029', '\ufeff'],
  ...['é', 'e\u0301', '\u0308', 'İ', 'ß', 'ς', 'а', 'ключ', '鍵', 'مفتاح', '\u202e', '\u200b', '\u200d'],
  ...['🔑', '👩‍💻', '\ud800', '\udc00'],
];

/** Arbitrary text made of them. Far quicker than every code point, and far likelier to find something. */
export function tellingText(maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...TELLING_CHARACTERS), maxLength });
}
