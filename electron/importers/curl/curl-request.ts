import { type ImportNote } from '../importer.ts';
import { type JsonObject } from '../json-value.ts';
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
import { decodeQueryText, encodeQueryText, postmanUrl, queryRows } from '../postman-url.ts';
import type { ReadOption } from './curl-options.ts';
import { worded } from '../../told.ts';

const FORM_TYPE = 'application/x-www-form-urlencoded';

interface Data {
  readonly text: string;
  /** The file that curl would send, as it is named; never read. */
  readonly file: string | null;
}

type DataMeaning = Extract<
  ReadOption['meaning'],
  'data' | 'data-binary' | 'data-raw' | 'data-urlencode' | 'json'
>;

interface Read {
  readonly headers: Row[];
  readonly data: Data[];
  readonly form: JsonObject[];
  readonly urls: string[];
  readonly query: string[];
  readonly notes: ImportNote[];
  readonly flags: Set<string>;
  method: string;
  user: string | null;
  bearer: string | null;
  isJson: boolean;
  upload: string | null;
  proxy: JsonObject | null;
}

/** One curl command without its `curl`: a request for each of its URLs. */
export function curlRequests(options: readonly ReadOption[]): {
  readonly items: readonly JsonObject[];
  readonly notes: readonly ImportNote[];
} {
  const read: Read = {
    headers: [],
    data: [],
    form: [],
    urls: [],
    query: [],
    notes: [],
    flags: new Set(),
    method: '',
    user: null,
    bearer: null,
    isJson: false,
    upload: null,
    proxy: null,
  };
  for (const option of options) take(option, read);
  return { items: read.urls.map((url) => itemOf(url, read)), notes: read.notes };
}

function take({ name, meaning, value }: ReadOption, read: Read): void {
  switch (meaning) {
    case 'method':
      read.method = value;
      return;
    case 'header':
      takeHeader(value, read);
      return;
    case 'data':
    case 'data-binary':
    case 'data-raw':
    case 'data-urlencode':
    case 'json':
      takeData(meaning, value, read);
      return;
    case 'form':
    case 'form-string':
      read.form.push(formField(value, meaning === 'form-string'));
      return;
    case 'user':
      read.user = value;
      return;
    case 'bearer':
      read.bearer = value;
      return;
    case 'user-agent':
      read.headers.push({ key: 'User-Agent', value });
      return;
    case 'referer':
      read.headers.push({ key: 'Referer', value: value.replace(/;auto$/, '') });
      return;
    case 'cookie':
      takeCookie(value, read);
      return;
    case 'url':
      read.urls.push(value);
      return;
    case 'url-query':
      read.query.push(value.startsWith('+') ? value.slice(1) : encodedPair(value));
      return;
    case 'upload':
      read.upload = value;
      return;
    case 'get':
    case 'head':
    case 'digest':
    case 'ntlm':
    case 'basic':
      read.flags.add(meaning);
      return;
    case 'proxy':
      takeProxy(value, read);
      return;
    case 'left':
      read.notes.push({ kind: 'dropped', what: worded('importOptionLeft', { name }), where: '' });
      return;
    case 'next':
    case 'ignored':
  }
}

/** `[scheme://][user:password@]host[:port]`, with curl's port (curl --manual, `--proxy`). A login stands in no file. */
function takeProxy(value: string, read: Read): void {
  const match = /^(?:([a-z0-9]+):\/\/)?(?:[^/@]*@)?(\[[^\]]+\]|[^\s/:@]+)(?::(\d+))?\/?$/i.exec(value);
  const scheme = (match?.[1] ?? 'http').toLowerCase().replace('socks5h', 'socks5');
  if (match === null || !['http', 'https', 'socks5'].includes(scheme)) {
    read.notes.push({ kind: 'dropped', what: worded('importOptionLeft', { name: 'proxy' }), where: '' });
    return;
  }
  const host = match[2] ?? '';
  const port = Number(match[3] ?? (scheme === 'https' ? 443 : 1080));
  if (value.includes('@'))
    read.notes.push({ kind: 'dropped', what: worded('importProxyLoginLeft'), where: '' });
  read.notes.push({
    kind: 'kept',
    what: worded('importProxyKept', { proxy: host.slice(0, 200) }),
    where: '',
  });
  read.proxy = { host, port, ...(scheme === 'http' ? {} : { keyfobScheme: scheme }) };
}

