const ESCAPE =
  /%([0-9a-fA-F]{2})|\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})|\\(["'/\\])|&#(\d{1,7});|&#[xX]([0-9a-fA-F]{1,6});|&(amp|lt|gt|quot|apos);/g;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const HIGHEST_CODE_POINT = 0x10ffff;

/**
 * The text with percent-encoding (RFC 3986), JSON and script escapes (RFC 8259) and HTML character references undone, all of them at
 * once: in it a secret stands plain, however its characters were escaped. Not meant to be read: percent-encoded bytes become single characters.
 */
export function unescapedText(text: string): string {
  return text.replace(ESCAPE, (whole: string, ...groups: readonly (string | undefined)[]) => {
    const [percent, unicode, hex, itself, decimal, reference, name] = groups;
    if (itself !== undefined) return itself;
    if (name !== undefined) return NAMED[name] ?? whole;
    const code =
      decimal === undefined
        ? Number.parseInt(percent ?? unicode ?? hex ?? reference ?? '', 16)
        : Number(decimal);
    return code <= HIGHEST_CODE_POINT ? String.fromCodePoint(code) : whole;
  });
}
