type Json = Readonly<Record<string, unknown>>;

const refTo = (place: string): Json => ({ $ref: `#/components/${place}` });

const HEADERS = {
  RateLimit: ['string', 'What is left of the limit that comes first: `limit=300, remaining=299, reset=60`.'],
  'RateLimit-Policy': ['string', 'That limit and its window in seconds: `300;w=60`.'],
  'X-RateLimit-Limit': ['integer', 'How many calls that limit allows.'],
  'X-RateLimit-Remaining': ['integer', 'How many of them are left.'],
  'X-RateLimit-Reset': ['integer', 'When all are there again: seconds since 1970 (UTC).'],
  'RateLimit-Limit-Month': ['integer', 'How many calls a month allows.'],
  'RateLimit-Remaining-Month': ['integer', 'How many of them are left.'],
  'Retry-After': ['integer', 'With `rateLimited` alone: how many seconds to wait.'],
} as const satisfies Record<string, readonly [type: string, description: string]>;

const headerRefs = (names: readonly string[]): Json =>
  Object.fromEntries(names.map((name) => [name, refTo(`headers/${name}`)]));

/** The headers of every answer. */
export const LIMIT_HEADERS = headerRefs(Object.keys(HEADERS).filter((name) => name !== 'Retry-After'));

const ERROR_CONTENT: Json = {
  'application/json': { schema: refTo('schemas/Error') },
  'application/problem+json': { schema: refTo('schemas/Problem') },
};

const COMMON_REFUSALS: Readonly<Record<number, string>> = {
  400: 'A parameter or the body is malformed.',
  401: 'The key is missing or bad. Every bad key gets this same answer.',
  403: 'The request came from a web page, or under a foreign host name.',
  429: '`rateLimited`: wait as long as Retry-After says. `serviceLimitExhausted`: the calls of this month are used up.',
  500: 'Something went wrong inside Keyfob.',
};

export interface Refusals {
  /** Whether no key is asked for, so that none can be bad. */
  readonly isOpen: boolean;
  /** The route's own: status and when. */
  readonly own: Readonly<Record<number, string>>;
}

/** What may come instead of what was asked for. */
export function refusalResponses({ isOpen, own }: Refusals): Json {
  const { 401: badKey, ...others } = COMMON_REFUSALS;
  const texts = { ...others, ...(isOpen ? {} : { 401: badKey }), ...own };
  const responses = Object.entries(texts).map(([status, description]) => {
    const headers = status === '429' ? headerRefs(Object.keys(HEADERS)) : LIMIT_HEADERS;
    return [status, { description, headers, content: ERROR_CONTENT }] as const;
  });
  const other = {
    description: 'Any other refusal, such as a body that is too large.',
    content: ERROR_CONTENT,
  };
  return { ...Object.fromEntries(responses), default: other };
}

const string: Json = { type: 'string' };

/** What the operations refer to. */
export const COMMON_COMPONENTS = {
  securitySchemes: {
    apiKeyHeader: {
      type: 'apiKey',
      in: 'header',
      name: 'X-API-Key',
      description: 'An API key of the Local API.',
    },
    apiKeyQuery: {
      type: 'apiKey',
      in: 'query',
      name: 'apikey',
      description:
        'As the Postman API takes it; the header wins. Addresses are logged and shared: use the header.',
    },
    accessKey: {
      type: 'apiKey',
      in: 'query',
      name: 'access_key',
      description: 'A collection access key: it opens its collection, read-only, and nothing else.',
    },
  },
  headers: Object.fromEntries(
    Object.entries(HEADERS).map(([name, [type, description]]) => [name, { description, schema: { type } }]),
  ),
  schemas: {
    Error: {
      type: 'object',
      required: ['error'],
      properties: {
        error: {
          type: 'object',
          required: ['name', 'message'],
          properties: { name: string, message: string, details: {} },
        },
      },
    },
    Problem: {
      type: 'object',
      description: 'A problem of RFC 9457.',
      required: ['type', 'title', 'detail', 'status'],
      properties: { type: string, title: string, detail: string, status: { type: 'integer' } },
    },
  },
} as const;
