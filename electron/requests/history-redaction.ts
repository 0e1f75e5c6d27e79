import { assertNever } from '../../shared/domain/assert-never.ts';
import type { BodyPreview, Exchange, Hop, Response, ShownHeader } from '../../shared/domain/exchange.ts';
import type {
  FieldRow,
  GraphqlBody,
  MultipartPart,
  RequestBody,
  RequestDraft,
} from '../../shared/domain/http-request.ts';
import { MASKED } from './masked.ts';
import { keptValue, NOT_KEPT } from './not-kept.ts';
import type { Redactor } from './redactor.ts';
import { isSensitiveHeader, isSensitiveName } from '../../shared/domain/sensitive-names.ts';
import { shownUrl } from './shown-url.ts';

/** Of a body the history keeps this much. */
export const HISTORY_BODY_CHARACTERS = 256 * 1024;
/** A request's body is kept whole or not at all, so that what is sent again is never a part of it. */
const MAX_KEPT_REQUEST_BODY = 1024 * 1024;

/** A JSON string under a name: `"clientSecret" : "…"`. Bounded, so that matching stays linear. */
const JSON_FIELD = /"([^"\\\n]{1,100})"(\s{0,20}:\s{0,20})"((?:[^"\\]|\\.)*)"/g;

/** An argument's string in a GraphQL query: `password: "…"`, also as a block of lines. */
const GRAPHQL_FIELD =
  /\b([A-Za-z_]\w{0,99})(\s{0,20}:\s{0,20})("""(?:[^"]|"{1,2}(?!"))*"""|"(?:[^"\\\n]|\\.)*")/g;

/**
 * The draft as the history keeps it. What was typed under a sensitive name (header, parameter, form or JSON field) is replaced by
 * `NOT_KEPT` unless it is a template; known secrets and everything shaped like a key are masked wherever they stand.
 */
export function draftForHistory(draft: RequestDraft, redactor: Pick<Redactor, 'mask'>): RequestDraft {
  const clean = (text: string): string => withoutSecrets(text, redactor);
  const row =
    (isSensitive: (name: string) => boolean) =>
    (field: FieldRow): FieldRow => ({
      ...field,
      name: clean(field.name),
      value: isSensitive(field.name) ? keptValue(field.value) : clean(field.value),
    });
  return {
    ...draft,
    name: clean(draft.name),
    url: clean(shownUrl(draft.url, keptValue)),
    params: draft.params.map(row(isSensitiveName)),
    pathVariables: draft.pathVariables.map(row(isSensitiveName)),
    headers: draft.headers.map(row(isSensitiveHeader)),
    body: bodyForHistory(draft.body, clean, row(isSensitiveName)),
  };
}

/** The exchange as the history keeps it: cookies and tokens masked, bodies shortened. It is redacted already. */
export function exchangeForHistory(
  exchange: Exchange,
  bodyCharacters: number = HISTORY_BODY_CHARACTERS,
): Exchange {
  const hops = exchange.hops.some((hop) => hopForHistory(hop) !== hop)
    ? exchange.hops.map(hopForHistory)
    : exchange.hops;
  if (exchange.outcome.kind === 'failed') return hops === exchange.hops ? exchange : { ...exchange, hops };
  const { response } = exchange.outcome;
  // Those of the last hop, so that they are looked through once.
  const isOfLastHop = exchange.hops.at(-1)?.responseHeaders === response.headers;
  // Nothing in it is to be masked, as in most: then it is kept as it is.
  if (hops === exchange.hops && isOfLastHop && isKeptAsItIs(response, bodyCharacters)) return exchange;
  return {
    ...exchange,
    hops,
    outcome: {
      kind: 'response',
      response: {
        ...withoutRest(response),
        headers: isOfLastHop ? (hops.at(-1)?.responseHeaders ?? []) : response.headers.map(headerForHistory),
        body: previewForHistory(response.body, bodyCharacters),
      },
    },
  };
}

function isKeptAsItIs({ body, keptBytes, events }: Response, bodyCharacters: number): boolean {
  if (keptBytes !== undefined || events !== undefined) return false;
  return previewForHistory(body, bodyCharacters) === body;
}

/** The whole body is kept until Keyfob quits, and the events stand in the body's text. */
function withoutRest({ keptBytes: _keptBytes, events: _events, ...response }: Response): Response {
  return response;
}

/** What is left of a body that is no longer kept. */
export function droppedBody(body: BodyPreview): BodyPreview {
  switch (body.kind) {
    case 'empty':
      return body;
    case 'text':
      return { kind: 'text', text: '', isTruncated: true };
    case 'binary':
      return { kind: 'binary', hex: '', isTruncated: true };
    default:
      return assertNever(body);
  }
}

/** A draft that holds a secret's value in the clear would send the mask instead, so the place is marked, as for a typed secret. */
function withoutSecrets(text: string, redactor: Pick<Redactor, 'mask'>): string {
  return redactor.mask(text) === text ? text : NOT_KEPT;
}

function bodyForHistory(
  body: RequestBody,
  clean: (text: string) => string,
  row: (field: FieldRow) => FieldRow,
): RequestBody {
  switch (body.kind) {
    case 'none':
      return body;
    case 'form':
      return { kind: 'form', fields: body.fields.map(row) };
    case 'json':
      return { kind: 'json', text: jsonForHistory(body.text, clean) };
    case 'text':
    case 'xml':
    case 'html':
    case 'javascript':
      return { kind: body.kind, text: textForHistory(body.text, clean) };
    case 'graphql':
      return graphqlForHistory(body, clean);
    case 'multipart':
      return { kind: 'multipart', parts: body.parts.map((part) => partForHistory(part, row)) };
    case 'binary':
    case 'kept':
      return body;
    default:
      return assertNever(body);
  }
}

function partForHistory(part: MultipartPart, row: (field: FieldRow) => FieldRow): MultipartPart {
  const { name, value } = row({
    name: part.name,
    value: part.kind === 'text' ? part.value : '',
    isEnabled: true,
  });
  return part.kind === 'text' ? { ...part, name, value } : { ...part, name };
}

function jsonForHistory(text: string, clean: (text: string) => string): string {
  return textForHistory(text, (kept) => clean(kept.replace(JSON_FIELD, jsonField)));
}

function graphqlForHistory(body: GraphqlBody, clean: (text: string) => string): GraphqlBody {
  return {
    kind: 'graphql',
    query: textForHistory(body.query, (kept) => clean(kept.replace(GRAPHQL_FIELD, graphqlField))),
    variables: jsonForHistory(body.variables, clean),
    operationName: clean(body.operationName),
  };
}

function textForHistory(text: string, clean: (text: string) => string): string {
  return text.length > MAX_KEPT_REQUEST_BODY ? NOT_KEPT : clean(text);
}

function graphqlField(...match: string[]): string {
  const [whole = '', name = '', colon = '', value = ''] = match;
  const quotes = value.startsWith('"""') ? 3 : 1;
  return isSensitiveName(name) ? `${name}${colon}"${keptValue(value.slice(quotes, -quotes))}"` : whole;
}

function jsonField(...match: string[]): string {
  const [whole = '', name = '', colon = '', value = ''] = match;
  return isSensitiveName(name) ? `"${name}"${colon}"${keptValue(value)}"` : whole;
}

function hopForHistory(hop: Hop): Hop {
  const requestHeaders = headersForHistory(hop.requestHeaders);
  const responseHeaders = headersForHistory(hop.responseHeaders);
  if (requestHeaders === hop.requestHeaders && responseHeaders === hop.responseHeaders) return hop;
  return { ...hop, requestHeaders, responseHeaders };
}

/** The same list when nothing in it is to be masked, as in most. */
function headersForHistory(headers: Hop['requestHeaders']): Hop['requestHeaders'] {
  return headers.some((header) => headerForHistory(header) !== header)
    ? headers.map(headerForHistory)
    : headers;
}

/** A cookie's name and attributes are kept: they say what the server wants, and its value alone is a session. */
function maskedCookie(value: string): string {
  const [pair = '', ...attributes] = value.split(';');
  const name = pair.includes('=') ? pair.slice(0, pair.indexOf('=') + 1) : '';
  return [`${name}${MASKED}`, ...attributes].join(';');
}

/** A signed header is masked already, and its mask says which key it was. */
function headerForHistory(header: ShownHeader): ShownHeader {
  if (header.isSecret || !isSensitiveHeader(header.name)) return header;
  if (/^set-cookie$/i.test(header.name))
    return { name: header.name, value: maskedCookie(header.value), isSecret: true };
  return { name: header.name, value: MASKED, isSecret: true };
}

function previewForHistory(body: BodyPreview, characters: number): BodyPreview {
  switch (body.kind) {
    case 'empty':
      return body;
    case 'text':
      if (body.text.length <= characters) return body;
      return {
        kind: 'text',
        text: body.text.slice(0, characters).toWellFormed(),
        isTruncated: true,
      };
    case 'binary':
      if (body.hex.length <= characters) return body;
      return { kind: 'binary', hex: body.hex.slice(0, characters), isTruncated: true };
    default:
      return assertNever(body);
  }
}
