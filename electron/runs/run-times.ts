import { z } from 'zod';
import type { RunTimes } from '../../shared/domain/run.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';

const countSchema = z.object({ count: z.int() });
const timeSchema = z.object({ ms: z.number() });

/** How long a run's answers took: percentiles by the nearest rank. What was never answered took no time that says anything. */
export function readRunTimes(ledger: Ledger, runId: string): RunTimes {
  const { count } = countSchema.parse(
    ledger.get(`SELECT count(*) AS count FROM run_rows WHERE run_id = ? AND verdict <> 'error'`, [runId]),
  );
  const at = (share: number): number | null => {
    if (count === 0) return null;
    const row = ledger.get(
      `SELECT duration_ms AS ms FROM run_rows WHERE run_id = ? AND verdict <> 'error'
       ORDER BY duration_ms LIMIT 1 OFFSET ?`,
      [runId, Math.max(0, Math.ceil(share * count) - 1)],
    );
    return timeSchema.parse(row).ms;
  };
  return { answers: count, fastest: at(0), median: at(0.5), p95: at(0.95), slowest: at(1) };
}
