import type { ImportNote } from '../importer.ts';
import {
  compact,
  fieldOf,
  isJsonObject,
  objectOf,
  objectsOf,
  textOf,
  type JsonObject,
} from '../json-value.ts';
import {
  fileBody,
  formDataBody,
  graphqlBody,
  languageOf,
  rawBody,
  requestItem,
  scriptEvent,
  urlencodedBody,
  type Row,
} from '../postman-parts.ts';
import { encodeQueryText, postmanUrl, queryRows } from '../postman-url.ts';
import { insomniaAuth } from './insomnia-auth.ts';
import { plainTemplates } from './insomnia-templates.ts';
import { worded } from '../../told.ts';

/** An HTTP request as Insomnia has it, in version 4 and 5 alike. */
export function insomniaRequest(request: JsonObject, notes: ImportNote[]): JsonObject {
  const name = textOf(request, 'name');
  const text = (value: string): string => plainTemplates(value, name, notes);
  const typed = text(textOf(request, 'url'));
  const parameters = rows(request, 'parameters', text).map((row) => ({
    ...row,
    key: encodeQueryText(row.key),
    value: encodeQueryText(row.value),
  }));
  const query = parameters.length === 0 ? {} : { query: [...queryRows(queryOf(typed)), ...parameters] };
  const body = bodyOf(objectOf(request, 'body'), text);
  const headers = rows(request, 'headers', text);
  return requestItem({
    name,
    method: textOf(request, 'method') === '' ? 'GET' : textOf(request, 'method'),
    url: postmanUrl({ raw: typed, ...query, pathVariables: rows(request, 'pathParameters', text) }),
    headers: withType(headers, textOf(objectOf(request, 'body'), 'mimeType')),
    body,
    auth: insomniaAuth(objectOf(request, 'authentication'), { text, where: name, notes }),
    description: textOf(request, 'description') || textOf(objectOf(request, 'meta'), 'description'),
    event: insomniaEvents(request, name, notes),
  });
}

/** v4: `preRequestScript`, `afterResponseScript`; v5: `scripts`. */
export function insomniaEvents(owner: JsonObject, where: string, notes: ImportNote[]): readonly JsonObject[] {
  const scripts = objectOf(owner, 'scripts');
  const before = textOf(owner, 'preRequestScript') || textOf(scripts, 'preRequest');
  const after = textOf(owner, 'afterResponseScript') || textOf(scripts, 'afterResponse');
  if (before !== '') notes.push({ kind: 'kept', what: worded('importPreRequestScript'), where });
  if (after !== '') notes.push({ kind: 'kept', what: worded('importAfterResponseScript'), where });
  return [scriptEvent('prerequest', before), scriptEvent('test', after)].filter((event) => event !== null);
}

export function rows(owner: JsonObject, field: string, text: (value: string) => string): readonly Row[] {
  return objectsOf(owner, field).map((row) => ({
    key: text(textOf(row, 'name')),
    value: text(textOf(row, 'value')),
    isEnabled: fieldOf(row, 'disabled') !== true,
    description: textOf(row, 'description'),
  }));
}

function queryOf(url: string): string {
  const start = url.replaceAll(/\{\{[^{}]*\}\}/g, (template) => '_'.repeat(template.length)).indexOf('?');
  return start === -1 ? '' : (url.slice(start + 1).split('#')[0] ?? '');
}

/** Postman takes the type from the kind of the body, but not for kinds that Insomnia alone has. */
function withType(headers: readonly Row[], mimeType: string): readonly Row[] {
  const isKnown =
    /^(?:application\/json|application\/x-www-form-urlencoded|multipart\/form-data|application\/graphql|)$/.test(
      mimeType,
    );
  if (isKnown || headers.some(({ key }) => key.toLowerCase() === 'content-type')) return headers;
  return [...headers, { key: 'Content-Type', value: mimeType }];
}

function bodyOf(body: JsonObject, text: (value: string) => string): JsonObject | undefined {
  const mimeType = textOf(body, 'mimeType');
  const content = text(textOf(body, 'text'));
  if (mimeType === 'application/x-www-form-urlencoded') return urlencodedBody(rows(body, 'params', text));
  if (mimeType === 'multipart/form-data')
    return formDataBody(objectsOf(body, 'params').map((row) => formField(row, text)));
  if (mimeType === 'application/graphql') return graphqlOf(content);
  if (textOf(body, 'fileName') !== '') return fileBody(textOf(body, 'fileName'));
  if (content === '') return undefined;
  return rawBody(content, languageOf(mimeType));
}

function formField(row: JsonObject, text: (value: string) => string): JsonObject {
  const isFile = textOf(row, 'type') === 'file';
  return compact({
    key: text(textOf(row, 'name')),
    type: isFile ? 'file' : 'text',
    value: isFile ? undefined : text(textOf(row, 'value')),
    src: isFile ? textOf(row, 'fileName') : undefined,
    disabled: fieldOf(row, 'disabled') === true ? true : undefined,
  });
}

/** Insomnia keeps a GraphQL body as the JSON that it sends. */
function graphqlOf(content: string): JsonObject {
  try {
    const parsed: unknown = JSON.parse(content);
    if (isJsonObject(parsed)) {
      const variables = fieldOf(parsed, 'variables');
      const given =
        typeof variables === 'string'
          ? variables
          : variables === undefined
            ? ''
            : JSON.stringify(variables, null, 2);
      return graphqlBody(textOf(parsed, 'query'), given, textOf(parsed, 'operationName'));
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return graphqlBody(content, '');
}
