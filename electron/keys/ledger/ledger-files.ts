import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Everything that SQLite keeps of one database: the file, the write-ahead log, its index, a rollback journal. */
const SUFFIXES = ['', '-wal', '-shm', '-journal'] as const;

export interface LedgerPaths {
  readonly ledger: string;
  readonly folder: string;
  readonly backups: string;
  /** A checked copy of a backup that is to take the ledger's place. */
  readonly restoring: string;
}

export function ledgerPaths(path: string): LedgerPaths {
  const folder = dirname(path);
  return { ledger: path, folder, backups: join(folder, 'backups'), restoring: `${path}.restoring` };
}

/** An instant (epoch milliseconds) as a part of a file name that every file system takes. */
export function fileTime(at: number): string {
  return new Date(at).toISOString().replaceAll(/[:.]/g, '-');
}

/** The instant in such a part of a name. */
export function instantOf(time: string): number {
  const [day = '', clock = ''] = time.split('T');
  const [hours, minutes, seconds, ms] = clock.split('-');
  return Date.parse(`${day}T${String(hours)}:${String(minutes)}:${String(seconds)}.${String(ms)}`);
}

/** Makes the folder, and it and the ledger's files private to this user. Throws the error of `node:fs`. */
export function makePrivate(paths: LedgerPaths): void {
  makeFolder(paths.folder);
  for (const suffix of SUFFIXES) {
    if (existsSync(paths.ledger + suffix)) chmodSync(paths.ledger + suffix, 0o600);
  }
}

export function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
}

/** The size in bytes; 0 when there is no such file. */
export function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** When the ledger was last written, in epoch milliseconds; 0 when it never was. */
export function changedAt(path: string): number {
  const times = ['', '-wal'].map(
    (suffix) => statSync(path + suffix, { throwIfNoEntry: false })?.mtimeMs ?? 0,
  );
  return Math.max(...times);
}

/** An empty file that only this user can read, for SQLite to fill. Fails when something is there. */
export function createPrivateFile(path: string): void {
  closeSync(openSync(path, 'wx', 0o600));
}

/** Makes a file's content, and a folder's names, outlast a power cut. */
export function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** As `flush`; Windows cannot open a folder, and needs no such flush. */
export function flushFolder(folder: string): void {
  if (process.platform !== 'win32') flush(folder);
}

/**
 * Moves the ledger aside with everything that belongs to it, so that it opens there as it would have opened here.
 * Nothing is deleted or overwritten. Returns its new name, or null when nothing was there.
 */
export function setAside(path: string, now: number): string | null {
  const present = SUFFIXES.filter((suffix) => existsSync(path + suffix));
  if (present.length === 0) return null;
  const target = freeName(`${path}.set-aside-${fileTime(now)}`);
  for (const suffix of present) renameSync(path + suffix, target + suffix);
  flushFolder(dirname(path));
  return basename(target);
}

/** Moves a folder aside under a free name; nothing happens when there is none. */
export function setFolderAside(folder: string, now: number): void {
  if (existsSync(folder)) renameSync(folder, freeName(`${folder}-set-aside-${fileTime(now)}`));
}

function freeName(wanted: string): string {
  const isTaken = (name: string): boolean => SUFFIXES.some((suffix) => existsSync(name + suffix));
  let name = wanted;
  for (let count = 2; isTaken(name); count += 1) name = `${wanted}-${String(count)}`;
  return name;
}
