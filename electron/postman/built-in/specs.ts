import { given, offered, request, type BuiltInFolder } from './request-spec.ts';

const ID = 'Put its id from the list in place of {{specId}}.';
const OPENAPI = [
  'openapi: 3.1.0',
  'info:',
  '  title: New specification',
  '  version: 1.0.0',
  'paths: {}',
  '',
];

export const SPECS: BuiltInFolder = {
  id: 'specs',
  name: 'Specs',
  requests: [
    request({
      id: 'list-specs',
      name: 'List specifications',
      path: '/specs',
      about: 'The API specifications of one workspace.',
      fields: {
        workspaceId: 'Of which workspace, by id. It must be there.',
        limit: 'How many at most.',
        cursor: 'meta.nextCursor of the page before.',
      },
      params: [given('workspaceId', '{{workspaceId}}'), offered('limit', '10'), offered('cursor')],
    }),
    request({
      id: 'get-spec',
      name: 'Get a specification',
      path: '/specs/{{specId}}',
      about: `Its name and type, without its text. ${ID}`,
    }),
    request({
      id: 'get-spec-definition',
      name: 'Get the text of a specification',
      path: '/specs/{{specId}}/definitions',
      about: `The whole text. ${ID}`,
    }),
    request({
      id: 'create-spec',
      name: 'Create a specification',
      method: 'POST',
      path: '/specs',
      about: 'A new specification of one or more files.',
      fields: {
        workspaceId: 'Where it goes, by id.',
        name: 'How it is called.',
        type: 'Such as OPENAPI:3.0, OPENAPI:3.1 or ASYNCAPI:2.0.',
        'files[].path': 'The file’s name, such as index.yaml.',
        'files[].content': 'The file’s text.',
      },
      params: [given('workspaceId', '{{workspaceId}}')],
      body: {
        name: 'New specification',
        type: 'OPENAPI:3.1',
        files: [{ path: 'index.yaml', content: OPENAPI.join('\n') }],
      },
    }),
    request({
      id: 'list-spec-files',
      name: 'List the files of a specification',
      path: '/specs/{{specId}}/files',
      about: `Its files, without their text. ${ID}`,
    }),
    request({
      id: 'generate-collection',
      name: 'Generate a collection from a specification',
      method: 'POST',
      path: '/specs/{{specId}}/generations/collection',
      about:
        'Makes a collection with a request for each operation. The answer is an address to ask for the result.',
      fields: {
        name: 'The collection’s name.',
        'options.requestNameSource': 'What its requests are called after: Fallback or URL.',
      },
      body: { name: 'From the specification', options: { requestNameSource: 'Fallback' } },
    }),
    request({
      id: 'delete-spec',
      name: 'Delete a specification',
      method: 'DELETE',
      path: '/specs/{{specId}}',
      about: `Deletes the specification. ${ID}`,
    }),
  ],
};
