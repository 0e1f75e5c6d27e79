import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { formsOf, searchBytes, searchFolder } from '../../support/canary.ts';

const secret = `canary_${randomBytes(18).toString('base64url')}+/"é`;

describe('the canary search', () => {
  it('finds the secret raw, escaped, percent-encoded and form-encoded', () => {
    const places = [
      secret,
      JSON.stringify({ a: secret }),
      `?q=${encodeURIComponent(secret)}`,
      new URLSearchParams({ a: secret }).toString(),
    ];
    for (const place of places) expect(searchBytes('text', place, [secret])).not.toEqual([]);
  });

  it('finds the secret in base64 at each alignment, inside a longer text', () => {
    for (const before of ['', 'a', 'ab', 'abc', 'abcd']) {
      const text = Buffer.from(`${before}${secret}tail`).toString('base64');
      expect(searchBytes('text', `x${text}x`, [secret]).map((hit) => hit.form)).toContain(
        `base64+${String(before.length % 3)}`,
      );
    }
  });

  it('finds the secret in hex and in UTF-16', () => {
    expect(searchBytes('hex', Buffer.from(secret).toString('hex'), [secret])).not.toEqual([]);
    expect(searchBytes('utf16', Buffer.from(secret, 'utf16le'), [secret])).not.toEqual([]);
  });

  it('finds nothing in a text without the secret', () => {
    expect(searchBytes('text', randomBytes(4096).toString('base64'), [secret])).toEqual([]);
    expect([...formsOf(secret).values()].every((form) => form.length > 10)).toBe(true);
  });

  it('names the file that holds it, however deep it lies', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'keyfob-canary-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'clean.txt'), 'nothing');
    await writeFile(join(folder, 'dirty.txt'), `before ${secret} after`);
    expect((await searchFolder(folder, [secret])).map((hit) => hit.place)).toContain(
      join(folder, 'dirty.txt'),
    );
  });
});
