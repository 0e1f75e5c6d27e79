import { nextMonthUtc, warnLevelOf, type UsageMeter, type WarnLevel } from '../../shared/domain/usage.ts';
import { DAY_MS } from '../../shared/domain/expiry.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';

/** Whose limit it is: keys of the same account share it. */
export interface WarnedAccount {
  readonly serviceId: string;
  readonly account: string;
}

const DEFAULT_WINDOW_MS = 60_000;
/** Limits of shorter windows come and go too fast to be warned of. */
const SHORTEST_MS = 60_000;
/** Ends that are told in whole seconds differ by this much within one window. */
const ROUNDING_MS = 2_000;

/**
 * Takes note that a meter has reached a level, and answers the level when the person was not yet warned of it in this period:
 * the calendar month (UTC), or the window. Periods are kept, so that neither a restart nor a clock that goes back warns again.
 * To be called in a transaction.
 */
export function takeWarning(ledger: Ledger, whose: WarnedAccount, meter: UsageMeter): WarnLevel | null {
  const level = warnLevelOf(meter);
  const period = periodOf(meter);
  if (level === null || period === null) return null;
  const told = findTold(ledger, whose, period);
  if (told !== null && told.level >= level) return null;
  ledger.run(
    `INSERT INTO usage_warnings (service_id, account, kind, ends_at, level) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET level = excluded.level`,
    [whose.serviceId, whose.account, period.kind, told?.endsAt ?? period.endsAt, level],
  );
  return level;
}

/** Forgets the periods that ended before this instant, in epoch milliseconds. */
export function forgetWarningsBefore(ledger: Ledger, instant: number): void {
  ledger.run('DELETE FROM usage_warnings WHERE ends_at < ?', [instant]);
}

interface Period {
  readonly kind: 'month' | 'window';
  readonly endsAt: number;
  /** An end between these, both inclusive, is that of the same period. */
  readonly from: number;
  readonly to: number;
}

function periodOf({ kind, windowSeconds, resetsAt, asOf }: UsageMeter): Period | null {
  if (kind === 'operation') return null;
  if (kind === 'month') {
    const endsAt = nextMonthUtc(asOf);
    return { kind, endsAt, from: endsAt, to: endsAt };
  }
  const length = windowSeconds === null ? DEFAULT_WINDOW_MS : windowSeconds * 1_000;
  if (length < SHORTEST_MS) return null;
  const endsAt = resetsAt ?? asOf + length;
  // A later end that is known already means that the clock went back; one far ahead, that it was wrong before.
  return { kind, endsAt, from: endsAt - length + ROUNDING_MS, to: endsAt + Math.max(DAY_MS, length) };
}

function findTold(
  ledger: Ledger,
  { serviceId, account }: WarnedAccount,
  { kind, from, to }: Period,
): { readonly endsAt: number; readonly level: number } | null {
  const row = ledger.get(
    `SELECT ends_at, level FROM usage_warnings WHERE service_id = ? AND account = ? AND kind = ?
       AND ends_at BETWEEN ? AND ? ORDER BY ends_at DESC LIMIT 1`,
    [serviceId, account, kind, from, to],
  );
  return row === undefined ? null : { endsAt: Number(row['ends_at']), level: Number(row['level']) };
}
