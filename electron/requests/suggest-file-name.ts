import type { SaveQuestion } from '../ports/file-dialog.ts';

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/json': 'json',
  'application/pdf': 'pdf',
  'application/xml': 'xml',
  'application/zip': 'zip',
  'application/gzip': 'gz',
  'text/xml': 'xml',
  'text/html': 'html',
  'text/csv': 'csv',
  'text/plain': 'txt',
  'text/css': 'css',
  'text/javascript': 'js',
  'text/event-stream': 'txt',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
};

const MAX_NAME = 80;

/**
 * A file name for a response: the last part of its address with an ending that fits its type. Only letters, digits, dots, dashes and
 * underscores are taken over, so that no address chooses a folder, a hidden file or a name that a system reads in its own way.
 */
export function suggestFileName(
  url: string,
  contentType: string,
): { readonly name: string; readonly kind: SaveQuestion['kind'] } {
  const extension = extensionOf(contentType);
  const path = URL.canParse(url) ? new URL(url).pathname : '';
  const last = path.split('/').findLast((part) => part !== '') ?? '';
  const plain = last.replaceAll(/%[0-9a-fA-F]{2}|[^A-Za-z0-9._-]/g, '-').replaceAll(/^[.-]+|[.-]+$/g, '');
  const stem = plain.slice(0, MAX_NAME).replace(/\.[A-Za-z0-9]{1,8}$/, '');
  return { name: `${stem === '' ? 'response' : stem}.${extension}`, kind: { name: 'response', extension } };
}

function extensionOf(contentType: string): string {
  const type = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const known = EXTENSIONS[type];
  if (known !== undefined) return known;
  if (type.endsWith('+json')) return 'json';
  if (type.endsWith('+xml')) return 'xml';
  return type.startsWith('text/') ? 'txt' : 'bin';
}
