import { z } from 'zod';
import type { Exchange, ShownHeader } from '../../shared/domain/exchange.ts';
import { runRecordSchema, type RunRecord, type RunRow } from '../../shared/domain/run.ts';

/** A record as it is kept: two texts, which weigh less until they are written than what they were made of. */
export interface PackedRecord {
  readonly row: Pick<RunRow, 'seq' | 'verdict' | 'startedAfterMs' | 'durationMs' | 'isKeyWithheld'>;
  /** The JSON of the row, and of the rest of the record. */
  readonly rowText: string;
  readonly restText: string;
}

export function packRecord({ row, exchange, ...rest }: RunRecord): PackedRecord {
  return {
    row,
    rowText: JSON.stringify(row),
    restText: JSON.stringify({ ...rest, exchange: exchange === null ? null : packed(exchange) }),
  };
}

/** Headers without the names of their fields, those of the answer (which are those of the last hop) once, an address that repeats not. */
function packed(exchange: Exchange): object {
  const { outcome, hops, url } = exchange;
  const packedHops = hops.map((hop) => ({
    ...hop,
    url: hop.url === url ? undefined : hop.url,
    requestHeaders: packedHeaders(hop.requestHeaders),
    responseHeaders: packedHeaders(hop.responseHeaders),
  }));
  if (outcome.kind === 'failed') return { ...exchange, hops: packedHops };
  const { response } = outcome;
  const isOfLastHop = response.headers === hops.at(-1)?.responseHeaders;
  const headers = isOfLastHop ? undefined : packedHeaders(response.headers);
  return { ...exchange, hops: packedHops, outcome: { ...outcome, response: { ...response, headers } } };
}

/** Name, value, and whether the value is a secret's mask, in turn. */
function packedHeaders(headers: readonly ShownHeader[]): readonly (string | boolean)[] {
  return headers.flatMap(({ name, value, isSecret }) => [name, value, isSecret]);
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
