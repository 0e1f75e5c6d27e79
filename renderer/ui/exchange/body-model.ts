import type { CodeLanguage } from '../code-mirror/code-language.ts';
import { looksLikeJson } from '../json-text.ts';

/** The language of a text body: by its content type (RFC 6839 suffixes too), else by its first character. */
export function languageOf(contentType: string, text: string): CodeLanguage {
  const type = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/json' || type.endsWith('+json')) return 'json';
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'html';
  if (type === 'application/xml' || type === 'text/xml' || type.endsWith('+xml')) return 'xml';
  return (type === '' || type === 'text/plain') && looksLikeJson(text) ? 'json' : 'text';
}

const BYTES_A_LINE = 16;

/** Hexadecimal digits as lines of an offset, 16 bytes and their ASCII, as `hexdump -C` writes them. */
export function hexDump(hex: string): string {
  const lines: string[] = [];
  for (let at = 0; at < hex.length; at += BYTES_A_LINE * 2) {
    const bytes = hex.slice(at, at + BYTES_A_LINE * 2).match(/../g) ?? [];
    const left = bytes.slice(0, 8).join(' ');
    const right = bytes.slice(8).join(' ');
    const ascii = bytes.map((byte) => {
      const code = Number.parseInt(byte, 16);
      return code >= 32 && code < 127 ? String.fromCharCode(code) : '·';
    });
    lines.push(
      `${(at / 2).toString(16).padStart(8, '0')}  ${left.padEnd(23)}  ${right.padEnd(23)}  ${ascii.join('')}`,
    );
  }
  return lines.join('\n');
}
