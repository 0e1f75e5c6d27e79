import { hash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  fstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../../ports/clock.ts';
import { fileTime, flushFolder } from '../ledger/ledger-files.ts';
import { deadKeyEntrySchema, type DeadKey } from './dead-key.ts';

const HEADER = '{"format":"keyfob-dead-keys","version":1}';
/** Hexadecimal digits: it tells damage and changes by hand; who can write here can do more than forge one. */
const CHAIN_LENGTH = 16;

const lineSchema = z.tuple([z.string().length(CHAIN_LENGTH), deadKeyEntrySchema]);

export interface DeadKeyList {
  readonly keys: readonly DeadKey[];
  /** `false`: a line is missing, changed or cannot be read. What can be read counts all the same: rather too many are dead. */
  readonly isWhole: boolean;
}

/** The list outside the ledger: each line says what is dead, and a hash of itself and the line before. Throws the errors of `node:fs`. */
export interface DeadKeyFile {
  /** `null` when there is none yet. */
  read(): DeadKeyList | null;
  /** Returns when the disk has them. A line that the disk took in part is taken back. */
  append(keys: readonly DeadKey[]): void;
  /** Writes the list anew; one that was not whole is set aside first. */
  replace(keys: readonly DeadKey[], options: { readonly setsAside: boolean }): void;
}

export function createDeadKeyFile(path: string, clock: Pick<Clock, 'now'>): DeadKeyFile {
  /** The hash of the last line; `null` before the file was read. */
  let chain: string | null = null;

  const linesOf = (
    keys: readonly DeadKey[],
    from: string,
  ): { readonly text: string; readonly chain: string } => {
    let last = from;
    const texts: string[] = [];
    for (const { id, deadFrom, expiredFrom } of keys) {
      const entry = JSON.stringify([id, deadFrom, expiredFrom]);
      last = chainOf(last, entry);
      texts.push(`["${last}",${entry}]\n`);
    }
    return { text: texts.join(''), chain: last };
  };

  const replace: DeadKeyFile['replace'] = (keys, { setsAside }) => {
    const lines = linesOf(keys, chainOf('', HEADER));
    const partial = `${path}.partial`;
    rmSync(partial, { force: true });
    writeFileSync(partial, `${HEADER}\n${lines.text}`, { mode: 0o600, flag: 'wx', flush: true });
    if (setsAside && existsSync(path)) renameSync(path, `${path}.set-aside-${fileTime(clock.now())}`);
    renameSync(partial, path);
    flushFolder(dirname(path));
    chain = lines.chain;
  };

  return {
    read() {
      if (!existsSync(path)) return null;
      const list = parse(readFileSync(path, 'utf8'));
      chain = list.chain;
      return list;
    },
    append(keys) {
      if (keys.length === 0) return;
      // One that could not be read is kept.
      if (chain === null || !existsSync(path)) {
        replace(keys, { setsAside: true });
        return;
      }
      const lines = linesOf(keys, chain);
      appendWhole(path, lines.text);
      chain = lines.chain;
    },
    replace,
  };
}

function chainOf(before: string, entry: string): string {
  return hash('sha256', `${before}\n${entry}`, 'hex').slice(0, CHAIN_LENGTH);
}

function parse(text: string): DeadKeyList & { readonly chain: string } {
  const [header, ...lines] = text.split('\n');
  // A line that a crash cut off has no end, and its command was never answered.
  const cut = lines.pop();
  let isWhole = header === HEADER && cut === '';
  let chain = chainOf('', HEADER);
  const keys: DeadKey[] = [];
  for (const line of lines) {
    const read = lineOf(line);
    if (read === null) {
      isWhole = false;
      continue;
    }
    if (read.chain !== chainOf(chain, read.entry)) isWhole = false;
    chain = read.chain;
    keys.push(read.key);
  }
  return { keys, isWhole, chain };
}

function lineOf(
  line: string,
): { readonly chain: string; readonly entry: string; readonly key: DeadKey } | null {
  try {
    const value: unknown = JSON.parse(line);
    const read = lineSchema.safeParse(value);
    if (!read.success) return null;
    const [chain, key] = read.data;
    return { chain, entry: JSON.stringify([key.id, key.deadFrom, key.expiredFrom]), key };
  } catch {
    // Not JSON.
    return null;
  }
}

/** All of it, on the disk, or nothing. */
function appendWhole(path: string, text: string): void {
  const file = openSync(path, 'r+');
  try {
    const { size } = fstatSync(file);
    try {
      const bytes = Buffer.from(text);
      for (let written = 0; written < bytes.length;) {
        written += writeSync(file, bytes, written, bytes.length - written, size + written);
      }
      fsyncSync(file);
    } catch (error) {
      ftruncateSync(file, size);
      throw error;
    }
  } finally {
    closeSync(file);
  }
}
