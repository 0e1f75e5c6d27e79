import { offered, request, type BuiltInFolder } from './request-spec.ts';

const CONTENT = {
  collection: {
    info: {
      name: 'New collection',
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    item: [{ name: 'First request', request: { method: 'GET', url: 'https://postman-echo.com/get' } }],
  },
};

const CONTENT_FIELDS = {
  'collection.info.name': 'How it is called.',
  'collection.info.schema': 'The format; v2.1.0 is the newest that the API takes.',
  'collection.item[]': 'Its requests; an item with an item of its own is a folder.',
};

export const COLLECTIONS: BuiltInFolder = {
  id: 'collections',
  name: 'Collections',
  requests: [
    request({
      id: 'list-collections',
      name: 'List collections',
      path: '/collections',
      about: 'All collections that the user can reach. At most 10 calls in 10 seconds.',
      fields: {
        workspace: 'Only those in the workspace with this id.',
        name: 'Only those with exactly this name.',
        limit: 'How many at most.',
        offset: 'How many are left out at the beginning.',
        'collections[].uid': 'The owner’s number, a hyphen and the id. What the other requests take.',
      },
      params: [offered('workspace'), offered('name'), offered('limit', '10'), offered('offset', '0')],
    }),
    request({
      id: 'get-collection',
      name: 'Get a collection',
      path: '/collections/{{collectionUid}}',
      about:
        'One collection with its requests. Put the uid of one from the list in place of {{collectionUid}}. One that does not exist is answered 400, not 404.',
      fields: { 'collection.info.lastUpdatedBy': 'The number of who changed it last.' },
    }),
    request({
      id: 'create-collection',
      name: 'Create a collection',
      method: 'POST',
      path: '/collections',
      about: 'A new collection. The answer holds its id and its uid.',
      fields: { workspace: 'Where it goes, by id; else to the first workspace.', ...CONTENT_FIELDS },
      params: [offered('workspace')],
      body: CONTENT,
    }),
    request({
      id: 'replace-collection',
      name: 'Replace a collection',
      method: 'PUT',
      path: '/collections/{{collectionUid}}',
      about: 'Puts new content in the place of all that a collection holds. What is left out is gone.',
      fields: CONTENT_FIELDS,
      body: CONTENT,
    }),
    request({
      id: 'update-collection',
      name: 'Update a part of a collection',
      method: 'PATCH',
      path: '/collections/{{collectionUid}}',
      about: 'Changes the name, the description, variables or scripts, and leaves the requests as they are.',
      fields: { 'collection.info.description': 'As Markdown.' },
      body: { collection: { info: { name: 'Renamed collection' } } },
    }),
    request({
      id: 'delete-collection',
      name: 'Delete a collection',
      method: 'DELETE',
      path: '/collections/{{collectionUid}}',
      about: 'Deletes the collection. Its access keys end with it.',
    }),
  ],
};
