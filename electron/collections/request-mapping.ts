import { ok, type Result } from '../../shared/domain/app-error.ts';
import {
  DEFAULT_REQUEST_SETTINGS,
  emptyRequestDraft,
  HTTP_METHODS,
  requestSettingsSchema,
  type FieldRow,
  type HttpMethod,
  type RequestDraft,
  type RequestSettings,
} from '../../shared/domain/http-request.ts';
import { worded, type Worded } from '../told.ts';
import { keyChoiceOf, readAuth, writeAuth, type KeyNames } from './auth-mapping.ts';
import { isSameBody, readBody, writeBody } from './body-mapping.ts';
import {
  isJsonObject,
  objectAt,
  textAt,
  textOf,
  withKeys,
  type JsonObject,
  type JsonValue,
} from './json-value.ts';
import { readKeeps, writeKeeps } from './keep-mapping.ts';
import { isProxyKept, isSameProxy, readProxy, writeProxy, type ProxyOfRequest } from './proxy-mapping.ts';
import { areSameRows, readRows, writeRows } from './row-mapping.ts';
import { readUrl, writeUrl } from './url-mapping.ts';

const MAX_ITEM_NAME = 200;
/** Beside Postman's own settings of a request, which have no timeout. */
const TIMEOUT_KEY = 'keyfobTimeoutMs';
const HTTP_VERSIONS = requestSettingsSchema.shape.httpVersion.unwrap().options;

/**
 * An item of a Postman collection -> the request as the editor holds it, within the editor's limits. What the editor has no place for
 * stays in the item: see `unsendableReason` and `keptNotes`.
 */
export function readRequest(item: JsonObject, keys: KeyNames): RequestDraft {
  const { request } = item;
  const name = textAt(item, 'name').slice(0, MAX_ITEM_NAME);
  if (!isJsonObject(request)) return { ...emptyRequestDraft(), name, ...readUrl(request) };
  const { url, params, pathVariables } = readUrl(request.url);
  // Named one by one: of a thousand requests that are read for a run, one that is spread takes three times as long.
  const draft: RequestDraft = {
    name,
    // One that Keyfob cannot send shows as GET; it stays in the file, and the request is not sent.
    method: METHODS.get(methodOf(request)) ?? 'GET',
    url,
    params,
    pathVariables,
    headers: readHeaders(request.header),
    body: readBody(request.body),
    keyChoice: keyChoiceOf(readAuth(request.auth), keys),
    settings: readSettings(item.protocolProfileBehavior, request.proxy),
  };
  const keeps = readKeeps(item.protocolProfileBehavior);
  return keeps === null ? draft : { ...draft, keeps };
}

/** The method as the file has it. */
export function methodIn({ request }: JsonObject): string {
  return isJsonObject(request) ? methodOf(request) : 'GET';
}

function methodOf(request: JsonObject): string {
  const method = textOf(request.method).trim().toUpperCase();
  return method === '' ? 'GET' : method;
}

const METHODS: ReadonlyMap<string, HttpMethod> = new Map(HTTP_METHODS.map((method) => [method, method]));

/** A list of rows, or in old files a text of lines. */
function readHeaders(value: JsonValue | undefined): readonly FieldRow[] {
  if (typeof value !== 'string') return readRows(value);
  return value
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const colon = line.indexOf(':');
      const name = (colon === -1 ? line : line.slice(0, colon)).trim();
      return { name, value: colon === -1 ? '' : line.slice(colon + 1).trim(), isEnabled: true };
    });
}

function readSettings(behavior: JsonValue | undefined, namedProxy: JsonValue | undefined): RequestSettings {
  const usual = DEFAULT_REQUEST_SETTINGS;
  const { proxy, proxyAddress } = readProxy(namedProxy);
  if (!isJsonObject(behavior)) return proxy === 'app' ? usual : { ...usual, proxy, proxyAddress };
  return {
    timeoutMs: intBetween(behavior[TIMEOUT_KEY], { from: 1, to: 3_600_000 }) ?? usual.timeoutMs,
    followRedirects:
      typeof behavior.followRedirects === 'boolean' ? behavior.followRedirects : usual.followRedirects,
    maxRedirects: intBetween(behavior.maxRedirects, { from: 0, to: 50 }) ?? usual.maxRedirects,
    verifyCertificates:
      typeof behavior.strictSSL === 'boolean' ? behavior.strictSSL : usual.verifyCertificates,
    httpVersion: HTTP_VERSIONS.find((version) => version === behavior.protocolVersion) ?? usual.httpVersion,
    // A file never says that a request takes no proxy, and one that it names is used once the person agreed.
    proxy,
    proxyAddress,
  };
}

function intBetween(
  value: JsonValue | undefined,
  { from, to }: { readonly from: number; readonly to: number },
): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to ? value : null;
}

