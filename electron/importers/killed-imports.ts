import { linkSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { lstat, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Ledger } from '../keys/ledger/ledger.ts';

// Files and ledger cannot change in one step. While either is ahead of the other, a mark lies beside each file: another name of the
// same file, which says what is at it. Whoever finds one at a later start knows that Keyfob was killed, and the ledger says how it ends.

const IMPORT_MARK = '.keyfob-import-';
const UNDO_MARK = '.keyfob-undo-';
const MARK = /^\.keyfob-(import|undo)-(.+)-\d+\.part$/;
const TRASH = '.trash';

/** Of a file that an import writes: it is written under this name, and linked into its place. */
export function importMark(folder: string, importId: string, index: number): string {
  return join(folder, `${IMPORT_MARK}${importId}-${String(index)}.part`);
}

/** Marks a file that is moved away because its import is taken back. `null` on a file system without links: a kill then leaves it in `.trash`. */
export function markUndone(path: string, importId: string, index: number): string | null {
  const mark = join(dirname(path), `${UNDO_MARK}${importId}-${String(index)}.part`);
  try {
    rmSync(mark, { force: true });
    linkSync(path, mark);
    return mark;
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return null;
    throw error;
  }
}

/** Moves a file where a person finds it again. `id` makes its name there its own. Returns where it is. */
export function moveToTrash(path: string, id: string): string {
  const trash = join(dirname(path), TRASH);
  mkdirSync(trash, { recursive: true, mode: 0o700 });
  const to = join(trash, `${id.slice(0, 8)} ${basename(path)}`);
  renameSync(path, to);
  return to;
}

/** Whether the ledger has it that an import was kept, or taken back. */
function isNoted(ledger: Ledger, kind: 'imported' | 'import-undone', importId: string): boolean {
  const sql = 'SELECT 1 FROM activity WHERE kind = ? AND instr(event, ?) > 0';
  return ledger.get(sql, [kind, importId]) !== undefined;
}

/** Whether anything was left by a kill; a folder that is not there has nothing. */
export async function hasKilledImport(folder: string): Promise<boolean> {
  return (await readdir(folder).catch(() => [])).some((name) => MARK.test(name));
}

/**
 * Ends what an import, or taking one back, left in a folder when it was killed. The files of an import that was not kept go to `.trash`, those of
 * one that was not taken back come back to their places. Returns whether there was anything. Throws the ledger's errors, and the disk's.
 */
export async function endKilledImports(folder: string, ledger: Ledger): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  let isAny = false;
  for (const name of names) {
    const [, what, importId] = MARK.exec(name) ?? [];
    if (importId === undefined) continue;
    const mark = join(folder, name);
    if (what === 'import' && !isNoted(ledger, 'imported', importId)) {
      for (const placed of await sameFiles(folder, mark)) moveToTrash(placed, importId);
    }
    if (what === 'undo' && !isNoted(ledger, 'import-undone', importId)) await putBack(folder, mark);
    await rm(mark, { force: true });
    isAny = true;
  }
  return isAny;
}

async function putBack(folder: string, mark: string): Promise<void> {
  for (const moved of await sameFiles(join(folder, TRASH), mark)) {
    // As `moveToTrash` called it.
    const place = join(folder, basename(moved).replace(/^.{8} /, ''));
    if (await isFree(place)) renameSync(moved, place);
  }
}

async function isFree(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null)) === null;
}

/** The other names in a folder of the file that the mark names. */
async function sameFiles(folder: string, mark: string): Promise<readonly string[]> {
  const { ino, dev } = await lstat(mark);
  const same: string[] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    if (MARK.test(name)) continue;
    const path = join(folder, name);
    const found = await lstat(path).catch(() => null);
    if (found?.ino === ino && found.dev === dev) same.push(path);
  }
  return same;
}
