/** Marks the sample in its file, whatever it is called: no other collection has this id. */
export const SAMPLE_COLLECTION_ID = '5d1c0f4e-8a52-4a7b-9f0e-5b3c1a6d2e90';

export const SAMPLE_COLLECTION_NAME = 'Sample collection';

function url(
  path: readonly string[],
  query: readonly { key: string; value: string; description: string }[] = [],
) {
  const search = query.map(({ key, value }) => `${key}=${value}`).join('&');
  const raw = ['{{baseUrl}}', ...path].join('/');
  return {
    raw: search === '' ? raw : `${raw}?${search}`,
    host: ['{{baseUrl}}'],
    path,
    ...(query.length === 0 ? {} : { query }),
  };
}

interface SampleRequest {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly url: ReturnType<typeof url>;
  /** Sent as JSON by POST; without one it is a GET. */
  readonly body?: unknown;
}

function request({ id, name, description, url, body }: SampleRequest) {
  if (body === undefined) return { id, name, request: { method: 'GET', header: [], url, description } };
  return {
    ...{ id, name },
    request: {
      method: 'POST',
      header: [],
      url,
      body: { mode: 'raw', raw: JSON.stringify(body, null, 2), options: { raw: { language: 'json' } } },
      description,
    },
  };
}

const ITEMS = [
  request({
    id: 'sample-me',
    name: 'Who am I',
    description:
      'Whose key signed this request, and the calls of the month. Keyfob adds X-API-Key by itself.',
    url: url(['me']),
  }),
  {
    id: 'sample-environments',
    name: 'Environments',
    description: 'A folder. It can be run as a whole: More actions, Run….',
    item: [
      request({
        id: 'sample-create-environment',
        name: 'Create an environment',
        description:
          'A request with a JSON body. It changes only the workspace of the Local API on this computer.',
        url: url(['environments']),
        body: {
          environment: {
            name: 'Made by the sample',
            values: [{ key: 'host', value: 'staging.example.com', enabled: true, type: 'default' }],
          },
        },
      }),
      request({
        id: 'sample-all-environments',
        name: 'All environments',
        description: 'Shows what the request above made.',
        url: url(['environments']),
      }),
    ],
  },
  request({
    id: 'sample-query',
    name: 'Collections by name',
    description: 'A query parameter: the address and the table of parameters follow each other.',
    url: url(['collections'], [{ key: 'name', value: 'Keyfob sample', description: 'The exact name.' }]),
  }),
  request({
    id: 'sample-not-found',
    name: 'An error',
    description: 'There is no such collection: this is how a refusal looks.',
    url: url(['collections', 'no-such-collection']),
  }),
];

/** The text of a file with a few requests to the Local API, to look around with. Holds no secret. */
export function sampleCollectionText(): string {
  const document = {
    info: {
      _postman_id: SAMPLE_COLLECTION_ID,
      name: SAMPLE_COLLECTION_NAME,
      description: 'A sample that Keyfob added. Remove it when you like: More actions, Remove the sample.',
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    item: ITEMS,
  };
  return `${JSON.stringify(document, null, '\t')}\n`;
}
