import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../../electron/requests/redactor.ts';
import { createStreamMasker } from '../../../electron/requests/stream-masker.ts';

const SECRET = 'tk-1f2e3d4c5b6a/+="&7890';

function maskAll(bytes: Buffer, cuts: readonly number[]): Buffer {
  const redactor = createRedactor();
  redactor.add(SECRET, 'tk-…');
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
});
