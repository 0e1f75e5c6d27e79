import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { BASE62, checksumOf, composeKey, parseKey } from '../../../electron/local-api/key-format.ts';
import { holds } from '../../support/holds.ts';

const parts = { prefix: 'kfak', publicId: 'A1b2C3d4E5f6', random: 'z'.repeat(32) } as const;

function valueOfBase62(digits: string): number {
  return [...digits].reduce((value, digit) => value * 62 + BASE62.indexOf(digit), 0);
}

describe('the checksum', holds('issue.checksum'), () => {
  it.each([
    ['123456789', 0xcbf43926],
    ['', 0],
    ['a', 0xe8b7be43],
    ['abc', 0x352441c2],
    ['The quick brown fox jumps over the lazy dog', 0x414fa339],
  ])('of %j is its CRC-32 in base62', (text, expected) => {
    expect(valueOfBase62(checksumOf(text))).toBe(expected);
  });

  it('has six characters, also where leading digits are zero', () => {
    expect(checksumOf('')).toBe('000000');
    expect(checksumOf('123456789')).toHaveLength(6);
  });

  it('is over everything before it', () => {
    const secret = composeKey(parts);
    expect(valueOfBase62(secret.slice(-6))).toBe(crc32(secret.slice(0, -6)));
  });
});

describe('parsing a key', () => {
  it('gives back what it was composed of', () => {
    expect(parseKey(composeKey(parts))).toEqual({
      kind: 'well-formed',
      prefix: 'kfak',
      publicId: parts.publicId,
    });
    expect(parseKey(composeKey({ ...parts, prefix: 'kfat' }))).toMatchObject({ prefix: 'kfat' });
  });

  it('refuses a key with any one character changed to any other', holds('issue.checksum'), () => {
    const secret = composeKey(parts);
    const passing: string[] = [];
    for (let place = 0; place < secret.length; place += 1) {
      for (const character of `${BASE62}_-.`) {
        const changed = secret.slice(0, place) + character + secret.slice(place + 1);
        if (changed !== secret && parseKey(changed).kind === 'well-formed') passing.push(changed);
      }
    }
    expect(passing).toEqual([]);
  });

  it('tells a wrong checksum from a wrong form', () => {
    const secret = composeKey(parts);
    expect(parseKey(`${secret.slice(0, -1)}${secret.endsWith('0') ? '1' : '0'}`)).toEqual({
      kind: 'checksum-mismatch',
    });
  });

  it.each([
    ['nothing', ''],
    ['a space before', ` ${composeKey(parts)}`],
    ['a line break after', `${composeKey(parts)}\n`],
    ['one character too few', composeKey(parts).slice(1)],
    ['one character too many', `${composeKey(parts)}0`],
    ['another prefix', composeKey(parts).replace('kfak', 'kfab')],
    ['the prefix in capitals', composeKey(parts).replace('kfak', 'KFAK')],
    ['two keys', `${composeKey(parts)}, ${composeKey(parts)}`],
    ['full-width digits', composeKey(parts).replace('1', '\uff11')],
    ['a megabyte', 'k'.repeat(1_000_000)],
  ])('refuses %s', (_, text) => {
    expect(parseKey(text)).toEqual({ kind: 'malformed' });
  });
});
