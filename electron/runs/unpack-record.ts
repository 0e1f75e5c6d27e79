import { z } from 'zod';
import { runRecordSchema, type RunRecord } from '../../shared/domain/run.ts';

const fieldsSchema = z.record(z.string(), z.unknown());
const restSchema = z.looseObject({
  exchange: z
    .looseObject({
      /** The number of the row whose first hop the one of this is like. */
      like: z.int().optional(),
      hops: z.array(fieldsSchema),
      outcome: z.looseObject({ response: fieldsSchema.optional() }),
    })
    .nullable(),
});

type Fields = z.infer<typeof fieldsSchema>;
type PackedExchange = NonNullable<z.infer<typeof restSchema>['exchange']>;

/**
 * A record from its two texts. `restOf` gives the second text of another row of the same run, by its number. Throws for what no packer made,
 * now or before it left out what is alike.
 */
export function unpackRecord(
  rowText: string,
  restText: string,
  restOf: (seq: number) => string | null,
): RunRecord {
  const row = fieldsSchema.parse(JSON.parse(rowText));
  const { exchange, ...rest } = restSchema.parse(JSON.parse(restText));
  if (exchange === null) return runRecordSchema.parse({ ...rest, row, exchange });
  const model = exchange.like === undefined ? {} : firstHopOf(restOf(exchange.like));
  return runRecordSchema.parse({ ...rest, row, exchange: unpackExchange(exchange, row, model) });
}

/** As it stands in its row, which is like none. */
function firstHopOf(restText: string | null): Fields {
  const exchange = restText === null ? null : restSchema.parse(JSON.parse(restText)).exchange;
  const first = exchange?.hops[0];
  if (first === undefined) throw new Error('The row that a row of a run is like is not there');
  return unpackHop(first, {});
}

function unpackExchange({ like: _like, ...exchange }: PackedExchange, row: Fields, model: Fields): object {
  const address = { method: exchange['method'] ?? row['method'], url: exchange['url'] ?? row['url'] };
  const hops = exchange.hops.map((hop, index) => ({
    ...address,
    ...unpackHop(hop, index === 0 ? model : {}),
  }));
  const { response } = exchange.outcome;
  const outcome =
    response === undefined
      ? exchange.outcome
      : { ...exchange.outcome, response: unpackResponse(response, hops.at(-1) ?? {}) };
  return { ...exchange, ...address, hops, outcome };
}

function unpackHop(hop: Fields, model: Fields): Fields {
  return {
    ...{ droppedHeaders: [], location: null },
    // Where they go and what time they take is each hop’s own.
    ...omitted(model, ['method', 'url', 'droppedHeaders', 'location', 'timings']),
    ...hop,
    requestHeaders: unpackHeaders(hop['requestHeaders'], model['requestHeaders']),
    responseHeaders: unpackHeaders(hop['responseHeaders'], model['responseHeaders']),
    timings: unpackTimings(hop['timings']),
  };
}

function omitted(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}

function unpackResponse(response: Fields, lastHop: Fields): Fields {
  const { status, statusText, responseHeaders } = lastHop;
  return {
    ...{ status, statusText, isRedacted: false, wireBytes: response['bodyBytes'] },
    ...response,
    headers: unpackHeaders(response['headers'], responseHeaders),
    timings: unpackTimings(response['timings']),
  };
}

const PHASES = ['dns', 'connect', 'tls', 'firstByte', 'download', 'total'] as const;

function unpackTimings(timings: unknown): unknown {
  if (!Array.isArray(timings)) return timings;
  const values: readonly unknown[] = timings;
  return Object.fromEntries(PHASES.map((phase, index) => [phase, values[index]]));
}

/** Each with its fields, as headers were kept at first; or name, value and whether it is a mask in turn, and 0 for that of the model. */
function unpackHeaders(packed: unknown, model: unknown): unknown {
  if (packed === undefined) return model;
  if (!Array.isArray(packed) || typeof packed[0] === 'object') return packed;
  const values: readonly unknown[] = packed;
  const known: readonly unknown[] = Array.isArray(model) ? model : [];
  const headers: unknown[] = [];
  for (let index = 0; index < values.length;) {
    if (values[index] === 0) {
      headers.push(known[headers.length]);
      index += 1;
    } else {
      const [name, value, isSecret] = values.slice(index, index + 3);
      headers.push({ name, value, isSecret });
      index += 3;
    }
  }
  return headers;
}
