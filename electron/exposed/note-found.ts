import { allKeys, recordActivity } from '../keys/activity-rows.ts';
import { findApiKeyRecord } from '../keys/api-key-rows.ts';
import type { KeyContext } from '../keys/key-context.ts';
import { noteInLedger } from '../keys/note-in-ledger.ts';
import type { KeptValue } from './kept-values.ts';
import type { ValueTotal } from './scan-job.ts';

export interface FoundTotals {
  readonly values: readonly KeptValue[];
  /** By the value's number. */
  readonly totals: ReadonlyMap<number, ValueTotal>;
}

/**
 * Writes into the activity of each key that it was found, and in how many files; where they lie is not kept. What belongs to
 * no key of today, such as a collection access key, stands there once, for all.
 */
export function noteFound(
  { ledger, logger, clock, publish }: Pick<KeyContext, 'ledger' | 'logger' | 'clock' | 'publish'>,
  { values, totals }: FoundTotals,
): void {
  if (totals.size === 0) return;
  const at = clock.now();
  const ofKeys = new Map<string | null, ValueTotal>();
  const isNoted = noteInLedger({ ledger, logger }, 'exposed-found', () => {
    for (const [number, { files, count }] of totals) {
      const value = values[number];
      if (value === undefined) continue;
      const id = value.kind === 'access-key' ? null : value.apiKeyId;
      const known = ofKeys.get(id) ?? { files: 0, count: 0 };
      ofKeys.set(id, { files: known.files + files, count: known.count + count });
    }
    for (const [id, { files, count }] of ofKeys) {
      const apiKey = id === null ? null : (findApiKeyRecord(ledger, id, at)?.apiKey ?? null);
      const event = { kind: 'exposed-found', files, places: count } as const;
      recordActivity(ledger, apiKey ?? allKeys, { at, event });
    }
  });
  if (isNoted) publish('activity.changed', {});
}
