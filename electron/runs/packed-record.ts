import { z } from 'zod';
import type { Exchange, Hop, Response, ShownHeader } from '../../shared/domain/exchange.ts';
import { runRecordSchema, type RunRecord, type RunRow } from '../../shared/domain/run.ts';

/** A record as it is kept: two texts, which weigh less until they are written than what they were made of. */
export interface PackedRecord {
  readonly row: Pick<RunRow, 'seq' | 'verdict' | 'startedAfterMs' | 'durationMs' | 'isKeyWithheld'>;
  /** The JSON of the row, and of the rest of the record. */
  readonly rowText: string;
  readonly restText: string;
}

export function packRecord({ row, exchange, expectations, problem }: RunRecord): PackedRecord {
  const json = new JsonText();
  json.raw('{"expectations":').value(expectations).raw(',"problem":').value(problem).raw(',"exchange":');
  if (exchange === null) json.raw('null');
  else packExchange(json, exchange);
  return { row, rowText: JSON.stringify(row), restText: json.raw('}').text() };
}

/**
 * Headers without the names of their fields, those of the answer (which are those of the last hop) once, an address that repeats not.
 * Written field by field: taking objects apart for `JSON.stringify` costs as much again, and a run does this with every answer.
 */
function packExchange(json: JsonText, exchange: Exchange): void {
  const { id, method, url, startedAt, hops, outcome } = exchange;
  json.raw('{"id":').string(id).raw(',"method":').string(method).raw(',"url":').string(url);
  json.raw(',"startedAt":').value(startedAt).raw(',"hops":[');
  let separator = '';
  for (const hop of hops) {
    json.raw(separator);
    packHop(json, hop, url);
    separator = ',';
  }
  json.raw('],"outcome":');
  if (outcome.kind === 'failed') json.value(outcome);
  else packResponse(json.raw('{"kind":"response","response":'), outcome.response, hops.at(-1));
  json.raw(outcome.kind === 'failed' ? '}' : '}}');
}

type AskedField = 'method' | 'url' | 'origin' | 'signing' | 'requestHeaders' | 'droppedHeaders';
type AnswerField = 'status' | 'statusText' | 'responseHeaders' | 'location';
type WayField = 'httpVersion' | 'remoteAddress' | 'connection' | 'timings';

function packHop(
  json: JsonText,
  hop: AllOf<Hop, AskedField | AnswerField | WayField>,
  exchangeUrl: string,
): void {
  json.raw('{"method":').string(hop.method);
  if (hop.url !== exchangeUrl) json.raw(',"url":').string(hop.url);
  json.raw(',"origin":').string(hop.origin).raw(',"signing":').narrow(hop.signing);
  json.raw(',"requestHeaders":').headers(hop.requestHeaders);
  json.raw(',"droppedHeaders":').value(hop.droppedHeaders);
  json.raw(',"status":').value(hop.status).raw(',"statusText":').string(hop.statusText);
  json.raw(',"responseHeaders":').headers(hop.responseHeaders);
  json.raw(',"location":').value(hop.location).raw(',"httpVersion":').value(hop.httpVersion);
  json.raw(',"remoteAddress":').value(hop.remoteAddress).raw(',"connection":').value(hop.connection);
  json.raw(',"timings":').value(hop.timings).raw('}');
}

type ShownField = 'status' | 'statusText' | 'headers' | 'contentType' | 'body' | 'wireBytes' | 'bodyBytes';
type RestField = 'isRedacted' | 'timings' | 'end' | 'keptBytes' | 'events';

function packResponse(
  json: JsonText,
  response: AllOf<Response, ShownField | RestField>,
  lastHop: Hop | undefined,
): void {
  const { headers, body, timings, end, keptBytes, events } = response;
  json.raw('{"status":').value(response.status).raw(',"statusText":').string(response.statusText);
  if (headers !== lastHop?.responseHeaders) json.raw(',"headers":').headers(headers);
  json.raw(',"contentType":').string(response.contentType).raw(',"body":').value(body);
  json.raw(',"wireBytes":').value(response.wireBytes).raw(',"bodyBytes":').value(response.bodyBytes);
  json.raw(',"isRedacted":').value(response.isRedacted).raw(',"timings":').value(timings);
  if (end !== undefined) json.raw(',"end":').string(end);
  if (keptBytes !== undefined) json.raw(',"keptBytes":').value(keptBytes);
  if (events !== undefined) json.raw(',"events":').value(events);
  json.raw('}');
}

