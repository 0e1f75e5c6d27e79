import { isSensitiveName } from '../../../shared/domain/sensitive-names.ts';
import { originOf } from '../../../shared/domain/origin.ts';
import { ok, type Result } from '../../../shared/domain/app-error.ts';
import { tooLarge } from '../import-failures.ts';
import type { Converted, ImportNote } from '../importer.ts';
import type { ImportedNames } from '../name-unnamed.ts';
import {
  compact,
  fieldOf,
  isJsonList,
  isJsonObject,
  objectOf,
  textOf,
  type Json,
  type JsonObject,
} from '../json-value.ts';
import { decodeQueryText, queryRows } from '../postman-url.ts';
import { collectSecrets, type FoundSecret, type SecretUse } from './found-secrets.ts';
import { liftAuth } from './lift-auth.ts';
import { liftText, requestOrigin, variablesOf, type LiftContext } from './lift-context.ts';
import { replaceSecretFields } from './lift-json-text.ts';
import { liftRequest } from './lift-request.ts';
import { isNoSecret, SECRET_SHAPE } from './secret-shapes.ts';
import { sweepDocument, textSweeper } from './sweep.ts';
import type { ToldValues } from '../../../shared/domain/told.ts';
import { told, worded, type Worded } from '../../told.ts';

export interface Lifted extends Converted {
  readonly found: readonly FoundSecret[];
}

/**
 * Takes every secret out of what was converted; a token stands in its place. `nonce`: unguessable, so that no file can hold a token
 * already. `import-too-large` for more secrets than a person can be asked about.
 */
export function liftSecrets(
  converted: Converted,
  { nonce, names }: { readonly nonce: string; readonly names: ImportedNames },
): Result<Lifted> {
  const { collections, environments } = converted;
  const collector = collectSecrets(nonce);
  const context: LiftContext = {
    collector,
    variables: variablesOf(collections, environments),
    variableUses: new Map(),
  };
  const notes: ImportNote[] = [...converted.notes];
  // Requests first: they tell what the variables are for.
  const requestsLifted = collections.map((collection) =>
    liftItems(collection, textOf(objectOf(collection, 'info'), 'name'), { context, notes, names }),
  );
  const collectionsLifted = requestsLifted.map((collection) =>
    liftVariables(collection, 'variable', { place: textOf(objectOf(collection, 'info'), 'name'), context }),
  );
  const environmentsLifted = environments.map((environment) =>
    liftVariables(environment, 'values', { place: textOf(environment, 'name'), context }),
  );
  const sweep = (
    documents: readonly JsonObject[],
    nameOf: (document: JsonObject) => string,
  ): readonly JsonObject[] =>
    documents.map((document) => sweepDocument(document, nameOf(document), collector)).filter(isJsonObject);
  // Twice: what the shapes tell in the first pass may stand once more where nothing tells it.
  const twice = (documents: readonly JsonObject[], nameOf: (document: JsonObject) => string) =>
    sweep(sweep(documents, nameOf), nameOf);
  const swept = {
    collections: twice(collectionsLifted, (document) => textOf(objectOf(document, 'info'), 'name')),
    environments: twice(environmentsLifted, (document) => textOf(document, 'name')),
  };
  if (collector.isFull) return tooLarge(told('tooManySecretsFound'));
  const found = collector.found();
  const shown = textSweeper(found);
  return ok({
    ...swept,
    notes: notes.map((note) => ({ ...note, what: wordedAs(note.what, shown), where: shown(note.where) })),
    found: found.map((each) => ({
      ...each,
      uses: each.uses.map((use) => ({ ...use, label: shown(use.label), place: shown(use.place) })),
    })),
  });
}

/** What stands in it may come from the file, as a name of an option. */
function wordedAs(
  { message, remedy, told: { name, values } }: Worded,
  shown: (text: string) => string,
): Worded {
  const swept = Object.entries(values).map(([field, value]) => [
    field,
    typeof value === 'string' ? shown(value) : value,
  ]);
  // The same fields, and a text in the place of a text.
  return { message: shown(message), remedy, told: { name, values: Object.fromEntries(swept) as ToldValues } };
}

interface Lifting {
  readonly context: LiftContext;
  readonly notes: ImportNote[];
  readonly names: ImportedNames;
}

/** A collection or a folder: its own auth, and what stands in it. */
function liftItems(owner: JsonObject, place: string, lifting: Lifting): JsonObject {
  const { context } = lifting;
  const auth = fieldOf(owner, 'auth');
  const origins = isJsonObject(auth) ? [...originsUnder(owner, context)] : [];
  return compact({
    ...owner,
    auth: isJsonObject(auth) ? liftAuth(auth, { place, origins }, context) : auth,
    item: listed(fieldOf(owner, 'item')).map((item) => liftItem(item, place, lifting)),
  });
}

