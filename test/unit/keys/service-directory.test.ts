import { describe, expect, it } from 'vitest';
import {
  LOCAL_SERVICE_ID,
  POSTMAN_EU_SERVICE_ID,
  POSTMAN_SERVICE_ID,
} from '../../../shared/domain/service.ts';
import { ensureBuiltInServices } from '../../../electron/keys/service-rows.ts';
import { aServiceDraft } from '../../support/builders.ts';
import { memoryKeysBench } from '../../support/keys-bench.ts';
import { errorOf, valueOf } from '../../support/results.ts';

describe('the built-in services', () => {
  it('are listed first, each with its own origins and header', () => {
    const bench = memoryKeysBench();
    valueOf(bench.services.create(aServiceDraft({ name: 'A custom one' })));
    expect(
      bench.services
        .list()
        .map(({ id }) => id)
        .slice(0, 3),
    ).toEqual([LOCAL_SERVICE_ID, POSTMAN_SERVICE_ID, POSTMAN_EU_SERVICE_ID]);
    expect(bench.services.find(POSTMAN_SERVICE_ID)).toEqual({
      id: POSTMAN_SERVICE_ID,
      kind: 'postman',
      name: 'Postman API',
      baseUrl: 'https://api.getpostman.com',
      headerName: 'X-API-Key',
      origins: ['https://api.getpostman.com', 'https://api.postman.com'],
      checkUrl: null,
      keyPrefix: null,
      isBuiltIn: true,
      keyCount: 0,
    });
    expect(bench.services.find(POSTMAN_EU_SERVICE_ID)?.origins).toEqual(['https://api.eu.postman.com']);
  });

  it('are what their presets say, whatever was written into the file', () => {
    const bench = memoryKeysBench();
    bench.ledger.run(
      `UPDATE services SET origins = '["https://evil.example"]', kind = 'custom', name = 'Evil'`,
    );
    ensureBuiltInServices(bench.ledger, 0);
    expect(bench.services.find(POSTMAN_SERVICE_ID)?.origins).not.toContain('https://evil.example');
    expect(bench.services.find(POSTMAN_SERVICE_ID)?.name).toBe('Postman API');
  });

  it('are made once, however often Keyfob starts', () => {
    const bench = memoryKeysBench();
    ensureBuiltInServices(bench.ledger, 1);
    expect(bench.ledger.all('SELECT id FROM services')).toHaveLength(3);
    expect(bench.services.list()).toHaveLength(3);
  });

  it('cannot be changed or removed', async () => {
    const bench = memoryKeysBench();
    for (const id of [LOCAL_SERVICE_ID, POSTMAN_SERVICE_ID, POSTMAN_EU_SERVICE_ID]) {
      expect(errorOf(await bench.services.update(id, aServiceDraft())).code).toBe('service-built-in');
      expect(errorOf(bench.services.remove(id)).code).toBe('service-built-in');
    }
  });

  it('count their keys', async () => {
    const bench = memoryKeysBench();
    await bench.generate({ name: 'first' });
    const { id } = await bench.generate({ name: 'second' });
    valueOf(bench.keys.remove(id));
    expect(bench.services.find(LOCAL_SERVICE_ID)?.keyCount).toBe(1);
  });
});

describe('the Local API as a service', () => {
  it('lies where its server listens, and nowhere while it does not', () => {
    const bench = memoryKeysBench();
    const address = () => {
      const { baseUrl, origins } = bench.services.find(LOCAL_SERVICE_ID) ?? {};
      return { baseUrl, origins };
    };
    expect(address()).toEqual({ baseUrl: '', origins: [] });
    bench.services.setLocalOrigin('http://127.0.0.1:5363/');
    expect(address()).toEqual({ baseUrl: 'http://127.0.0.1:5363', origins: ['http://127.0.0.1:5363'] });
    bench.services.setLocalOrigin(null);
    expect(address()).toEqual({ baseUrl: '', origins: [] });
    expect(bench.published).toEqual(['services.changed', 'services.changed']);
  });

  it('tells nobody when nothing changed', () => {
    const bench = memoryKeysBench();
    bench.services.setLocalOrigin(null);
    expect(bench.published).toEqual([]);
  });
});

