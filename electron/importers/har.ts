import { ok } from '../../shared/domain/app-error.ts';
import { notReadable, tooLarge } from './import-failures.ts';
import type { ImportNote, Importer } from './importer.ts';
import {
  compact,
  fieldOf,
  isJsonObject,
  objectOf,
  objectsOf,
  textOf,
  type Json,
  type JsonObject,
} from './json-value.ts';
import { IMPORT_LIMITS } from './limits.ts';
import {
  collectionDocument,
  fileBody,
  folderItem,
  formDataBody,
  languageOf,
  rawBody,
  requestItem,
  urlencodedBody,
  type Row,
} from './postman-parts.ts';
import { postmanUrl } from './postman-url.ts';
import { told, worded } from '../told.ts';

/** Set by whatever sends the request: HTTP/2's own fields, and what follows from the body and the connection. */
const SET_BY_SENDER =
  /^(?::.*|host|content-length|connection|transfer-encoding|keep-alive|upgrade|te|proxy-connection)$/i;

/** HTTP Archive 1.1 and 1.2 (http://www.softwareishard.com/blog/har-12-spec/): what a browser recorded. */
export const harImporter: Importer = {
  id: 'har',
  detect: ({ document }) => isHar(document),
  convert({ document }) {
    const log = objectOf(document ?? undefined, 'log');
    const entries = objectsOf(log, 'entries').map((entry) => objectOf(entry, 'request'));
    const requests = entries.filter((request) => /^https?:/i.test(textOf(request, 'url')));
    if (requests.length === 0) return notReadable(told('harEmpty'));
    if (requests.length > IMPORT_LIMITS.requests) return tooLarge(told('harTooMany'));
    const notes: ImportNote[] = [];
    if (requests.length < entries.length) {
      notes.push({
        kind: 'dropped',
        what: worded('importEntriesLeft', { count: entries.length - requests.length }),
        where: '',
      });
    }
    notes.push({ kind: 'dropped', what: worded('importResponsesLeft'), where: '' });
    return ok({
      collections: [collectionDocument({ name: nameOf(log), item: byHost(requests) })],
      environments: [],
      notes,
    });
  },
};

function isHar(document: Json | null): boolean {
  if (!isJsonObject(document)) return false;
  const log = fieldOf(document, 'log');
  return isJsonObject(log) && Array.isArray(fieldOf(log, 'entries'));
}

function nameOf(log: JsonObject): string {
  const title = textOf(objectsOf(log, 'pages')[0], 'title');
  if (title === '') return 'HAR';
  return URL.canParse(title) ? new URL(title).host : title;
}

/** A folder for each host, when there are several. */
function byHost(requests: readonly JsonObject[]): readonly JsonObject[] {
  const hosts = new Map<string, JsonObject[]>();
  for (const request of requests) {
    const url = textOf(request, 'url');
    const host = URL.canParse(url) ? new URL(url).host : '';
    const items = hosts.get(host) ?? [];
    items.push(itemOf(request));
    hosts.set(host, items);
  }
  const [first] = hosts.values();
  if (hosts.size === 1 && first !== undefined) return first;
  return [...hosts].map(([name, item]) => folderItem({ name, item }));
}

function itemOf(request: JsonObject): JsonObject {
  const url = textOf(request, 'url');
  const path = URL.canParse(url) ? new URL(url).pathname : url;
  const body = bodyOf(objectOf(request, 'postData'));
  return requestItem({
    name: path,
    method: textOf(request, 'method'),
    url: postmanUrl({ raw: url }),
    headers: headersOf(request, textOf(body, 'mode')),
    body,
  });
}

function headersOf(request: JsonObject, bodyMode: string): readonly Row[] {
  const headers = objectsOf(request, 'headers')
    .map((header) => ({ key: textOf(header, 'name'), value: textOf(header, 'value') }))
    .filter(({ key }) => !SET_BY_SENDER.test(key))
    // The boundary in a recorded type is not the one that the next body gets.
    .filter(({ key }) => !(bodyMode === 'formdata' && key.toLowerCase() === 'content-type'));
  if (headers.some(({ key }) => key.toLowerCase() === 'cookie')) return headers;
  const cookies = objectsOf(request, 'cookies').map(
    (cookie) => `${textOf(cookie, 'name')}=${textOf(cookie, 'value')}`,
  );
  return cookies.length === 0 ? headers : [...headers, { key: 'Cookie', value: cookies.join('; ') }];
}

function bodyOf(postData: JsonObject): JsonObject | undefined {
  const type = textOf(postData, 'mimeType').toLowerCase();
  const params = objectsOf(postData, 'params');
  const text = textOf(postData, 'text');
  if (type.startsWith('application/x-www-form-urlencoded') && params.length > 0) {
    return urlencodedBody(
      params.map((row) => ({ key: decoded(textOf(row, 'name')), value: decoded(textOf(row, 'value')) })),
    );
  }
  if (type.startsWith('multipart/form-data') && params.length > 0) return formDataBody(params.map(formField));
  if (text === '' && type === '') return undefined;
  if (text === '' && /^(?:image|audio|video|application\/octet-stream)/.test(type)) return fileBody('');
  return text === '' ? undefined : rawBody(text, languageOf(type));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

function formField(row: JsonObject): JsonObject {
  const fileName = textOf(row, 'fileName');
  const contentType = textOf(row, 'contentType');
  return compact({
    key: textOf(row, 'name'),
    type: fileName === '' ? 'text' : 'file',
    value: fileName === '' ? textOf(row, 'value') : undefined,
    src: fileName === '' ? undefined : fileName,
    contentType: contentType === '' ? undefined : contentType,
  });
}
