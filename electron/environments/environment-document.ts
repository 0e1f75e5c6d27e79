import { createHash } from 'node:crypto';
import { failed, ok, type AppErrorDetails, type Result } from '../../shared/domain/app-error.ts';
import type { EnvironmentRowChange } from '../../shared/domain/environment.ts';
import { isTrustworthyOrigin, originOf } from '../../shared/domain/origin.ts';
import {
  isJsonArray,
  isJsonObject,
  textAt,
  withKeys,
  type JsonObject,
  type JsonValue,
} from '../collections/json-value.ts';
import { told } from '../told.ts';

/** A Postman environment file, read loosely: what Keyfob does not know is kept. The value is the file's own JSON. */
export type EnvironmentDocument = JsonObject & { readonly values: readonly JsonValue[] };

/** A variable as its file has it. */
export interface FileVariable {
  readonly name: string;
  readonly value: string;
  readonly isEnabled: boolean;
  readonly isSecret: boolean;
}

/** The field of the error for a JSON file that is something else than an environment. */
export const NOT_AN_ENVIRONMENT = 'schema';

const MAX_VARIABLES = 10_000;
const MAX_NAME = 4_000;
const MAX_VALUE = 100_000;

/** A JSON value -> an environment. Errors: `file-unreadable`. */
export function readEnvironment(value: JsonValue): Result<EnvironmentDocument> {
  if (!isJsonObject(value) || !isJsonArray(value.values) || value.item !== undefined) {
    return unreadable(told('noEnvironment'), NOT_AN_ENVIRONMENT);
  }
  if (value.values.length > MAX_VARIABLES) return unreadable(told('environmentTooMany'));
  if (!value.values.every(isJsonObject)) return unreadable(told('environmentVariableNoObject'));
  const isTooLong = value.values.some(
    (entry) => textAt(entry, 'key').length > MAX_NAME || textAt(entry, 'value').length > MAX_VALUE,
  );
  if (isTooLong) return unreadable(told('environmentVariableTooLong'));
  // Just checked; the rest is loose.
  return ok(value as EnvironmentDocument);
}

function unreadable(words: AppErrorDetails, field?: string): ReturnType<typeof failed> {
  return failed('file-unreadable', field === undefined ? words : { ...words, field });
}

export function variablesOf({ values }: EnvironmentDocument): readonly FileVariable[] {
  return values.filter(isJsonObject).map(variableOf);
}

function variableOf(entry: JsonObject): FileVariable {
  return {
    name: textAt(entry, 'key'),
    value: textAt(entry, 'value'),
    isEnabled: entry.enabled !== false,
    isSecret: entry.type === 'secret',
  };
}

/** The environment's own id, by which what is sealed of it is found; `null` when the file has none. */
export function ownIdOf(document: EnvironmentDocument): string | null {
  const id = textAt(document, 'id').trim();
  return id === '' || id.length > 200 ? null : id;
}

/** Tells one state of an environment from another, whatever its spelling. */
export function revisionOf(document: EnvironmentDocument): string {
  return createHash('sha256').update(JSON.stringify(document)).digest('hex').slice(0, 32);
}

/** Origins that the plain values name, in order. */
export function originsNamedIn(document: EnvironmentDocument): readonly string[] {
  const named = variablesOf(document)
    .filter(({ isSecret }) => !isSecret)
    .flatMap(({ value }) => originOf(value.trim()) ?? [])
    .filter(isTrustworthyOrigin);
  return [...new Set(named)].slice(0, 20);
}

/**
 * The document with these rows. An entry whose row stayed is the same object; one whose row changed keeps what else is in it. A secret
 * variable's value is never written. `invalid-input` for a plain variable that would become secret: sealing does that.
 */
export function withRows(
  document: EnvironmentDocument,
  rows: readonly EnvironmentRowChange[],
): Result<EnvironmentDocument> {
  const entries = document.values.filter(isJsonObject);
  const written: JsonObject[] = [];
  for (const row of rows) {
    const entry = row.was === null ? null : entries[row.was];
    if (entry === undefined) return failed('invalid-input', { field: 'rows' });
    const isSecret = entry !== null && variableOf(entry).isSecret;
    if (row.kind === 'hidden' && !isSecret) return failed('invalid-input', { field: 'rows' });
    written.push(withRow(entry ?? {}, row));
  }
  return ok(withValues(document, written));
}

function withRow(entry: JsonObject, row: EnvironmentRowChange): JsonObject {
  const before = variableOf(entry);
  const changes: Record<string, JsonValue> = {};
  const isNew = Object.keys(entry).length === 0;
  if (isNew || before.name !== row.name) changes.key = row.name;
  if (row.kind === 'plain') {
    if (isNew || before.value !== row.value) changes.value = row.value;
    if (isNew || before.isSecret) changes.type = 'default';
  }
  if (isNew || before.isEnabled !== row.isEnabled) changes.enabled = row.isEnabled;
  return withKeys(entry, changes);
}

function withValues(document: EnvironmentDocument, values: readonly JsonValue[]): EnvironmentDocument {
  const next = withKeys(document, { values });
  // The list of values was just set.
  return next === document ? document : (next as EnvironmentDocument);
}

/** With all variables of this name secret and without a value in the file; one is added when there is none. */
export function withSecretVariable(document: EnvironmentDocument, name: string): EnvironmentDocument {
  const isNamed = (entry: JsonValue): boolean => isJsonObject(entry) && textAt(entry, 'key').trim() === name;
  if (!document.values.some(isNamed)) {
    const added = { key: name, value: '', type: 'secret', enabled: true };
    return withValues(document, [...document.values, added]);
  }
  return withValues(
    document,
    document.values.map((entry) =>
      isJsonObject(entry) && isNamed(entry) ? withKeys(entry, { value: '', type: 'secret' }) : entry,
    ),
  );
}

/** Of which nothing is sealed. */
export function withoutOwnId(document: EnvironmentDocument): EnvironmentDocument {
  const { id: _id, ...rest } = document;
  return { ...rest, values: document.values };
}

export function withOwnId(document: EnvironmentDocument, id: string): EnvironmentDocument {
  // The list of values is still there.
  return withKeys(document, { id }) as EnvironmentDocument;
}

export function withName(document: EnvironmentDocument, name: string): EnvironmentDocument {
  // As above.
  return withKeys(document, { name }) as EnvironmentDocument;
}

/** Without any value of a secret variable: what may leave Keyfob. */
export function withoutSecretValues(document: EnvironmentDocument): EnvironmentDocument {
  return withValues(
    document,
    document.values.map((entry) =>
      isJsonObject(entry) && entry.type === 'secret' ? withKeys(entry, { value: '' }) : entry,
    ),
  );
}

/** The text of a new, empty environment. */
export function newEnvironmentText({ id, name }: { readonly id: string; readonly name: string }): string {
  return textOfEnvironment({ id, name, values: [], _postman_variable_scope: 'environment' });
}

export function textOfEnvironment(document: JsonObject): string {
  return `${JSON.stringify(document, null, '\t')}\n`;
}
