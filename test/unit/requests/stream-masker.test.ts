import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../../electron/requests/redactor.ts';
import { createStreamMasker } from '../../../electron/requests/stream-masker.ts';

const SECRET = 'tk-1f2e3d4c5b6a/+="&7890';

function maskAll(bytes: Buffer, cuts: readonly number[], secrets: readonly string[] = [SECRET]): Buffer {
  const redactor = createRedactor();
  for (const secret of secrets) redactor.add(secret, 'tk-…');
  const masker = createStreamMasker(redactor);
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    parts.push(Uint8Array.from(masker.push(bytes.subarray(at, cut))));
    at = cut;
  }
  parts.push(Uint8Array.from(masker.push(bytes.subarray(at))), masker.end());
  return Buffer.concat(parts);
}

const forms = [
  SECRET,
  encodeURIComponent(SECRET),
  JSON.stringify(SECRET).slice(1, -1),
  Buffer.from(SECRET).toString('base64'),
  Buffer.from(SECRET).toString('hex'),
];

describe('masking bytes that come in pieces', () => {
  it('writes a secret over wherever the pieces are cut, and moves nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...forms),
        fc.tuple(fc.nat(3_000), fc.nat(3_000)),
        fc.array(fc.nat(6_000), { maxLength: 40 }),
        (form, [before, after], cuts) => {
          const bytes = Buffer.concat([
            Buffer.alloc(before, 0xe9),
            Buffer.from(form),
            Buffer.alloc(after, 'x'),
          ]);
          const inside = cuts.map((cut) => Math.min(cut, bytes.length));

          const masked = maskAll(bytes, inside);

          expect(masked.length).toBe(bytes.length);
          expect(masked.includes(Buffer.from(form.slice(0, form.length - 1)))).toBe(false);
          expect(masked.subarray(0, before).equals(bytes.subarray(0, before))).toBe(true);
          expect(masked.subarray(before + form.length).equals(bytes.subarray(before + form.length))).toBe(
            true,
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('leaves what holds no secret byte for byte', () => {
    const bytes = Buffer.from(Array.from({ length: 5_000 }, (_, index) => (index * 31) % 256));
    expect(maskAll(bytes, [1, 2, 700, 701, 4_999]).equals(bytes)).toBe(true);
  });

  it('masks two secrets that touch each other and the end', () => {
    const masked = maskAll(Buffer.from(`${'y'.repeat(1_000)}${SECRET}${SECRET}`), [1_010, 1_030]);
    expect(masked.toString()).toBe('y'.repeat(1_000) + '*'.repeat(SECRET.length * 2));
  });

  it('writes over a secret that holds the masking character, wherever it is cut', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('*', 'k', '7'), minLength: 8, maxLength: 16 }),
        fc.nat(400),
        (secret, before) => {
          const bytes = Buffer.from(`${'x'.repeat(before)}${secret}${'y'.repeat(400)}`);
          const clean = 'x'.repeat(before) + '*'.repeat(secret.length) + 'y'.repeat(400);
          // The end of the bytes that can be told moves over every byte of the secret.
          for (let cut = before; cut <= before + secret.length + 256 && cut < bytes.length; cut += 1)
            expect(maskAll(bytes, [cut, cut + 1], [secret]).toString()).toBe(clean);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('writes over secrets that overlap, also when everything before them is masked', () => {
    const secrets = ['abcabcab*', 'b*cabcabc', 'cabcabcabc'];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('abcabcab*', '*cabcabc', 'abc', 'b*'), { minLength: 60, maxLength: 120 }),
        fc.array(fc.nat(700), { maxLength: 20 }),
        (pieces, cuts) => {
          const bytes = Buffer.from(pieces.join(''));
          const inside = cuts.map((cut) => Math.min(cut, bytes.length));
          expect(maskAll(bytes, inside, secrets).toString()).toBe(maskAll(bytes, [], secrets).toString());
        },
      ),
    );
  });
});
