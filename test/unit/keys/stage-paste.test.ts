import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listActivityOf } from '../../../electron/keys/activity-rows.ts';
import { aServiceDraft } from '../../support/builders.ts';
import { inMemoryClipboard } from '../../support/in-memory-ports.ts';
import { memoryKeysBench } from '../../support/keys-bench.ts';
import { errorOf, valueOf } from '../../support/results.ts';
import { tellingText } from '../../support/telling-text.ts';

const benchWith = (text: string) => {
  const bench = memoryKeysBench();
  bench.clipboard.formats = inMemoryClipboard(text).formats;
  return bench;
};

/** The form of a Postman key, made here so that no file holds one. */
const postmanShape = ['PMAK', 'a'.repeat(24), 'b'.repeat(34)].join('-');
const added = { name: 'Pasted', serviceId: 'postman', expiry: { kind: 'never' } } as const;

describe('pasting a key', () => {
  it('answers a token, the mask and the length, never the value', async () => {
    const bench = benchWith(postmanShape);
    const staged = valueOf(await bench.keys.stagePaste());
    expect(staged).toMatchObject({
      mask: 'PMAK-••••••••bbbb',
      length: postmanShape.length,
      suggestedServiceId: 'postman',
    });
    expect(JSON.stringify(staged)).not.toContain('aaaa');
  });

  it.each([
    ['kfak_0123456789ab_x', 'local'],
    ['kfat_0123456789ab_x', 'local'],
    ['PMAK-0123', 'postman'],
    ['pmak-0123', null],
    ['sk-0123456789', null],
  ])('recognises the service of %s as %s', async (text, serviceId) => {
    expect(valueOf(await benchWith(text).keys.stagePaste()).suggestedServiceId).toBe(serviceId);
  });

  it('recognises a custom service by its hint, the longest first, and never in place of a built-in one', async () => {
    const bench = benchWith('wx_live_0123456789');
    const make = (name: string, keyPrefix: string) =>
      valueOf(bench.services.create(aServiceDraft({ name, keyPrefix }))).id;
    make('Short', 'wx_');
    const longer = make('Longer', 'wx_live_');
    make('Postman-like', 'PMAK-');
    const paste = async () => valueOf(await bench.keys.stagePaste()).suggestedServiceId;
    expect(await paste()).toBe(longer);
    bench.clipboard.formats = inMemoryClipboard('PMAK-0123').formats;
    expect(await paste()).toBe('postman');
  });

  it('drops the white space around it', async () => {
    const bench = benchWith(' \t\r\n abc123def456 \u00a0\ufeff\n');
    const { token } = valueOf(await bench.keys.stagePaste());
    const { id } = valueOf(await bench.keys.addStaged({ ...added, token }));
    expect(bench.secretOf(id)).toBe('abc123def456');
  });

  it.each(['', ' \n\t '])('says that there is no text: %j', async (text) => {
    expect(errorOf(await benchWith(text).keys.stagePaste()).code).toBe('clipboard-empty');
  });

  it.each([
    ['inner white space', 'abc def'],
    ['a line break', 'abc\r\ndef'],
    ['NUL', 'abc\0def'],
    ['DEL', 'abc\x7fdef'],
    ['characters beyond ASCII', 'abcdéf'],
    ['a zero-width space', 'abc\u200bdef'],
    ['more than 4,096 characters', 'x'.repeat(4097)],
  ])('refuses %s without repeating it', async (_, text) => {
    const error = errorOf(await benchWith(text).keys.stagePaste());
    expect(error.code).toBe('clipboard-not-a-key');
    expect(JSON.stringify(error)).not.toContain('abc');
  });

  it('takes 4,096 characters', async () => {
    expect(valueOf(await benchWith('x'.repeat(4096)).keys.stagePaste()).length).toBe(4096);
  });

  it('never takes what a header value cannot carry, and never repeats it', async () => {
    const bench = memoryKeysBench();
    await fc.assert(
      fc.asyncProperty(tellingText(12), async (text) => {
        bench.clipboard.formats = inMemoryClipboard(text).formats;
        const result = await bench.keys.stagePaste();
        const isVisibleAscii = /^[\x21-\x7e]+$/.test(text.trim());
        expect(result.ok).toBe(isVisibleAscii);
        bench.keys.forgetHeldSecrets();
      }),
      { numRuns: 300 },
    );
  });

  it('refuses a key that Keyfob itself copied, so that no page can move it to a service with other origins', async () => {
    const bench = memoryKeysBench();
    const { id } = await bench.generate();
    valueOf(await bench.copier.copy(id, 'window'));
    const error = errorOf(await bench.keys.stagePaste());
    expect(error.code).toBe('clipboard-not-a-key');
    expect(error.message).toContain('Keyfob');
    expect(JSON.stringify(error)).not.toContain(bench.secretOf(id));

    bench.clipboard.formats = inMemoryClipboard(postmanShape).formats;
    expect((await bench.keys.stagePaste()).ok).toBe(true);
  });

  it('says that the clipboard cannot be read, without its error', async () => {
    const bench = benchWith('abc');
    bench.clipboard.readText = () => Promise.reject(new Error('system says abc'));
    const error = errorOf(await bench.keys.stagePaste());
    expect(error.code).toBe('clipboard-failed');
    expect(JSON.stringify([error, bench.logger.lines])).not.toContain('abc');
  });
});

