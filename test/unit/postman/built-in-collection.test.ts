import { describe, expect, it } from 'vitest';
import { collectionSchema, requestsIn } from '../../../shared/domain/collection.ts';
import { LOCAL_API_ROUTES } from '../../../shared/domain/local-api-routes.ts';
import { BUILT_IN_FOLDERS } from '../../../electron/postman/built-in/folders.ts';
import { builtInRequest } from '../../../electron/postman/built-in-collection.ts';
import { createCollections } from '../../../electron/postman/collections.ts';
import { KEY_SHAPE } from '../../../electron/requests/key-shapes.ts';
import { inMemoryPreferences } from '../../support/in-memory-ports.ts';
import { errorOf, valueOf } from '../../support/results.ts';

const allRequests = () => BUILT_IN_FOLDERS.flatMap(({ requests }) => requests);

describe('the Postman API collection', () => {
  it('is a valid collection whose requests all start at the chosen service', () => {
    const [collection] = createCollections(inMemoryPreferences()).list();
    const requests = requestsIn(collection?.items ?? []).map(({ request }) => {
      const found = builtInRequest(request.id);
      if (found === null) throw new Error('The tree names a request that is not there');
      return found;
    });

    expect(collectionSchema.parse(collection)).toEqual(collection);
    expect(requests.every(({ draft }) => draft.url.startsWith('{{baseUrl}}/'))).toBe(true);
    expect(new Set(requests.map(({ id }) => id)).size).toBe(requests.length);
    expect(requests.every(({ draft, description }) => draft.name !== '' && description !== '')).toBe(true);
    const headers = requests.flatMap(({ draft }) => draft.headers.map(({ name }) => name));
    expect([...new Set(headers)]).toEqual(['Accept']);
  });

  it('has every group that the owner of a key meets first', () => {
    expect(BUILT_IN_FOLDERS.map(({ name, requests }) => `${name}: ${String(requests.length)}`)).toEqual([
      'User: 3',
      'Collections: 6',
      'Workspaces: 5',
      'Environments: 5',
      'Collection access keys: 2',
      'Mocks: 6',
      'Monitors: 6',
      'APIs: 6',
      'Specs: 7',
    ]);
  });

  it('has a request for everything that the Local API serves, and says of the others that only Postman does', () => {
    const places = allRequests().map(({ draft, description }) => ({
      place: `${draft.method} ${draft.url.replace('{{baseUrl}}', '').replaceAll(/\{\{\w+\}\}/g, 'x')}`,
      isOnlyAtPostman: description.includes('Only at Postman'),
    }));
    const served = LOCAL_API_ROUTES.filter((route) => !route.includes('/keyfob/'));
    const covered = places.filter(({ isOnlyAtPostman }) => !isOnlyAtPostman).map(({ place }) => place);
    expect(covered.sort()).toEqual(served.map((route) => route.replaceAll(/\{\w+\}/g, 'x')).sort());
    expect(places.filter(({ isOnlyAtPostman }) => isOnlyAtPostman)).toHaveLength(29);
  });

  it('explains what goes into every request that writes', () => {
    const writes = allRequests().filter(({ draft }) => draft.body.kind !== 'none');
    expect(writes.length).toBeGreaterThan(12);
    for (const { id, draft, description } of writes) {
      const text = draft.body.kind === 'json' ? draft.body.text : '';
      expect(() => void JSON.parse(text)).not.toThrow();
      expect([id, description.split('\n').length > 1]).toEqual([id, true]);
    }
    for (const { draft, description } of allRequests())
      for (const { name } of draft.params) expect(description).toContain(`\n${name}: `);
  });

  it('has its text shown as a tooltip and a panel, so it holds no markup and nothing like a key', () => {
    for (const { description } of allRequests()) {
      expect(description).not.toMatch(/[<>`]/);
      expect(description.search(KEY_SHAPE)).toBe(-1);
    }
  });

  it('goes to the Local API until another service is chosen, and remembers it', () => {
    const preferences = inMemoryPreferences();
    const collections = createCollections(preferences);

    expect(collections.find('postman-api')?.serviceId).toBe('local');
    expect(valueOf(collections.setService('postman-api', 'postman-eu')).serviceId).toBe('postman-eu');
    expect(createCollections(preferences).list()[0]?.serviceId).toBe('postman-eu');
  });

  it('goes to no service that does not speak the Postman API', () => {
    const collections = createCollections(inMemoryPreferences({ postmanCollectionServiceId: 'custom' }));

    expect(collections.list()[0]?.serviceId).toBe('local');
    expect(errorOf(collections.setService('postman-api', 'custom'))).toMatchObject({
      code: 'invalid-input',
      field: 'serviceId',
    });
    expect(errorOf(collections.setService('another', 'postman')).code).toBe('not-found');
    expect(collections.find('another')).toBeNull();
  });
});
