import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { FileAuth, VariableRow } from '../../shared/domain/collection.ts';
import type { FieldRow, KeyChoice, RequestDraft } from '../../shared/domain/http-request.ts';
import type { VariableSource } from '../../shared/domain/environment.ts';
import { isSameChoice, keyChoiceOf, type KeyNames } from '../collections/auth-mapping.ts';
import type { AnswerScope } from './answer-values.ts';
import type { SecretVariable } from './secret-variables.ts';
import { told, type Worded } from '../told.ts';

/** The environment that is in use. */
export interface EnvironmentScope {
  readonly name: string;
  /** Its enabled variables by name; of a secret one the mark that stands for its value. */
  readonly values: ReadonlyMap<string, string>;
  readonly secretVariables: readonly SecretVariable[];
  /** Names of secret variables that have no value to be used, with the reason. */
  readonly unusable: ReadonlyMap<string, Worded>;
}

/** What stands around a request and takes part when it is sent. */
export interface RequestPlace {
  /** The service that `{{baseUrl}}` stands for, and whose default key is the first choice; `null` for none. */
  readonly serviceId: string | null;
  /** Variables, the narrowest first: the first that has a name wins. */
  readonly scopes: readonly (readonly VariableRow[])[];
  /** What the scopes belong to, in their order. */
  readonly scopeSources?: readonly VariableSource[];
  /** Its variables come after all others. */
  readonly environment: EnvironmentScope | null;
  /** Values of answers, which come before all others. */
  readonly answers?: AnswerScope | null;
  /** What the request's own file entry says about signing. */
  readonly own: FileAuth;
  /** What its folders and its collection hand down. */
  readonly inherited: FileAuth;
  /** Why it cannot be sent as its file has it; `null` when it can. */
  readonly unsendable: Worded | null;
}

export const NO_PLACE: RequestPlace = {
  serviceId: null,
  scopes: [],
  environment: null,
  own: { kind: 'inherit' },
  inherited: { kind: 'inherit' },
  unsendable: null,
};

/** Where the places of requests are looked up. */
export interface RequestPlaces {
  /** `null` for a collection that is gone. `requestId` `null`: a request that is saved nowhere. */
  find(collectionId: string | null, requestId: string | null): Promise<RequestPlace | null>;
  /** As `find`, for many of one collection. Places in the same scopes have the same list of them. */
  findAll(collectionId: string, requestIds: readonly string[]): Promise<readonly RequestPlace[] | null>;
}

/**
 * The draft with what its place adds: the auth that it inherits, and the header that its file asks for. Errors: `request-invalid` for
 * what Keyfob cannot send, `key-reference-unclear` for a key that is named and not there, or there several times.
 */
export function settleDraft(typed: RequestDraft, place: RequestPlace, keys: KeyNames): Result<RequestDraft> {
  if (place.unsendable !== null) return failed('request-invalid', place.unsendable);
  const referenced = withReferencedKey(typed);
  if (!referenced.ok) return referenced;
  const draft = referenced.value;
  const inherited = draft.keyChoice.kind === 'automatic' ? place.inherited : null;
  const auth = inherited ?? (draft.keyChoice.kind === 'none' ? place.own : null);
  const wanted = inherited === null ? draft.keyChoice : keyChoiceOf(inherited, keys);
  const keyChoice = settleChoice(wanted, keys);
  if (!keyChoice.ok) return keyChoice;
  const headers = auth?.kind === 'header' ? withHeader(draft.headers, auth) : draft.headers;
  if (isSameChoice(draft.keyChoice, keyChoice.value) && headers === draft.headers) return ok(draft);
  return ok({ ...draft, keyChoice: keyChoice.value, headers });
}

const KEY_REFERENCE = /\{\{\s*key:([^{}]{1,200}?)\s*\}\}/g;

/**
 * A header with `{{key:NAME}}` asks for that key as Auth does. From here on it is the key's variable, which resolves in its
 * service's header alone, at origins that the key is bound to.
 */
function withReferencedKey(draft: RequestDraft): Result<RequestDraft> {
  if (!draft.headers.some(holdsTemplate)) return ok(draft);
  const rows = draft.headers.filter(holdsTemplate);
  const matches = rows.flatMap(({ value }) => [...value.matchAll(KEY_REFERENCE)]);
  const [name, ...others] = new Set(matches.map((match) => (match[1] ?? '').trim()));
  if (name === undefined) return ok(draft);
  const { keyChoice } = draft;
  const agrees = keyChoice.kind === 'automatic' || (keyChoice.kind === 'named' && keyChoice.name === name);
  if (others.length > 0 || !agrees) {
    return failed('key-reference-unclear', {
      ...(others.length > 0 ? told('severalKeysNamed') : told('otherKeyNamed', { name: name.slice(0, 100) })),
      field: 'headers',
    });
  }
  const headers = draft.headers.map((row) => ({
    ...row,
    value: row.value.replaceAll(KEY_REFERENCE, '{{postman-api-key}}'),
  }));
  return ok({ ...draft, headers, keyChoice: { kind: 'named', name } });
}

function holdsTemplate({ isEnabled, value }: FieldRow): boolean {
  return isEnabled && value.includes('{{');
}

/** What was typed under the same name stands. */
function withHeader(
  headers: readonly FieldRow[],
  { name, value }: { readonly name: string; readonly value: string },
): readonly FieldRow[] {
  const isTyped = headers.some(
    (row) => row.isEnabled && row.name.trim().toLowerCase() === name.trim().toLowerCase(),
  );
  return isTyped ? headers : [...headers, { name, value, isEnabled: true }];
}

function settleChoice(choice: KeyChoice, keys: KeyNames): Result<KeyChoice> {
  if (choice.kind !== 'named') return ok(choice);
  const [only, ...others] = keys.named(choice.name);
  if (only !== undefined && others.length === 0) return ok({ kind: 'key', apiKeyId: only });
  const name = choice.name.slice(0, 100);
  return failed('key-reference-unclear', {
    ...told(only === undefined ? 'namedKeyMissing' : 'namedKeyUnclear', { name }),
    field: 'keyChoice',
  });
}

/** All variables of a place by name, each from the first scope that has it. */
export function variablesAt(place: RequestPlace, baseUrl: string | null): Map<string, string> {
  const scope = new Map<string, string>(place.answers?.values);
  for (const rows of place.scopes) {
    if (rows.length === 0) continue;
    // Of two rows of one name the last one counts, as in Postman.
    const own = new Map<string, string>();
    for (const row of rows) if (row.isEnabled && row.name !== '') own.set(row.name.trim(), row.value);
    for (const [name, value] of own) if (!scope.has(name)) scope.set(name, value);
  }
  if (baseUrl !== null && !scope.has('baseUrl')) scope.set('baseUrl', baseUrl);
  for (const [name, value] of place.environment?.values ?? []) if (!scope.has(name)) scope.set(name, value);
  // What is written down under the name is not what the request is to get.
  for (const name of place.answers?.missing.keys() ?? []) scope.delete(name);
  return scope;
}

/** Those whose marks may stand in the values of the place's variables. */
export function secretVariablesAt({ answers, environment }: RequestPlace): readonly SecretVariable[] {
  const ofEnvironment = environment?.secretVariables ?? [];
  return answers === null || answers === undefined
    ? ofEnvironment
    : [...answers.secretVariables, ...ofEnvironment];
}
