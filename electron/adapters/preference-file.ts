import { copyFileSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { describeBug } from '../app/describe-bug.ts';
import type { Logger } from '../ports/logger.ts';

const contentSchema = z.record(z.string(), z.unknown());
type Content = z.infer<typeof contentSchema>;

/** The library's file: assigning `store` writes it. */
export interface KeyValueFile {
  store: Content;
}

export interface PreferenceFileOptions {
  readonly path: string;
  /** Opens the library's file at `path`. */
  readonly open: () => KeyValueFile;
  readonly logger: Logger;
  /** Epoch milliseconds; names a file that is set aside. */
  readonly now: () => number;
}

/** A small JSON file whose content is held in memory after the start. */
export interface PreferenceFile {
  read(): Content;
  /** Returns whether the disk took it; when not, the file and what `read` answers are as they were. */
  write(content: Content): boolean;
}

/**
 * Guards electron-store against what it does not: it renames a short write over the good file when the disk is full, and takes
 * `null` or a list for an empty store. A file that is damaged is set aside, never emptied.
 */
export function openPreferenceFile({ path, open, logger, now }: PreferenceFileOptions): PreferenceFile {
  const previous = `${path}.previous`;
  setAsideDamaged(path, `${path}.damaged-${String(now())}`, logger);
  // Left there by a crash in the middle of a write.
  if (!existsSync(path) && readContent(previous) !== null) renameSync(previous, path);
  const file = openOrNull(open, logger);
  let content = readContent(path) ?? {};

  return {
    read: () => content,
    write(next) {
      if (file === null) return false;
      const hadFile = existsSync(path);
      try {
        if (hadFile) copyFileSync(path, previous);
        file.store = next;
        if (!isDeepStrictEqual(readContent(path), next)) throw new Error('The file is not what was written');
        content = next;
        rmSync(previous, { force: true });
        return true;
      } catch (error) {
        logger.warn('The preferences could not be written', { bug: describeBug(error) });
        restore({ path, previous, hadFile, content }, logger);
        return false;
      }
    },
  };
}

/** The file's object; null when there is no file, it cannot be read, or it holds anything else. */
function readContent(path: string): Content | null {
  try {
    const parsed = contentSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return null;
    throw error;
  }
}

function setAsideDamaged(path: string, aside: string, logger: Logger): void {
  if (!existsSync(path) || readContent(path) !== null) return;
  try {
    renameSync(path, aside);
    logger.warn('The preferences were damaged; they were set aside and the defaults are used', { aside });
  } catch (error) {
    logger.error('The preferences are damaged and cannot be set aside', { bug: describeBug(error) });
  }
}

function openOrNull(open: () => KeyValueFile, logger: Logger): KeyValueFile | null {
  try {
    return open();
  } catch (error) {
    logger.error('The preferences cannot be kept; they last until Keyfob quits', { bug: describeBug(error) });
    return null;
  }
}

interface Interrupted {
  readonly path: string;
  readonly previous: string;
  readonly hadFile: boolean;
  readonly content: Content;
}

function restore({ path, previous, hadFile, content }: Interrupted, logger: Logger): void {
  try {
    if (isDeepStrictEqual(readContent(path), content)) rmSync(previous, { force: true });
    else if (!hadFile) rmSync(path, { force: true });
    else if (readContent(previous) !== null) renameSync(previous, path);
  } catch (error) {
    logger.error('The preferences could not be put back', { bug: describeBug(error) });
  }
}
