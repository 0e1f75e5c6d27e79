import { z } from 'zod';
import type { Member } from '../../keys/member-rows.ts';
import { malformedRequest, parameterMissing, type Answer, type Refusal } from '../answer.ts';
import { MAX_BODY_BYTES } from '../request-guard.ts';

/** The names in the braces of a path such as `/collections/{uid}`. */
type ParameterOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterOf<Rest>
  : never;

/**
 * Who may call. `api-key`: with an API key. `access-key`: also with the collection access key of the collection in the path.
 * `open`: anybody on this computer.
 */
export type RouteAccess = 'api-key' | 'access-key' | 'open';

/** As whom a request acts, and where it came. */
export interface RouteCall<Path extends string, Access extends RouteAccess, Query, Body> {
  readonly params: Readonly<Record<ParameterOf<Path>, string>>;
  readonly query: Query;
  readonly body: Body;
  /** The member whose key it is; on an open route nobody is known. */
  readonly member: Access extends 'open' ? null : Member;
  /** The API key with which it came; `null` for an access key and on an open route. */
  readonly apiKeyId: string | null;
  /** The server's own, for documents that name it. */
  readonly origin: string;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface RouteText {
  /** What OpenAPI calls the operation: a verb and a noun, unlike all others. */
  readonly operationId: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** What the path's parameters are. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** The refusals of the route itself, beside those that every route has: status and when. */
  readonly refusals?: Readonly<Record<number, string>>;
}

export interface RouteSpec<
  Path extends string,
  Access extends RouteAccess,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Reply extends z.ZodType,
> extends RouteText {
  readonly method: Method;
  /** As OpenAPI writes it. */
  readonly path: Path;
  readonly access?: Access;
  /** Whether ten calls in ten seconds are the most, as for the Postman API's costly lists. */
  readonly isCostly?: boolean;
  /** Beyond the usual 1 MiB, in bytes. */
  readonly mostBytes?: number;
  readonly query?: Query;
  readonly body?: Body;
  /** The body of the answer 200; none for a route that answers 204. */
  readonly reply?: Reply;
  /** Throws for bugs alone. */
  readonly handle: (
    call: RouteCall<Path, Access, z.output<Query>, z.output<Body>>,
  ) => Answer<z.output<Reply> | null> | Refusal;
}

/** A request that has come as far as its route. */
export interface RoutedRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Parsed JSON; `undefined` without a body. */
  readonly body: unknown;
  readonly member: Member | null;
  readonly apiKeyId: string | null;
  readonly origin: string;
}

/** A route as the server and the OpenAPI document see it. */
export interface Route extends RouteText {
  readonly method: Method;
  readonly path: string;
  readonly access: RouteAccess;
  readonly isCostly: boolean;
  /** How long a body may be. */
  readonly mostBytes: number;
  readonly query: z.ZodType | null;
  readonly body: z.ZodType | null;
  readonly reply: z.ZodType | null;
  answer(request: RoutedRequest): Answer;
}

/** One route of the Local API: what goes in, what comes out and what it does. The OpenAPI document is made of it. */
export function defineRoute<
  const Path extends string,
  const Access extends RouteAccess = 'api-key',
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
  Reply extends z.ZodType = z.ZodNull,
>(spec: RouteSpec<Path, Access, Query, Body, Reply>): Route {
  const {
    query = null,
    body = null,
    reply = null,
    isCostly = false,
    mostBytes = MAX_BODY_BYTES,
    handle,
  } = spec;
  const access: RouteAccess = spec.access ?? 'api-key';
  return {
    ...spec,
    query,
    body,
    reply,
    access,
    isCostly,
    mostBytes,
    answer(request) {
      if (access !== 'open' && request.member === null) throw new Error('Nobody is known to call');
      const given = parseInput({ query, body }, request);
      if (!given.ok) return given.refusal;
      // The schemas above are those of the specification, so what they let through is what its handler takes.
      const call = { ...request, ...given.value } as RouteCall<Path, Access, z.output<Query>, z.output<Body>>;
      return handle(call);
    },
  };
}

type Parsed<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal };

function parseInput(
  { query, body }: Pick<Route, 'query' | 'body'>,
  request: RoutedRequest,
): Parsed<{ readonly query: unknown; readonly body: unknown }> {
  // The last of several values counts, as for most servers.
  const parsedQuery = query?.safeParse(Object.fromEntries(request.query));
  if (parsedQuery?.success === false)
    return {
      ok: false,
      refusal: malformedRequest('A parameter is malformed.', detailsOf(parsedQuery.error)),
    };
  const missing = body instanceof z.ZodObject ? missingMember(body, request.body) : null;
  if (missing !== null) return { ok: false, refusal: parameterMissing(missing) };
  const parsedBody = body?.safeParse(request.body);
  if (parsedBody?.success === false)
    return { ok: false, refusal: malformedRequest('The body is malformed.', detailsOf(parsedBody.error)) };
  return { ok: true, value: { query: parsedQuery?.data, body: parsedBody?.data } };
}

/** The Postman API says of the body's outermost member when it is not there. */
function missingMember(schema: z.ZodObject, body: unknown): string | null {
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  return Object.keys(schema.shape).find((name) => !isObject || !Object.hasOwn(body, name)) ?? null;
}

const MOST_DETAILS = 10;

/** Where something is wrong and what is expected there; never what was sent. */
function detailsOf({ issues }: z.ZodError): readonly string[] {
  return issues
    .slice(0, MOST_DETAILS)
    .map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
}
