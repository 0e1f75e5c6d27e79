import { offered, request, type BuiltInFolder } from './request-spec.ts';

const BODY_FIELDS = {
  'workspace.name': 'How it is called.',
  'workspace.type': 'personal, private, team, partner or public: who can see it.',
  'workspace.description': 'What is in it, as Markdown.',
};

export const WORKSPACES: BuiltInFolder = {
  id: 'workspaces',
  name: 'Workspaces',
  requests: [
    request({
      id: 'list-workspaces',
      name: 'List workspaces',
      path: '/workspaces',
      about: 'All workspaces that the user can reach. At most 10 calls in 10 seconds.',
      fields: { type: 'Only those of one type: personal, private, team, partner or public.' },
      params: [offered('type', 'personal')],
    }),
    request({
      id: 'get-workspace',
      name: 'Get a workspace',
      path: '/workspaces/{{workspaceId}}',
      about:
        'One workspace and what is in it. Put its id in place of {{workspaceId}}. At most 10 calls in 10 seconds.',
      fields: { 'workspace.collections[].uid': 'What the collection’s own requests take.' },
    }),
    request({
      id: 'create-workspace',
      name: 'Create a workspace',
      method: 'POST',
      path: '/workspaces',
      about: 'A new, empty workspace. The answer holds its id.',
      fields: BODY_FIELDS,
      body: { workspace: { name: 'New workspace', type: 'personal', description: '' } },
    }),
    request({
      id: 'update-workspace',
      name: 'Update a workspace',
      method: 'PUT',
      path: '/workspaces/{{workspaceId}}',
      about: 'Changes the name, type or description; what is left out stays.',
      fields: BODY_FIELDS,
      body: { workspace: { name: 'Renamed workspace' } },
    }),
    request({
      id: 'delete-workspace',
      name: 'Delete a workspace',
      method: 'DELETE',
      path: '/workspaces/{{workspaceId}}',
      about: 'Deletes the workspace with everything in it. It does not come back.',
    }),
  ],
};
