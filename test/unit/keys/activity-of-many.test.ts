import { describe, expect, it } from 'vitest';
import { recordForMany } from '../../../electron/keys/activity-of-many.ts';
import { listActivityOf, recordActivity } from '../../../electron/keys/activity-rows.ts';
import type { ActivityFilter } from '../../../shared/domain/activity.ts';
import { START } from '../../support/builders.ts';
import { memoryKeysBench } from '../../support/keys-bench.ts';
import { valueOf } from '../../support/results.ts';
import { threadCpuMs } from '../../support/cpu-time.ts';

const everything: ActivityFilter = { apiKeyId: null, group: null, since: null, search: '' };
const revoked = { at: START, event: { kind: 'revoked', reason: 'exposed' } } as const;

type Named = readonly (readonly [id: string, name: string])[];

const numbered = (count: number): Named =>
  Array.from({ length: count }, (_, index) => [`key-${String(index)}`, `Build ${String(index)}`]);

const chosen = (keys: Named) => ({
  sql: 'SELECT value ->> 0 AS id, value ->> 1 AS name FROM json_each(?) ORDER BY key',
  parameters: [JSON.stringify(keys)],
});

/** A log in which the same happened to these keys at once. */
function logOf(keys: Named) {
  const bench = memoryKeysBench();
  const { ledger, activityLog } = bench;
  recordActivity(ledger, { id: 'key-1', name: 'Before' }, { at: START, event: { kind: 'generated' } });
  ledger.transaction(() => {
    recordForMany(ledger, chosen(keys), revoked);
  });
  const list = (changes: Partial<ActivityFilter> = {}) =>
    valueOf(activityLog.list({ filter: { ...everything, ...changes }, before: null, limit: 100 }));
  const names = (changes: Partial<ActivityFilter>) =>
    list(changes).entries.map(({ apiKeyName, others }) => [apiKeyName, others]);
  return { ...bench, list, names };
}

describe('what was done to many keys at once', () => {
  it.each([
    [0, []],
    [1, [['Build 0', 0]]],
  ])('is no entry of many for %i', (count, entries) => {
    expect(logOf(numbered(count)).names({ group: 'life' })).toEqual([...entries, ['Before', 0]]);
  });

  it('is an entry each for a few, in their order', () => {
    const { list } = logOf(numbered(20));
    expect(list().entries.map(({ apiKeyName }) => apiKeyName)).toEqual([
      ...numbered(20)
        .map(([, name]) => name)
        .toReversed(),
      'Before',
    ]);
  });

  it('is one entry for many, under the first of them, with a name that none of them has again', () => {
    const { list } = logOf(numbered(21));
    expect(list()).toEqual({
      entries: [
        expect.objectContaining({
          apiKeyId: 'key-0',
          apiKeyName: 'Build 0',
          others: 20,
          event: revoked.event,
        }),
        expect.objectContaining({ apiKeyName: 'Before', others: 0 }),
      ],
      hasMore: false,
      total: 2,
    });
  });

  it('is found by each of them, and by no other key', () => {
    const { list, names, ledger } = logOf(numbered(30));
    expect(names({ apiKeyId: 'key-1' })).toEqual([
      ['Build 1', 29],
      ['Before', 0],
    ]);
    expect(list({ apiKeyId: 'key-2' })).toMatchObject({ total: 1, entries: [{ apiKeyId: 'key-2' }] });
    expect(names({ apiKeyId: 'key' })).toEqual([]);
    expect(names({ apiKeyId: 'Build 2' })).toEqual([]);
    expect(listActivityOf(ledger, 'key-1').map(({ event }) => event.kind)).toEqual(['generated', 'revoked']);
  });

  it('is found by a name, by what happened, and by both of one key', () => {
    const { names } = logOf(numbered(30));
    expect(names({ search: 'build 17' })).toEqual([['Build 17', 29]]);
    expect(names({ search: 'revoked 17' })).toEqual([['Build 17', 29]]);
    // Each of these words stands in a name, and no name has both.
    expect(names({ search: '17 18' })).toEqual([]);
    expect(names({ search: 'key-17' })).toEqual([]);
    expect(names({ search: '"' })).toEqual([]);
    expect(names({ search: 'Build 5', apiKeyId: 'key-4' })).toEqual([]);
    expect(names({ group: 'sent' })).toEqual([]);
    expect(names({ since: START + 1 })).toEqual([]);
  });

  it.each(['["key-1",', 'a "quoted" [name]', '50 % \\ _', '[["x","y"]]'])('takes any name: %s', (name) => {
    const { names } = logOf([...numbered(30), ['other', name]]);
    expect(names({ apiKeyId: 'other' })).toEqual([[name, 30]]);
    expect(names({ search: name, group: 'life', apiKeyId: 'other' })).toEqual([[name, 30]]);
    expect(names({ apiKeyId: 'x' })).toEqual([]);
  });

  it('keeps the name that the key had then', async () => {
    const bench = logOf([]);
    const { id } = await bench.generate({ name: 'Then' });
    bench.ledger.transaction(() => {
      recordForMany(bench.ledger, chosen([[id, 'Then'], ...numbered(30)]), revoked);
    });
    valueOf(bench.keys.rename({ id, name: 'Now' }));
    expect(bench.names({ apiKeyId: id, group: 'life' })).toEqual([
      ['Then', 30],
      ['Then', 0],
    ]);
  });

  it('is exported as a line for each key that was asked for', async () => {
    const { activityLog, savedFiles } = logOf(numbered(2_500));
    const exported = async (changes: Partial<ActivityFilter>) => {
      const filter = { ...everything, ...changes };
      const saved = valueOf(await activityLog.export({ format: 'csv', filter }));
      return { saved, lines: (savedFiles.saved.at(-1)?.content ?? '').split('\r\n') };
    };
    expect((await exported({})).saved).toMatchObject({ count: 2_501 });
    const one = await exported({ apiKeyId: 'key-7', group: 'life' });
    expect(one.lines.slice(1)).toEqual([
      '2026-01-15T12:00:00.000Z,Build 7,key-7,Revoked,Its value was seen where it should not be,,,,',
      '',
    ]);
    expect((await exported({ search: 'build 249' })).saved).toMatchObject({ count: 13 });
  });

  it('counts as many entries when what is old goes, and the next id is after all of them', () => {
    const { ledger, list } = logOf(numbered(60_000));
    expect(list().entries.map(({ id }) => id)).toEqual([60_001, 1]);
    ledger.transaction(() => {
      recordForMany(ledger, chosen(numbered(60_000)), revoked);
    });
    expect(list().entries.map(({ id }) => id)).toEqual([120_001, 60_001]);
    recordActivity(ledger, { id: 'key-1', name: 'After' }, { at: START, event: { kind: 'revealed' } });
    expect(list().entries.map(({ id }) => id)).toEqual([120_002, 120_001, 60_001]);
  });

  it('stays quick to list, to search and to filter when there is as much of it as is kept', () => {
    const { ledger, list } = logOf([]);
    for (let index = 0; index < 11; index += 1) {
      ledger.transaction(() => {
        recordForMany(ledger, chosen(numbered(9_000)), revoked);
      });
    }
    for (const filter of [{}, { apiKeyId: 'key-8999' }, { search: 'build 8999' }, { search: 'nothing' }]) {
      const started = threadCpuMs();
      list(filter);
      expect(threadCpuMs() - started).toBeLessThan(1_000);
    }
  });
});
