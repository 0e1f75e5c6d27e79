import { describe, expect, it } from 'vitest';
import { collectionSchema } from '../../../shared/domain/collection.ts';
import { createCollections } from '../../../electron/postman/collections.ts';
import { inMemoryPreferences } from '../../support/in-memory-ports.ts';
import { errorOf, valueOf } from '../../support/results.ts';

describe('the Postman API collection', () => {
  it('is a valid collection whose requests all start at the chosen service', () => {
    const [collection] = createCollections(inMemoryPreferences()).list();
    const requests = collection?.folders.flatMap((folder) => folder.requests) ?? [];

    expect(collectionSchema.parse(collection)).toEqual(collection);
    expect(requests.map(({ draft }) => `${draft.method} ${draft.url}`)).toEqual([
      'GET {{baseUrl}}/me',
      'GET {{baseUrl}}/collections',
      'GET {{baseUrl}}/collections/{{collectionUid}}',
      'GET {{baseUrl}}/workspaces',
      'GET {{baseUrl}}/workspaces/{{workspaceId}}',
      'GET {{baseUrl}}/environments',
      'GET {{baseUrl}}/environments/{{environmentUid}}',
      'GET {{baseUrl}}/collection-access-keys',
      'DELETE {{baseUrl}}/collection-access-keys/{{accessKeyId}}',
    ]);
    expect(new Set(requests.map(({ id }) => id)).size).toBe(requests.length);
    expect(requests.every(({ draft, description }) => draft.name !== '' && description !== '')).toBe(true);
    expect(requests.flatMap(({ draft }) => draft.headers)).toEqual([]);
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
