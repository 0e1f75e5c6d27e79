import { z } from 'zod';
import type { Ledger } from '../keys/ledger/ledger.ts';
import type { StatusClass } from './read-exchange.ts';

export interface CountedCall {
  /** As `localDay` gives it. */
  readonly day: string;
  /** Empty for none. */
  readonly apiKeyId: string;
  /** Empty for none. */
  readonly serviceId: string;
  readonly statusClass: StatusClass;
}

export function countCalls(
  ledger: Ledger,
  { day, apiKeyId, serviceId, statusClass }: CountedCall,
  calls: number,
): void {
  ledger.run(
    `INSERT INTO usage_counts (day, api_key_id, service_id, status_class, calls) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET calls = calls + excluded.calls`,
    [day, apiKeyId, serviceId, statusClass, calls],
  );
}

/** Forgets the days before this one. */
export function forgetCountsBefore(ledger: Ledger, day: string): void {
  ledger.run('DELETE FROM usage_counts WHERE day < ?', [day]);
}

const countRowSchema = z
  .object({
    day: z.string(),
    api_key_id: z.string(),
    service_id: z.string(),
    calls: z.int(),
    errors: z.int(),
  })
  .transform((row) => ({
    day: row.day,
    apiKeyId: row.api_key_id,
    serviceId: row.service_id,
    calls: row.calls,
    errors: row.errors,
  }));
export type DayCount = z.output<typeof countRowSchema>;

/** By day, key and service, from `first` to `last`; `apiKeyId: null` for all keys. */
export function listCounts(
  ledger: Ledger,
  { first, last, apiKeyId }: { first: string; last: string; apiKeyId: string | null },
): readonly DayCount[] {
  const condition = apiKeyId === null ? '' : 'AND api_key_id = ?';
  return ledger
    .all(
      `SELECT day, api_key_id, service_id, sum(calls) AS calls,
         sum(CASE WHEN status_class IN ('4xx', '5xx', 'none') THEN calls ELSE 0 END) AS errors
       FROM usage_counts WHERE day BETWEEN ? AND ? ${condition} GROUP BY day, api_key_id, service_id`,
      [first, last, ...(apiKeyId === null ? [] : [apiKeyId])],
    )
    .map((row) => countRowSchema.parse(row));
}