function takeCookie(value: string, { headers, notes }: Read): void {
  if (value.includes('=')) headers.push({ key: 'Cookie', value });
  else notes.push({ kind: 'dropped', what: worded('importCookieFileLeft'), where: '' });
}

function takeData(meaning: DataMeaning, value: string, read: Read): void {
  if (meaning === 'json') read.isJson = true;
  if (meaning === 'data-urlencode') read.data.push(urlencodedData(value));
  else if (meaning !== 'data-raw' && value.startsWith('@'))
    read.data.push({ text: '', file: value.slice(1) });
  else read.data.push({ text: value, file: null });
}

/** `Name: value`, `Name;` for an empty one; `Name:` takes a header away that curl would add. */
function takeHeader(text: string, read: Read): void {
  if (text.startsWith('@')) {
    read.notes.push({ kind: 'dropped', what: worded('importHeaderFileLeft'), where: '' });
    return;
  }
  const colon = text.indexOf(':');
  if (colon === -1) {
    if (text.endsWith(';')) read.headers.push({ key: text.slice(0, -1).trim(), value: '' });
    return;
  }
  const value = text.slice(colon + 1).trim();
  const key = text.slice(0, colon).trim();
  if (value !== '' && key !== '') read.headers.push({ key, value });
}

/** `content`, `=content`, `name=content`, `@file`, `name@file`. */
function urlencodedData(value: string): Data {
  const at = /^[^=@]*@/.exec(value)?.[0];
  return at === undefined
    ? { text: encodedPair(value), file: null }
    : { text: '', file: value.slice(at.length) };
}

function encodedPair(value: string): string {
  const equals = value.indexOf('=');
  if (equals === -1) return encodeQueryText(value);
  const name = value.slice(0, equals);
  return (name === '' ? '' : `${name}=`) + encodeQueryText(value.slice(equals + 1));
}