/**
 * The item with the draft in it. Only what differs from what the item says is written; everything else in it, known or not, is the same
 * object as before. `invalid-input` when the draft's key no longer exists.
 */
export function writeRequest(draft: RequestDraft, item: JsonObject, keys: KeyNames): Result<JsonObject> {
  const before = readRequest(item, keys);
  const request = requestObject(item);
  const auth = writeAuth(request.auth, draft.keyChoice, keys);
  if (!auth.ok) return auth;
  const written = withKeys(request, {
    ...(draft.method === before.method ? {} : { method: draft.method }),
    ...(areSameRows(before.headers, draft.headers) ? {} : { header: headersOf(request, before, draft) }),
    ...(isSameBody(before.body, draft.body) ? {} : { body: writeBody(request.body, draft.body) }),
    ...(isSameProxy(before.settings, draft.settings)
      ? {}
      : { proxy: writeProxy(request.proxy, draft.settings) }),
    url: writeUrl(request.url, draft),
    auth: auth.value,
  });
  const isSame = isJsonObject(item.request) ? written === item.request : isPlain(draft, before);
  return ok(
    withKeys(item, {
      ...(before.name === draft.name ? {} : { name: draft.name }),
      ...(isSame ? {} : { request: written }),
      protocolProfileBehavior: writeBehavior(item, before, draft),
    }),
  );
}

/** A request that is no more than an address may stand in the file as a text. */
function requestObject(item: JsonObject): JsonObject {
  if (isJsonObject(item.request)) return item.request;
  const url = textOf(item.request);
  return { method: 'GET', header: [], url };
}

function isPlain(draft: RequestDraft, before: RequestDraft): boolean {
  return (
    isSameProxy(draft.settings, before.settings) &&
    JSON.stringify({ ...draft, name: '', settings: null, keeps: null }) ===
      JSON.stringify({ ...before, name: '', settings: null, keeps: null })
  );
}

function headersOf(request: JsonObject, before: RequestDraft, draft: RequestDraft): readonly JsonValue[] {
  const list = typeof request.header === 'string' ? writeRows([], before.headers) : request.header;
  return writeRows(list, draft.headers);
}

const SETTING_KEYS: Readonly<Record<Exclude<keyof RequestSettings, keyof ProxyOfRequest>, string>> = {
  timeoutMs: TIMEOUT_KEY,
  followRedirects: 'followRedirects',
  maxRedirects: 'maxRedirects',
  verifyCertificates: 'strictSSL',
  httpVersion: 'protocolVersion',
};
const SETTING_NAMES = requestSettingsSchema.omit({ proxy: true, proxyAddress: true }).keyof().options;

function writeBehavior(
  item: JsonObject,
  { settings: before, keeps }: RequestDraft,
  { settings, keeps: wanted }: RequestDraft,
): JsonValue | undefined {
  const changes: Record<string, JsonValue | undefined> = {};
  for (const name of SETTING_NAMES) {
    if (before[name] === settings[name]) continue;
    const isUsual = settings[name] === DEFAULT_REQUEST_SETTINGS[name];
    changes[SETTING_KEYS[name]] = isUsual ? undefined : settings[name];
  }
  Object.assign(changes, writeKeeps(keeps, wanted));
  if (Object.keys(changes).length === 0) return item.protocolProfileBehavior;
  const behavior = withKeys(objectAt(item, 'protocolProfileBehavior'), changes);
  return Object.keys(behavior).length === 0 ? undefined : behavior;
}

/** Why Keyfob cannot send the request as its file has it; `null` when it can. */
export function unsendableReason(item: JsonObject): Worded | null {
  const method = methodIn(item);
  if (!METHODS.has(method)) return worded('methodUnsendable', { method: method.slice(0, 40) });
  return null;
}

/** What the item holds that Keyfob keeps and does not use, each in a sentence. */
export function keptNotes(item: JsonObject): readonly Worded[] {
  const notes: Worded[] = [];
  const auth = readAuth(objectAt(item, 'request').auth);
  if (isProxyKept(objectAt(item, 'request').proxy)) notes.push(worded('proxyKept'));
  if (auth.kind === 'kept') notes.push(worded('authKept', { type: auth.type.slice(0, 40) }));
  if (Array.isArray(item.event) && item.event.length > 0) notes.push(worded('scriptsKept'));
  if (Array.isArray(item.response) && item.response.length > 0) notes.push(worded('responsesKept'));
  return notes;
}

/** The description of an item or a folder; Postman keeps a text, or an object with the text in `content`. */
export function readDescription(value: JsonValue | undefined): string {
  return isJsonObject(value) ? textAt(value, 'content') : textOf(value);
}

export function writeDescription(value: JsonValue | undefined, text: string): JsonValue | undefined {
  if (readDescription(value) === text) return value;
  if (isJsonObject(value)) return withKeys(value, { content: text });
  return text === '' ? undefined : text;
}
