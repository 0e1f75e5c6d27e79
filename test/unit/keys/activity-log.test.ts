import { describe, expect, it } from 'vitest';
import type { ActivityFilter } from '../../../shared/domain/activity.ts';
import { recordActivity } from '../../../electron/keys/activity-rows.ts';
import { LedgerUnavailableError } from '../../../electron/keys/ledger/ledger.ts';
import { createActivityLog } from '../../../electron/keys/activity-log.ts';
import { START } from '../../support/builders.ts';
import { memoryKeysBench } from '../../support/keys-bench.ts';
import { errorOf, valueOf } from '../../support/results.ts';
import { holds } from '../../support/holds.ts';
import { threadCpuMs } from '../../support/cpu-time.ts';

const everything: ActivityFilter = { apiKeyId: null, group: null, since: null, search: '' };

/** Two keys, and one of each kind of event that a filter tells apart. */
async function busyBench() {
  const bench = memoryKeysBench();
  const build = await bench.generate({ name: 'Build server' });
  const laptop = await bench.generate({ name: '=cmd|calc "x"' });
  bench.clock.advance(1000);
  valueOf(bench.keys.reveal(build.id));
  valueOf(await bench.copier.copy(build.id, 'tray'));
  const use = { apiKeyId: build.id, method: 'GET', origin: 'https://api.example.com' };
  bench.signingKeys.recordSent({ ...use, status: 204 });
  bench.signingKeys.recordWithheld({ ...use, method: 'DELETE', reason: 'key-read-only' });
  valueOf(bench.keys.rename({ id: build.id, name: 'Deploy 50%' }));
  const kinds = (changes: Partial<ActivityFilter>) =>
    valueOf(
      bench.activityLog.list({ filter: { ...everything, ...changes }, before: null, limit: 100 }),
    ).entries.map(({ event }) => event.kind);
  return { bench, build, laptop, kinds };
}

describe('the list of activity', () => {
  it('is newest first, with the name that the key had then', async () => {
    const { bench } = await busyBench();
    const { entries, hasMore, total } = valueOf(
      bench.activityLog.list({ filter: everything, before: null, limit: 100 }),
    );
    expect(entries.map(({ apiKeyName, event }) => [apiKeyName, event.kind])).toEqual([
      ['Deploy 50%', 'renamed'],
      ['Build server', 'withheld'],
      ['Build server', 'sent'],
      ['Build server', 'copied'],
      ['Build server', 'revealed'],
      ['=cmd|calc "x"', 'generated'],
      ['Build server', 'generated'],
    ]);
    expect([hasMore, total]).toEqual([false, 7]);
  });

  it('comes in pages that neither skip nor repeat an entry, and counts with the first', async () => {
    const { bench } = await busyBench();
    const ids: number[] = [];
    const totals: (number | null)[] = [];
    const pageBefore = (before: number | null) =>
      valueOf(bench.activityLog.list({ filter: everything, before, limit: 3 }));
    let before: number | null = null;
    for (let hasMore = true; hasMore;) {
      const page = pageBefore(before);
      ids.push(...page.entries.map(({ id }) => id));
      totals.push(page.total);
      before = page.entries.at(-1)?.id ?? null;
      hasMore = page.hasMore;
    }
    expect(ids).toEqual([7, 6, 5, 4, 3, 2, 1]);
    expect(totals).toEqual([7, null, null]);
  });

  it('is filtered by key, group and time, all at once', async () => {
    const { laptop, build, kinds } = await busyBench();
    expect(kinds({ apiKeyId: laptop.id })).toEqual(['generated']);
    expect(kinds({ group: 'shown' })).toEqual(['copied', 'revealed']);
    expect(kinds({ group: 'sent' })).toEqual(['sent']);
    expect(kinds({ since: START + 1000 })).toHaveLength(5);
    expect(kinds({ apiKeyId: build.id, group: 'life', since: START + 1000 })).toEqual([]);
  });

  it.each([
    ['build', 6],
    ['BUILD get', 1],
    ['204', 1],
    ['example.com', 2],
    ['withheld', 1],
    ['guarded', 1],
    ['shown once', 1],
    ['tray', 1],
    ['50%', 1],
    ['calc "x"', 1],
    // Names of fields and codes are nobody's to see, so they match nothing.
    ['origin', 0],
    ['kind', 0],
    ['key-read-only', 0],
    ['%', 1],
    ['\\', 0],
    ["' OR 1=1 --", 0],
  ])('searches what a person sees: %s', async (search, count) => {
    const { kinds } = await busyBench();
    expect(kinds({ search })).toHaveLength(count);
  });

  it('records once that a key has expired, and again only after a new expiration', async () => {
    const bench = memoryKeysBench();
    const { id } = await bench.generate({ expiry: { kind: 'at', at: START + 1000 } });
    const kinds = () =>
      valueOf(
        bench.activityLog.list({ filter: { ...everything, apiKeyId: id }, before: null, limit: 9 }),
      ).entries.map(({ event }) => event.kind);
    bench.clock.setNow(START + 1000);
    bench.keys.list();
    bench.signingKeys.findKey(id);
    await bench.copier.copy(id, 'tray');
    expect(kinds()).toEqual(['expired', 'generated']);
    valueOf(bench.keys.setExpiration({ id, expiry: { kind: 'at', at: START + 2000 } }));
    bench.clock.setNow(START + 2000);
    bench.signingKeys.findKey(id);
    bench.keys.list();
    expect(kinds()).toEqual(['expired', 'expiration-set', 'expired', 'generated']);
  });

  it('says that something was recorded when a key is shown or copied, which change no key', async () => {
    const bench = memoryKeysBench();
    const { id } = await bench.generate();
    bench.published.length = 0;
    valueOf(bench.keys.reveal(id));
    valueOf(await bench.copier.copy(id, 'window'));
    expect(bench.published).toEqual(['activity.changed', 'activity.changed']);
  });

  it('says so while no ledger is open', () => {
    const bench = memoryKeysBench();
    const closed = () => {
      throw new LedgerUnavailableError('closed');
    };
    const log = createActivityLog({
      ...bench,
      ...bench.savedFiles,
      ledger: { ...bench.ledger, all: closed, get: closed },
    });
    expect(errorOf(log.list({ filter: everything, before: null, limit: 1 })).code).toBe('ledger-unavailable');
  });

  it('stays quick with a hundred thousand entries', async () => {
    const { bench, build } = await busyBench();
    bench.ledger.transaction(() => {
      for (let index = 0; index < 99_000; index += 1) {
        const event = {
          kind: 'sent' as const,
          method: 'GET',
          origin: `https://host-${String(index)}.example`,
          status: 200,
        };
        recordActivity(
          bench.ledger,
          { id: `key-${String(index % 50)}`, name: 'Worker' },
          { at: START, event },
        );
      }
    });
    const filters = [
      everything,
      { ...everything, apiKeyId: build.id },
      { ...everything, search: 'host-98999' },
    ];
    for (const filter of filters) {
      const started = threadCpuMs();
      const { entries } = valueOf(bench.activityLog.list({ filter, before: null, limit: 100 }));
      expect(entries.length).toBeGreaterThan(0);
      expect(threadCpuMs() - started).toBeLessThan(1_000);
    }
  });
});

