import { maskOf, type ApiKey } from '../../shared/domain/api-key.ts';
import type { ActivityEvent } from '../../shared/domain/activity.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { graceDuration, isExpired, type GraceChoice } from '../../shared/domain/expiry.ts';
import { graceEnd } from '../../shared/domain/key-policy.ts';
import type { Service } from '../../shared/domain/service.ts';
import { setRegenerated, type ApiKeyRecord } from './api-key-rows.ts';
import { changeKey } from './change-keys.ts';
import { endIssuedSecrets, insertIssuedSecret } from './issued-secret-rows.ts';
import type { KeyContext } from './key-context.ts';
import { requireOwnKey } from './key-rules.ts';
import { makeSecret, type NewSecret } from './new-secret.ts';
import { readPolicies } from './policy-rows.ts';
import { replaceSealedSecret } from './sealed-secret-rows.ts';
import { markKeySeenExpired } from './seen-expired.ts';
import { told } from '../told.ts';

export interface RegenerateInput {
  readonly id: string;
  readonly grace: GraceChoice;
}

/**
 * Gives the key a new secret, which waits for one reveal. At the Local API the old one works on for the grace, but not past
 * its maximum lifetime, and any older one ends now; a custom service's server is not ours, so there is no grace to give.
 * A key that a policy ended starts anew, without a grace. `cannot-regenerate` for a key that Keyfob did not make,
 * `key-of-another-member`, `key-expired` for one whose own expiration is over, the vault's errors, `ledger-write-failed`.
 */
export function regenerateKey(context: KeyContext, { id, grace }: RegenerateInput): Promise<Result<ApiKey>> {
  return giveNewSecret(context, id, (usedGrace) => ({
    graceMs: graceDuration(grace),
    event: { kind: 'regenerated', grace: usedGrace ? grace : 'now' },
  }));
}

/**
 * As `regenerateKey` for a secret that others may have seen: it ends at once, and so does one that is in a grace.
 * What happened to the key until then stays on record.
 */
export function regenerateExposedKey(context: KeyContext, id: string): Promise<Result<ApiKey>> {
  return giveNewSecret(context, id, () => ({ graceMs: 0, event: { kind: 'exposed' } }));
}

interface NewSecretPlan {
  readonly graceMs: number;
  readonly event: ActivityEvent;
}

async function giveNewSecret(
  context: KeyContext,
  id: string,
  plan: (usesGrace: boolean) => NewSecretPlan,
): Promise<Result<ApiKey>> {
  const { ledger, vault, reveals } = context;
  const checked = check(context, id);
  if (!checked.ok) return checked;
  const prepared = await vault.prepare();
  if (!prepared.ok) return prepared;

  const made = makeSecret(context, checked.value.service);
  const result = changeKey(context, id, () => {
    const again = check(context, id);
    if (!again.ok) return again;
    const { record, hasEnded } = again.value;
    const { graceMs, event } = plan(made.issued !== null && !hasEnded);
    issue(context, { record, made, graceMs: hasEnded ? 0 : graceMs });
    writeNewSecret(context, record, made);
    return ok(event);
  });
  if (!result.ok) return result;
  reveals.put(id, made.secret);
  ledger.checkpointAndScrub();
  return result;
}

interface Checked {
  readonly record: ApiKeyRecord;
  readonly service: Service;
  /** Whether a policy has ended it. */
  readonly hasEnded: boolean;
}

function check(context: KeyContext, id: string): Result<Checked> {
  markKeySeenExpired(context, id);
  const record = requireOwnKey(context, id);
  if (!record.ok) return record;
  const { apiKey } = record.value;
  const service = context.services.find(apiKey.serviceId);
  if (service === null) return failed('not-found');
  if (!apiKey.isIssuedHere) return failed('cannot-regenerate');
  const now = context.clock.now();
  const hasEnded = apiKey.hasExpired || isExpired(apiKey.expiresAt, now);
  if (hasEnded && (apiKey.expiresBy?.kind === 'own' || isExpired(apiKey.ownExpiresAt, now))) {
    return failed('key-expired', told('setExpirationFirst'));
  }
  return ok({ record: record.value, service, hasEnded });
}

/** Tells the Local API's server of the new secret, and until when the old one works. */
function issue(
  { ledger, clock }: KeyContext,
  { record, made, graceMs }: { record: ApiKeyRecord; made: NewSecret; graceMs: number },
): void {
  if (made.issued === null) return;
  const { apiKey } = record;
  const now = clock.now();
  const ending = { ...apiKey, lastUsedAt: apiKey.lastUsed?.at ?? null };
  const endsAt = graceEnd(ending, readPolicies(ledger), { now, graceMs });
  endIssuedSecrets(ledger, { apiKeyId: apiKey.id, now, endsAt });
  insertIssuedSecret(ledger, { apiKeyId: apiKey.id, issued: made.issued, issuedAt: now });
}

/** Only the new secret stays sealed here: the old one has nothing left to do on this side. */
function writeNewSecret(
  { ledger, vault, clock }: KeyContext,
  { apiKey, secretVersion }: ApiKeyRecord,
  { secret }: NewSecret,
): void {
  const version = secretVersion + 1;
  const sealed = vault.seal(secret, { apiKeyId: apiKey.id, version });
  replaceSealedSecret(ledger, { apiKeyId: apiKey.id, version, sealed });
  const mask = maskOf(secret);
  setRegenerated(ledger, apiKey.id, { at: clock.now(), mask, version, keptVersion: null });
}
