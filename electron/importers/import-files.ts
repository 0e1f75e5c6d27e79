import { copyFileSync, constants, linkSync, rmSync } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { importMark } from './killed-imports.ts';

/** A file that an import makes: written beside its place, and put there last. */
export interface NewFile {
  readonly folder: string;
  /** Without its ending, as the document is called. */
  readonly title: string;
  readonly ending: string;
  readonly text: string;
}

/** A file that an import has put into its place. */
export interface PlacedFile {
  readonly path: string;
  readonly text: string;
}

export interface PreparedFiles {
  /**
   * Puts every file into its place, synchronously, so that it can be a part of a transaction. Never over another: a name that is taken
   * gets a number. Throws when the disk refuses, and leaves none.
   */
  place(): readonly PlacedFile[];
  /** Takes back what `place` did. */
  takeBack(): void;
  /** Removes what was written beside. Never throws. */
  tidy(): Promise<void>;
}

const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** Writes the files beside their places and brings them to the disk. Throws when the disk refuses, and leaves nothing. */
export async function prepareFiles(files: readonly NewFile[], id: string): Promise<PreparedFiles> {
  const parts: { readonly file: NewFile; readonly path: string }[] = [];
  const tidy = async (): Promise<void> => {
    await Promise.allSettled(parts.map(({ path }) => rm(path, { force: true })));
  };
  try {
    for (const [index, file] of files.entries()) {
      await mkdir(file.folder, { recursive: true, mode: 0o700 });
      const path = importMark(file.folder, id, index);
      parts.push({ file, path });
      await writeWhole(path, file.text);
    }
  } catch (error) {
    await tidy();
    throw error;
  }
  const placed: string[] = [];
  const takeBack = (): void => {
    for (const path of placed.splice(0)) rmSync(path, { force: true });
  };
  return {
    place() {
      try {
        for (const { file, path } of parts) placed.push(placeOne(path, file));
        return placed.map((path, index) => ({ path, text: parts[index]?.file.text ?? '' }));
      } catch (error) {
        takeBack();
        throw error;
      }
    },
    takeBack,
    tidy,
  };
}

async function writeWhole(path: string, text: string): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(text, 'utf8');
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function placeOne(part: string, { folder, title, ending }: NewFile): string {
  const base = fileBase(title);
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${number === 1 ? base : `${base} ${String(number)}`}${ending}`);
    try {
      linkOrCopy(part, path);
      return path;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
}

/** Both refuse a name that is taken. Not every file system has links. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || codeOf(error) === 'ENOENT') throw error;
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  }
}

function fileBase(title: string): string {
  const plain = title
    .normalize('NFC')
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .slice(0, 80)
    .trim()
    .replace(/[. ]+$/, '');
  return plain === '' || RESERVED.test(plain) ? `Imported ${plain}`.trim() : plain;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
