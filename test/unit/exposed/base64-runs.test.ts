import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBase64Reader } from '../../../electron/exposed/base64-runs.ts';
import { holds } from '../../support/holds.ts';

/** What each run stands for, with where it began; the text comes in pieces of so many bytes. */
function read(text: string, pieceBytes = 7): readonly (readonly [offset: number, decoded: string])[] {
  const runs: [number, string][] = [];
  const reader = createBase64Reader({
    begin: (offset) => void runs.push([offset, '']),
    push(bytes) {
      const run = runs.at(-1);
      if (run !== undefined) run[1] += Buffer.from(bytes).toString('latin1');
    },
    end: () => undefined,
  });
  const bytes = Buffer.from(text);
  reader.start();
  for (let at = 0; at < bytes.length; at += pieceBytes) reader.push(bytes.subarray(at, at + pieceBytes));
  reader.end();
  return runs;
}

const value = 'taylor:a-custom-value-of-somebody';
const encoded = Buffer.from(value).toString('base64');

test('reads a run between other characters, with or without its padding', () => {
  expect(read(`Authorization: Basic ${encoded}\n`)).toEqual([[21, value]]);
  expect(read(`{"token":"${encoded.replaceAll('=', '')}"}`)).toEqual([[10, value]]);
  expect(read(encoded)).toEqual([[0, value]]);
});

test('reads the characters for URLs', holds('confinement.scan-found'), () => {
  const bytes = Buffer.from('\xff\xfe\xfd~~~???>>>abcdefghijkl', 'latin1');
  expect(read(` ${bytes.toString('base64url')} `)).toEqual([[1, bytes.toString('latin1')]]);
});

test('leaves out words, and reads on over the end of a full line', holds('confinement.scan-found'), () => {
  expect(read('some words of a text, and notALongOne')).toEqual([]);
  const long = 'x'.repeat(90) + value;
  const lines =
    Buffer.from(long)
      .toString('base64')
      .match(/.{1,76}/g) ?? [];
  for (const feed of ['\n', '\r\n']) expect(read(lines.join(feed))).toEqual([[0, long]]);
});

test('reads a run that is longer than what is held', () => {
  const long = 'y'.repeat(100_000) + value;
  expect(read(`"${Buffer.from(long).toString('base64')}"`, 4_099)).toEqual([[1, long]]);
});

test('reads the same whatever the pieces are', () => {
  const text = fc.string({ unit: fc.constantFrom(...Array.from('aB9+ ="\n')), maxLength: 300 });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 5 }), fc.integer({ min: 1, max: 40 }), (parts, pieceBytes) => {
      const whole = parts.join(encoded);
      expect(read(whole, pieceBytes)).toEqual(read(whole, whole.length + 1));
    }),
    { seed: 64, numRuns: 300 },
  );
});

test('finds every run of 24 characters and more in a text of one line', () => {
  const text = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 30 })), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(text, (lengths) => {
      const whole = lengths.map(([run, gap]) => 'A'.repeat(run) + ' '.repeat(gap)).join('');
      const wanted = [...whole.matchAll(/A{24,}/g)].map(({ index }) => index);
      expect(read(whole, 50).map(([offset]) => offset)).toEqual(wanted);
    }),
    { seed: 64, numRuns: 300 },
  );
});
