import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createIssuer } from '../../../electron/local-api/issuer.ts';
import { parseKey } from '../../../electron/local-api/key-format.ts';
import { seededRandom } from '../../support/in-memory-ports.ts';

describe('the issuer', () => {
  it('issues keys of the documented format', () => {
    const { secret, publicId } = createIssuer(seededRandom()).issueApiKey();
    expect(secret).toMatch(/^kfak_[0-9A-Za-z]{12}_[0-9A-Za-z]{38}$/);
    expect(secret.split('_')[1]).toBe(publicId);
    expect(parseKey(secret)).toEqual({ kind: 'well-formed', prefix: 'kfak', publicId });
  });

  it('has 190 random bits at least beside the public id', () => {
    const { secret } = createIssuer(seededRandom()).issueApiKey();
    const randomCharacters = (secret.split('_')[2] ?? '').slice(0, -6);
    expect(randomCharacters.length * Math.log2(62)).toBeGreaterThanOrEqual(190);
  });

  it('answers with the SHA-256 of the whole secret', () => {
    const { secret, digest } = createIssuer(seededRandom()).issueApiKey();
    expect(Buffer.from(digest)).toEqual(createHash('sha256').update(secret).digest());
  });

  it('draws again where a byte would favour a character', () => {
    // 248 to 255 would give the first eight characters a fifth chance.
    let calls = 0;
    const random = {
      bytes: (length: number) => new Uint8Array(length).fill(calls++ === 0 ? 250 : 61),
      id: () => 'unused',
    };
    const { secret } = createIssuer(random).issueApiKey();
    expect(secret.slice(0, -6)).toBe(`kfak_${'z'.repeat(12)}_${'z'.repeat(32)}`);
    expect(calls).toBeGreaterThan(1);
  });
});
