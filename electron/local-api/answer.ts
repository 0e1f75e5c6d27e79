/** What the server says to a request; the writer adds the headers that every answer has. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the connection ends with this answer. */
  readonly closes?: boolean;
}

/** An error in the shape that the Postman API uses. */
export function errorAnswer(status: number, name: string, message: string): Answer {
  return { status, body: { error: { name, message } } };
}

/** The one answer to every bad key: missing, malformed, unknown, wrong, expired, disabled and revoked alike. */
export const INVALID_KEY: Answer = errorAnswer(
  401,
  'AuthenticationError',
  'Invalid API Key. Every request requires a valid API Key to be sent.',
);

export const RATE_LIMITED: Answer = errorAnswer(
  429,
  'rateLimited',
  'Rate limit exceeded. Please retry after the time given in the Retry-After header.',
);

export const MONTH_EXHAUSTED: Answer = errorAnswer(
  429,
  'serviceLimitExhausted',
  'Service limit exhausted. Please contact your team admin.',
);

export const SERVER_ERROR: Answer = errorAnswer(500, 'serverError', 'Something went wrong inside Keyfob.');

/** A path or method that is not served, as the Postman API answers it: 404, not 405. */
export const NOT_SERVED: Answer = errorAnswer(
  404,
  'instanceNotFoundError',
  'The specified item does not exist.',
);

/** An error in the other shape that the Postman API uses, a problem of RFC 9457. */
export function problemAnswer(
  status: number,
  problem: { readonly type: string; readonly title: string; readonly detail: string },
): Answer {
  const { type, title, detail } = problem;
  return {
    status,
    body: { type: `https://api.postman.com/problems/${type}`, title, detail, status },
    headers: { 'Content-Type': 'application/problem+json; charset=utf-8' },
  };
}

export function malformedRequest(message: string): Answer {
  return errorAnswer(400, 'malformedRequestError', message);
}

export function itemNotFound(item: string, id: string): Answer {
  return {
    status: 404,
    body: {
      error: {
        name: 'instanceNotFoundError',
        message: 'The specified item does not exist.',
        details: { item, id },
      },
    },
  };
}
