import {
  fieldOf,
  isJsonList,
  isJsonObject,
  listOf,
  objectOf,
  textOf,
  type Json,
  type JsonObject,
} from '../json-value.ts';
import {
  authOf,
  fileBody,
  formDataBody,
  languageOf,
  rawBody,
  requestItem,
  urlencodedBody,
  type Row,
} from '../postman-parts.ts';
import { encodeQueryText, postmanUrl } from '../postman-url.ts';
import type { OpenApiReading } from './convert-openapi.ts';
import { schemaExample } from './schema-example.ts';
import { securityAuth } from './security-auth.ts';

export interface Operation {
  /** `/pets/{id}` */
  readonly path: string;
  readonly method: string;
  readonly pathItem: JsonObject;
  readonly operation: JsonObject;
}

export function openapiRequest(
  { path, method, pathItem, operation }: Operation,
  reading: OpenApiReading,
): JsonObject {
  const parameters = parametersOf(pathItem, operation, reading);
  const placed = (place: string): readonly JsonObject[] =>
    parameters.filter((each) => textOf(each, 'in') === place);
  const row = (parameter: JsonObject): Row => parameterRow(parameter, reading);
  const { body, type } = bodyOf(reading.references.resolve(fieldOf(operation, 'requestBody')), reading);
  const headers = [...placed('header').map(row), ...placed('cookie').map((each) => cookieRow(row(each)))];
  const isTyped = type === '' || headers.some(({ key }) => key.toLowerCase() === 'content-type');
  const name =
    textOf(operation, 'summary') || textOf(operation, 'operationId') || `${method.toUpperCase()} ${path}`;
  return requestItem({
    name,
    method,
    url: postmanUrl({
      raw: `{{baseUrl}}${path.replaceAll(/\{([^{}/]{1,200})\}/g, ':$1')}`,
      query: placed('query').map((each) => encodedRow(row(each))),
      pathVariables: placed('path').map((each) => ({ ...row(each), isEnabled: true })),
    }),
    headers: isTyped ? headers : [...headers, { key: 'Content-Type', value: type }],
    body,
    auth: authFor(operation, reading),
    description: textOf(operation, 'description'),
  });
}

/** An operation without requirements of its own takes the collection's; an empty list says that it needs none. */
function authFor(operation: JsonObject, reading: OpenApiReading): JsonObject | undefined {
  const own = fieldOf(operation, 'security');
  if (!isJsonList(own)) return undefined;
  const auth = securityAuth(own, reading);
  return auth === null || auth.kind === 'none' ? authOf('noauth') : auth.auth;
}

/** The operation's own parameters go before those of its path. */
function parametersOf(
  pathItem: JsonObject,
  operation: JsonObject,
  { references }: OpenApiReading,
): readonly JsonObject[] {
  const byKey = new Map<string, JsonObject>();
  for (const unresolved of [...listOf(pathItem, 'parameters'), ...listOf(operation, 'parameters')]) {
    const parameter = references.resolve(unresolved);
    const name = textOf(parameter, 'name');
    if (name !== '') byKey.set(`${textOf(parameter, 'in')} ${name}`, parameter);
  }
  return [...byKey.values()];
}

function parameterRow(parameter: JsonObject, reading: OpenApiReading): Row {
  const content = Object.values(objectOf(parameter, 'content'))[0];
  const schema = fieldOf(parameter, 'schema') ?? fieldOf(content, 'schema');
  const value = givenExample(parameter, reading) ?? schemaExample(schema, reading.references, reading.budget);
  return {
    key: textOf(parameter, 'name'),
    value: written(value),
    isEnabled: fieldOf(parameter, 'required') === true,
    description: textOf(parameter, 'description'),
  };
}

function encodedRow(row: Row): Row {
  return { ...row, key: encodeQueryText(row.key), value: encodeQueryText(row.value) };
}

function cookieRow(row: Row): Row {
  return { ...row, key: 'Cookie', value: `${row.key}={{${row.key}}}` };
}

/** `example`, or the first of `examples`, whose value may stand elsewhere in the document. */
function givenExample(owner: JsonObject, { references }: OpenApiReading): Json | undefined {
  const single = fieldOf(owner, 'example');
  if (single !== undefined) return single;
  const [first] = Object.values(objectOf(owner, 'examples'));
  return first === undefined ? undefined : fieldOf(references.resolve(first), 'value');
}

function written(value: Json): string {
  if (isJsonList(value)) return value.map(written).join(',');
  if (isJsonObject(value)) return JSON.stringify(value);
  return value === null ? '' : String(value);
}

const PREFERRED = [
  /^application\/json\b/,
  /\+json\b/,
  /^application\/x-www-form-urlencoded/,
  /^multipart\/form-data/,
];

function bodyOf(
  requestBody: JsonObject,
  reading: OpenApiReading,
): { readonly body: JsonObject | undefined; readonly type: string } {
  const content = Object.entries(objectOf(requestBody, 'content'));
  const chosen =
    PREFERRED.map((pattern) => content.find(([type]) => pattern.test(type.toLowerCase()))).find(
      (entry) => entry !== undefined,
    ) ?? content[0];
  if (chosen === undefined) return { body: undefined, type: '' };
  const [mediaType, media] = chosen;
  const type = mediaType.toLowerCase();
  const schema = fieldOf(media, 'schema');
  const example =
    (isJsonObject(media) ? givenExample(media, reading) : undefined) ??
    schemaExample(schema, reading.references, reading.budget);
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return { body: urlencodedBody(fieldRows(example)), type: '' };
  }
  if (type.startsWith('multipart/form-data'))
    return { body: formDataBody(formFields(schema, example, reading)), type: '' };
  if (languageOf(type) === 'json')
    return { body: rawBody(JSON.stringify(example, null, 2), 'json'), type: mediaType };
  if (typeof example === 'string' && languageOf(type) !== 'text')
    return { body: rawBody(example, languageOf(type)), type: mediaType };
  if (type.startsWith('text/') || languageOf(type) === 'xml')
    return { body: rawBody(written(example), languageOf(type)), type: mediaType };
  return { body: fileBody(''), type: mediaType.includes('*') ? '' : mediaType };
}

function fieldRows(example: Json): readonly Row[] {
  return isJsonObject(example)
    ? Object.entries(example).map(([key, value]) => ({ key, value: written(value) }))
    : [];
}

function formFields(
  schema: Json | undefined,
  example: Json,
  { references }: OpenApiReading,
): readonly JsonObject[] {
  const properties = objectOf(references.resolve(schema), 'properties');
  return fieldRows(example).map(({ key, value }) => {
    const property = references.resolve(fieldOf(properties, key));
    const inner = references.resolve(fieldOf(property, 'items'));
    const isFile = [property, inner].some(
      (each) => textOf(each, 'format') === 'binary' || fieldOf(each, 'contentMediaType') !== undefined,
    );
    return isFile ? { key, type: 'file', src: '' } : { key, type: 'text', value };
  });
}
