import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apiKeyNameSchema, apiKeyStatus, maskOf, maskSchema } from '../../../../shared/domain/api-key.ts';
import { EXPIRING_SOON_MS } from '../../../../shared/domain/expiry.ts';
import { anApiKey } from '../../../support/builders.ts';
import { tellingText } from '../../../support/telling-text.ts';

describe('the name of a key', () => {
  it.each([
    ['  CI key\t', 'CI key'],
    ['Schlu\u0308ssel', 'Schlüssel'],
    ['ключ 鍵 مفتاح 🔑', 'ключ 鍵 مفتاح 🔑'],
    ['<img onerror=alert(1)> & "x"', '<img onerror=alert(1)> & "x"'],
    ['x', 'x'],
  ])('%j is kept as %j', (typed, name) => {
    expect(apiKeyNameSchema.parse(typed)).toBe(name);
  });

  it.each([
    '',
    '   ',
    'a\nb',
    'a\rb',
    'a\tb',
    'a\u0000b',
    'a\u007fb',
    'a\u0085b',
    'a\u2028b',
    'a\u2029b',
    'a\ud800b',
    'a\udc00',
    'x'.repeat(101),
  ])('%j is refused', (typed) => {
    expect(apiKeyNameSchema.safeParse(typed).success).toBe(false);
  });

  it('has up to 100 characters as a person counts them, also beyond the basic plane', () => {
    expect(apiKeyNameSchema.safeParse('🔑'.repeat(100)).success).toBe(true);
    expect(apiKeyNameSchema.safeParse('🔑'.repeat(101)).success).toBe(false);
  });

  it('is stable: what was taken once is taken again unchanged', () => {
    fc.assert(
      fc.property(tellingText(60), (typed) => {
        const parsed = apiKeyNameSchema.safeParse(typed);
        if (!parsed.success) return;
        expect(apiKeyNameSchema.parse(parsed.data)).toBe(parsed.data);
        expect(parsed.data).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(parsed.data.trim()).not.toBe('');
        expect(Buffer.from(parsed.data).toString()).toBe(parsed.data);
      }),
    );
  });
});

describe('the mask of a secret', () => {
  it.each([
    ['kfak_0123456789abcdef', 'kfak_••••••••cdef'],
    ['PMAK-0123456789abcdef', 'PMAK-••••••••cdef'],
    ['0123456789abcdef', '••••••••cdef'],
    ['short', '••••••••'],
    ['elevenchars', '••••••••'],
  ])('of %s is %s', (secret, mask) => {
    expect(maskOf(secret)).toBe(mask);
  });

  it('never gives more than the prefix and four characters, and always fits', () => {
    const character = fc.constantFrom(...Array.from('abcXYZ019-_.'));
    const anySecret = fc.string({ unit: character, minLength: 1, maxLength: 100 });
    fc.assert(
      fc.property(anySecret, (secret) => {
        const mask = maskOf(secret);
        expect(maskSchema.safeParse(mask).success).toBe(true);
        const [prefix = '', last = ''] = mask.split('••••••••');
        expect(last.length).toBeLessThanOrEqual(4);
        expect(prefix).toMatch(/^([A-Za-z]{2,8}[-_])?$/);
        if (secret.length < 12) expect(mask).toBe('••••••••');
      }),
    );
  });
});

describe('the status of a key', () => {
  const now = 1_000_000_000_000;
  it.each([
    [{}, 'active'],
    [{ expiresAt: now + EXPIRING_SOON_MS + 1 }, 'active'],
    [{ expiresAt: now + EXPIRING_SOON_MS }, 'expiring'],
    [{ expiresAt: now + 1 }, 'expiring'],
    [{ expiresAt: now }, 'expired'],
    [{ isDisabled: true }, 'disabled'],
    [{ isDisabled: true, expiresAt: now + 1 }, 'disabled'],
    [{ isDisabled: true, expiresAt: now }, 'expired'],
    [{ hasExpired: true, expiresAt: now + EXPIRING_SOON_MS * 2 }, 'expired'],
  ] as const)('of a key with %j is %s', (changes, status) => {
    expect(apiKeyStatus(anApiKey(changes), now)).toBe(status);
  });
});
