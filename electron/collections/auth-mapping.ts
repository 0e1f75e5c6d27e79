import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { FileAuth } from '../../shared/domain/collection.ts';
import type { KeyChoice } from '../../shared/domain/http-request.ts';
import {
  isJsonArray,
  isJsonObject,
  textAt,
  textOf,
  withKeys,
  type JsonObject,
  type JsonValue,
} from './json-value.ts';
import { told } from '../told.ts';

/** The keys by name, for references in files. A name need not be unique: each service has its own. */
export interface KeyNames {
  find(apiKeyId: string): { readonly name: string; readonly headerName: string } | null;
  /** The ids of the keys that are called so. */
  named(name: string): readonly string[];
}

export const NO_KEYS: KeyNames = { find: () => null, named: () => [] };

/** The entry that holds a key's id beside its name, so that a rename does not break the reference. */
const KEY_ID_ENTRY = 'keyfobKeyId';
const KEY_REFERENCE = /^\s*\{\{key:([^{}]*)\}\}\s*$/;
const DEFAULT_KEY = /^\s*\{\{\s*postman[-_]api[-_]key\s*\}\}\s*$/;
const TEMPLATE_ALONE = /^\s*\{\{[^{}]+\}\}\s*$/;

/** A key's name as it stands in `{{key:NAME}}`: without braces, which would end it. */
export function keyNameToReference(name: string): string {
  return name.replaceAll('%', '%25').replaceAll('{', '%7B').replaceAll('}', '%7D');
}

export function keyNameFromReference(reference: string): string {
  return reference.trim().replaceAll('%7B', '{').replaceAll('%7D', '}').replaceAll('%25', '%');
}

/**
 * What an `auth` of a file says. A key's reference is followed; a bearer token or an API key in a header is sent when its value is
 * one variable alone. Everything else, a value in the clear above all, is kept in the file and never sent.
 */
export function readAuth(value: JsonValue | undefined): FileAuth {
  if (!isJsonObject(value)) return { kind: 'inherit' };
  const type = textAt(value, 'type');
  switch (type) {
    case 'noauth':
      return { kind: 'none' };
    case 'apikey':
      return readApiKey(entriesOf(value, 'apikey'));
    case 'bearer': {
      const token = entriesOf(value, 'bearer').get('token') ?? '';
      if (!TEMPLATE_ALONE.test(token)) return { kind: 'kept', type };
      return { kind: 'header', name: 'Authorization', value: `Bearer ${token.trim()}` };
    }
    default:
      return { kind: 'kept', type };
  }
}

function readApiKey(entries: ReadonlyMap<string, string>): FileAuth {
  const value = entries.get('value') ?? '';
  const reference = KEY_REFERENCE.exec(value);
  if (reference !== null) {
    const name = keyNameFromReference(reference[1] ?? '');
    return { kind: 'key', name, apiKeyId: entries.get(KEY_ID_ENTRY) ?? null };
  }
  const name = entries.get('key') ?? '';
  const isInHeader = (entries.get('in') ?? 'header') === 'header';
  if (!isInHeader || name === '' || !TEMPLATE_ALONE.test(value)) return { kind: 'kept', type: 'apikey' };
  if (DEFAULT_KEY.test(value)) return { kind: 'inherit' };
  return { kind: 'header', name, value: value.trim() };
}

/** v2.1 has a list of `{ key, value }`; v2.0 had an object. */
function entriesOf(auth: JsonObject, type: string): ReadonlyMap<string, string> {
  const list = auth[type];
  if (isJsonArray(list)) {
    return new Map(list.filter(isJsonObject).map((entry) => [textAt(entry, 'key'), textOf(entry.value)]));
  }
  return isJsonObject(list)
    ? new Map(Object.entries(list).map(([key, value]) => [key, textOf(value)]))
    : new Map();
}

/** What a file's auth means for the request's choice of a key. */
export function keyChoiceOf(auth: FileAuth, keys: KeyNames): KeyChoice {
  switch (auth.kind) {
    case 'inherit':
      return { kind: 'automatic' };
    case 'key': {
      if (auth.apiKeyId !== null && keys.find(auth.apiKeyId) !== null)
        return { kind: 'key', apiKeyId: auth.apiKeyId };
      const [only, ...others] = keys.named(auth.name);
      if (only !== undefined && others.length === 0) return { kind: 'key', apiKeyId: only };
      return { kind: 'named', name: auth.name };
    }
    // The header is added when the request is sent; no key of Keyfob goes beside it.
    case 'header':
    case 'none':
    case 'kept':
      return { kind: 'none' };
  }
}

/** The `auth` for a choice; the same value when it means that already. `invalid-input` for a key that is gone. */
export function writeAuth(
  value: JsonValue | undefined,
  choice: KeyChoice,
  keys: KeyNames,
): Result<JsonValue | undefined> {
  const before = keyChoiceOf(readAuth(value), keys);
  if (isSameChoice(before, choice)) return ok(value);
  switch (choice.kind) {
    case 'automatic':
      return ok(undefined);
    case 'none':
      return ok({ type: 'noauth' });
    case 'named':
      return ok(keyAuth(value, { name: choice.name, headerName: 'X-API-Key', apiKeyId: null }));
    case 'key': {
      const key = keys.find(choice.apiKeyId);
      if (key !== null) return ok(keyAuth(value, { ...key, apiKeyId: choice.apiKeyId }));
      return failed('invalid-input', { ...told('chosenKeyGone'), field: 'keyChoice' });
    }
  }
}

export function isSameChoice(left: KeyChoice, right: KeyChoice): boolean {
  return (
    left.kind === right.kind &&
    (left.kind !== 'key' || right.kind !== 'key' || left.apiKeyId === right.apiKeyId) &&
    (left.kind !== 'named' || right.kind !== 'named' || left.name === right.name)
  );
}

function keyAuth(
  value: JsonValue | undefined,
  {
    name,
    headerName,
    apiKeyId,
  }: { readonly name: string; readonly headerName: string; readonly apiKeyId: string | null },
): JsonValue {
  const entry = (key: string, text: string) => ({ key, value: text, type: 'string' });
  const apikey = [
    entry('key', headerName),
    entry('value', `{{key:${keyNameToReference(name)}}}`),
    entry('in', 'header'),
    ...(apiKeyId === null ? [] : [entry(KEY_ID_ENTRY, apiKeyId)]),
  ];
  const isApiKey = isJsonObject(value) && value.type === 'apikey';
  return isApiKey ? withKeys(value, { apikey }) : { type: 'apikey', apikey };
}