function listed(value: Json | undefined): readonly JsonObject[] {
  return isJsonList(value) ? value.filter(isJsonObject) : [];
}

/** Where the requests go that take their auth from here. */
function originsUnder(owner: JsonObject, context: LiftContext): ReadonlySet<string> {
  const origins = new Set<string>();
  for (const item of listed(fieldOf(owner, 'item'))) {
    if (isJsonList(fieldOf(item, 'item'))) {
      if (isJsonObject(fieldOf(item, 'auth'))) continue;
      for (const origin of originsUnder(item, context)) origins.add(origin);
      continue;
    }
    const request = fieldOf(item, 'request');
    if (isJsonObject(fieldOf(request, 'auth'))) continue;
    const origin = requestOrigin(request, context);
    if (origin !== null) origins.add(origin);
  }
  return origins;
}

function liftItem(item: JsonObject, above: string, lifting: Lifting): JsonObject {
  const place = `${above} › ${textOf(item, 'name')}`;
  if (isJsonList(fieldOf(item, 'item'))) return liftItems(item, place, lifting);
  const request = fieldOf(item, 'request');
  return compact({
    ...item,
    request: isJsonObject(request) ? liftRequest(request, place, lifting.context) : request,
    response: isJsonList(fieldOf(item, 'response'))
      ? listed(fieldOf(item, 'response')).map((response) => liftResponse(response, place, lifting))
      : undefined,
  });
}

/** Headers in which a server hands out what proves a session. */
const HANDED_OUT = /^(?:set-cookie|authorization|x-auth-token|x-csrf-token)$/i;

/** A saved response: its request as any other; cookies and tokens that the server gave are taken out and not kept. */
function liftResponse(response: JsonObject, place: string, { context, notes, names }: Lifting): JsonObject {
  const original = fieldOf(response, 'originalRequest');
  const headers = listed(fieldOf(response, 'header'));
  const kept = headers.filter((header) => !HANDED_OUT.test(textOf(header, 'key')));
  const cookies = listed(fieldOf(response, 'cookie'));
  if (kept.length < headers.length || cookies.length > 0) {
    notes.push({ kind: 'dropped', what: worded('importSavedTokensLeft'), where: place });
  }
  return compact({
    ...response,
    originalRequest: isJsonObject(original)
      ? liftRequest(original, `${place} › ${names.example}`, context)
      : original,
    header: isJsonList(fieldOf(response, 'header')) ? kept : fieldOf(response, 'header'),
    cookie: fieldOf(response, 'cookie') === undefined ? undefined : [],
    body: withoutHandedOut(fieldOf(response, 'body')),
  });
}

/** Tokens in a saved answer: nobody sends them again, so they are not asked about. */
function withoutHandedOut(body: Json | undefined): Json | undefined {
  if (typeof body !== 'string') return body;
  return replaceSecretFields(body, (value) => (isNoSecret(value) || value.length < 8 ? value : '<removed>'));
}

interface VariablesPlace {
  readonly place: string;
  readonly context: LiftContext;
}

function liftVariables(document: JsonObject, field: string, { place, context }: VariablesPlace): JsonObject {
  const rows = fieldOf(document, field);
  if (!isJsonList(rows)) return document;
  const lifted = rows.map((row) => {
    const name = textOf(row, 'key');
    const value = textOf(row, 'value');
    if (!isJsonObject(row) || !isSecretVariable(row)) return row;
    const known = context.variableUses.get(name);
    const use: SecretUse = {
      kind: 'variable',
      label: name,
      place,
      headerName: known?.headerName ?? null,
      origins: [...(known?.origins ?? [])],
    };
    return { ...row, value: liftText(value, use, context) };
  });
  return { ...document, [field]: lifted };
}

/** Marked as secret, called like one, or shaped like one. Addresses (`tokenUrl`) and small numbers (`passwordLength`) are none. */
function isSecretVariable(row: JsonObject): boolean {
  const value = textOf(row, 'value');
  if (textOf(row, 'type') === 'secret') return true;
  if (value.search(SECRET_SHAPE) !== -1) return true;
  if (originOf(value) !== null) return hasCredentials(value);
  return isSensitiveName(textOf(row, 'key')) && !/^\d{0,4}$/.test(value);
}

/** An address that lets whoever knows it in. */
function hasCredentials(address: string): boolean {
  if (/^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^/?#@]*@/.test(address)) return true;
  const query = /\?([^#]*)/.exec(address)?.[1] ?? '';
  return queryRows(query).some(
    ({ key, value }) => isSensitiveName(decodeQueryText(key)) && !isNoSecret(value),
  );
}
