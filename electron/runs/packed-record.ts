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
  const rest = { expectations, problem, exchange: exchange === null ? null : packExchange(exchange) };
  return { row, rowText: JSON.stringify(row), restText: JSON.stringify(rest) };
}

/** Headers without the names of their fields, those of the answer (which are those of the last hop) once, an address that repeats not. */
function packExchange({ id, method, url, startedAt, hops, outcome }: Exchange): object {
  return {
    id,
    method,
    url,
    startedAt,
    hops: hops.map((hop) => packHop(hop, url)),
    outcome: packOutcome(outcome, hops),
  };
}

type AskedField = 'method' | 'url' | 'origin' | 'signing' | 'requestHeaders' | 'droppedHeaders';
type AnswerField = 'status' | 'statusText' | 'responseHeaders' | 'location';
type WayField = 'httpVersion' | 'remoteAddress' | 'connection' | 'timings';

/** What is `undefined` is not written. Named one by one: an object that is spread takes three times as long. */
function packHop(hop: AllOf<Hop, AskedField | AnswerField | WayField>, exchangeUrl: string): object {
  return {
    method: hop.method,
    url: hop.url === exchangeUrl ? undefined : hop.url,
    origin: hop.origin,
    signing: hop.signing,
    requestHeaders: packHeaders(hop.requestHeaders),
    droppedHeaders: hop.droppedHeaders,
    status: hop.status,
    statusText: hop.statusText,
    responseHeaders: packHeaders(hop.responseHeaders),
    location: hop.location,
    httpVersion: hop.httpVersion,
    remoteAddress: hop.remoteAddress,
    connection: hop.connection,
    timings: hop.timings,
  };
}

function packOutcome(outcome: Exchange['outcome'], hops: readonly Hop[]): object {
  return outcome.kind === 'failed'
    ? outcome
    : { kind: outcome.kind, response: packResponse(outcome.response, hops.at(-1)) };
}

type ShownField = 'status' | 'statusText' | 'headers' | 'contentType' | 'body' | 'wireBytes' | 'bodyBytes';
type RestField = 'isRedacted' | 'timings' | 'end' | 'keptBytes' | 'events';

function packResponse(response: AllOf<Response, ShownField | RestField>, lastHop: Hop | undefined): object {
  return {
    status: response.status,
    statusText: response.statusText,
    headers: response.headers === lastHop?.responseHeaders ? undefined : packHeaders(response.headers),
    contentType: response.contentType,
    body: response.body,
    wireBytes: response.wireBytes,
    bodyBytes: response.bodyBytes,
    isRedacted: response.isRedacted,
    timings: response.timings,
    end: response.end,
    keptBytes: response.keptBytes,
    events: response.events,
  };
}

/** `Type`, all of whose fields are written down here: one that is added to it does not compile until it is named. */
type AllOf<Type, Named> = [Exclude<keyof Type, Named>] extends [never] ? Type : never;

/** Name, value, and whether the value is a secret's mask, in turn. */
function packHeaders(headers: readonly ShownHeader[]): readonly (string | boolean)[] {
  const packed: (string | boolean)[] = [];
  for (const { name, value, isSecret } of headers) packed.push(name, value, isSecret);
  return packed;
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
