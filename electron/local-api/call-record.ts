import { describeBug } from '../app/describe-bug.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { IssuedKeyStore } from './key-store.ts';

/** What is kept of the calls that were let in: how many in a month, and when each key was used last. */
export interface CallRecord {
  /** Calls of this month (UTC), those not yet written included. */
  callsThisMonth(): number;
  /**
   * Takes note of a call now; it is written within a second. `origin` is the server's own; `null` for a call without an
   * API key, which counts all the same.
   */
  add(apiKeyId: string | null, origin: string): void;
  /** Writes what is not yet written. Never throws: what the disk refuses is kept for the next time. */
  flush(): void;
}

/** How long a note may wait, so that a second of calls costs one write to disk and not one each. */
const WRITE_DELAY_MS = 1_000;

export interface CallRecordOptions {
  readonly ledger: Ledger;
  readonly keyStore: IssuedKeyStore;
  readonly clock: Clock;
  readonly logger: Logger;
}

export function createCallRecord({ ledger, keyStore, clock, logger }: CallRecordOptions): CallRecord {
  const calls = new Map<string, number>();
  const uses = new Map<string, { readonly at: number; readonly origin: string }>();
  let cancelWrite: (() => void) | null = null;

  const writeAll = (): void => {
    for (const [month, count] of calls) {
      ledger.run(
        'INSERT INTO local_api_calls (month, calls) VALUES (?, ?) ON CONFLICT (month) DO UPDATE SET calls = calls + excluded.calls',
        [month, count],
      );
    }
    for (const [apiKeyId, use] of uses) keyStore.recordUse(apiKeyId, use.at, use.origin);
  };
  const flush = (): void => {
    cancelWrite?.();
    cancelWrite = null;
    if (calls.size === 0) return;
    try {
      ledger.transaction(writeAll);
      calls.clear();
      uses.clear();
    } catch (error) {
      logger.warn('The calls of the Local API could not be written', { bug: describeBug(error) });
    }
  };

  return {
    callsThisMonth() {
      const month = monthOf(clock.now());
      const row = ledger.get('SELECT calls FROM local_api_calls WHERE month = ?', [month]);
      return Number(row?.['calls'] ?? 0) + (calls.get(month) ?? 0);
    },
    add(apiKeyId, origin) {
      const now = clock.now();
      const month = monthOf(now);
      calls.set(month, (calls.get(month) ?? 0) + 1);
      if (apiKeyId !== null) uses.set(apiKeyId, { at: now, origin });
      cancelWrite ??= clock.schedule(flush, WRITE_DELAY_MS);
    },
    flush,
  };
}

/** The month in UTC, as `2026-01`. `now` in epoch milliseconds. */
function monthOf(now: number): string {
  return new Date(now).toISOString().slice(0, 7);
}
