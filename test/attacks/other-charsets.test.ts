import { describe, expect, it } from 'vitest';
import { previewBody } from '../../electron/requests/body-preview.ts';
import { followBody } from '../../electron/requests/follow-body.ts';
import { createKeptResponses } from '../../electron/requests/kept-responses.ts';
import { createRedactor } from '../../electron/requests/redactor.ts';
import { createResponseFilters } from '../../electron/requests/response-filters.ts';
import { holds } from '../support/holds.ts';
import { inMemoryBodyFiles } from '../support/in-memory-body-files.ts';
import { manualClock } from '../support/in-memory-ports.ts';
import { inlineJsonFilter } from '../support/inline-json-filter.ts';
import { newSecret } from '../support/sender-bench.ts';
import { valueOf } from '../support/results.ts';

const key = newSecret();
const word = 'пароль-секрет-42';
const ESCAPE_TO_ASCII = '\u001B(B';

/** Of letters of the Cyrillic block and ASCII. */
const windows1251 = (text: string): Buffer =>
  Buffer.from(
    Array.from(text, (letter) => {
      const point = letter.codePointAt(0) ?? 0;
      return point < 0x80 ? point : point - 0x410 + 0xc0;
    }),
  );
const iso2022jp = (text: string): Buffer =>
  Buffer.from(text.replace(key, `${key.slice(0, 8)}${ESCAPE_TO_ASCII}${key.slice(8)}`), 'latin1');

/** What the window is told of a body while it comes, shown of it, and found in it. */
async function told(
  bytes: Buffer,
  { charset, secret }: { readonly charset: string; readonly secret: string },
) {
  const redactor = createRedactor();
  redactor.add(secret, 'k…y');
  const clock = manualClock();
  const keptResponses = createKeptResponses({ files: inMemoryBodyFiles() });
  const published: unknown[] = [];
  const id = 'exchange-1';
  const own = { id, redactor, keptResponses, clock, isAnswerKept: false };
  const parts = { ...own, stop: new AbortController().signal };
  const follow = followBody({ ...parts, publish: (_event, payload) => void published.push(payload) });
  const live = follow(`text/plain; charset=${charset}`);
  void live.write(bytes);
  void live.write(Buffer.from('\n'));
  clock.advance(5_000);
  await live.drop();

  const contentType = `application/json; charset=${charset}`;
  const whole = follow(contentType);
  await whole.write(bytes);
  await whole.finish();
  const read = { kept: bytes, decodedBytes: bytes.length, wireBytes: bytes.length };
  const { body } = previewBody(read, { contentType, redactor, limit: 10_000 });
  const filters = createResponseFilters({ keptResponses, clock, jsonFilter: inlineJsonFilter });
  const path = '$.echo';
  const found = await filters.filter({ id, path, text: null });
  if (found.ok || body.kind !== 'text') return { live: published, shown: body, found };
  // The window asks again, with what it shows.
  return { live: published, shown: body, found: await filters.filter({ id, path, text: body.text }) };
}

describe('a secret that is echoed in a charset of its own', () => {
  it.each([
    ['iso-2022-jp', key, iso2022jp],
    ['windows-1251', word, windows1251],
    ['utf-8', word, (text: string) => Buffer.from(text)],
    ['utf-8', key, (text: string) => Buffer.from(text)],
  ])(
    '(%s: %#) is in nothing that is told, shown or found',
    holds('confinement.echo'),
    async (charset, secret, encode) => {
      const { live, shown, found } = await told(encode(`{"echo":"${secret}!"}`), { charset, secret });
      expect(new TextDecoder(charset).decode(encode(secret))).toBe(secret);
      expect(valueOf(found)).toMatchObject({ kind: 'found', total: 1 });
      expect(JSON.stringify(shown)).toContain('k…y');
      for (const text of [live, shown, found].map((each) => JSON.stringify(each)))
        for (const half of [secret.slice(0, 8), secret.slice(-8)]) expect(text).not.toContain(half);
    },
  );
});
