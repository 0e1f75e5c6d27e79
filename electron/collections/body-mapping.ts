import { assertNever } from '../../shared/domain/assert-never.ts';
import type { GraphqlBody, MultipartPart, RequestBody } from '../../shared/domain/http-request.ts';
import {
  isJsonArray,
  isJsonObject,
  isSameJson,
  objectAt,
  textOf,
  withKeys,
  type JsonObject,
  type JsonValue,
} from './json-value.ts';
import { areSameRows, matchRows, readRows, writeRows } from './row-mapping.ts';

/** A request's `body` -> the body as the editor holds it. A mode that Keyfob does not know is `kept`. */
export function readBody(value: JsonValue | undefined): RequestBody {
  if (!isJsonObject(value) || value.disabled === true) return { kind: 'none' };
  switch (value.mode) {
    case undefined:
    case null:
      return { kind: 'none' };
    case 'raw':
      return { kind: rawKind(value), text: textOf(value.raw) };
    case 'urlencoded':
      return { kind: 'form', fields: readRows(value.urlencoded) };
    case 'formdata':
      return { kind: 'multipart', parts: partEntries(value.formdata).map(partOf) };
    case 'file':
      return { kind: 'binary', path: textOf(objectAt(value, 'file').src) };
    case 'graphql':
      return graphqlOf(objectAt(value, 'graphql'));
    default:
      return { kind: 'kept', mode: textOf(value.mode).slice(0, 100) };
  }
}

function graphqlOf(graphql: JsonObject): GraphqlBody {
  return {
    kind: 'graphql',
    query: textOf(graphql.query),
    variables: textOf(graphql.variables),
    operationName: textOf(graphql.operationName),
  };
}

const RAW_KINDS = ['json', 'xml', 'html', 'javascript'] as const;
type RawKind = (typeof RAW_KINDS)[number] | 'text';

function rawKind(body: JsonObject): RawKind {
  const { language } = objectAt(objectAt(body, 'options'), 'raw');
  return RAW_KINDS.find((kind) => kind === language) ?? 'text';
}

function partEntries(list: JsonValue | undefined): readonly JsonObject[] {
  return isJsonArray(list) ? list.filter(isJsonObject) : [];
}

function partOf(entry: JsonObject): MultipartPart {
  const common = {
    name: textOf(entry.key),
    contentType: textOf(entry.contentType).slice(0, 200),
    isEnabled: entry.disabled !== true,
  };
  if (entry.type !== 'file') return { kind: 'text', ...common, value: textOf(entry.value) };
  const { src } = entry;
  const paths = isJsonArray(src) ? src.map(textOf) : [textOf(src)];
  return { kind: 'file', ...common, paths: paths.filter((path) => path !== '') };
}

/** The `body` with this content; the same value when it is what it says. */
export function writeBody(value: JsonValue | undefined, body: RequestBody): JsonValue | undefined {
  const before = readBody(value);
  if (isSameBody(before, body)) return value;
  const object = isJsonObject(value) ? value : {};
  switch (body.kind) {
    case 'none':
      return undefined;
    case 'json':
    case 'xml':
    case 'html':
    case 'javascript':
    case 'text':
      return withMode(object, 'raw', { raw: body.text, options: optionsOf(object, body.kind) });
    case 'form':
      return withMode(object, 'urlencoded', { urlencoded: writeRows(object.urlencoded, body.fields) });
    case 'multipart':
      return withMode(object, 'formdata', { formdata: writeParts(object.formdata, body.parts) });
    case 'binary':
      return withMode(object, 'file', {
        file: withKeys(objectAt(object, 'file'), { src: body.path === '' ? undefined : body.path }),
      });
    case 'graphql':
      return withMode(object, 'graphql', { graphql: writeGraphql(objectAt(object, 'graphql'), body) });
    case 'kept':
      // It stands in the file alone, so there is nothing to write.
      return value;
    default:
      return assertNever(body);
  }
}

/** What was not changed stays as it is written: variables may stand there as an object. */
function writeGraphql(graphql: JsonObject, body: GraphqlBody): JsonObject {
  const before = graphqlOf(graphql);
  const written = (name: 'variables' | 'operationName'): JsonValue | undefined =>
    before[name] === body[name] ? graphql[name] : body[name] === '' ? undefined : body[name];
  return withKeys(graphql, {
    query: body.query,
    variables: written('variables'),
    operationName: written('operationName'),
  });
}

export function isSameBody(left: RequestBody, right: RequestBody): boolean {
  if (left.kind === 'form' && right.kind === 'form') return areSameRows(left.fields, right.fields);
  return isSameJson(left, right);
}

const MODES = ['raw', 'urlencoded', 'formdata', 'file', 'graphql'];

/** What another mode held goes: one body is sent, and one is kept. */
function withMode(
  body: JsonObject,
  mode: string,
  content: Readonly<Record<string, JsonValue | undefined>>,
): JsonObject {
  const isSameMode = body.mode === mode;
  const gone = isSameMode ? [] : [...MODES.filter((other) => other !== mode), 'options'];
  const removed = Object.fromEntries(gone.map((key) => [key, undefined]));
  return withKeys(body, { ...removed, disabled: undefined, mode, ...content });
}

function optionsOf(body: JsonObject, kind: RawKind): JsonValue | undefined {
  const options = objectAt(body, 'options');
  if (rawKind(body) === kind)
    return body.mode === 'raw' ? body.options : kind === 'text' ? undefined : { raw: { language: kind } };
  return withKeys(options, { raw: withKeys(objectAt(options, 'raw'), { language: kind }) });
}

function writeParts(list: JsonValue | undefined, parts: readonly MultipartPart[]): readonly JsonValue[] {
  const entries = partEntries(list);
  const matched = matchRows(
    entries.map((entry) => shapeOf(partOf(entry))),
    parts.map(shapeOf),
  );
  return parts.map((part, index) => {
    const from = matched[index];
    return writePart(from === undefined ? {} : (entries[from] ?? {}), part);
  });
}

/** A part as a row, for finding out which part it was. */
function shapeOf(part: MultipartPart): {
  readonly name: string;
  readonly value: string;
  readonly isEnabled: boolean;
} {
  const value = part.kind === 'text' ? part.value : part.paths.join('\n');
  return { name: part.name, value: `${part.kind}:${value}`, isEnabled: part.isEnabled };
}

function writePart(entry: JsonObject, part: MultipartPart): JsonObject {
  const before = partOf(entry);
  if (isSameJson(before, part) && entry.key !== undefined) return entry;
  const content: Record<string, JsonValue | undefined> =
    part.kind === 'text'
      ? { value: part.value, src: undefined }
      : { src: part.paths.length === 1 ? (part.paths[0] ?? '') : [...part.paths], value: undefined };
  return withKeys(entry, {
    key: part.name,
    ...content,
    type: part.kind,
    contentType: part.contentType === '' ? undefined : part.contentType,
    disabled: part.isEnabled ? undefined : true,
  });
}
