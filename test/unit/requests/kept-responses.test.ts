import { describe, expect, it } from 'vitest';
import { createKeptResponses, type KeptResponses } from '../../../electron/requests/kept-responses.ts';
import { createRedactor } from '../../../electron/requests/redactor.ts';
import { inMemoryBodyFiles } from '../../support/in-memory-body-files.ts';
import { errorOf, valueOf } from '../../support/results.ts';

const KIB = 1024;
const LIMITS = { responses: 3, fileBytes: 2_000 * KIB, memoryBytes: 300 * KIB };

function arrange(limits = LIMITS) {
  const files = inMemoryBodyFiles();
  return { files, kept: createKeptResponses({ files, limits }) };
}

async function keep(kept: KeptResponses, id: string, body: Buffer): Promise<number | null> {
  const redactor = createRedactor();
  redactor.add('very-secret-value', 'v…');
  const piece = body.length > 100 ? 7_777 : 7;
  const keeper = kept.begin(id, redactor, 'text/plain');
  for (let at = 0; at < body.length; at += piece) await keeper.write(body.subarray(at, at + piece));
  return keeper.finish();
}

async function read(kept: KeptResponses, id: string): Promise<string> {
  return Buffer.from(valueOf(await kept.read(id, 0, 10_000_000)).bytes).toString();
}

describe('the bodies of the last responses', () => {
  it('are whole: a small one in memory, a large one in a file', async () => {
    const { files, kept } = arrange();
    const small = Buffer.alloc(200 * KIB, 'ab');
    const large = Buffer.alloc(900 * KIB, 'cd');

    expect(await keep(kept, 'small', small)).toBe(small.length);
    expect(files.open.size).toBe(0);
    expect(await keep(kept, 'large', large)).toBe(large.length);
    expect(files.open.size).toBe(1);
    expect(await read(kept, 'small')).toBe(small.toString());
    expect(await read(kept, 'large')).toBe(large.toString());
    const part = valueOf(await kept.read('large', 3, 4));
    expect(Buffer.from(part.bytes).toString()).toBe('dcdc');
    expect(part.size).toBe(large.length);
  });

  it('hold no secret, in memory or in a file, and say that one stood there when they are saved', async () => {
    const { files, kept } = arrange();
    const echo = Buffer.from(`${'x'.repeat(350 * KIB)}very-secret-value${'y'.repeat(10)}`);

    await keep(kept, 'one', echo);
    await keep(kept, 'two', Buffer.from('very-secret-value'));

    expect(await read(kept, 'one')).toContain(`x${'*'.repeat(17)}y`);
    expect(await read(kept, 'two')).toBe('*'.repeat(17));
    expect(valueOf(await kept.save('one', '/tmp/one'))).toEqual({ size: echo.length, isRedacted: true });
    expect(files.saved.get('/tmp/one')?.includes('very-secret-value')).toBe(false);
  });

  it('make room for later ones, the oldest first, and leave no file behind', async () => {
    const { files, kept } = arrange();
    for (const id of ['a', 'b', 'c', 'd']) await keep(kept, id, Buffer.alloc(900 * KIB, id));

    expect(['a', 'b', 'c', 'd'].map((id) => kept.has(id))).toEqual([false, false, true, true]);
    expect(files.open.size).toBe(2);
    expect(errorOf(await kept.read('a', 0, 1)).code).toBe('not-found');
    expect(errorOf(await kept.save('a', '/tmp/a')).code).toBe('not-found');
    await kept.close();
    expect(kept.has('d')).toBe(false);
    expect(files.open.size).toBe(0);
  });

  it('are not kept when the disk is full, which stops nothing else', async () => {
    const { files, kept } = arrange();
    files.isRefusing = true;

    expect(await keep(kept, 'large', Buffer.alloc(900 * KIB))).toBeNull();
    expect(kept.has('large')).toBe(false);
    files.isRefusing = false;
    await keep(kept, 'other', Buffer.from('text'));
    files.isRefusing = true;
    expect(errorOf(await kept.save('other', '/tmp/other')).code).toBe('export-failed');
  });
});
