import type { ActivityEvent } from '../../shared/domain/activity.ts';
import type { ApiKey } from '../../shared/domain/api-key.ts';
import { ok, type Result } from '../../shared/domain/app-error.ts';
import { recordActivity } from './activity-rows.ts';
import type { ApiKeyRecord } from './api-key-rows.ts';
import { changeLedger } from './change-ledger.ts';
import type { KeyContext } from './key-context.ts';
import { requireKey } from './key-rules.ts';

type ChangeContext = Pick<KeyContext, 'ledger' | 'clock' | 'publish'>;

/**
 * One transaction on the keys, told to every window when it is done.
 * `work` answers a failed result to undo all of it.
 */
export function changeKeys<Value>(
  { ledger, publish }: ChangeContext,
  work: () => Result<Value>,
): Result<Value> {
  const result = changeLedger(ledger, work);
  if (result.ok) publish('keys.changed', {});
  return result;
}

/**
 * Changes one key and records what happened to it, in one transaction; answers the key as it is then.
 * `work` gets the key as it is now and answers what to record, or `null` when there was nothing to change.
 */
export function changeKey(
  context: ChangeContext,
  id: string,
  work: (record: ApiKeyRecord) => Result<ActivityEvent | null>,
): Result<ApiKey> {
  return changeKeys(context, () => {
    const before = requireKey(context, id);
    if (!before.ok) return before;
    const event = work(before.value);
    if (!event.ok) return event;
    const after = requireKey(context, id);
    if (!after.ok) return after;
    const { apiKey } = after.value;
    if (event.value !== null) {
      recordActivity(context.ledger, apiKey, { at: context.clock.now(), event: event.value });
    }
    return ok(apiKey);
  });
}
