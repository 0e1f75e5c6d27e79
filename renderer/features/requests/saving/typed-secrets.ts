import type { MultipartPart, RequestDraft } from '../../../../shared/domain/http-request.ts';
import { isSensitiveHeader, isSensitiveName } from '../../../../shared/domain/sensitive-names.ts';
import { graphqlValues, jsonValues, type NamedValue, replaceValue } from './named-values.ts';

/** Where a value was typed that is a secret as far as its name can tell. */
export interface TypedSecret {
  readonly place:
    'header' | 'parameter' | 'path variable' | 'field' | 'body' | 'query' | 'address' | 'variable';
  /** Of its row, or among the named values of its text. */
  readonly index: number;
  readonly name: string;
  readonly value: string;
  /** Whether it stands in a block string of GraphQL. */
  readonly isInBlock?: boolean;
}

interface Row {
  readonly name: string;
  readonly value: string;
  readonly isInBlock?: boolean;
}

const TEMPLATE = /\{\{[^{}]*\}\}/g;
const SCHEME = /^\s*(?:Basic|Bearer|Token|ApiKey)\s+/i;
/** What stands under such a name and says nothing: `max_tokens=100`, `session=false`. */
const HARMLESS = /^(?:\d{1,6}|true|false|null|bearer|basic)$/i;
const PASSWORD_LIKE = /pass|pwd|secret/i;

/** Whether something of a value is typed, and not named by a template. */
function isTyped({ name, value }: Row): boolean {
  const rest = value.replace(TEMPLATE, '').replace(SCHEME, '').trim();
  if (!/[A-Za-z0-9]/.test(rest) || (HARMLESS.test(rest) && !PASSWORD_LIKE.test(name))) return false;
  // `key` alone names many harmless things; a plain word under it is no secret.
  return !(/^key$/i.test(name.trim()) && /^[A-Za-z _-]{0,15}$/.test(rest));
}

function found(
  rows: readonly Row[],
  place: TypedSecret['place'],
  isSensitive: (name: string) => boolean,
): readonly TypedSecret[] {
  return rows.flatMap(({ name, value, isInBlock }, index) => {
    if (!isSensitive(name.trim()) || !isTyped({ name, value })) return [];
    const typed = { place, index, name: name.trim(), value };
    return [isInBlock === true ? { ...typed, isInBlock } : typed];
  });
}

function fieldsOf({ body }: RequestDraft): readonly Row[] {
  if (body.kind === 'form') return body.fields;
  if (body.kind !== 'multipart') return [];
  return body.parts.map((part) => ({ name: part.name, value: part.kind === 'text' ? part.value : '' }));
}

/** `key` alone names anything in a text, so that what stands under it must look like a secret too. */
const TELLING = /^(?=.*\d)(?=.*[A-Za-z])\S{16,}$/;

function inText(values: readonly NamedValue[], place: 'body' | 'query'): readonly TypedSecret[] {
  return found(values, place, isSensitiveName).filter(
    ({ name, value }) => !/^key$/i.test(name) || TELLING.test(value.replace(TEMPLATE, '')),
  );
}

function inBody({ body }: RequestDraft): readonly TypedSecret[] {
  if (body.kind === 'graphql')
    return [...inText(graphqlValues(body.query), 'query'), ...inText(jsonValues(body.variables), 'body')];
  return body.kind === 'json' ? inText(jsonValues(body.text), 'body') : [];
}

