import { constants } from 'node:fs';
import { lstat, open, readdir, realpath } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { notReadable, tooLarge } from './import-failures.ts';
import { importSource, type ImportSource, type SourceFile } from './import-source.ts';
import type { ImportNote } from './importer.ts';
import { IMPORT_LIMITS } from './limits.ts';
import { readText } from './read-text.ts';
import { told, worded } from '../told.ts';

export interface ReadChosen {
  /** A Bruno folder is one source; of any other folder, as of several files, each file is one. */
  readonly sources: readonly ImportSource[];
  readonly notes: readonly ImportNote[];
}

/** What an import reads in a folder; anything else in it is none of its business. */
const READ_IN_FOLDERS = /(?:\.bru|\.json|\.ya?ml|\.har|(?:^|\/)\.env(?:\.[\w-]+)?)$/i;
const SKIPPED_FOLDERS = new Set(['node_modules', '.git']);

interface Reading {
  readonly files: SourceFile[];
  readonly notes: ImportNote[];
  bytes: number;
  entries: number;
}

/**
 * Reads the files and folders that the person chose. Within a folder no symbolic link is followed, so that nothing outside it is read.
 * `import-too-large` beyond the limits; the errors of `readText` for a file that was chosen by itself.
 */
export async function readChosen(
  paths: readonly string[],
  { takesFolders = true }: { readonly takesFolders?: boolean } = {},
): Promise<Result<ReadChosen>> {
  const sources: ImportSource[] = [];
  const reading: Reading = { files: [], notes: [], bytes: 0, entries: 0 };
  for (const path of paths) {
    try {
      const real = await realpath(path);
      const stats = await lstat(real);
      if (stats.isDirectory()) {
        if (!takesFolders) return notReadable(told('folderNotOpened'));
        const read = await readFolder(real, reading);
        if (!read.ok) return read;
        sources.push(...read.value);
        continue;
      }
      const file = await readOne(real, basename(path), reading);
      if (!file.ok) return file;
      sources.push(importSource([file.value]));
    } catch (error) {
      const code = codeOf(error);
      if (code === null) throw error;
      return failed('import-not-readable', told('chosenNotRead', { reason: code }));
    }
  }
  return ok({ sources, notes: reading.notes });
}

async function readFolder(root: string, reading: Reading): Promise<Result<readonly ImportSource[]>> {
  const files: SourceFile[] = [];
  const pending: { readonly path: string; readonly depth: number }[] = [{ path: root, depth: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { path, depth } = next;
    if (depth > IMPORT_LIMITS.folderDepth) return tooLarge(told('folderTooDeep'));
    for (const entry of await readdir(path, { withFileTypes: true })) {
      reading.entries += 1;
      if (reading.entries > IMPORT_LIMITS.folderEntries) return tooLarge(told('folderTooMany'));
      const inner = join(path, entry.name);
      const name = relative(root, inner).split(sep).join('/');
      if (entry.isSymbolicLink()) {
        reading.notes.push({ kind: 'dropped', what: worded('importLinkLeft'), where: name });
      } else if (entry.isDirectory()) {
        if (!SKIPPED_FOLDERS.has(entry.name)) pending.push({ path: inner, depth: depth + 1 });
      } else if (entry.isFile() && READ_IN_FOLDERS.test(name)) {
        if (files.length >= IMPORT_LIMITS.files) return tooLarge(told('folderTooManyToImport'));
        const file = await readOne(inner, name, reading);
        if (file.ok) files.push(file.value);
        else if (file.error.code === 'import-too-large') return file;
        else reading.notes.push({ kind: 'dropped', what: worded('importNoTextLeft'), where: name });
      }
    }
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  if (files.length === 0) return notReadable(told('folderWithNothing'));
  const isBruno = files.some(({ path }) => basename(path) === 'bruno.json');
  return ok(isBruno ? [importSource(files)] : files.map((file) => importSource([file])));
}

/** Opened without following a link that took the file's place, and only as far as the limit. */
async function readOne(path: string, name: string, reading: Reading): Promise<Result<SourceFile>> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) return notReadable(told('onlyFilesAndFolders'));
    reading.bytes += stats.size;
    if (reading.bytes > IMPORT_LIMITS.bytes) return tooLarge(told('filesTooLarge'));
    const text = readText(await handle.readFile());
    return text.ok ? ok({ path: name, text: text.value }) : text;
  } finally {
    await handle.close();
  }
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
