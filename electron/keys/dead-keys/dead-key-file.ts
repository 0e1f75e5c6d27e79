import { hash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../../ports/clock.ts';
import { fileTime, flushFolder, instantOf } from '../ledger/ledger-files.ts';
import { deadKeyEntrySchema, type DeadKey } from './dead-key.ts';

const SET_ASIDE = '.set-aside-';
const HEADER = '{"format":"keyfob-dead-keys","version":1}';
/** Hexadecimal digits: it tells damage and changes by hand; who can write here can do more than forge one. */
const CHAIN_LENGTH = 16;

const linkSchema = z.string().length(CHAIN_LENGTH);

export interface DeadKeyList {
  readonly keys: readonly DeadKey[];
  /** `false`: a line is missing, changed or cannot be read. What can be read counts all the same: rather too many are dead. */
  readonly isWhole: boolean;
}

/**
 * The list outside the ledger: a line for each that is dead, and after what was written at once a line with a hash of it and of the hash
 * before. (A hash a line would be the most of what revoking thousands costs.) Throws the errors of `node:fs`.
 */
export interface DeadKeyFile {
  /** `null` when there is none yet. */
  read(): DeadKeyList | null;
  /** Returns when the disk has the lines (`linesOf`). What the disk took in part is taken back. */
  append(lines: string): void;
  /** Whether the file is what was written to it. Looks at it alone. */
  isWhole(): boolean;
  /** When a list that was not whole was last set aside, in epoch milliseconds; `null` when none lies there. */
  setAsideAt(): number | null;
  /** Writes the list anew; one that was not whole is set aside first. */
  replace(keys: readonly DeadKey[], options: { readonly setsAside: boolean }): void;
}

export function createDeadKeyFile(path: string, clock: Pick<Clock, 'now'>): DeadKeyFile {
  /** The hash of the last line; `null` before the file was read. */
  let chain: string | null = null;

  const replace = (lines: string, { setsAside }: { readonly setsAside: boolean }): void => {
    const linked = link(chainOf('', HEADER), lines);
    const partial = `${path}.partial`;
    rmSync(partial, { force: true });
    writeFileSync(partial, `${HEADER}\n${linked.text}`, { mode: 0o600, flag: 'wx', flush: true });
    if (setsAside && existsSync(path)) renameSync(path, `${path}${SET_ASIDE}${fileTime(clock.now())}`);
    renameSync(partial, path);
    flushFolder(dirname(path));
    chain = linked.chain;
  };

  return {
    read() {
      if (!existsSync(path)) return null;
      const list = parse(readFileSync(path, 'utf8'));
      chain = list.chain;
      return list;
    },
    isWhole: () => !existsSync(path) || parse(readFileSync(path, 'utf8')).isWhole,
    setAsideAt() {
      const prefix = `${basename(path)}${SET_ASIDE}`;
      const names = readdirSync(dirname(path)).filter((name) => name.startsWith(prefix));
      const times = names.map((name) => instantOf(name.slice(prefix.length))).filter(Number.isFinite);
      return times.length === 0 ? null : Math.max(...times);
    },
    append(lines) {
      if (lines === '') return;
      // One that could not be read is kept.
      if (chain === null || !existsSync(path)) {
        replace(lines, { setsAside: true });
        return;
      }
      const linked = link(chain, lines);
      appendWhole(path, linked.text);
      chain = linked.chain;
    },
    replace: (keys, options) => {
      replace(linesOf(keys), options);
    },
  };
}

/** A line each. Main's ledger writes the same (`readDeadKeyLines`). */
export function linesOf(keys: readonly DeadKey[]): string {
  return keys
    .map(({ id, deadFrom, expiredFrom }) => `${JSON.stringify([id, deadFrom, expiredFrom])}\n`)
    .join('');
}

function link(before: string, lines: string): { readonly text: string; readonly chain: string } {
  const chain = chainOf(before, lines);
  return { text: `${lines}"${chain}"\n`, chain };
}

function chainOf(before: string, lines: string): string {
  return hash('sha256', `${before}\n${lines}`, 'hex').slice(0, CHAIN_LENGTH);
}

function parse(text: string): DeadKeyList & { readonly chain: string } {
  const [header, ...lines] = text.split('\n');
  // A line that a crash cut off has no end, and its command was never answered.
  const cut = lines.pop();
  let isWhole = header === HEADER && cut === '';
  let chain = chainOf('', HEADER);
  let unlinked: string[] = [];
  const keys: DeadKey[] = [];
  for (const line of lines) {
    const value = jsonOf(line);
    const key = deadKeyEntrySchema.safeParse(value);
    const linked = linkSchema.safeParse(value);
    if (key.success) keys.push(key.data);
    if (!linked.success) {
      unlinked.push(`${line}\n`);
      continue;
    }
    if (linked.data !== chainOf(chain, unlinked.join(''))) isWhole = false;
    chain = linked.data;
    unlinked = [];
  }
  return { keys, isWhole: isWhole && unlinked.length === 0, chain };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
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
