import type { Exchange, Hop, Response, ShownHeader, Timings } from '../../shared/domain/exchange.ts';
import type { RunRecord, RunRow } from '../../shared/domain/run.ts';
import { isSameConnection, isSameSigning, type AllOf } from './same-hop.ts';

/** A record as it is kept: two texts, which weigh less until they are written than what they were made of. */
export interface PackedRecord {
  readonly row: Pick<RunRow, 'seq' | 'verdict' | 'startedAfterMs' | 'durationMs' | 'isKeyWithheld'>;
  /** The JSON of the row, and of the rest of the record. */
  readonly rowText: string;
  readonly restText: string;
}

/**
 * Packs the records of one run, in their order. Most requests of a run are asked and answered alike, so what the first hop of a record has in
 * common with that of an earlier one is not written again: the record names the earlier one, which is whole.
 */
export interface RecordPacker {
  pack(record: RunRecord): PackedRecord;
  /** To be called when what was packed is not kept: what comes is not like it. */
  forget(): void;
}

/** What a record is like. */
interface Model {
  readonly seq: number;
  readonly hop: Hop;
}

export function createRecordPacker(): RecordPacker {
  let model: Model | null = null;
  return {
    pack({ row, exchange, expectations, problem }) {
      const first = exchange?.hops[0];
      const like = model !== null && isLike(first, model.hop) ? model : null;
      if (like === null && first !== undefined) model = { seq: row.seq, hop: first };
      const rest = { expectations, problem, exchange: exchange && packExchange(exchange, row, like) };
      return { row, rowText: JSON.stringify(row), restText: JSON.stringify(rest) };
    },
    forget: () => {
      model = null;
    },
  };
}

/** Whether it is worth it: the key and its mask are the same, and where it went. */
function isLike(hop: Hop | undefined, model: Hop): boolean {
  return hop?.origin === model.origin && isSameSigning(hop.signing, model.signing);
}

function packExchange(
  { id, method, url, startedAt, hops, outcome }: Exchange,
  row: RunRow,
  like: Model | null,
): object {
  return {
    id,
    method: method === row.method ? undefined : method,
    url: url === row.url ? undefined : url,
    startedAt,
    like: like?.seq,
    hops: hops.map((hop, index) => packHop(hop, { method, url, model: index === 0 ? like?.hop : undefined })),
    outcome: packOutcome(outcome, hops),
  };
}

type AskedField = 'method' | 'url' | 'origin' | 'signing' | 'requestHeaders' | 'droppedHeaders';
type AnswerField = 'status' | 'statusText' | 'responseHeaders' | 'location';
type WayField = 'httpVersion' | 'remoteAddress' | 'connection' | 'timings';

/** What is as in its model, or as in most hops, is left out. */
function packHop(
  hop: AllOf<Hop, AskedField | AnswerField | WayField>,
  { method, url, model }: Pick<Exchange, 'method' | 'url'> & { readonly model: Hop | undefined },
): object {
  return {
    method: hop.method === method ? undefined : hop.method,
    url: hop.url === url ? undefined : hop.url,
    origin: unlessSame(hop.origin, model?.origin),
    // A model is one because these are the same.
    signing: model === undefined ? hop.signing : undefined,
    requestHeaders: packHeaders(hop.requestHeaders, model?.requestHeaders),
    droppedHeaders: hop.droppedHeaders.length === 0 ? undefined : hop.droppedHeaders,
    status: unlessSame(hop.status, model?.status),
    statusText: unlessSame(hop.statusText, model?.statusText),
    responseHeaders: packHeaders(hop.responseHeaders, model?.responseHeaders),
    location: hop.location ?? undefined,
    httpVersion: unlessSame(hop.httpVersion, model?.httpVersion),
    remoteAddress: unlessSame(hop.remoteAddress, model?.remoteAddress),
    connection:
      model !== undefined && isSameConnection(hop.connection, model.connection) ? undefined : hop.connection,
    timings: packTimings(hop.timings),
  };
}

function unlessSame<Value>(value: Value, other: Value | undefined): Value | undefined {
  return value === other ? undefined : value;
}

function packOutcome(outcome: Exchange['outcome'], hops: readonly Hop[]): object {
  return outcome.kind === 'failed'
    ? outcome
    : { kind: outcome.kind, response: packResponse(outcome.response, hops.at(-1)) };
}

type ShownField = 'status' | 'statusText' | 'headers' | 'contentType' | 'body' | 'wireBytes' | 'bodyBytes';
type RestField = 'isRedacted' | 'timings' | 'end' | 'keptBytes' | 'events';

/** What is as in the last hop is left out, and what it took until then. */
function packResponse(response: AllOf<Response, ShownField | RestField>, lastHop: Hop | undefined): object {
  return {
    status: response.status === lastHop?.status ? undefined : response.status,
    statusText: response.statusText === lastHop?.statusText ? undefined : response.statusText,
    headers:
      response.headers === lastHop?.responseHeaders ? undefined : packHeaders(response.headers, undefined),
    contentType: response.contentType,
    body: response.body,
    wireBytes: response.wireBytes === response.bodyBytes ? undefined : response.wireBytes,
    bodyBytes: response.bodyBytes,
    isRedacted: response.isRedacted ? true : undefined,
    timings: packTimings(response.timings),
    end: response.end,
    keptBytes: response.keptBytes,
    events: response.events,
  };
}

type Phase = 'dns' | 'connect' | 'tls' | 'firstByte' | 'download' | 'total';

function packTimings(timings: AllOf<Timings, Phase>): readonly unknown[] {
  const { dns, connect, tls, firstByte, download, total } = timings;
  return [dns, connect, tls, firstByte, download, total];
}

/** For a header that stands at the same place of the model. */
const SAME = 0;

/** Name, value, and whether the value is a secret's mask, in turn, or `SAME`. Nothing for those of the model. */
function packHeaders(
  headers: readonly ShownHeader[],
  model: readonly ShownHeader[] | undefined,
): readonly (string | boolean | number)[] | undefined {
  const packed: (string | boolean | number)[] = [];
  let own = 0;
  for (let index = 0; index < headers.length; index += 1) {
    const header = headers[index];
    if (header === undefined) continue;
    const { name, value, isSecret } = header;
    const same = model?.[index];
    if (same?.value === value && same.name === name && same.isSecret === isSecret) {
      packed.push(SAME);
    } else {
      packed.push(name, value, isSecret);
      own += 1;
    }
  }
  return own === 0 && headers.length === model?.length ? undefined : packed;
}
