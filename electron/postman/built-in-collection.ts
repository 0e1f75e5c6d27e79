import {
  BUILT_IN_COLLECTION_ID,
  type Collection,
  type SavedRequest,
} from '../../shared/domain/collection.ts';
import { emptyRequestDraft, type FieldRow, type HttpMethod } from '../../shared/domain/http-request.ts';

/**
 * The Postman API, as its documentation describes it (https://learning.postman.com/docs/developer/postman-api/). `{{baseUrl}}` is the chosen
 * service's; the key's header is added by itself. `serviceId`: the service that it is sent to.
 */
export function builtInCollection(serviceId: string): Collection {
  return {
    id: BUILT_IN_COLLECTION_ID,
    name: 'Postman API',
    description:
      'Requests to the Postman API. They go to the service chosen here, signed with its default key; the Local API answers them offline.',
    isBuiltIn: true,
    serviceId,
    folders: FOLDERS,
  };
}

interface RequestSpec {
  readonly id: string;
  readonly name: string;
  readonly method?: HttpMethod;
  readonly path: string;
  readonly description: string;
  readonly params?: readonly FieldRow[];
}

function request({ id, name, method = 'GET', path, description, params = [] }: RequestSpec): SavedRequest {
  const draft = { ...emptyRequestDraft(), name, method, url: `{{baseUrl}}${path}`, params };
  return { id, description, draft };
}

/** A parameter that is offered and not sent until it is switched on. */
function offered(name: string, value = ''): FieldRow {
  return { name, value, isEnabled: false };
}

const FOLDERS: Collection['folders'] = [
  {
    id: 'user',
    name: 'User',
    requests: [
      request({
        id: 'get-me',
        name: 'Get the authenticated user',
        path: '/me',
        description:
          'Who the key belongs to, and how much of each limit is used. The quickest way to check a key.',
      }),
    ],
  },
  {
    id: 'collections',
    name: 'Collections',
    requests: [
      request({
        id: 'list-collections',
        name: 'List collections',
        path: '/collections',
        description: 'All collections that the user can reach. At most 10 calls in 10 seconds.',
        params: [offered('workspace'), offered('name'), offered('limit', '10'), offered('offset', '0')],
      }),
      request({
        id: 'get-collection',
        name: 'Get a collection',
        path: '/collections/{{collectionUid}}',
        description:
          'One collection with its requests. Put the uid of one from the list in place of {{collectionUid}}.',
      }),
    ],
  },
  {
    id: 'workspaces',
    name: 'Workspaces',
    requests: [
      request({
        id: 'list-workspaces',
        name: 'List workspaces',
        path: '/workspaces',
        description: 'All workspaces that the user can reach. At most 10 calls in 10 seconds.',
        params: [offered('type', 'personal')],
      }),
      request({
        id: 'get-workspace',
        name: 'Get a workspace',
        path: '/workspaces/{{workspaceId}}',
        description: 'One workspace and what is in it. Put its id in place of {{workspaceId}}.',
      }),
    ],
  },
  {
    id: 'environments',
    name: 'Environments',
    requests: [
      request({
        id: 'list-environments',
        name: 'List environments',
        path: '/environments',
        description: 'All environments that the user can reach.',
        params: [offered('workspace')],
      }),
      request({
        id: 'get-environment',
        name: 'Get an environment',
        path: '/environments/{{environmentUid}}',
        description: 'One environment with its variables. Put its uid in place of {{environmentUid}}.',
      }),
    ],
  },
  {
    id: 'collection-access-keys',
    name: 'Collection access keys',
    requests: [
      request({
        id: 'list-access-keys',
        name: 'List collection access keys',
        path: '/collection-access-keys',
        description: 'The access keys of the user and the team, their values masked. Ten to a page.',
        params: [offered('collectionId'), offered('cursor')],
      }),
      request({
        id: 'delete-access-key',
        name: 'Delete a collection access key',
        method: 'DELETE',
        path: '/collection-access-keys/{{accessKeyId}}',
        description:
          'Revokes an access key for good. Put its id, not its value, in place of {{accessKeyId}}.',
      }),
    ],
  },
];
