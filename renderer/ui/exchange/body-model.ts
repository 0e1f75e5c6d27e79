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
