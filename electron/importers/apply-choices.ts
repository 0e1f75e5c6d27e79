import { keyNameToReference } from '../collections/auth-mapping.ts';
import type { SecretChoice } from '../../shared/domain/import.ts';
import { fieldOf, isJsonList, isJsonObject, type Json, type JsonObject } from './json-value.ts';
import type { FoundSecret } from './secrets/found-secrets.ts';

export interface AppliedChoices {
  /** By the id of what was found. */
  readonly choices: ReadonlyMap<string, SecretChoice>;
  /** The variable that each of those is the value of. */
  readonly variableNames: ReadonlyMap<string, string>;
}

/**
 * The documents with what the person chose in the place of each token: a reference to the key or to the variable, or nothing. What is left empty in an
 * environment is marked as secret, so that its value, once it is filled in, stays out of the file.
 */
export function applyChoices(
  documents: readonly JsonObject[],
  found: readonly FoundSecret[],
  { choices, variableNames }: AppliedChoices,
): readonly JsonObject[] {
  const byToken = new Map(
    found.map(({ id, token }) => {
      const choice = choices.get(id);
      if (choice?.kind === 'key') return [token, `{{key:${keyNameToReference(choice.name)}}}`];
      const variable = variableNames.get(id);
      return [token, choice?.kind === 'variable' && variable !== undefined ? `{{${variable}}}` : ''];
    }),
  );
  const pattern = /\{\{keyfob-[\w-]{1,80}-secret-\d{1,5}\}\}/g;
  const change = (text: string): string => text.replace(pattern, (token) => byToken.get(token) ?? token);
  return documents.map((document) => changed(document, change)).filter(isJsonObject);
}

function changed(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value);
  if (isJsonList(value)) return value.map((item) => changed(item, change));
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(([name, item]) => [change(name), changed(item, change)] as const);
  return withSecretType(value, Object.fromEntries(entries));
}

/** A variable that lost its value is one of type secret. */
function withSecretType(before: JsonObject, after: JsonObject): JsonObject {
  const lost = fieldOf(after, 'value') === '' && fieldOf(before, 'value') !== '';
  const isVariable = fieldOf(before, 'enabled') !== undefined && fieldOf(before, 'key') !== undefined;
  return lost && isVariable ? { ...after, type: 'secret' } : after;
}
