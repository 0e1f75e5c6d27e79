import { offered, request, type BuiltInFolder } from './request-spec.ts';

const MOCK_FIELDS = {
  'mock.name': 'How it is called.',
  'mock.collection': 'The uid of the collection whose examples it answers with.',
  'mock.environment': 'The uid of the environment that its variables come from.',
  'mock.private': 'Whether callers need an API key of their own.',
};
const ID = 'Put its id from the list in place of {{mockId}}.';

export const MOCKS: BuiltInFolder = {
  id: 'mocks',
  name: 'Mocks',
  requests: [
    request({
      id: 'list-mocks',
      name: 'List mock servers',
      path: '/mocks',
      about: 'The mock servers that the user can reach.',
      fields: {
        teamId: 'Only those of the team with this number.',
        workspace: 'Only those in the workspace with this id.',
        'mocks[].mockUrl': 'Where it answers.',
      },
      params: [offered('teamId'), offered('workspace')],
    }),
    request({
      id: 'get-mock',
      name: 'Get a mock server',
      path: '/mocks/{{mockId}}',
      about: `One mock server. ${ID}`,
    }),
    request({
      id: 'create-mock',
      name: 'Create a mock server',
      method: 'POST',
      path: '/mocks',
      about: 'A server that answers with the examples of a collection. Its calls count against mock_usage.',
      fields: { workspace: 'Where it goes, by id.', ...MOCK_FIELDS },
      params: [offered('workspace')],
      body: { mock: { name: 'New mock server', collection: '{{collectionUid}}', private: false } },
    }),
    request({
      id: 'update-mock',
      name: 'Update a mock server',
      method: 'PUT',
      path: '/mocks/{{mockId}}',
      about: `Changes a mock server. ${ID}`,
      fields: MOCK_FIELDS,
      body: { mock: { name: 'Renamed mock server', collection: '{{collectionUid}}' } },
    }),
    request({
      id: 'list-mock-calls',
      name: 'List the calls to a mock server',
      path: '/mocks/{{mockId}}/call-logs',
      about: 'The latest calls that it answered.',
      fields: { limit: 'How many at most, up to 100.', cursor: 'meta.nextCursor of the page before.' },
      params: [offered('limit', '100'), offered('cursor')],
    }),
    request({
      id: 'delete-mock',
      name: 'Delete a mock server',
      method: 'DELETE',
      path: '/mocks/{{mockId}}',
      about: `It answers no more. ${ID}`,
    }),
  ],
};
