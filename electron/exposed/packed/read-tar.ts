import type { PackedReader, Parts } from './parts.ts';

const BLOCK = 512;
/** Of a name that is longer than its field, with what else is told of the file. */
const MOST_NAME_BYTES = 64 * 1024;
const CHECKSUM = { at: 148, bytes: 8 };
const SPACE = 0x20;

/** What stands under a name of its own, if only the name; a name for the next one (GNU's and pax's). */
type MemberKind = 'named' | 'long-name' | 'pax';

interface Member {
  readonly kind: MemberKind;
  readonly name: string;
  readonly size: number;
  /** Where a link leads to, as it is written. */
  readonly target: Uint8Array;
}

/** What a header says of the next one in place of its own fields. */
interface Told {
  readonly name?: string;
  readonly size?: number;
}

/**
 * Reads tar in all of its forms: the old one, ustar, pax, and GNU's. Links are names and targets alone, which lead nowhere. What is no header any more is the
 * archive's own, and searched as such.
 */
export function readTar(parts: Parts): PackedReader {
  const members = createMembers(parts);
  const block = Buffer.alloc(BLOCK);
  let offset = 0;
  let filled = 0;
  let state: 'header' | 'body' | 'padding' | 'behind' = 'header';
  let left = 0;

  const open = (): void => {
    filled = 0;
    const isEnd = block.every((byte) => byte === 0);
    const size = isEnd ? null : members.open(block);
    if (size === null && !isEnd) {
      parts.addGap('damaged');
      parts.own(offset - BLOCK, block);
    }
    left = size ?? 0;
    state = size === null ? 'behind' : 'body';
  };
  const close = (): void => {
    left = (BLOCK - (members.close() % BLOCK)) % BLOCK;
    state = 'padding';
  };
  /** How many of the bytes it took. */
  const step = (bytes: Uint8Array): number => {
    if (state === 'behind') {
      parts.own(offset, bytes);
      return bytes.length;
    }
    if (state === 'header') {
      const some = bytes.subarray(0, BLOCK - filled);
      block.set(some, filled);
      filled += some.length;
      return some.length;
    }
    const some = bytes.subarray(0, left);
    if (state === 'body') members.push(some, offset);
    left -= some.length;
    return some.length;
  };

  return {
    push(piece) {
      for (let at = 0; at < piece.length;) {
        const taken = step(piece.subarray(at));
        at += taken;
        offset += taken;
        if (state === 'header' && filled === BLOCK) open();
        if (state === 'body' && left === 0) close();
        if (state === 'padding' && left === 0) state = 'header';
      }
    },
    end() {
      if (filled > 0 || state === 'body') parts.addGap('damaged');
      if (state === 'body') members.close();
    },
  };
}

/** The members of an archive, one after another. */
function createMembers(parts: Parts) {
  const told = createTold();
  let member: Member | null = null;
  return {
    /** By its header; answers its size. `null`: it is no header. */
    open(header: Buffer): number | null {
      const read = readHeader(header, told.fields());
      if (read === null) return null;
      member = read;
      if (member.kind !== 'named') return member.size;
      parts.begin(member.name);
      parts.push(member.target);
      told.forget();
      return member.size;
    },
    /** `offset`: of the bytes in the archive. */
    push(bytes: Uint8Array, offset: number): void {
      if (member?.kind === 'named') {
        parts.push(bytes);
        return;
      }
      told.take(bytes);
      // It may say more than a name.
      if (member?.kind === 'pax') parts.own(offset, bytes);
    },
    /** Answers its size. */
    close(): number {
      if (member === null) return 0;
      if (member.kind === 'named') parts.end();
      else told.close(member.kind);
      return member.size;
    },
  };
}

