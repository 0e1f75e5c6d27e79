/** What a new ledger's workspace holds, so that the first requests have something to find. No secret, and nothing that is missed. */
interface SampleItem {
  readonly name: string;
  readonly content: Readonly<Record<string, unknown>>;
}

export const COLLECTION_SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

const BASE_URL = { key: 'baseUrl', value: 'http://127.0.0.1:5362' };

/** The header that the Postman API reads; the variable stands for whatever key the client has. */
const API_KEY_AUTH = {
  type: 'apikey',
  apikey: [
    { key: 'key', value: 'X-API-Key', type: 'string' },
    { key: 'value', value: '{{postman-api-key}}', type: 'string' },
    { key: 'in', value: 'header', type: 'string' },
  ],
};

function getRequest(name: string, path: readonly string[], description: string): unknown {
  const url = { raw: ['{{baseUrl}}', ...path].join('/'), host: ['{{baseUrl}}'], path };
  return { name, request: { method: 'GET', header: [], url, description }, response: [] };
}

const KEYFOB_SAMPLE: SampleItem = {
  name: 'Keyfob sample',
  content: {
    info: {
      name: 'Keyfob sample',
      description: 'A sample that came with Keyfob: requests to the Local API. Delete it when you like.',
      schema: COLLECTION_SCHEMA,
    },
    auth: API_KEY_AUTH,
    item: [
      getRequest('Who am I', ['me'], 'The person to whom the API key belongs, and the calls of this month.'),
      getRequest('All collections', ['collections'], 'The collections of the local workspace.'),
      getRequest('All workspaces', ['workspaces'], 'The workspaces of the Local API.'),
    ],
    variable: [BASE_URL],
  },
};

const FOLDER_SAMPLE: SampleItem = {
  name: 'Folders (sample)',
  content: {
    info: {
      name: 'Folders (sample)',
      description: 'A sample that came with Keyfob: a collection with a folder. Delete it when you like.',
      schema: COLLECTION_SCHEMA,
    },
    auth: API_KEY_AUTH,
    item: [
      {
        name: 'Environments',
        item: [getRequest('All environments', ['environments'], 'The environments of the local workspace.')],
      },
      getRequest('Collection access keys', ['collection-access-keys'], 'Read-only keys to one collection.'),
    ],
    variable: [BASE_URL],
  },
};

const ENVIRONMENT_SAMPLE: SampleItem = {
  name: 'Keyfob sample environment',
  content: { values: [{ ...BASE_URL, type: 'default', enabled: true }] },
};

export const SAMPLE_WORKSPACE = {
  name: 'My workspace',
  type: 'personal',
  collections: [KEYFOB_SAMPLE, FOLDER_SAMPLE],
  environments: [ENVIRONMENT_SAMPLE],
} as const;