const USER_INFO = /^(?:[a-z][a-z0-9+.-]*:)?[\\/]{2}([^\\/?#]*)@/i;
const ADDRESS_PARAMETER = /[?&#]([^=&#?]*)=([^&#]*)/g;

/** What of an address is no row: a name and a password before the host, and parameters that stand in it as they were typed. */
function inAddress({ url }: RequestDraft): readonly TypedSecret[] {
  const [user = '', ...rest] = (USER_INFO.exec(url)?.[1] ?? '').replace(TEMPLATE, '').split(':');
  const password = rest.join(':');
  const parameters = [...url.matchAll(ADDRESS_PARAMETER)].map(([, name = '', value = '']) => ({
    name: decoded(name),
    value,
  }));
  return [
    ...found([{ name: 'password', value: password }], 'address', () => true),
    // A token may stand there alone.
    ...(password === '' && TELLING.test(user)
      ? found([{ name: 'password', value: user }], 'address', () => true)
      : []),
    ...found(parameters, 'address', isSensitiveName),
  ];
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch (error) {
    // No valid percent-encoding: the name is judged as it stands.
    if (error instanceof URIError) return name;
    throw error;
  }
}

/** What is typed into variables whose names say secret, but for what was there before. */
export function typedVariables(rows: readonly Row[], inFile: readonly Row[]): readonly TypedSecret[] {
  const known = new Set(found(inFile, 'variable', isSensitiveName).map(identityOf));
  return found(rows, 'variable', isSensitiveName).filter((secret) => !known.has(identityOf(secret)));
}

function allOf(draft: RequestDraft): readonly TypedSecret[] {
  return [
    ...inAddress(draft),
    ...found(draft.headers, 'header', isSensitiveHeader),
    ...found(draft.params, 'parameter', isSensitiveName),
    ...found(draft.pathVariables, 'path variable', isSensitiveName),
    ...found(fieldsOf(draft), 'field', isSensitiveName),
    ...inBody(draft),
  ];
}

/** The same value in the same place, whatever its row. */
export function identityOf({ place, name, value }: TypedSecret): string {
  return JSON.stringify([place, name.toLowerCase(), value]);
}

/** What saving would write to a file that is not in it already: rows that are not sent are written too. */
export function typedSecrets(draft: RequestDraft, inFile: RequestDraft | null): readonly TypedSecret[] {
  const known = new Set(inFile === null ? [] : allOf(inFile).map(identityOf));
  return allOf(draft).filter((secret) => !known.has(identityOf(secret)));
}

/** Others can read an address, so that no secret variable may stand in it. */
export function isInAddress({ place }: TypedSecret): boolean {
  return place === 'parameter' || place === 'path variable' || place === 'address';
}

/** What no variable takes over from a text; quotes and backslashes are escaped where it stands, but in a block string. */
const UNFIT = /\p{Cc}/u;
const UNFIT_FOR_BLOCK = /["\\\p{Cc}]/u;

/** Whether a secret variable can take its place. */
export function mayBeVariable(typed: TypedSecret): boolean {
  if (typed.place === 'body' || typed.place === 'query')
    return !(typed.isInBlock === true ? UNFIT_FOR_BLOCK : UNFIT).test(typed.value);
  return !isInAddress(typed);
}

/** The part of the value that is the secret: all of it, or what follows `Bearer`. */
export function secretPartOf({ place, value }: TypedSecret): {
  readonly before: string;
  readonly secret: string;
} {
  const before = place === 'header' || place === 'body' ? (SCHEME.exec(value)?.[0] ?? '') : '';
  return { before, secret: value.slice(before.length).trim() };
}

/** A name for its variable that no other has. */
export function variableNameFor({ name }: TypedSecret, taken: readonly string[]): string {
  const words = name
    .toLowerCase()
    .replace(/^x-/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const base = words === '' || words === 'authorization' ? 'token' : words;
  const names = new Set(taken);
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? base : `${base}-${String(count)}`;
    if (!names.has(candidate)) return candidate;
  }
}

/** The draft with another value in that place, which is none of an address. */
export function withValue(draft: RequestDraft, { place, index }: TypedSecret, value: string): RequestDraft {
  const put = <Item extends Row>(rows: readonly Item[]): readonly Item[] =>
    rows.map((row, at) => (at === index ? { ...row, value } : row));
  if (place === 'header') return { ...draft, headers: put(draft.headers) };
  const { body } = draft;
  const inPlace = (text: string, values: readonly NamedValue[]): string => {
    const at = values[index];
    return at === undefined ? text : replaceValue(text, at, value);
  };
  switch (body.kind) {
    case 'form':
      return { ...draft, body: { ...body, fields: put(body.fields) } };
    case 'multipart': {
      const parts = body.parts.map((part, at): MultipartPart =>
        at === index && part.kind === 'text' ? { ...part, value } : part,
      );
      return { ...draft, body: { ...body, parts } };
    }
    case 'json':
      return { ...draft, body: { ...body, text: inPlace(body.text, jsonValues(body.text)) } };
    case 'graphql':
      return place === 'query'
        ? { ...draft, body: { ...body, query: inPlace(body.query, graphqlValues(body.query)) } }
        : { ...draft, body: { ...body, variables: inPlace(body.variables, jsonValues(body.variables)) } };
    default:
      return draft;
  }
}
