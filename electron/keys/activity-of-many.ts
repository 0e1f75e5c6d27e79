import { z } from 'zod';
import type { ActivityEvent } from '../../shared/domain/activity.ts';
import { allKeys, recordActivity, type ActivitySubject } from './activity-rows.ts';
import type { Ledger, Parameters } from './ledger/ledger.ts';

/** So many are an entry each: a person can still read them one by one. */
const FEW = 20;

const gatheredSchema = z.object({ count: z.int(), keys: z.string() });
const fewSchema = z.array(z.tuple([z.string(), z.string()]));

/** `SELECT` of the keys, with their `id` and `name`, in the order in which they are told. */
export interface ChosenSubjects {
  readonly sql: string;
  readonly parameters: Parameters;
}

/**
 * Records that the same happened to each of these keys: nothing when there is none, an entry each for a few, and one entry for many.
 * Part of a transaction. `at` in epoch milliseconds.
 */
export function recordForMany(
  ledger: Ledger,
  { sql, parameters }: ChosenSubjects,
  what: { readonly at: number; readonly event: ActivityEvent },
): void {
  const gathered = ledger.get(
    `SELECT count(*) AS count, json_group_array(json_array(id, name)) AS keys FROM (${sql})`,
    parameters,
  );
  const { count, keys } = gatheredSchema.parse(gathered);
  if (count > FEW) {
    // The last of as many ids as there are keys: see schema-activity-of-many.ts.
    ledger.run("UPDATE sqlite_sequence SET seq = seq + ? WHERE name = 'activity'", [count - 1]);
    recordActivity(ledger, allKeys, what);
    ledger.run('INSERT INTO activity_keys (entry, count, keys) SELECT max(id), ?, ? FROM activity', [
      count,
      keys,
    ]);
    return;
  }
  for (const [id, name] of fewSchema.parse(JSON.parse(keys))) {
    const subject: ActivitySubject = { id, name };
    recordActivity(ledger, subject, what);
  }
}
