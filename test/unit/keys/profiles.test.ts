import { describe, expect, it } from 'vitest';
import { listActivityOf } from '../../../electron/keys/activity-rows.ts';
import type { Profile } from '../../../shared/domain/profile.ts';
import { aServiceDraft } from '../../support/builders.ts';
import { memoryKeysBench } from '../../support/keys-bench.ts';
import { errorOf, valueOf } from '../../support/results.ts';

/** Two services with a work and a personal key each; the work keys are the defaults. */
async function twoServices() {
  const bench = memoryKeysBench();
  const weather = valueOf(bench.services.create(aServiceDraft())).id;
  const make = async (serviceId: string, name: string) => (await bench.generate({ serviceId, name })).id;
  const work = [await make('local', 'Work'), await make(weather, 'Work')];
  const home = [await make('local', 'Personal'), await make(weather, 'Personal')];
  const defaultsOf = ([local = '', custom = '']: readonly string[]) => [
    { serviceId: 'local', apiKeyId: local },
    { serviceId: weather, apiKeyId: custom },
  ];
  const save = (name: string, ids: readonly string[], id: string | null = null) =>
    bench.profiles.save({ id, name, defaults: defaultsOf(ids) });
  const defaults = () =>
    bench.keys
      .list()
      .filter(({ isDefault }) => isDefault)
      .map(({ id }) => id)
      .sort();
  const active = () => bench.profiles.list().find(({ isActive }) => isActive)?.name ?? null;
  return { bench, weather, work, home, save, defaults, active, defaultsOf };
}

describe('a profile', () => {
  it('switches the default keys of several services at once', async () => {
    const { bench, work, home, save, defaults, active } = await twoServices();
    valueOf(save('Work', work));
    const personal = valueOf(save('Personal', home));
    expect([defaults(), active()]).toEqual([work.toSorted(), 'Work']);
    bench.published.length = 0;

    const switched = valueOf(bench.profiles.switchTo(personal.id));

    expect(switched).toEqual({ ...personal, isActive: true });
    expect([defaults(), active()]).toEqual([home.toSorted(), 'Personal']);
    expect(bench.published).toEqual(['keys.changed', 'profiles.changed']);
    const [first = ''] = home;
    expect(listActivityOf(bench.ledger, first).map(({ event }) => event.kind)).toContain('made-default');
  });

  it('leaves the services alone that it does not name', async () => {
    const { bench, work, home, defaults } = await twoServices();
    const [local = ''] = home;
    const draft = { id: null, name: 'Half', defaults: [{ serviceId: 'local', apiKeyId: local }] };
    valueOf(bench.profiles.switchTo(valueOf(bench.profiles.save(draft)).id));
    expect(defaults()).toEqual([local, work[1]].sort());
  });

  it('is active as long as its keys are the defaults, whoever changes them', async () => {
    const { bench, work, home, save, active } = await twoServices();
    valueOf(save('Work', work));
    valueOf(bench.keys.makeDefault(home[0] ?? ''));
    expect(active()).toBeNull();
    valueOf(bench.keys.makeDefault(work[0] ?? ''));
    expect(active()).toBe('Work');
  });

  it('that was switched to last is the active one of two alike', async () => {
    const { bench, work, save, active } = await twoServices();
    valueOf(save('Work', work));
    const same = valueOf(save('Same', work));
    expect(active()).toBe('Work');
    bench.clock.advance(1000);
    valueOf(bench.profiles.switchTo(same.id));
    expect(active()).toBe('Same');
  });

  it('loses a key that is deleted, and is not active without any', async () => {
    const { bench, work, save, active } = await twoServices();
    const { id } = valueOf(save('Work', work));
    valueOf(bench.keys.remove(work[0] ?? ''));
    expect(bench.profiles.list()[0]?.defaults.map(({ apiKeyId }) => apiKeyId)).toEqual([work[1]]);
    valueOf(bench.profiles.switchTo(id));
    valueOf(bench.keys.remove(work[1] ?? ''));
    expect([bench.profiles.list()[0]?.defaults, active()]).toEqual([[], null]);
  });

  it('is renamed, changed and removed; its keys stay', async () => {
    const { bench, work, home, save } = await twoServices();
    const { id } = valueOf(save('Work', work));
    const changed: Profile = valueOf(save('Office', home, id));
    expect(bench.profiles.list()).toEqual([changed]);
    expect(changed).toMatchObject({ id, name: 'Office' });
    valueOf(bench.profiles.remove(id));
    expect([bench.profiles.list(), bench.keys.list().length]).toEqual([[], 4]);
    expect(errorOf(bench.profiles.switchTo(id)).code).toBe('not-found');
    expect(errorOf(save('Office', home, id)).code).toBe('not-found');
  });

  it('refuses a name twice, two keys of one service, and a key of another service', async () => {
    const { bench, weather, work, home, save, defaultsOf } = await twoServices();
    valueOf(save('Work', work));
    expect(errorOf(save('WORK', home))).toMatchObject({ code: 'name-taken', field: 'name' });
    const twice = [...defaultsOf(work), { serviceId: weather, apiKeyId: home[1] ?? '' }];
    expect(errorOf(bench.profiles.save({ id: null, name: 'Two', defaults: twice })).field).toBe('defaults');
    const foreign = [{ serviceId: 'local', apiKeyId: work[1] ?? '' }];
    expect(errorOf(bench.profiles.save({ id: null, name: 'X', defaults: foreign })).code).toBe('not-found');
    expect(bench.profiles.list()).toHaveLength(1);
  });

  it('switches all or nothing when the disk refuses', async () => {
    const { bench, work, home, save, defaults } = await twoServices();
    const { id } = valueOf(save('Personal', home));
    bench.ledger.writesUntilFull = 3;
    expect(errorOf(bench.profiles.switchTo(id)).code).toBe('ledger-write-failed');
    expect(defaults()).toEqual(work.toSorted());
  });
});
