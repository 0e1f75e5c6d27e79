import type { ApiKey } from '../../shared/domain/api-key.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { expiryInstant, isExpired, type ExpiryChoice } from '../../shared/domain/expiry.ts';
import { effectiveEnd, endRuleText } from '../../shared/domain/key-policy.ts';
import { findApiKeyRecord, isNameTaken, type ApiKeyRecord, type WantedName } from './api-key-rows.ts';
import type { KeyContext } from './key-context.ts';
import { firstMember } from './member-rows.ts';
import { readPolicies } from './policy-rows.ts';
import { told } from '../told.ts';

type Reading = Pick<KeyContext, 'ledger' | 'clock'>;

/** The record, or `not-found`. */
export function requireKey({ ledger, clock }: Reading, id: string): Result<ApiKeyRecord> {
  const record = findApiKeyRecord(ledger, id, clock.now());
  return record === null ? failed('not-found') : ok(record);
}

/** The instant in epoch milliseconds, `null` for never, or `invalid-input` for one that has already passed. */
export function checkExpiry(choice: ExpiryChoice, now: number): Result<number | null> {
  const expiresAt = expiryInstant(choice, now);
  if (!isExpired(expiresAt, now)) return ok(expiresAt);
  return failed('invalid-input', { ...told('timeHasPassed'), field: 'expiry' });
}

/** `invalid-input` when a policy ends the key whatever its own expiration is. `now` in epoch milliseconds. */
export function checkPolicies(
  { ledger }: Pick<KeyContext, 'ledger'>,
  apiKey: Pick<ApiKey, 'createdAt' | 'regeneratedAt' | 'lastUsed' | 'ownExpiresAt'>,
  now: number,
): Result<null> {
  const end = effectiveEnd({ ...apiKey, lastUsedAt: apiKey.lastUsed?.at ?? null }, readPolicies(ledger));
  if (end === null || !isExpired(end.at, now)) return ok(null);
  return failed('invalid-input', {
    ...told('policyEnded', {
      rule: endRuleText(end.rule),
      kind: end.rule.kind,
      days: end.rule.kind === 'own' ? 0 : end.rule.days,
      whose: end.rule.kind !== 'own' && end.rule.isTeams ? 'team' : 'own',
    }),
    field: 'expiry',
  });
}

/** The record of a key of one's own; `not-found`, or `key-of-another-member`: Keyfob does not hold its value. */
export function requireOwnKey(reading: Reading, id: string): Result<ApiKeyRecord> {
  const record = requireKey(reading, id);
  if (!record.ok || record.value.creatorId === firstMember(reading.ledger)?.id) return record;
  return failed('key-of-another-member');
}

/** `name-taken` when another living key of the member for the service has the name. */
export function checkName({ ledger }: Pick<KeyContext, 'ledger'>, wanted: WantedName): Result<null> {
  return isNameTaken(ledger, wanted) ? failed('name-taken', { field: 'name' }) : ok(null);
}

/** `key-expired` or `key-disabled`: then its secret is opened for nobody. `now` in epoch milliseconds. */
export function checkUsable(
  apiKey: Pick<ApiKey, 'hasExpired' | 'expiresAt' | 'isDisabled'>,
  now: number,
): Result<null> {
  if (apiKey.hasExpired || isExpired(apiKey.expiresAt, now)) return failed('key-expired');
  if (apiKey.isDisabled) return failed('key-disabled');
  return ok(null);
}
