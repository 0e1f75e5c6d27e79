import type { Exchange, Hop, ShownHeader } from '../../shared/domain/exchange.ts';
import type { HistoryRecord } from '../../shared/domain/history-entry.ts';
import type { RequestDraft } from '../../shared/domain/http-request.ts';
import { graphqlJson } from '../requests/graphql-body.ts';

/** http://www.softwareishard.com/blog/har-12-spec/ : what is written of it. */
interface NameValue {
  readonly name: string;
  readonly value: string;
}

/** An exchange of the history as HAR 1.2: one entry a hop. What is masked in the history is masked here. */
export function harOf({ draft, exchange }: HistoryRecord, version: string): object {
  return {
    log: {
      version: '1.2',
      creator: { name: 'Keyfob', version },
      entries: exchange.hops.map((hop, index) => entryOf(hop, { draft, exchange, index })),
    },
  };
}

interface Hopped {
  readonly draft: RequestDraft;
  readonly exchange: Exchange;
  readonly index: number;
}

function entryOf(hop: Hop, { draft, exchange, index }: Hopped): object {
  const { dns, connect, tls, firstByte, download, total } = hop.timings;
  const before = exchange.hops.slice(0, index).reduce((sum, { timings }) => sum + timings.total, 0);
  return {
    startedDateTime: new Date(exchange.startedAt + before).toISOString(),
    time: total,
    request: {
      method: hop.method,
      url: hop.url,
      httpVersion: versionOf(hop),
      cookies: [],
      headers: fieldsOf(hop.requestHeaders),
      queryString: queryOf(hop.url),
      ...(index === 0 ? postDataOf(draft, hop) : {}),
      headersSize: -1,
      bodySize: -1,
    },
    response: responseOf(hop, index === exchange.hops.length - 1 ? exchange.outcome : null),
    cache: {},
    timings: {
      blocked: -1,
      dns: dns ?? -1,
      connect: connect === null ? -1 : connect + (tls ?? 0),
      ssl: tls ?? -1,
      send: 0,
      wait: firstByte ?? 0,
      receive: download ?? 0,
    },
  };
}

function versionOf({ httpVersion }: Hop): string {
  return httpVersion === null ? '' : `HTTP/${httpVersion}`;
}

function fieldsOf(headers: readonly ShownHeader[]): readonly NameValue[] {
  return headers.map(({ name, value }) => ({ name, value }));
}

function queryOf(url: string): readonly NameValue[] {
  if (!URL.canParse(url)) return [];
  return [...new URL(url).searchParams].map(([name, value]) => ({ name, value }));
}

/** The body as it was composed of: with its variables by name. */
function postDataOf({ body }: RequestDraft, { requestHeaders }: Hop): object {
  const mimeType =
    requestHeaders.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? 'text/plain';
  if ('text' in body) return { postData: { mimeType, text: body.text } };
  if (body.kind === 'graphql') return { postData: { mimeType, text: graphqlJson(body) } };
  if (body.kind !== 'form') return {};
  const params = body.fields.filter(({ isEnabled }) => isEnabled).map(({ name, value }) => ({ name, value }));
  return { postData: { mimeType, params, text: '' } };
}

function responseOf(hop: Hop, outcome: Exchange['outcome'] | null): object {
  const response = outcome?.kind === 'response' ? outcome.response : null;
  const failure = outcome?.kind === 'failed' ? { _error: outcome.error.message } : {};
  return {
    status: hop.status ?? 0,
    statusText: hop.statusText,
    httpVersion: versionOf(hop),
    cookies: [],
    headers: fieldsOf(hop.responseHeaders),
    content: {
      size: response?.bodyBytes ?? 0,
      mimeType: response?.contentType ?? '',
      ...(response?.body.kind === 'text' ? { text: response.body.text } : {}),
    },
    redirectURL: hop.location ?? '',
    headersSize: -1,
    bodySize: response?.wireBytes ?? -1,
    ...failure,
  };
}
