import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey } from '../../../electron/keys/name-key.ts';
import { tellingText } from '../../support/telling-text.ts';

describe('what a name is compared by', () => {
  it('is the same for every composition and case of it, and stays the same when taken again', () => {
    fc.assert(
      fc.property(tellingText(12), (name) => {
        const key = nameKey(name);
        expect(nameKey(name.normalize('NFD'))).toBe(key);
        expect(nameKey(name.toLowerCase())).toBe(key);
        expect(nameKey(key)).toBe(key);
      }),
    );
  });

  it('does not depend on a language: I is i, also in Turkish', () => {
    expect(nameKey('TITLE')).toBe('title');
  });

  it('tells different names apart', () => {
    expect(nameKey('ключ')).not.toBe(nameKey('kлюч'));
    expect(nameKey('a b')).not.toBe(nameKey('ab'));
  });
});
