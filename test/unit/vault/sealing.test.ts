import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeMasterKey, parseMasterKey } from '../../../electron/vault/master-key.ts';
import { openWith, probeContext, sealWith, secretContext } from '../../../electron/vault/sealing.ts';
import { seededRandom } from '../../support/in-memory-ports.ts';
import { holds } from '../../support/holds.ts';

const random = seededRandom();
const masterKey = random.bytes(32);
const additional = secretContext({ apiKeyId: 'key', version: 1 });
const seal = (secret: string) => sealWith(masterKey, secret, { additional, nonce: random.bytes(12) });

describe('a sealed secret', () => {
  it('opens to what was sealed, whatever characters it has', holds('storage.odd-secrets'), () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(fc.property(text, (secret) => openWith(masterKey, seal(secret), additional) === secret));
  });

  it('has a version, a nonce, the ciphertext and a tag, and nothing of the secret', () => {
    const sealed = seal('0123456789');
    expect(sealed).toHaveLength(1 + 12 + 10 + 16);
    expect(sealed[0]).toBe(1);
    expect(Buffer.from(sealed).includes('0123')).toBe(false);
  });

  it('is another each time', () => {
    expect(seal('same')).not.toEqual(seal('same'));
  });

  it('does not open with any one bit flipped', holds('storage.flipped'), () => {
    const sealed = seal('a secret');
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const flipped = Uint8Array.from(sealed);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(openWith(masterKey, flipped, additional), `bit ${String(bit)}`).toBeNull();
    }
  });

  it('does not open when it is cut short, emptied or lengthened', () => {
    const sealed = seal('a secret');
    for (let length = 0; length < sealed.length; length += 1) {
      expect(openWith(masterKey, sealed.subarray(0, length), additional)).toBeNull();
    }
    expect(openWith(masterKey, Uint8Array.from([...sealed, 0]), additional)).toBeNull();
  });

  it(
    'does not open for another key, another version, another purpose or under another master key',
    holds('storage.flipped'),
    () => {
      const sealed = seal('a secret');
      expect(openWith(masterKey, sealed, secretContext({ apiKeyId: 'kez', version: 1 }))).toBeNull();
      expect(openWith(masterKey, sealed, secretContext({ apiKeyId: 'key', version: 2 }))).toBeNull();
      expect(openWith(masterKey, sealed, probeContext())).toBeNull();
      expect(openWith(random.bytes(32), sealed, additional)).toBeNull();
    },
  );

  it('is bound without ambiguity, whatever the id looks like', () => {
    const id = fc.string({ maxLength: 30 });
    const binding = fc.record({ apiKeyId: id, version: fc.nat() });
    fc.assert(
      fc.property(binding, binding, (one, other) => {
        const isSame = one.apiKeyId === other.apiKeyId && one.version === other.version;
        return Buffer.from(secretContext(one)).equals(secretContext(other)) === isSame;
      }),
    );
    const shifted = [
      { apiKeyId: 'a1', version: 2 },
      { apiKeyId: 'a', version: 12 },
    ];
    expect(new Set(shifted.map((one) => Buffer.from(secretContext(one)).toString('hex'))).size).toBe(2);
  });
});

describe('the master key in the keychain', () => {
  it('is one line of ASCII with its version, and comes back as it was', () => {
    const encoded = encodeMasterKey(masterKey);
    expect(encoded).toMatch(/^v1:[\w-]{43}$/);
    expect(parseMasterKey(encoded)).toEqual(masterKey);
  });

  it.each([
    '',
    'v1:',
    'v2:' + 'A'.repeat(43),
    'v1:' + 'A'.repeat(42),
    'v1:' + 'A'.repeat(44),
    'v1:' + '!'.repeat(43),
  ])('is not read from %j', (value) => {
    expect(parseMasterKey(value)).toBeNull();
  });
});
