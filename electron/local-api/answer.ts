/** What the server says to a request; the writer adds the headers that every answer has. */
export interface Answer<Body = unknown> {
  readonly status: number;
  readonly body: Body;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the connection ends with this answer. */
  readonly closes?: boolean;
}

/** An error in the first of the two shapes that the Postman API uses. */
export interface ErrorBody {
  readonly error: { readonly name: string; readonly message: string; readonly details?: unknown };
}

/** An error in the second shape, a problem of RFC 9457. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly detail: string;
  readonly status: number;
}

export type Refusal = Answer<ErrorBody> | Answer<ProblemBody>;

export function found<Body>(body: Body): Answer<Body> {
  return { status: 200, body };
}

export function errorAnswer(status: number, name: string, message: string): Answer<ErrorBody> {
  return { status, body: { error: { name, message } } };
}

/** The one answer to every bad key: missing, malformed, unknown, wrong, expired, disabled and revoked alike. */
export const INVALID_KEY: Answer<ErrorBody> = errorAnswer(
  401,
  'AuthenticationError',
  'Invalid API Key. Every request requires a valid API Key to be sent.',
);

export const RATE_LIMITED: Answer<ErrorBody> = errorAnswer(
  429,
  'rateLimited',
  'Rate limit exceeded. Please retry after the time given in the Retry-After header.',
);

export const MONTH_EXHAUSTED: Answer<ErrorBody> = errorAnswer(
  429,
  'serviceLimitExhausted',
  'Service limit exhausted. Please contact your team admin.',
);

export const SERVER_ERROR: Answer<ErrorBody> = errorAnswer(
  500,
  'serverError',
  'Something went wrong inside Keyfob.',
);

/** A path or method that is not served, as the Postman API answers it: 404, not 405. */
export const NOT_SERVED: Answer<ErrorBody> = errorAnswer(
  404,
  'instanceNotFoundError',
  'The specified item does not exist.',
);

/** The caller may see the item, and not change it. */
export const FORBIDDEN: Answer<ErrorBody> = errorAnswer(
  403,
  'forbiddenError',
  'You do not have enough permissions to perform this action.',
);

/** `type`: the last part of the problem's address. */
export function problemAnswer(
  status: number,
  problem: { readonly type: string; readonly title: string; readonly detail: string },
): Answer<ProblemBody> {
  const { type, title, detail } = problem;
  return {
    status,
    body: { type: `https://api.postman.com/problems/${type}`, title, detail, status },
    headers: { 'Content-Type': 'application/problem+json; charset=utf-8' },
  };
}

/** `details`: what is wrong where, without the values. */
export function malformedRequest(message: string, details?: readonly string[]): Answer<ErrorBody> {
  const error = { name: 'malformedRequestError', message };
  return { status: 400, body: { error: details === undefined ? error : { ...error, details } } };
}

export function parameterMissing(param: string): Answer<ErrorBody> {
  const message = 'Parameter is missing in the request.';
  return { status: 400, body: { error: { name: 'paramMissingError', message, details: { param } } } };
}

export function itemNotFound(item: string, id: string): Answer<ErrorBody> {
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
