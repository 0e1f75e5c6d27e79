import { expect, it } from 'vitest';
import {
  unwrapMasterKey,
  wrapMasterKey,
  envelopeSchema,
} from '../../../electron/vault/passphrase-envelope.ts';
import { seededRandom } from '../../support/in-memory-ports.ts';
import { holds } from '../../support/holds.ts';

const random = seededRandom('envelope');
const masterKey = random.bytes(32);
const passphrase = 'correct horse battery staple';

it(
  'wraps with N = 2^17, r = 8, p = 1 and a salt and nonce of its own each time',
  holds('import.passphrase'),
  async () => {
    const options = { random, purpose: 'holder' } as const;
    const first = await wrapMasterKey(masterKey, passphrase, options);
    const second = await wrapMasterKey(masterKey, passphrase, options);
    expect(first.kdf).toMatchObject({ name: 'scrypt', N: 131_072, r: 8, p: 1 });
    expect(first.kdf.salt).not.toBe(second.kdf.salt);
    expect(first.nonce).not.toBe(second.nonce);
    expect(first.wrapped).not.toBe(second.wrapped);
    expect(await unwrapMasterKey(first, passphrase, 'holder')).toEqual(masterKey);
  },
);

it(
  'opens for no other purpose, and not once anything of it was changed',
  holds('import.passphrase'),
  async () => {
    const made = await wrapMasterKey(masterKey, passphrase, {
      random,
      purpose: 'recovery-kit',
      cost: 2 ** 14,
    });
    expect(await unwrapMasterKey(made, passphrase, 'recovery-kit')).toEqual(masterKey);
    const flipped = (text: string) => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);
    const changed = [
      { ...made, purpose: 'holder' as const },
      { ...made, kdf: { ...made.kdf, N: 2 ** 15 } },
      { ...made, kdf: { ...made.kdf, p: 2 } },
      { ...made, kdf: { ...made.kdf, salt: flipped(made.kdf.salt) } },
      { ...made, nonce: flipped(made.nonce) },
      { ...made, wrapped: flipped(made.wrapped) },
    ];
    for (const envelope of changed) {
      expect(await unwrapMasterKey(envelope, passphrase, envelope.purpose)).toBeNull();
    }
  },
);

it.each([
  ['a cost that is no power of two', { N: 20_000 }],
  ['a cost that protects nothing', { N: 1_024 }],
  ['more memory than half a gibibyte', { N: 2 ** 20, r: 8 }],
  ['more rounds than a person waits for', { p: 1_000 }],
])('is not read with %s', async (_what, kdf) => {
  const made = await wrapMasterKey(masterKey, passphrase, { random, purpose: 'holder', cost: 2 ** 14 });
  expect(envelopeSchema.safeParse(made).success).toBe(true);
  expect(envelopeSchema.safeParse({ ...made, kdf: { ...made.kdf, ...kdf } }).success).toBe(false);
});