describe('the export of activity', () => {
  it('writes a CSV whose cells are never formulas, and records it', holds('import.formulas'), async () => {
    const { bench, laptop } = await busyBench();
    const answer = valueOf(await bench.activityLog.export({ format: 'csv', filter: everything }));
    expect(answer).toEqual({ kind: 'saved', fileName: 'keyfob-activity-2026-01-15.csv', count: 7 });
    const lines = bench.savedFiles.saved[0]?.content.split('\r\n') ?? [];
    expect(lines[0]).toBe('\uFEFFTime,Key,Key ID,Event,Details,Method,Origin,Status,Reason');
    expect(lines[6]).toBe(`2026-01-15T12:00:00.000Z,"'=cmd|calc ""x""",${laptop.id},Generated,,,,,`);
    expect(lines[3]).toContain(',Sent,GET https://api.example.com → 204,GET,https://api.example.com,204,');
    expect(lines.at(-1)).toBe('');
    const { entries } = valueOf(bench.activityLog.list({ filter: everything, before: null, limit: 1 }));
    expect(entries[0]).toMatchObject({
      apiKeyId: null,
      event: { kind: 'exported', what: 'activity', format: 'csv' },
    });
  });

  it('writes JSON of what the filter takes, and records it for the key', async () => {
    const { bench, build } = await busyBench();
    const filter = { ...everything, apiKeyId: build.id, group: 'shown' as const };
    valueOf(await bench.activityLog.export({ format: 'json', filter }));
    expect(JSON.parse(bench.savedFiles.saved[0]?.content ?? '')).toEqual({
      exportedAt: '2026-01-15T12:00:01.000Z',
      entries: [
        {
          at: '2026-01-15T12:00:01.000Z',
          apiKeyId: build.id,
          apiKeyName: 'Build server',
          event: { kind: 'copied', from: 'tray' },
        },
        {
          at: '2026-01-15T12:00:01.000Z',
          apiKeyId: build.id,
          apiKeyName: 'Build server',
          event: { kind: 'revealed' },
        },
      ],
    });
    const { entries } = valueOf(bench.activityLog.list({ filter, before: null, limit: 1 }));
    expect(entries[0]).toMatchObject({ apiKeyName: 'Deploy 50%', event: { kind: 'exported' } });
  });

  it('holds every entry, however many pages they take', async () => {
    const bench = memoryKeysBench();
    bench.ledger.transaction(() => {
      for (let index = 0; index < 4_500; index += 1)
        recordActivity(bench.ledger, { id: 'k', name: 'K' }, { at: START, event: { kind: 'revealed' } });
    });
    expect(valueOf(await bench.activityLog.export({ format: 'json', filter: everything }))).toMatchObject({
      count: 4_500,
    });
  });

  it(
    'is not written when it would hold a key, even one that somebody typed as a name',
    holds('import.exports'),
    async () => {
      const { bench, build } = await busyBench();
      valueOf(bench.keys.rename({ id: build.id, name: bench.secretOf(build.id) }));
      const answer = await bench.activityLog.export({ format: 'json', filter: everything });
      expect(errorOf(answer).code).toBe('export-holds-secret');
      expect(bench.savedFiles.saved).toEqual([]);
    },
  );

  it.each([
    ['cancel', { ok: true, value: { kind: 'cancelled' } }],
    ['refuse', { ok: false, error: { code: 'export-failed' } }],
  ] as const)('records nothing when the person or the disk says no: %s', async (answer, result) => {
    const { bench, kinds } = await busyBench();
    bench.savedFiles.answer = answer;
    expect(await bench.activityLog.export({ format: 'csv', filter: everything })).toMatchObject(result);
    expect(kinds({})).not.toContain('exported');
  });
});