/** Collects what members tell of the next one. */
function createTold() {
  let fields: Told = {};
  let text = Buffer.alloc(0);
  return {
    fields: () => fields,
    take(bytes: Uint8Array): void {
      if (text.length < MOST_NAME_BYTES) {
        text = Buffer.concat([text, bytes.subarray(0, MOST_NAME_BYTES - text.length)]);
      }
    },
    close(kind: 'long-name' | 'pax'): void {
      const more = kind === 'pax' ? readPax(text) : { name: textTo(text, text.length) };
      fields = { ...fields, ...more };
      text = Buffer.alloc(0);
    },
    forget(): void {
      fields = {};
    },
  };
}

/** `null`: no header. */
function readHeader(block: Buffer, told: Told): Member | null {
  const size = told.size ?? numberAt(block, 124, 12);
  if (size === null || !isTarHeader(block)) return null;
  const prefix = block.toString('latin1', 257, 263) === 'ustar\0' ? textTo(block, 500, 345) : '';
  const own = textTo(block, 100);
  const name = told.name ?? (prefix === '' ? own : `${prefix}/${own}`);
  return { name, ...kindOf(block, size) };
}

const NO_TARGET = new Uint8Array();

function kindOf(block: Buffer, size: number): Omit<Member, 'name'> {
  switch (String.fromCharCode(block[156] ?? 0)) {
    case 'L':
      return { kind: 'long-name', size, target: NO_TARGET };
    case 'x':
      return { kind: 'pax', size, target: NO_TARGET };
    // Links, devices, folders and pipes have no content, whatever their size says.
    case '1':
    case '2':
      return { kind: 'named', size: 0, target: Buffer.from(textTo(block, 257, 157)) };
    case '3':
    case '4':
    case '5':
    case '6':
      return { kind: 'named', size: 0, target: NO_TARGET };
    default:
      return { kind: 'named', size, target: NO_TARGET };
  }
}

/** The sum of the header's bytes, its own field read as spaces; some old programs took them for signed. */
export function isTarHeader(block: Uint8Array): boolean {
  let unsigned = 0;
  let signed = 0;
  for (const [at, byte] of block.entries()) {
    const read = at >= CHECKSUM.at && at < CHECKSUM.at + CHECKSUM.bytes ? SPACE : byte;
    unsigned += read;
    signed += read > 127 ? read - 256 : read;
  }
  const written = numberAt(
    Buffer.from(block.buffer, block.byteOffset, block.length),
    CHECKSUM.at,
    CHECKSUM.bytes,
  );
  return written === unsigned || written === signed;
}

/** In octal digits, or GNU's: from a first bit that is set on, the number itself. `null`: none that a file can have. */
function numberAt(block: Buffer, at: number, bytes: number): number | null {
  const first = block[at] ?? 0;
  if (first >= 0x80) {
    let value = first & 0x7f;
    for (let index = at + 1; index < at + bytes; index += 1) value = value * 256 + (block[index] ?? 0);
    return Number.isSafeInteger(value) ? value : null;
  }
  const digits = /^[ \0]*([0-7]*)[ \0]*$/.exec(block.toString('latin1', at, at + bytes))?.[1];
  return digits === undefined ? null : Number.parseInt(digits === '' ? '0' : digits, 8);
}

function textTo(block: Buffer, to: number, from = 0): string {
  const end = block.indexOf(0, from);
  return block.toString('utf8', from, end < 0 ? to : Math.min(end, to));
}

/** Lines of `length key=value`. */
function readPax(text: Buffer): Told {
  let told: Told = {};
  for (let at = 0; at < text.length;) {
    const record = /^(\d{1,7}) /.exec(text.toString('latin1', at, at + 8));
    const length = Number(record?.[1] ?? 0);
    if (record === null || length <= record[0].length) break;
    const [key, ...value] = text.toString('utf8', at + record[0].length, at + length - 1).split('=');
    if (key === 'path') told = { ...told, name: value.join('=') };
    if (key === 'size' && /^\d{1,15}$/.test(value.join('='))) told = { ...told, size: Number(value[0]) };
    at += length;
  }
  return told;
}
