import { z } from 'zod';
import type { Exchange } from '../../shared/domain/exchange.ts';
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

/** The headers of the answer are those of the last hop: they are kept there alone. */
function packed(exchange: Exchange): object {
  const { outcome, hops } = exchange;
  if (outcome.kind === 'failed' || outcome.response.headers !== hops.at(-1)?.responseHeaders) return exchange;
  return { ...exchange, outcome: { ...outcome, response: { ...outcome.response, headers: undefined } } };
}

const responseSchema = z.looseObject({ headers: z.unknown().optional() });
const restSchema = z.looseObject({
  exchange: z
    .looseObject({
      hops: z.array(z.looseObject({ responseHeaders: z.unknown() })),
      outcome: z.looseObject({ response: responseSchema.optional() }),
    })
    .nullable(),
});

/** Throws for what `packRecord` did not make. */
export function unpackRecord(rowText: string, restText: string): RunRecord {
  const row: unknown = JSON.parse(rowText);
  const rest = restSchema.parse(JSON.parse(restText));
  const response = rest.exchange?.outcome.response;
  if (response !== undefined) response.headers ??= rest.exchange?.hops.at(-1)?.responseHeaders;
  return runRecordSchema.parse({ ...rest, row });
}
