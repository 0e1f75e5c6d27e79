import type { MadeNamesTexts } from '../../shared/texts/en/made-names.ts';
import type { Converted } from './importer.ts';
import { fieldOf, isJsonList, isJsonObject, objectOf, textOf, type JsonObject } from './json-value.ts';

export type ImportedNames = MadeNamesTexts['imported'];

/** What was converted, with a name for everything that its file gives none, in the language of the moment. */
export function nameUnnamed(converted: Converted, names: ImportedNames): Converted {
  return {
    ...converted,
    collections: converted.collections.map((collection) => {
      const info = objectOf(collection, 'info');
      return { ...withNamedItems(collection, names), info: named(info, names.collection) };
    }),
    environments: converted.environments.map((environment) => namedEnvironment(environment, names)),
  };
}

function named(owner: JsonObject, name: string): JsonObject {
  return textOf(owner, 'name') === '' ? { ...owner, name } : owner;
}

function withNamedItems(owner: JsonObject, names: ImportedNames): JsonObject {
  const items = fieldOf(owner, 'item');
  if (!isJsonList(items)) return owner;
  return {
    ...owner,
    item: items.map((item) => {
      if (!isJsonObject(item)) return item;
      const isFolder = isJsonList(fieldOf(item, 'item'));
      return named(withNamedItems(item, names), isFolder ? names.folder : names.request);
    }),
  };
}

/** Keyfob has no globals: they become an environment of their own. */
function namedEnvironment(environment: JsonObject, names: ImportedNames): JsonObject {
  const isGlobals = fieldOf(environment, '_postman_variable_scope') === 'globals';
  return {
    ...named(environment, isGlobals ? names.globals : names.environment),
    _postman_variable_scope: 'environment',
  };
}
