import { ok, type Result } from '../../shared/domain/app-error.ts';
import { notReadable, tooLarge } from './import-failures.ts';
import { IMPORT_LIMITS } from './limits.ts';
import { told } from '../told.ts';

/**
 * A file's bytes as text: UTF-8, or UTF-16 when a byte order mark says so, without the mark. `import-too-large`, and
 * `import-not-readable` for archives, for bytes that are not the encoding, and for texts with NUL.
 */
export function readText(bytes: Uint8Array): Result<string> {
  if (bytes.byteLength > IMPORT_LIMITS.bytes) return tooLarge(told('fileTooLarge'));
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x1f, 0x8b])) {
    return notReadable(told('isArchive'));
  }
  const text = decoded(bytes, encodingOf(bytes));
  if (text === null) return notReadable(told('noUnicode'));
  return text.includes('\0') ? notReadable(told('fileHoldsNul')) : ok(text);
}

function encodingOf(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  return startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : 'utf-8';
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
