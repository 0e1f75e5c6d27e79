import { ok } from '../../shared/domain/app-error.ts';
import { notReadable, tooLarge } from './import-failures.ts';
import type { Importer } from './importer.ts';
import { fieldOf, isJsonObject, objectsOf, textOf, type Json, type JsonObject } from './json-value.ts';
import { IMPORT_LIMITS } from './limits.ts';
import { environmentDocument } from './postman-parts.ts';
import { told } from '../told.ts';

/** A Postman environment or globals file; plain, or wrapped as the Postman API answers with it. */
export const postmanEnvironmentImporter: Importer = {
  id: 'postman-environment',
  detect: ({ document }) => {
    const environment = unwrapped(document);
    return environment !== null && isEnvironment(environment);
  },
  convert({ document }) {
    const environment = unwrapped(document);
    if (environment === null) return notReadable(told('noPostmanEnvironment'));
    if (objectsOf(environment, 'values').length > IMPORT_LIMITS.variables) {
      return tooLarge(told('importedEnvironmentTooMany'));
    }
    return ok({ collections: [], environments: [convertEnvironment(environment)], notes: [] });
  },
};

export function convertEnvironment(environment: JsonObject): JsonObject {
  const isGlobals = textOf(environment, '_postman_variable_scope') === 'globals';
  return environmentDocument(
    textOf(environment, 'name'),
    objectsOf(environment, 'values').map((row) => ({
      key: textOf(row, 'key'),
      value: textOf(row, 'value'),
      isEnabled: fieldOf(row, 'enabled') !== false,
      isSecret: textOf(row, 'type') === 'secret',
    })),
    isGlobals ? 'globals' : 'environment',
  );
}

function unwrapped(document: Json | null): JsonObject | null {
  if (!isJsonObject(document)) return null;
  const wrapped = fieldOf(document, 'environment');
  return isJsonObject(wrapped) && Array.isArray(fieldOf(wrapped, 'values')) ? wrapped : document;
}

function isEnvironment(document: JsonObject): boolean {
  if (!Array.isArray(fieldOf(document, 'values')) || fieldOf(document, 'item') !== undefined) return false;
  const scope = textOf(document, '_postman_variable_scope');
  return scope === 'environment' || scope === 'globals' || typeof fieldOf(document, 'name') === 'string';
}
