import { describe, expect, it } from 'vitest';
import { readText } from '../../../electron/importers/read-text.ts';

describe('readText', () => {
  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from('aé€😀')],
    ['UTF-8 with its mark', Buffer.from('\ufeffaé€😀')],
    ['UTF-16 LE', Buffer.from('\ufeffaé€😀', 'utf16le')],
    ['UTF-16 BE', Buffer.from('\ufeffaé€😀', 'utf16le').swap16()],
  ])('reads %s', (_encoding, bytes) => {
    expect(readText(bytes)).toEqual({ ok: true, value: 'aé€😀' });
  });

  it.each<[string, Buffer, RegExp]>([
    ['bytes that are no UTF-8', Buffer.from([0x61, 0xff, 0xfe]), /not UTF-8/],
    ['half a character of UTF-16', Buffer.from([0xff, 0xfe, 0x00, 0xd8]), /not UTF-8 or UTF-16/],
    ['NUL', Buffer.from('a\0b'), /NUL/],
    ['a zip archive', Buffer.from('PK\u0003\u0004rest'), /archive/],
    ['a gzip archive', Buffer.from([0x1f, 0x8b, 8]), /archive/],
  ])('refuses %s', (_what, bytes, message) => {
    const read = readText(bytes);

    expect(read).toMatchObject({ ok: false, error: { code: 'import-not-readable' } });
    expect(read.ok ? '' : read.error.message).toMatch(message);
  });
});
