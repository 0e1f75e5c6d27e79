import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { recordActivity } from './activity-rows.ts';
import { changeLedger } from './change-ledger.ts';
import type { KeyContext } from './key-context.ts';
import { requireKey } from './key-rules.ts';

/**
 * The value of a key that was generated or regenerated just now: once, then `already-revealed`.
 * When the disk refuses the activity nothing is shown, and it can be asked for again.
 */
export function revealKey(context: KeyContext, id: string): Result<{ readonly secret: string }> {
  const { ledger, clock, reveals, publish } = context;
  const recorded = changeLedger(ledger, () => {
    const record = requireKey(context, id);
    if (!record.ok) return record;
    if (!reveals.has(id)) return failed('already-revealed');
    recordActivity(ledger, record.value.apiKey, { at: clock.now(), event: { kind: 'revealed' } });
    return ok(null);
  });
  if (!recorded.ok) return recorded;
  publish('activity.changed', {});
  const secret = reveals.take(id);
  return secret === null ? failed('already-revealed') : ok({ secret });
}
