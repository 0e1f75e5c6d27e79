import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A place where a secret was found, and in which form. */
export interface CanaryHit {
  readonly place: string;
  readonly form: string;
}

/**
 * Every form in which a secret could lie in an artefact: raw, JSON-escaped, percent-encoded, form-encoded, base64 at its
 * three alignments, base64url, hex, UTF-16.
 */
export function formsOf(secret: string): ReadonlyMap<string, Buffer> {
  const bytes = Buffer.from(secret, 'utf8');
  const forms = new Map<string, Buffer>();
  const add = (form: string, content: string | Buffer): void => {
    forms.set(form, typeof content === 'string' ? Buffer.from(content, 'utf8') : content);
  };
  add('raw', bytes);
  add('json', JSON.stringify(secret).slice(1, -1));
  add('percent', encodeURIComponent(secret));
  add(
    'percent-all',
    [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`).join(''),
  );
  add('form', new URLSearchParams([['', secret]]).toString().slice(1));
  for (const offset of [0, 1, 2]) {
    const base64 = stableBase64(bytes, offset);
    add(`base64+${String(offset)}`, base64);
    add(`base64url+${String(offset)}`, base64.replaceAll('+', '-').replaceAll('/', '_'));
  }
  add('hex', bytes.toString('hex'));
  add('HEX', bytes.toString('hex').toUpperCase());
  add('utf16le', Buffer.from(secret, 'utf16le'));
  add('utf16be', Buffer.from(secret, 'utf16le').swap16());
  return forms;
}

/** The characters of the base64 text that depend on the secret alone when it stands `offset` bytes into a longer text. */
function stableBase64(bytes: Buffer, offset: number): string {
  const text = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString('base64')
    .replaceAll('=', '');
  const first = offset === 0 ? 0 : offset + 1;
  const whole = Math.floor((bytes.length + offset) / 3) * 4;
  return text.slice(first, Math.min(whole, text.length));
}

/** Searches one artefact. */
export function searchBytes(
  place: string,
  content: Buffer | string,
  secrets: readonly string[],
): CanaryHit[] {
  const haystack = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return secrets.flatMap((secret) =>
    [...formsOf(secret)]
      .filter(([, form]) => form.length > 0 && haystack.includes(form))
      .map(([form]) => ({ place, form })),
  );
}

/** Searches every file below a folder; `ignore` leaves out paths that are not Keyfob's own (the test's browser profile). */
export async function searchFolder(
  folder: string,
  secrets: readonly string[],
  ignore: (path: string) => boolean = () => false,
): Promise<CanaryHit[]> {
  const hits: CanaryHit[] = [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || ignore(path)) continue;
    hits.push(...searchBytes(path, await readOrGone(path), secrets));
  }
  return hits;
}

/** A file's bytes; none when it went while the folder was being read: a browser that was killed still tidies up. */
async function readOrGone(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

/** Searches the command line and the environment of a process (Linux). */
export async function searchProcess(pid: number, secrets: readonly string[]): Promise<CanaryHit[]> {
  const hits: CanaryHit[] = [];
  for (const file of ['cmdline', 'environ']) {
    hits.push(
      ...searchBytes(`/proc/${String(pid)}/${file}`, await readFile(`/proc/${String(pid)}/${file}`), secrets),
    );
  }
  return hits;
}