/** `name=value`, `name=@file;type=…`, `name=<file`. */
function formField(text: string, isPlain: boolean): JsonObject {
  const equals = text.indexOf('=');
  const key = equals === -1 ? text : text.slice(0, equals);
  const value = equals === -1 ? '' : text.slice(equals + 1);
  if (isPlain) return { key, value, type: 'text' };
  const contentType = /;\s*type=([^;]+)/.exec(value)?.[1]?.trim();
  const typed = contentType === undefined ? {} : { contentType };
  const content = value.replace(/;\s*(?:type|filename|encoder|headers)=("[^"]*"|[^;]*)/g, '');
  if (/^[@<]/.test(content))
    return { key, type: 'file', src: content.slice(1).replace(/^"(.*)"$/s, '$1'), ...typed };
  return { key, value: content, type: 'text', ...typed };
}

function itemOf(typedUrl: string, read: Read): JsonObject {
  const headers = [...read.headers];
  const isGet = read.flags.has('get');
  const dataText = read.data.map(({ text }) => text).join('&');
  const extra = [...(isGet && dataText !== '' ? [dataText] : []), ...read.query];
  const { url, user } = withoutUser(withScheme(typedUrl));
  if (user !== null && (read.bearer !== null || read.user !== null)) {
    read.notes.push({ kind: 'dropped', what: worded('importUserInfoLeft'), where: '' });
  }
  const body = isGet ? undefined : bodyOf(read, headers);
  const added = extra.flatMap((query) => queryRows(query));
  const parts = postmanUrl({ raw: url });
  return requestItem({
    name: '',
    method: read.method === '' ? defaultMethod(read, body !== undefined) : read.method,
    url: added.length === 0 ? parts : postmanUrl({ raw: url, query: [...queryRows(queryOf(url)), ...added] }),
    headers,
    body,
    auth: curlAuth(read, user),
    proxy: read.proxy,
  });
}

function defaultMethod(read: Read, hasBody: boolean): string {
  if (read.flags.has('head')) return 'HEAD';
  if (read.upload !== null) return 'PUT';
  return hasBody ? 'POST' : 'GET';
}

function queryOf(url: string): string {
  const start = url.indexOf('?');
  const end = url.indexOf('#', start);
  return start === -1 ? '' : url.slice(start + 1, end === -1 ? undefined : end);
}

/** curl takes `example.com/x` for http. */
function withScheme(url: string): string {
  return /^(?:[A-Za-z][A-Za-z0-9+.-]*:\/\/|\{\{)/.test(url) ? url : `http://${url}`;
}

/** `https://name:password@host/`: the credentials belong into Auth, not into a URL that is shown everywhere. */
function withoutUser(url: string): { readonly url: string; readonly user: string | null } {
  const match = /^([A-Za-z][A-Za-z0-9+.-]*:\/\/)([^/?#@]*)@/.exec(url);
  if (match === null) return { url, user: null };
  return { url: (match[1] ?? '') + url.slice(match[0].length), user: decodeQueryText(match[2] ?? '') };
}

function curlAuth(read: Read, urlUser: string | null): JsonObject | undefined {
  if (read.bearer !== null) return authOf('bearer', { token: read.bearer });
  const user = read.user ?? urlUser;
  if (user === null) return undefined;
  const colon = user.indexOf(':');
  const username = colon === -1 ? user : user.slice(0, colon);
  const password = colon === -1 ? '' : user.slice(colon + 1);
  const type = read.flags.has('digest') ? 'digest' : read.flags.has('ntlm') ? 'ntlm' : 'basic';
  return authOf(type, { username, password });
}

function bodyOf(read: Read, headers: Row[]): JsonObject | undefined {
  if (read.upload !== null) return fileBody(read.upload);
  if (read.form.length > 0) return formDataBody(read.form);
  const [first] = read.data;
  if (first === undefined) return undefined;
  if (read.isJson) {
    if (!hasHeader(headers, 'content-type')) headers.push({ key: 'Content-Type', value: 'application/json' });
    if (!hasHeader(headers, 'accept')) headers.push({ key: 'Accept', value: 'application/json' });
  }
  const file = read.data.find((part) => part.file !== null)?.file;
  if (file !== undefined && file !== null) return fileBody(file);
  const text = read.data.map((part) => part.text).join(read.isJson ? '' : '&');
  const type = headers.find(({ key }) => key.toLowerCase() === 'content-type')?.value ?? FORM_TYPE;
  if (!type.toLowerCase().startsWith(FORM_TYPE)) return rawBody(text, languageOf(type));
  if (isForm(text)) return urlencodedBody(formRows(text));
  // Exactly what curl sends: the text as it is, under the type that curl gives it.
  if (!hasHeader(headers, 'content-type')) headers.push({ key: 'Content-Type', value: FORM_TYPE });
  return rawBody(text, 'text');
}

function hasHeader(headers: readonly Row[], name: string): boolean {
  return headers.some(({ key }) => key.toLowerCase() === name);
}

/** Pairs that Postman's form can hold and encodes back to the same. */
function isForm(text: string): boolean {
  return (
    text !== '' &&
    text.split('&').every((pair) => /^[^={}"\s]+=[^"{}\s]*$/.test(pair.replaceAll(/\{\{[^{}]*\}\}/g, 'x')))
  );
}

function formRows(text: string): readonly Row[] {
  return queryRows(text).map(({ key, value }) => ({
    key: decodeQueryText(key),
    value: decodeQueryText(value),
  }));
}
