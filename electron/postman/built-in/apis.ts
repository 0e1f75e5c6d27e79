import { given, offered, request, type BuiltInFolder } from './request-spec.ts';

/** The newer form of these requests is asked for by this header. */
const V10 = [given('Accept', 'application/vnd.api.v10+json')];
const ID = 'Put its id from the list in place of {{apiId}}.';

export const APIS: BuiltInFolder = {
  id: 'apis',
  name: 'APIs',
  requests: [
    request({
      id: 'list-apis',
      name: 'List APIs',
      path: '/apis',
      about: 'The APIs of one workspace, in the form of the header Accept.',
      fields: {
        workspaceId: 'Of which workspace, by id. It must be there.',
        limit: 'How many at most.',
        cursor: 'meta.nextCursor of the page before.',
      },
      params: [given('workspaceId', '{{workspaceId}}'), offered('limit', '10'), offered('cursor')],
      headers: V10,
    }),
    request({
      id: 'get-api',
      name: 'Get an API',
      path: '/apis/{{apiId}}',
      about: `One API. ${ID}`,
      fields: { include: 'What else is told of it: collections, versions, schemas or gitInfo.' },
      params: [offered('include', 'collections')],
      headers: V10,
    }),
    request({
      id: 'create-api',
      name: 'Create an API',
      method: 'POST',
      path: '/apis',
      about: 'A new API in a workspace.',
      fields: { workspaceId: 'Where it goes, by id.', name: 'How it is called.', summary: 'In one line.' },
      params: [given('workspaceId', '{{workspaceId}}')],
      headers: V10,
      body: { name: 'New API', summary: 'What it is for' },
    }),
    request({
      id: 'update-api',
      name: 'Update an API',
      method: 'PUT',
      path: '/apis/{{apiId}}',
      about: `Changes the name, the summary or the description. ${ID}`,
      fields: { name: 'How it is called.', summary: 'In one line.', description: 'As Markdown.' },
      headers: V10,
      body: { name: 'Renamed API' },
    }),
    request({
      id: 'list-api-versions',
      name: 'List the versions of an API',
      path: '/apis/{{apiId}}/versions',
      about: 'Its published versions.',
      fields: { limit: 'How many at most.', cursor: 'meta.nextCursor of the page before.' },
      params: [offered('limit', '10'), offered('cursor')],
      headers: V10,
    }),
    request({
      id: 'delete-api',
      name: 'Delete an API',
      method: 'DELETE',
      path: '/apis/{{apiId}}',
      about: `Deletes the API. ${ID}`,
      headers: V10,
    }),
  ],
};
