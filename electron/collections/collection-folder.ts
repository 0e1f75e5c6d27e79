import { createHash } from 'node:crypto';
import { watch } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { readRegularFile } from '../regular-file.ts';
import { told } from '../told.ts';

/** A file as it was read. */
export interface FileSnapshot {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Of its content, SHA-256 in hex. */
  readonly hash: string;
}

/** A mark that changes when the file is written: cheaper than its hash. */
export interface FileMark {
  readonly name: string;
  readonly mark: string;
  readonly size: number;
}

export interface CollectionFolderOptions {
  readonly path: string;
  /** For the names of files that are not finished yet. */
  readonly newId: () => string;
}

/** A folder of JSON files that other programs may write to at any time. Names are those of files directly in it. */
export interface CollectionFolder {
  readonly path: string;
  /** Its `*.json` files by name. None when the folder does not exist. */
  list(): Promise<Result<readonly FileMark[]>>;
  mark(name: string): Promise<FileMark | null>;
  /** `not-found`, `file-unreadable`. */
  read(name: string): Promise<Result<FileSnapshot>>;
  /**
   * Writes beside the file, brings it to the disk, and renames it over the old one, whose permissions it keeps; a new one is readable by
   * its owner alone. `expected`: the hash of what is there, `null` for nothing. When something else is there:
   * `collection-changed-on-disk`. `file-write-failed` leaves the old file as it was.
   */
  write(name: string, text: string, expected: string | null): Promise<Result<FileSnapshot>>;
  /** Puts a file into the folder `.trash` beside; returns its name there. `not-found`, `file-write-failed`. */
  moveToTrash(name: string): Promise<Result<string>>;
  /** Takes it out again, under its old name or one like it. */
  restore(trashName: string, name: string): Promise<Result<string>>;
  /** A name that no file has, made of a title. */
  freeName(title: string): Promise<string>;
  /** Calls back when something in the folder changed. Does nothing while the folder does not exist. */
  watch(listener: () => void): () => void;
}

/** Of one file; a larger one is not read at all. */
export const MAX_BYTES = 50 * 1024 * 1024;

