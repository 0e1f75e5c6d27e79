import type { ImportNote } from '../importer.ts';
import { compact, type JsonObject } from '../json-value.ts';
import {
  fileBody,
  formDataBody,
  graphqlBody,
  rawBody,
  requestItem,
  scriptEvent,
  urlencodedBody,
  type Row,
} from '../postman-parts.ts';
import { postmanUrl } from '../postman-url.ts';
import { bruAuth } from './bru-auth.ts';
import type { BruRow } from './bru-blocks.ts';
import type { BruFile } from './bru-file.ts';
import { worded, type PlainTold } from '../../told.ts';

const METHODS = [
  'get',
  'post',
  'put',
  'patch',
  'delete',
  'head',
  'options',
  'trace',
  'connect',
  'http',
] as const;

export interface Around {
  /** Headers of the folders and the collection, which Postman's format has on requests alone. */
  readonly headers: readonly Row[];
  readonly notes: ImportNote[];
}

/** A request's file; `null` for one without an HTTP method. */
export function bruRequest(file: BruFile, { headers, notes }: Around): JsonObject | null {
  const verb = METHODS.find((method) => file.blocks.has(method));
  if (verb === undefined) return null;
  const where = file.name;
  const own = file.rows('headers').map(plainRow);
  const names = new Set(own.map(({ key }) => key.toLowerCase()));
  noteRest(file, notes);
  return requestItem({
    name: file.name,
    method: verb === 'http' ? file.value(verb, 'method') || 'GET' : verb,
    url: urlOf(file, verb),
    headers: [...own, ...headers.filter(({ key }) => !names.has(key.toLowerCase()))],
    body: bodyOf(file, file.value(verb, 'body')),
    auth: bruAuth(file, file.value(verb, 'auth'), notes),
    description: file.text('docs'),
    event: bruEvents(file, where, notes),
  });
}

export function plainRow(row: BruRow): Row {
  return { key: row.key, value: row.value, isEnabled: row.isEnabled };
}

/** The URL holds the query that is switched on; `params:query` those too that are not. */
function urlOf(file: BruFile, verb: string): JsonObject {
  const queryBlock = file.blocks.has('params:query') ? 'params:query' : 'query';
  const query = file.rows(queryBlock).map(plainRow);
  const pathVariables = file.rows('params:path').map(plainRow);
  return postmanUrl({
    raw: file.value(verb, 'url'),
    ...(query.length > 0 ? { query } : {}),
    pathVariables,
  });
}

export function bruEvents(file: BruFile, where: string, notes: ImportNote[]): readonly JsonObject[] {
  const after = [file.text('script:post-response'), file.text('tests')]
    .filter((script) => script !== '')
    .join('\n\n');
  const before = file.text('script:pre-request');
  if (before !== '') notes.push({ kind: 'kept', what: worded('importPreRequestScript'), where });
  if (after !== '') notes.push({ kind: 'kept', what: worded('importTests'), where });
  return [scriptEvent('prerequest', before), scriptEvent('test', after)].filter((event) => event !== null);
}

function noteRest(file: BruFile, notes: ImportNote[]): void {
  const left: readonly (readonly [block: string, what: PlainTold])[] = [
    ['assert', 'importAssertionsLeft'],
    ['vars:pre-request', 'importRequestVariablesLeft'],
    ['vars:post-response', 'importResponseVariablesLeft'],
  ];
  for (const [block, what] of left) {
    if (file.rows(block).length > 0) notes.push({ kind: 'dropped', what: worded(what), where: file.name });
  }
}

function bodyOf(file: BruFile, kind: string): JsonObject | undefined {
  switch (kind) {
    case '':
    case 'none':
      return undefined;
    case 'json':
      return rawBody(file.blocks.has('body:json') ? file.text('body:json') : file.text('body'), 'json');
    case 'text':
      return rawBody(file.text('body:text'), 'text');
    case 'xml':
      return rawBody(file.text('body:xml'), 'xml');
    case 'sparql':
      return rawBody(file.text('body:sparql'), 'text');
    case 'formUrlEncoded':
    case 'form-urlencoded':
      return urlencodedBody(file.rows('body:form-urlencoded').map(plainRow));
    case 'multipartForm':
    case 'multipart-form':
      return formDataBody(file.rows('body:multipart-form').map(formField));
    case 'graphql':
      return graphqlBody(file.text('body:graphql'), file.text('body:graphql:vars'));
    case 'file':
      return fileBody(fileOf(file.rows('body:file').find(({ isEnabled }) => isEnabled)?.value ?? '') ?? '');
    default:
      return undefined;
  }
}

function formField(row: BruRow): JsonObject {
  const file = fileOf(row.value);
  return compact({
    key: row.key,
    type: file === null ? 'text' : 'file',
    value: file === null ? row.value : undefined,
    src: file === null ? undefined : file.includes('|') ? file.split('|') : file,
    contentType: row.contentType === '' ? undefined : row.contentType,
    disabled: row.isEnabled ? undefined : true,
  });
}

/** `@file(path)`, or `@file(one|two)`; `null` for anything else. The file is never read. */
function fileOf(value: string): string | null {
  return value.startsWith('@file(') && value.endsWith(')') ? value.slice('@file('.length, -1) : null;
}