describe('keeping a pasted key', () => {
  it('seals it, records it, and drops it from memory', async () => {
    const bench = benchWith(postmanShape);
    const { token } = valueOf(await bench.keys.stagePaste());
    const apiKey = valueOf(await bench.keys.addStaged({ ...added, token }));
    expect(apiKey).toMatchObject({ mask: 'PMAK-••••••••bbbb', isIssuedHere: false, isDefault: true });
    expect(bench.secretOf(apiKey.id)).toBe(postmanShape);
    expect(listActivityOf(bench.ledger, apiKey.id).map(({ event }) => event.kind)).toEqual(['added']);
    expect(errorOf(await bench.keys.addStaged({ ...added, token, name: 'Again' })).code).toBe(
      'staged-paste-gone',
    );
    expect(bench.clock.pendingTimers()).toBe(0);
  });

  it('keeps the token for another try after a refusal', async () => {
    const bench = benchWith(postmanShape);
    await bench.generate({ name: 'Taken' });
    const { token } = valueOf(await bench.keys.stagePaste());
    const input = { ...added, token, serviceId: 'local' };
    expect(errorOf(await bench.keys.addStaged({ ...input, name: 'taken' })).code).toBe('name-taken');
    bench.ledger.writesUntilFull = 0;
    expect(errorOf(await bench.keys.addStaged({ ...input, name: 'Free' })).code).toBe('ledger-write-failed');
    bench.ledger.writesUntilFull = Infinity;
    expect(valueOf(await bench.keys.addStaged({ ...input, name: 'Free' })).name).toBe('Free');
  });

  it('keeps it once when the same token is used twice at the same time', async () => {
    const bench = benchWith(postmanShape);
    const { token } = valueOf(await bench.keys.stagePaste());
    const results = await Promise.all([
      bench.keys.addStaged({ ...added, token, name: 'One' }),
      bench.keys.addStaged({ ...added, token, name: 'Two' }),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });

  it('forgets it after ten minutes, and at lock and quit', async () => {
    const bench = benchWith(postmanShape);
    const first = valueOf(await bench.keys.stagePaste());
    bench.clock.advance(10 * 60_000);
    const second = valueOf(await bench.keys.stagePaste());
    bench.keys.forgetHeldSecrets();
    for (const { token } of [first, second]) {
      expect(errorOf(await bench.keys.addStaged({ ...added, token })).code).toBe('staged-paste-gone');
    }
  });
});
