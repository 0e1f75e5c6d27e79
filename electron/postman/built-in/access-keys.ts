import { offered, request, type BuiltInFolder } from './request-spec.ts';

export const ACCESS_KEYS: BuiltInFolder = {
  id: 'collection-access-keys',
  name: 'Collection access keys',
  requests: [
    request({
      id: 'list-access-keys',
      name: 'List collection access keys',
      path: '/collection-access-keys',
      about: 'The access keys of the user and the team, their values masked. Ten to a page.',
      fields: {
        collectionId: 'Only those to the collection with this uid.',
        cursor: 'meta.nextCursor of the page before; empty on the last page.',
        'data[].expiresAfter': 'Each use pushes it 60 days out.',
        'data[].lastUsedAt': 'Empty when it was never used.',
      },
      params: [offered('collectionId'), offered('cursor')],
    }),
    request({
      id: 'delete-access-key',
      name: 'Delete a collection access key',
      method: 'DELETE',
      path: '/collection-access-keys/{{accessKeyId}}',
      about: 'Revokes an access key for good. Put its id, not its value, in place of {{accessKeyId}}.',
    }),
  ],
};
