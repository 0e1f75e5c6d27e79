import { describe, expect, it } from 'vitest';
import { PushedBody } from '../../../electron/requests/hop-body.ts';
import { DEFAULT_BODY_LIMITS, readBody, type BodyReading } from '../../../electron/requests/read-body.ts';
import { errorOf, valueOf } from '../../support/results.ts';

const nothing = (): void => undefined;

function aBody(...texts: readonly string[]): PushedBody {
  const body = new PushedBody({ pause: nothing, resume: nothing, abort: nothing });
  for (const text of texts) body.push(Buffer.from(text));
  return body;
}

function reading(limits: Partial<BodyReading['limits']> = {}) {
  const told: number[] = [];
  const all = { ...DEFAULT_BODY_LIMITS, keptBytes: 4, ...limits };
  return { told, limits: all, onWireBytes: (wireBytes: number) => void told.push(wireBytes) };
}

const shown = (kept: Uint8Array): string => Buffer.from(kept).toString();

describe('reading a body', () => {
  it('waits for nothing when all of it is there, and says the same as of one that comes later', async () => {
    const there = aBody('abc', 'def');
    there.finish();
    const first = reading();
    const read = readBody(there, '', first);
    expect(read).not.toBeInstanceOf(Promise);

    const coming = aBody('abc');
    const second = reading();
    const later = readBody(coming, '', second);
    expect(later).toBeInstanceOf(Promise);
    coming.push(Buffer.from('def'));
    coming.finish();

    expect(await later).toEqual(read);
    expect(second.told).toEqual(first.told);
    const { kept, wireBytes, decodedBytes } = valueOf(await read);
    expect([shown(kept), wireBytes, decodedBytes]).toEqual(['abcd', 6, 6]);
  });

  it('refuses one that is too large, though it is there', async () => {
    const body = aBody('abc', 'def');
    body.finish();
    expect(errorOf(await readBody(body, '', reading({ decodedBytes: 5 }))).code).toBe('response-too-large');
  });

  it('decodes one that is there, and says when it is not what it was called', async () => {
    const body = aBody('no gzip');
    body.finish();
    expect(errorOf(await readBody(body, 'gzip', reading())).code).toBe('response-malformed');
  });

  it('fails with the reason when it broke off before it was read', async () => {
    const body = aBody('abc');
    body.fail(Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
    expect(errorOf(await readBody(body, '', reading())).code).toBe('connection-reset');
  });
});
