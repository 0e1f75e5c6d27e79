import type { SavedRequest } from '../../../shared/domain/collection.ts';
import { emptyRequestDraft, type FieldRow, type HttpMethod } from '../../../shared/domain/http-request.ts';
import { isServedLocally } from '../../../shared/domain/local-api-routes.ts';

/** One group of the collection. */
export interface BuiltInFolder {
  readonly id: string;
  readonly name: string;
  readonly requests: readonly SavedRequest[];
}

export interface RequestSpec {
  readonly id: string;
  readonly name: string;
  readonly method?: HttpMethod;
  /** After `{{baseUrl}}`. */
  readonly path: string;
  /** What it does, in a sentence or two. */
  readonly about: string;
  /** Each field that goes in, or that is worth reading in the answer, and what it is. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly params?: readonly FieldRow[];
  readonly headers?: readonly FieldRow[];
  /** Sent as JSON. */
  readonly body?: unknown;
}

const ONLY_AT_POSTMAN =
  'Only at Postman: the Local API does not serve this. Choose Postman as the service of this collection first.';

/** A request of the built-in collection. Whether the Local API serves it is said without being asked. */
export function request(spec: RequestSpec): SavedRequest {
  const { id, name, method = 'GET', path, params = [], headers = [], body } = spec;
  const draft = {
    ...emptyRequestDraft(),
    name,
    method,
    url: `{{baseUrl}}${path}`,
    params,
    headers,
    ...(body === undefined ? {} : { body: { kind: 'json' as const, text: JSON.stringify(body, null, 2) } }),
  };
  return { id, description: descriptionOf(spec), draft };
}

function descriptionOf({ method = 'GET', path, about, fields = {} }: RequestSpec): string {
  const isLocal = isServedLocally(method, path.replaceAll(/\{\{\w+\}\}/g, 'x'));
  const list = Object.entries(fields).map(([field, meaning]) => `${field}: ${meaning}`);
  return [about, ...(isLocal ? [] : [ONLY_AT_POSTMAN]), ...list].join('\n');
}

/** A parameter that is sent as it stands. */
export function given(name: string, value: string): FieldRow {
  return { name, value, isEnabled: true };
}

/** A parameter that is offered and not sent until it is switched on. */
export function offered(name: string, value = ''): FieldRow {
  return { name, value, isEnabled: false };
}
