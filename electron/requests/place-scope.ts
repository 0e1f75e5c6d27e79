import { ok, type Result } from '../../shared/domain/app-error.ts';
import { LOCAL_SERVICE_ID } from '../../shared/domain/service.ts';
import type { SigningKeys } from '../keys/signing-keys.ts';
import type { MadeValues } from './made-values.ts';
import { variablesAt, type RequestPlace } from './request-place.ts';
import type { VariableScope } from './variables.ts';

export interface ScopeParts {
  readonly signingKeys: Pick<SigningKeys, 'services'>;
  /** Starts the Local API when a request needs it and it does not run. */
  readonly startLocalApi: () => Promise<Result<unknown>>;
  /** Of dynamic variables. */
  readonly madeValues: MadeValues;
}

/** The place's variables; the Local API is started first when `{{baseUrl}}` stands for it. */
export async function readyScope(place: RequestPlace, options: ScopeParts): Promise<Result<VariableScope>> {
  const scope = scopeOf(place, options);
  const isNamed = scope.has('baseUrl') && place.environment?.values.has('baseUrl') !== true;
  if (place.serviceId !== LOCAL_SERVICE_ID || isNamed) return ok(scope);
  const started = await options.startLocalApi();
  return started.ok ? ok(scopeOf(place, options)) : started;
}

export function scopeOf(
  place: RequestPlace,
  { signingKeys, madeValues }: Pick<ScopeParts, 'signingKeys' | 'madeValues'>,
): VariableScope {
  const service = signingKeys.services().find(({ id }) => id === place.serviceId);
  // A Local API that does not run has no address.
  const hasAddress = service !== undefined && service.baseUrl !== '';
  const variables = variablesAt(place, hasAddress ? service.baseUrl.replace(/\/+$/, '') : null);
  const missing = place.answers?.missing;
  return Object.assign(variables, missing === undefined ? { madeValues } : { madeValues, missing });
}
