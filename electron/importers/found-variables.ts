import {
  isJsonList,
  isJsonObject,
  fieldOf,
  objectsOf,
  textOf,
  type Json,
  type JsonObject,
} from './json-value.ts';
import type { FoundSecret } from './secrets/found-secrets.ts';
import type { StagedImport } from './stage-import.ts';

/** A variable of an imported environment whose whole value is a found secret. */
export interface FoundVariable {
  /** The environment's place in the import. */
  readonly environment: number;
  readonly name: string;
}

const MAX_NAME = 200;

/**
 * The variables that a found secret can be kept as. None where a variable of a collection holds it too: that would hide the one of the
 * environment from the requests.
 */
export function variablesFor(
  { collections, environments }: Pick<StagedImport, 'collections' | 'environments'>,
  { token }: Pick<FoundSecret, 'token'>,
): readonly FoundVariable[] {
  if (collections.some((collection) => isInVariables(collection, token))) return [];
  return environments.flatMap((document, environment) => {
    const rows = objectsOf(document, 'values');
    const names = rows.map((row) => textOf(row, 'key').trim());
    return rows.flatMap((row, at) => {
      const name = names[at] ?? '';
      const isUsable = name !== '' && name.length <= MAX_NAME && !/[{}]/.test(name);
      const isOnlyOne = names.filter((each) => each === name).length === 1;
      return isHolder(row, token) && isUsable && isOnlyOne ? [{ environment, name }] : [];
    });
  });
}

/** The environment with an own id, its variables empty and secret where they held one of these. */
export function withSealedVariables(
  document: JsonObject,
  { id, tokens }: { readonly id: string; readonly tokens: ReadonlySet<string> },
): JsonObject {
  const values = objectsOf(document, 'values').map((row) =>
    [...tokens].some((token) => isHolder(row, token)) ? { ...row, value: '', type: 'secret' } : row,
  );
  return { ...document, id, values };
}

function isHolder(row: JsonObject, token: string): boolean {
  return fieldOf(row, 'value') === token && fieldOf(row, 'enabled') !== false;
}

/** In the variables of a collection, or of a folder in it. */
function isInVariables(owner: JsonObject, token: string): boolean {
  const own = fieldOf(owner, 'variable');
  if (own !== undefined && JSON.stringify(own).includes(token)) return true;
  return itemsOf(fieldOf(owner, 'item')).some((item) => isInVariables(item, token));
}

function itemsOf(value: Json | undefined): readonly JsonObject[] {
  return isJsonList(value) ? value.filter(isJsonObject) : [];
}
