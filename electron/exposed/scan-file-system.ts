import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  opendirSync,
  openSync,
  readSync,
  statfsSync,
  type Stats,
} from 'node:fs';

export type EntryKind = 'file' | 'folder' | 'link' | 'special';

export interface FolderEntry {
  readonly name: string;
  readonly kind: EntryKind;
}

export interface FileFacts {
  readonly kind: EntryKind;
  /** In bytes. */
  readonly size: number;
  /** Which file system it is on. */
  readonly device: number;
}

export interface OpenFile extends FileFacts {
  /** Fills `into` from its start; answers how many bytes, 0 at the end. */
  read(into: Uint8Array): number;
  /** The same from there on, wherever `read` is. */
  readAt(into: Uint8Array, offset: number): number;
  close(): void;
}

/** The little of a file system that a scan needs. Synchronous: it runs in a thread of its own. Every call may throw the system's error. */
export interface ScanFileSystem {
  listFolder(path: string): Iterable<FolderEntry>;
  factsOf(path: string): FileFacts;
  /** Never waits, and never goes through a link. */
  open(path: string): OpenFile;
  exists(path: string): boolean;
  /** Whether this is where the system shows its own state as files: some of those never end. */
  isSystemState(path: string): boolean;
}

/** Linux's numbers of proc, sysfs, devpts, cgroup, cgroup2, debugfs, tracefs, securityfs, bpf and configfs (statfs(2)). */
const STATE_FILE_SYSTEMS = new Set([
  0x9fa0, 0x62656572, 0x1cd1, 0x27e0eb, 0x63677270, 0x64626720, 0x74726163, 0x73636673, 0xcafe4a11,
  0x62656570,
]);

/** Windows has neither of the last two, and nothing is a zero here. */
const OPEN_FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

export function nodeFileSystem(): ScanFileSystem {
  return {
    *listFolder(path) {
      const folder = opendirSync(path);
      try {
        for (let entry = folder.readSync(); entry !== null; entry = folder.readSync()) {
          yield { name: entry.name, kind: kindOf(entry) };
        }
      } finally {
        folder.closeSync();
      }
    },
    factsOf: (path) => factsOf(lstatSync(path)),
    open(path) {
      const descriptor = openSync(path, OPEN_FLAGS);
      try {
        return {
          ...factsOf(fstatSync(descriptor)),
          read: (into) => readSync(descriptor, into),
          readAt: (into, offset) => readSync(descriptor, into, 0, into.length, offset),
          close: () => {
            closeSync(descriptor);
          },
        };
      } catch (error) {
        closeSync(descriptor);
        throw error;
      }
    },
    exists: (path) => existsSync(path),
    isSystemState: (path) => process.platform === 'linux' && STATE_FILE_SYSTEMS.has(statfsSync(path).type),
  };
}

function factsOf(stats: Stats): FileFacts {
  return { kind: kindOf(stats), size: stats.size, device: stats.dev };
}

function kindOf(entry: Pick<Stats, 'isSymbolicLink' | 'isDirectory' | 'isFile'>): EntryKind {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : 'special';
}
