import { offered, request, type BuiltInFolder } from './request-spec.ts';

const CONTENT = {
  environment: {
    name: 'New environment',
    values: [{ key: 'host', value: 'postman-echo.com', type: 'default', enabled: true }],
  },
};

const CONTENT_FIELDS = {
  'environment.name': 'How it is called.',
  'environment.values[].key': 'The variable’s name.',
  'environment.values[].type': 'default, or secret for a value that is masked where it is shown.',
  'environment.values[].enabled': 'Whether it has its value, or is only kept.',
};

export const ENVIRONMENTS: BuiltInFolder = {
  id: 'environments',
  name: 'Environments',
  requests: [
    request({
      id: 'list-environments',
      name: 'List environments',
      path: '/environments',
      about: 'All environments that the user can reach.',
      fields: { workspace: 'Only those in the workspace with this id.' },
      params: [offered('workspace')],
    }),
    request({
      id: 'get-environment',
      name: 'Get an environment',
      path: '/environments/{{environmentUid}}',
      about: 'One environment with its variables. Put its uid in place of {{environmentUid}}.',
    }),
    request({
      id: 'create-environment',
      name: 'Create an environment',
      method: 'POST',
      path: '/environments',
      about: 'A new environment. The answer holds its id and its uid.',
      fields: { workspace: 'Where it goes, by id; else to the first workspace.', ...CONTENT_FIELDS },
      params: [offered('workspace')],
      body: CONTENT,
    }),
    request({
      id: 'replace-environment',
      name: 'Replace an environment',
      method: 'PUT',
      path: '/environments/{{environmentUid}}',
      about: 'Gives an environment this name and these variables. A variable that is left out is gone.',
      fields: CONTENT_FIELDS,
      body: CONTENT,
    }),
    request({
      id: 'delete-environment',
      name: 'Delete an environment',
      method: 'DELETE',
      path: '/environments/{{environmentUid}}',
      about: 'Deletes the environment.',
    }),
  ],
};