const EXTENSION = '.json';
const TRASH = '.trash';
/** What a file's name may not be on one of the systems that a shared folder is used on. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

export function createCollectionFolder({ path, newId }: CollectionFolderOptions): CollectionFolder {
  const folder = { path, newId };
  return {
    path,
    list: () => listFiles(folder),
    mark: (name) => markOf(folder, name),
    read: (name) => readWhole(folder, name),
    write: (name, text, expected) => replaceFile(folder, name, { text, expected }),
    moveToTrash: (name) => moveToTrash(folder, name),
    restore: (trashName, name) => restore(folder, trashName, name),
    freeName: (title) => freeName(folder, title),
    watch: (listener) => watchFolder(folder, listener),
  };
}

async function markOf({ path }: CollectionFolderOptions, name: string): Promise<FileMark | null> {
  if (!isPlainName(name)) return null;
  const found = await orMissing(stat(join(path, name), { bigint: true }));
  if (found?.isFile() !== true) return null;
  const mark = [found.mtimeNs, found.ctimeNs, found.size, found.ino].join(':');
  return { name, size: Number(found.size), mark };
}

async function listFiles(folder: CollectionFolderOptions): Promise<Result<readonly FileMark[]>> {
  try {
    const names = (await orMissing(readdir(folder.path))) ?? [];
    const marks = await Promise.all(names.map((name) => markOf(folder, name)));
    return ok(marks.filter((each) => each !== null).toSorted((a, b) => a.name.localeCompare(b.name)));
  } catch (error) {
    return unreadable(error);
  }
}

async function readWhole({ path }: CollectionFolderOptions, name: string): Promise<Result<FileSnapshot>> {
  if (!isPlainName(name)) return failed('not-found');
  try {
    const file = await readRegularFile(join(path, name), MAX_BYTES);
    if (file.kind === 'too-large') return failed('file-unreadable', told('documentTooLarge'));
    // As in the list, where nothing else stands.
    if (file.kind === 'no-file') return failed('not-found');
    const { bytes } = file;
    return ok({ name, bytes, hash: hashOf(bytes) });
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? failed('not-found') : unreadable(error);
  }
}

async function freeName({ path }: CollectionFolderOptions, title: string): Promise<string> {
  const base = fileBaseOf(title);
  for (let number = 1; ; number += 1) {
    const name = `${number === 1 ? base : `${base} ${String(number)}`}${EXTENSION}`;
    if ((await orMissing(stat(join(path, name)))) === null) return name;
  }
}

async function replaceFile(
  folder: CollectionFolderOptions,
  name: string,
  { text, expected }: { readonly text: string; readonly expected: string | null },
): Promise<Result<FileSnapshot>> {
  if (!isPlainName(name)) return failed('invalid-input', { field: 'name' });
  const { path, newId } = folder;
  const bytes = Buffer.from(text, 'utf8');
  const part = join(path, `.${name}.${newId().slice(0, 8)}.part`);
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    const mode = (await orMissing(stat(join(path, name))))?.mode ?? 0o600;
    await writeWhole(part, bytes, mode & 0o777);
    // As late as can be: what was written meanwhile must not be lost.
    const there = await readWhole(folder, name);
    const isExpected = there.ok ? there.value.hash === expected : expected === null;
    if (!isExpected || (!there.ok && there.error.code !== 'not-found')) {
      await orMissing(rm(part, { force: true }));
      return failed('collection-changed-on-disk');
    }
    await rename(part, join(path, name));
    await syncFolder(path);
    return ok({ name, bytes, hash: hashOf(bytes) });
  } catch (error) {
    await orMissing(rm(part, { force: true }));
    return writeFailed(error);
  }
}

async function moveToTrash({ path, newId }: CollectionFolderOptions, name: string): Promise<Result<string>> {
  if (!isPlainName(name)) return failed('not-found');
  try {
    await mkdir(join(path, TRASH), { recursive: true, mode: 0o700 });
    const trashName = `${newId().slice(0, 8)} ${name}`;
    await rename(join(path, name), join(path, TRASH, trashName));
    return ok(trashName);
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? failed('not-found') : writeFailed(error);
  }
}

async function restore(
  folder: CollectionFolderOptions,
  trashName: string,
  name: string,
): Promise<Result<string>> {
  if (!isPlainName(trashName) || !isPlainName(name)) return failed('not-found');
  try {
    const isFree = (await markOf(folder, name)) === null;
    const free = isFree ? name : await freeName(folder, name.slice(0, -EXTENSION.length));
    await rename(join(folder.path, TRASH, trashName), join(folder.path, free));
    return ok(free);
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? failed('not-found') : writeFailed(error);
  }
}

function watchFolder({ path }: CollectionFolderOptions, listener: () => void): () => void {
  try {
    const watcher = watch(path, { persistent: false }, listener);
    // A folder that goes away ends the watch; the next list finds it gone.
    watcher.on('error', () => watcher.close());
    return () => watcher.close();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return () => undefined;
    throw error;
  }
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Whether it names a JSON file directly in the folder. */
function isPlainName(name: string): boolean {
  return (
    extname(name).toLowerCase() === EXTENSION &&
    !name.startsWith('.') &&
    !/[/\\\0]/.test(name) &&
    name.length <= 255
  );
}

function fileBaseOf(title: string): string {
  const plain = title
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .slice(0, 80)
    .replace(/[. ]+$/, '')
    .toWellFormed();
  return plain === '' || RESERVED.test(plain) ? `Collection ${plain}`.trim() : plain;
}

async function writeWhole(path: string, bytes: Uint8Array, mode: number): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(bytes);
    await file.chmod(mode);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Brings the renaming itself to the disk, where the system lets a folder be opened. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function orMissing<Value>(reading: Promise<Value>): Promise<Value | null> {
  try {
    return await reading;
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
    throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function unreadable(error: unknown): ReturnType<typeof failed> {
  const reason = codeOf(error);
  return failed('file-unreadable', told('placeUnreadable', { reason }));
}

function writeFailed(error: unknown): ReturnType<typeof failed> {
  const reason = codeOf(error);
  return failed('file-write-failed', told('fileNotWritten', { reason }));
}
