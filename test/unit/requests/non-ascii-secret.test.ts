import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKeptResponses } from '../../../electron/requests/kept-responses.ts';
import { previewBody } from '../../../electron/requests/body-preview.ts';
import { createRedactor } from '../../../electron/requests/redactor.ts';
import { formsOf } from '../../support/canary.ts';
import { inMemoryBodyFiles } from '../../support/in-memory-body-files.ts';
import { valueOf } from '../../support/results.ts';

/** Characters of one to four bytes in UTF-8, among them what is escaped. */
const secrets = fc
  .array(fc.constantFrom('a', '7', '"', '&', '*', 'é', 'ß', 'я', '€', '鍵', '😀', '𝔎'), {
    minLength: 8,
    maxLength: 24,
  })
  .map((characters) => `ключ-${characters.join('')}`);

/** The forms of the canaries, and those that a program makes of bytes that it takes for characters. */
function bytesOf(secret: string): ReadonlyMap<string, Buffer> {
  const utf8 = Buffer.from(secret, 'utf8');
  const percent = encodeURIComponent(secret);
  const lower = percent.replaceAll(/%../g, (escape) => escape.toLowerCase());
  const asLatin1 = utf8.toString('latin1');
  const escapedBytes = [...utf8].map((byte) => `\\u${byte.toString(16).padStart(4, '0')}`).join('');
  return new Map([
    ...formsOf(secret),
    ['percent in lower case', Buffer.from(lower)],
    ['percent twice', Buffer.from(encodeURIComponent(percent))],
    ['read as latin1, written as UTF-8', Buffer.from(asLatin1)],
    ['read as latin1, percent-encoded', Buffer.from(encodeURIComponent(asLatin1))],
    ['each byte as an escape', Buffer.from(escapedBytes)],
    ['references', Buffer.from(secret.replaceAll(/[^\0-\x7f]/gu, reference))],
  ]);
}

function reference(character: string): string {
  return `&#${String(character.codePointAt(0))};`;
}

function redactorWith(secret: string) {
  const redactor = createRedactor();
  redactor.add(secret, '••••');
  return redactor;
}

const surrounded = (bytes: Buffer) => Buffer.concat([Buffer.from([0, 255]), bytes, Buffer.from([255, 0])]);

describe('a secret with characters beyond ASCII', () => {
  it('is found in bytes and in headers, which are bytes read as latin1, in every form', () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        const redactor = redactorWith(secret);
        for (const [form, bytes] of bytesOf(secret)) {
          const read = surrounded(bytes);
          expect([form, redactor.holdsSecret(read.toString('latin1'))]).toEqual([form, true]);
          expect([form, redactor.maskBytes(read).isRedacted]).toEqual([form, true]);
          expect([form, Buffer.from(redactor.maskBytes(read).bytes).includes(bytes)]).toEqual([form, false]);
          expect([form, redactor.mask(read.toString('latin1')).includes(bytes.toString('latin1'))]).toEqual([
            form,
            false,
          ]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('takes in none of its forms more bytes than are held back for it', () => {
    for (const character of ['é', '€', '😀', '"']) {
      const secret = character.repeat(40);
      const longest = Math.max(...[...bytesOf(secret).values()].map(({ length }) => length));
      expect(redactorWith(secret).overlap()).toBeGreaterThanOrEqual(longest);
    }
  });

  it.each([
    ['utf8', 'utf-8'],
    ['utf8', 'iso-8859-1'],
    ['utf8', 'windows-1252'],
    ['utf16le', 'utf-16le'],
    ['utf16le', 'iso-8859-1'],
  ] as const)('in %s is not in a text that its server calls %s', (encoding, charset) => {
    const secret = 'Schlüssel-€-鍵-😀';
    const kept = Buffer.from(`before ${secret} after`, encoding);
    const { body } = previewBody(
      { kept, decodedBytes: kept.length, wireBytes: kept.length },
      { contentType: `text/plain; charset=${charset}`, redactor: redactorWith(secret), limit: 1_000 },
    );
    const clear = new TextDecoder(charset).decode(Buffer.from(secret, encoding));
    const text = body.kind === 'text' ? body.text : '';
    expect(text).toContain('••••');
    expect(text).not.toContain(clear);
  });

  it('is in no kept body: in memory, in a file, read or saved', async () => {
    const secret = 'Schlüssel-€"-鍵-😀-0123';
    for (const [form, bytes] of bytesOf(secret)) {
      const files = inMemoryBodyFiles();
      const kept = createKeptResponses({
        files,
        limits: { responses: 3, fileBytes: 10_000_000, memoryBytes: 300_000 },
      });
      for (const before of [10, 256 * 1024 - 5, 400_000]) {
        const keeper = kept.begin('one', redactorWith(secret), '');
        await keeper.write(Buffer.concat([Buffer.alloc(before, 'x'), bytes, Buffer.alloc(before, 'y')]));
        await keeper.finish();
        const read = Buffer.from(valueOf(await kept.read('one', 0, 10_000_000)).bytes);
        expect([form, before, read.includes(bytes)]).toEqual([form, before, false]);
        expect(valueOf(await kept.save('one', '/tmp/one')).isRedacted).toBe(true);
        expect([form, files.saved.get('/tmp/one')?.includes(bytes)]).toEqual([form, false]);
      }
    }
  });
});