/** `Type`, all of whose fields are written down here: one that is added to it does not compile until it is named. */
type AllOf<Type, Named> = [Exclude<keyof Type, Named>] extends [never] ? Type : never;

/** What JSON writes as it is (RFC 8259, 7). */
const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/;

/** Whatever is beyond Latin-1, by halves. */
const WIDE = /[\u0100-\uffff]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A JSON text in pieces, joined once: a text that grows piece by piece weighs several times as much until it is written. */
class JsonText {
  readonly #pieces: string[] = [];

  raw(piece: string): this {
    this.#pieces.push(piece);
    return this;
  }

  value(value: unknown): this {
    if (typeof value === 'number' && Number.isFinite(value)) return this.raw(String(value));
    return this.raw(JSON.stringify(value));
  }

  /** As `value`, in characters of one byte: the dots of one mask would double what the whole text weighs until it is written. */
  narrow(value: unknown): this {
    // A mask's dots first: nearly always they are all that is to be escaped.
    return this.raw(JSON.stringify(value).replaceAll('•', '\\u2022').replace(WIDE, escaped));
  }

  string(text: string): this {
    if (!PLAIN.test(text)) return this.narrow(text);
    this.#pieces.push('"', text, '"');
    return this;
  }

  /** Name, value, and whether the value is a secret's mask, in turn. */
  headers(headers: readonly ShownHeader[]): this {
    let separator = '[';
    for (const { name, value, isSecret } of headers) {
      this.raw(separator)
        .string(name)
        .raw(',')
        .string(value)
        .raw(isSecret ? ',true' : ',false');
      separator = ',';
    }
    return this.raw(headers.length === 0 ? '[]' : ']');
  }

  text(): string {
    return this.#pieces.join('');
  }
}

const headersSchema = z.array(z.unknown()).optional();
const restSchema = z.looseObject({
  exchange: z
    .looseObject({
      url: z.string(),
      hops: z.array(z.looseObject({ requestHeaders: headersSchema, responseHeaders: headersSchema })),
      outcome: z.looseObject({ response: z.looseObject({ headers: headersSchema }).optional() }),
    })
    .nullable(),
});

/** Throws for what `packRecord` did not make, now or before headers were packed. */
export function unpackRecord(rowText: string, restText: string): RunRecord {
  const row: unknown = JSON.parse(rowText);
  const { exchange, ...rest } = restSchema.parse(JSON.parse(restText));
  return runRecordSchema.parse({ ...rest, row, exchange: exchange === null ? null : unpacked(exchange) });
}

function unpacked(exchange: NonNullable<z.infer<typeof restSchema>['exchange']>): object {
  const { outcome, url } = exchange;
  const hops = exchange.hops.map((hop) => ({
    url,
    ...hop,
    requestHeaders: unpackedHeaders(hop.requestHeaders),
    responseHeaders: unpackedHeaders(hop.responseHeaders),
  }));
  const { response } = outcome;
  if (response === undefined) return { ...exchange, hops };
  const headers = unpackedHeaders(response.headers) ?? hops.at(-1)?.responseHeaders;
  return { ...exchange, hops, outcome: { ...outcome, response: { ...response, headers } } };
}

function unpackedHeaders(list: readonly unknown[] | undefined): readonly unknown[] | undefined {
  if (list === undefined || typeof list[0] === 'object') return list;
  return Array.from({ length: Math.ceil(list.length / 3) }, (_none, index) => {
    const [name, value, isSecret] = list.slice(index * 3, index * 3 + 3);
    return { name, value, isSecret };
  });
}
