import { ok, type Result } from '../../shared/domain/app-error.ts';
import type { SecretVariables } from '../environments/secret-variables.ts';
import { withSealedVariables, type FoundVariable } from './found-variables.ts';
import type { JsonObject } from './json-value.ts';
import type { FoundSecret } from './secrets/found-secrets.ts';

/** A found secret that becomes the value of secret variables. */
export interface ChosenVariable {
  readonly found: FoundSecret;
  /** At least one. */
  readonly places: readonly FoundVariable[];
  readonly origins: readonly string[];
}

export interface SealedVariables {
  readonly variables: readonly ChosenVariable[];
  /**
   * An id for each environment, in order. New ones: were the file imported before, its sealed values are not those of this import.
   */
  readonly ids: readonly string[];
}

/** The environments without the values that are sealed. Those of which nothing is stay as they are. */
export function withoutValues(
  environments: readonly JsonObject[],
  { variables, ids }: SealedVariables,
): readonly JsonObject[] {
  return environments.map((document, index) => {
    const holders = variables.filter(({ places }) => places.some(({ environment }) => environment === index));
    const id = ids[index];
    if (holders.length === 0 || id === undefined) return document;
    return withSealedVariables(document, { id, tokens: new Set(holders.map(({ found }) => found.token)) });
  });
}

/** The name by which the files refer to each, by the id of what was found. */
export function namesOf({ variables }: SealedVariables): ReadonlyMap<string, string> {
  return new Map(
    variables.flatMap(({ found, places: [first] }) => (first === undefined ? [] : [[found.id, first.name]])),
  );
}

export function sealedCount({ variables }: SealedVariables): number {
  return variables.reduce((count, { places }) => count + places.length, 0);
}

/** In the import's transaction. The vault's errors. */
export function sealVariables(
  secretVariables: Pick<SecretVariables, 'sealWithin'>,
  { variables, ids }: SealedVariables,
): Result<null> {
  for (const { found, places, origins } of variables) {
    for (const { environment, name } of places) {
      const place = { environmentId: ids[environment] ?? '', name };
      const sealed = secretVariables.sealWithin(place, found.secret, origins);
      if (!sealed.ok) return sealed;
    }
  }
  return ok(null);
}