describe('a custom service', () => {
  it('is kept as it was typed, with each origin once', () => {
    const bench = memoryKeysBench();
    const origin = 'https://api.weather.example';
    const service = valueOf(bench.services.create(aServiceDraft({ origins: [origin, origin] })));
    expect(service).toMatchObject({ kind: 'custom', name: 'Weather', isBuiltIn: false, origins: [origin] });
    expect(bench.services.find(service.id)).toEqual(service);
    expect(bench.services.list().at(-1)).toEqual(service);
    expect(bench.published).toEqual(['services.changed']);
  });

  it.each(['weather', 'WEATHER', 'Postman API', 'local api'])('cannot take the name %s', (name) => {
    const bench = memoryKeysBench();
    valueOf(bench.services.create(aServiceDraft()));
    expect(errorOf(bench.services.create(aServiceDraft({ name })))).toMatchObject({
      code: 'name-taken',
      field: 'name',
    });
  });

  it('may keep its own name when it is changed, and not take another’s', async () => {
    const bench = memoryKeysBench();
    const { id } = valueOf(bench.services.create(aServiceDraft()));
    valueOf(bench.services.create(aServiceDraft({ name: 'Other' })));
    expect(valueOf(await bench.services.update(id, aServiceDraft({ name: 'WEATHER' }))).name).toBe('WEATHER');
    expect(errorOf(await bench.services.update(id, aServiceDraft({ name: 'other' }))).code).toBe(
      'name-taken',
    );
  });

  it('is removed only without keys, and its name is free again, also after it had some', async () => {
    const bench = memoryKeysBench();
    const { id } = valueOf(bench.services.create(aServiceDraft()));
    const apiKey = await bench.generate({ serviceId: id });
    expect(errorOf(bench.services.remove(id)).code).toBe('service-in-use');
    valueOf(bench.keys.remove(apiKey.id));
    valueOf(bench.services.remove(id));
    expect(bench.services.find(id)).toBeNull();
    expect(errorOf(bench.services.remove(id)).code).toBe('not-found');
    expect(errorOf(await bench.services.update(id, aServiceDraft())).code).toBe('not-found');
    expect(valueOf(bench.services.create(aServiceDraft())).name).toBe('Weather');
  });

  it('is not half written when the disk refuses', async () => {
    const bench = memoryKeysBench();
    const service = valueOf(bench.services.create(aServiceDraft()));
    bench.ledger.writesUntilFull = 0;
    const results = [
      bench.services.create(aServiceDraft({ name: 'Other' })),
      await bench.services.update(service.id, aServiceDraft({ name: 'Other' })),
      bench.services.remove(service.id),
    ];
    expect(results.map((result) => errorOf(result).code)).toEqual(Array(3).fill('ledger-write-failed'));
    expect(bench.services.list().at(-1)).toEqual(service);
  });
});

describe('widening where the keys of a service may go', () => {
  const wider = aServiceDraft({ origins: ['https://api.weather.example', 'https://other.example'] });
  const withKey = async () => {
    const bench = memoryKeysBench();
    const service = valueOf(bench.services.create(aServiceDraft()));
    await bench.generate({ serviceId: service.id });
    return { bench, id: service.id };
  };

  it('asks the person, naming the service and what is new', async () => {
    const { bench, id } = await withKey();
    expect(valueOf(await bench.services.update(id, wider)).origins).toEqual(wider.origins);
    expect(bench.widening.asked).toMatchObject([{ service: { id }, added: ['https://other.example'] }]);
  });

  it('changes nothing when the person declines', async () => {
    const { bench, id } = await withKey();
    const before = bench.services.find(id);
    bench.widening.answer = false;
    bench.published.length = 0;
    expect(errorOf(await bench.services.update(id, { ...wider, name: 'New name' })).code).toBe('cancelled');
    expect(bench.services.find(id)).toEqual(before);
    expect(bench.published).toEqual([]);
  });

  it('asks also when an origin is exchanged for another', async () => {
    const { bench, id } = await withKey();
    bench.widening.answer = false;
    const moved = aServiceDraft({ baseUrl: 'https://evil.example', origins: ['https://evil.example'] });
    expect(errorOf(await bench.services.update(id, moved)).code).toBe('cancelled');
  });

  it('does not ask when nothing is added, or when there is no key', async () => {
    const { bench, id } = await withKey();
    valueOf(await bench.services.update(id, aServiceDraft({ name: 'Renamed', headerName: 'Authorization' })));
    const empty = valueOf(bench.services.create(aServiceDraft({ name: 'Empty' })));
    valueOf(await bench.services.update(empty.id, { ...wider, name: 'Empty' }));
    expect(bench.widening.asked).toEqual([]);
  });

  it('does not bring back an origin that was taken away while the person was asked', async () => {
    const { bench, id } = await withKey();
    valueOf(await bench.services.update(id, wider));
    const third = { ...wider, origins: [...wider.origins, 'https://third.example'] };
    const adding = bench.services.update(id, third);
    valueOf(await bench.services.update(id, aServiceDraft()));
    expect(errorOf(await adding).code).toBe('cancelled');
    expect(bench.services.find(id)?.origins).toEqual(aServiceDraft().origins);
  });
});
