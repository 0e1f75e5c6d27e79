import { randomBytes } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { CustomScheme } from 'electron';
import { APP_ORIGIN } from '../../shared/contract/bridge.ts';
import { contentSecurityPolicy } from './security.ts';

/** To be registered before the app is ready. Nothing may bypass the policy, and no page may fetch. */
export const appScheme: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: false, codeCache: true },
};

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** The start page as it is now, with this nonce in it; null where the file is served as it was built. */
export type FirstPageWriter = (nonce: string) => Promise<string | null>;

/** The main window's address; the palette's has a question mark. */
const MAIN_PAGE = `${APP_ORIGIN}/index.html`;

/**
 * Serves the built page from `root` and nothing else, instead of `file:`. The main window's page may come drawn already.
 * Electron security checklist, 18: https://www.electronjs.org/docs/latest/tutorial/security#18-avoid-usage-of-the-file-protocol-and-prefer-usage-of-custom-protocols
 */
export function createAppProtocol(
  root: string,
  writeFirstPage: FirstPageWriter = () => Promise.resolve(null),
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET') return refusal(405);
    const nonce = newNonce();
    const drawn = request.url === MAIN_PAGE ? await writeFirstPage(nonce) : null;
    if (drawn !== null) return htmlReply(drawn, nonce);
    const parts = pathParts(request.url);
    const contentType = parts === null ? undefined : CONTENT_TYPES[extname(parts.at(-1) ?? '')];
    if (parts === null || contentType === undefined) return refusal(404);
    const content = await readContained(root, parts);
    if (content === null) return refusal(404);
    return contentType.startsWith('text/html')
      ? htmlReply(content.toString('utf8'), nonce)
      : reply(content, contentType, nonce);
  };
}

/**
 * The path below the root, or null for one that is not plainly below it. Judged on the text that came, before the URL parser
 * could fold `..` away or take a backslash for a slash.
 */
function pathParts(address: string): readonly string[] | null {
  if (!address.startsWith(`${APP_ORIGIN}/`)) return null;
  const encoded = address.slice(APP_ORIGIN.length + 1).replace(/[?#].*$/s, '');
  if (/%2f|%5c|%00|\\/i.test(encoded)) return null;
  const path = decoded(encoded);
  if (path === null || path.includes('\0')) return null;
  const parts = path === '' ? ['index.html'] : path.split('/');
  return parts.every((part) => part !== '' && part !== '.' && part !== '..' && !part.includes(':'))
    ? parts
    : null;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/** The file's content; null when there is none, or a link leads out of the root. */
async function readContained(root: string, parts: readonly string[]): Promise<Buffer | null> {
  try {
    const folder = await realpath(root);
    const file = await realpath(join(folder, ...parts));
    return file.startsWith(folder + sep) ? await readFile(file) : null;
  } catch (error) {
    // A missing file, a folder, a name that is too long: to the page they are all "not there".
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

function newNonce(): string {
  return randomBytes(16).toString('base64');
}

function htmlReply(html: string, nonce: string): Response {
  return reply(Buffer.from(withNonce(html, nonce)), 'text/html; charset=utf-8', nonce);
}

function reply(content: Buffer, contentType: string, nonce: string): Response {
  return new Response(new Uint8Array(content), {
    headers: { 'Content-Type': contentType, ...securityHeaders(nonce) },
  });
}

/** The page's own scripts read the nonce here; the property's name is the one that React Aria and Vite look for. */
function withNonce(html: string, nonce: string): string {
  return html.replace('<head>', `<head><meta property="csp-nonce" nonce="${nonce}">`);
}

function refusal(status: 404 | 405): Response {
  return new Response(null, { status, headers: securityHeaders(newNonce()) });
}

function securityHeaders(nonce: string): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
  };
}
