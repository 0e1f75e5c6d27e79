import { describe, expect, it } from 'vitest';
import { createTextCopier } from '../../../electron/keys/copy-text.ts';
import { LedgerUnavailableError } from '../../../electron/keys/ledger/ledger.ts';
import { createSecretScan } from '../../../electron/keys/secret-scan.ts';
import { aServiceDraft } from '../../support/builders.ts';
import { CONCEALED_FORMAT, inMemoryClipboard } from '../../support/in-memory-ports.ts';
import { memoryKeysBench } from '../../support/keys-bench.ts';
import { errorOf, valueOf } from '../../support/results.ts';
import { threadCpuMs } from '../../support/cpu-time.ts';

/** A key that looks like none: a pasted one with characters that are escaped in most places. */
async function benchWithOddKey() {
  const bench = memoryKeysBench();
  const service = valueOf(bench.services.create(aServiceDraft()));
  bench.clipboard.formats = inMemoryClipboard('od"d/va%lue&<0123>').formats;
  const { token } = valueOf(await bench.keys.stagePaste());
  const expiry = { kind: 'never' } as const;
  const apiKey = valueOf(await bench.keys.addStaged({ token, name: 'Odd', serviceId: service.id, expiry }));
  bench.clipboard.formats = new Map();
  return { bench, secret: bench.secretOf(apiKey.id) };
}

describe('copying a text', () => {
  it('puts it on the clipboard as any text', async () => {
    const { bench } = await benchWithOddKey();
    valueOf(await bench.textCopier.copy('curl -H "X-API-Key: $KEYFOB_KEY"'));
    expect(bench.clipboard.formats.get('text/plain')).toBe('curl -H "X-API-Key: $KEYFOB_KEY"');
    expect(bench.clipboard.formats.has(CONCEALED_FORMAT)).toBe(false);
  });

  it.each([
    ['as it is', (secret: string) => `before${secret}after`],
    ['percent-encoded', (secret: string) => `?k=${encodeURIComponent(secret)}`],
    ['in JSON', (secret: string) => JSON.stringify({ secret })],
    ['as base64', (secret: string) => Buffer.from(`user:${secret}`).toString('base64')],
    ['as hex', (secret: string) => Buffer.from(secret).toString('hex')],
    ['in HTML', (secret: string) => secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;')],
    ['escaped', (secret: string) => [...secret].map((c) => `\\u00${c.charCodeAt(0).toString(16)}`).join('')],
  ])('refuses one that holds a key %s, and leaves the clipboard alone', async (_, textWith) => {
    const { bench, secret } = await benchWithOddKey();
    const answer = await bench.textCopier.copy(textWith(secret));
    expect(errorOf(answer).code).toBe('text-holds-secret');
    expect(JSON.stringify(answer)).not.toContain(secret);
    expect(bench.clipboard.formats.size).toBe(0);
  });

  it('refuses what is shaped like a key, whether Keyfob knows it or not', async () => {
    const { bench } = await benchWithOddKey();
    const shaped = `PMAK-${'0a'.repeat(12)}-${'1b'.repeat(17)}`;
    expect(errorOf(await bench.textCopier.copy(`x ${shaped}`)).code).toBe('text-holds-secret');
  });

  it('says when the clipboard or the ledger refuses', async () => {
    const { bench } = await benchWithOddKey();
    bench.clipboard.isRefusing = true;
    expect(errorOf(await bench.textCopier.copy('text')).code).toBe('clipboard-failed');
    const closed = () => {
      throw new LedgerUnavailableError('closed');
    };
    const secretScan = createSecretScan({ ...bench, ledger: { ...bench.ledger, all: closed } });
    const copier = createTextCopier({ ...bench, secretScan });
    expect(errorOf(await copier.copy('text')).code).toBe('ledger-unavailable');
  });

  it('looks through a megabyte for a thousand keys quickly', async () => {
    const bench = memoryKeysBench();
    for (let index = 0; index < 1_000; index += 1) await bench.generate({ name: `Key ${String(index)}` });
    const started = threadCpuMs();
    expect(bench.secretScan.holdsSecret('lorem ipsum %41 '.repeat(62_500))).toBe(false);
    expect(threadCpuMs() - started).toBeLessThan(2_000);
  });
});
