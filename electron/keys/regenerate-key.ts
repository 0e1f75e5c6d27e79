import { maskOf, type ApiKey } from '../../shared/domain/api-key.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { graceDuration, isExpired, type GraceChoice } from '../../shared/domain/expiry.ts';
import type { Service } from '../../shared/domain/service.ts';
import { setRegenerated, type ApiKeyRecord } from './api-key-rows.ts';
import { changeKey } from './change-keys.ts';
import { endIssuedSecrets, insertIssuedSecret } from './issued-secret-rows.ts';
import type { KeyContext } from './key-context.ts';
import { requireOwnKey } from './key-rules.ts';
import { makeSecret, type NewSecret } from './new-secret.ts';
import { replaceSealedSecret } from './sealed-secret-rows.ts';

/**
 * Gives the key a new secret, which waits for one reveal. At the Local API the old one works on for the grace, and any
 * older one ends now; a custom service's server is not ours, so there is no grace to give. `cannot-regenerate` for a key
 * that Keyfob did not make, `key-of-another-member`, `key-expired` for one that would not work anyway, the vault's errors, `ledger-write-failed`.
 */
export async function regenerateKey(
  context: KeyContext,
  { id, grace }: { readonly id: string; readonly grace: GraceChoice },
): Promise<Result<ApiKey>> {
  const { ledger, vault, clock, reveals } = context;
  const checked = check(context, id);
  if (!checked.ok) return checked;
  const prepared = await vault.prepare();
  if (!prepared.ok) return prepared;

  const made = makeSecret(context, checked.value.service);
  const result = changeKey(context, id, () => {
    const again = check(context, id);
    if (!again.ok) return again;
    writeNewSecret(context, again.value.record, made);
    if (made.issued === null) return ok({ kind: 'regenerated', grace: 'now' });
    const now = clock.now();
    endIssuedSecrets(ledger, { apiKeyId: id, now, graceMs: graceDuration(grace) });
    insertIssuedSecret(ledger, { apiKeyId: id, issued: made.issued, issuedAt: now });
    return ok({ kind: 'regenerated', grace });
  });
  if (!result.ok) return result;
  reveals.put(id, made.secret);
  ledger.checkpointAndScrub();
  return result;
}

function check(
  context: KeyContext,
  id: string,
): Result<{ readonly record: ApiKeyRecord; readonly service: Service }> {
  const record = requireOwnKey(context, id);
  if (!record.ok) return record;
  const { apiKey } = record.value;
  const service = context.services.find(apiKey.serviceId);
  if (service === null) return failed('not-found');
  if (!apiKey.isIssuedHere) return failed('cannot-regenerate');
  if (apiKey.hasExpired || isExpired(apiKey.expiresAt, context.clock.now())) {
    return failed('key-expired', { remedy: 'Set a new expiration first, then regenerate it.' });
  }
  return ok({ record: record.value, service });
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
  setRegenerated(ledger, apiKey.id, { at: clock.now(), mask: maskOf(secret), version });
}
