import { maskOf, type ApiKey } from '../../shared/domain/api-key.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { isExpired } from '../../shared/domain/expiry.ts';
import { setRegenerated, type ApiKeyRecord } from './api-key-rows.ts';
import { changeKey } from './change-keys.ts';
import { deleteIssuedSecrets } from './issued-secret-rows.ts';
import type { KeyContext } from './key-context.ts';
import { requireOwnKey } from './key-rules.ts';
import { addSealedSecret, replaceSealedSecret } from './sealed-secret-rows.ts';
import { markKeySeenExpired } from './seen-expired.ts';
import { told } from '../told.ts';

export interface SwapStagedInput {
  readonly id: string;
  /** Of `stagePaste`. */
  readonly token: string;
  /** `exposed`: the old secret is not kept, since nobody should use it again. */
  readonly reason: 'routine' | 'exposed';
}

/** Asks the service whether it knows the secret, before it is kept. A refusal stops the swap and changes nothing. */
export type VerifySecret = (serviceId: string, secret: string) => Promise<Result<unknown>>;

/**
 * Puts a pasted secret in the place of a key's own, for services that issue their keys themselves. The old one stays sealed
 * until the person says that it is gone, unless it was exposed. `staged-paste-gone`, `not-found`, `key-expired` when the key's
 * own expiration is over, what `verify` refuses with, the vault's errors, `ledger-write-failed`.
 */
export async function swapStagedKey(
  context: KeyContext,
  { id, token, reason }: SwapStagedInput,
  verify: VerifySecret,
): Promise<Result<ApiKey>> {
  const { staged, vault, ledger } = context;
  const pasted = staged.peek(token);
  if (pasted === null) return failed('staged-paste-gone');
  const checked = check(context, id);
  if (!checked.ok) return checked;
  const verified = await verify(checked.value.apiKey.serviceId, pasted);
  if (!verified.ok) return verified;
  const prepared = await vault.prepare();
  if (!prepared.ok) return prepared;

  // Another call may have used the token meanwhile; from here on nothing is awaited.
  const secret = staged.peek(token);
  if (secret === null) return failed('staged-paste-gone');
  const result = changeKey(context, id, () => {
    const again = check(context, id);
    if (!again.ok) return again;
    const isKept = reason === 'routine';
    writeSwapped(context, again.value, { secret, isKept });
    return ok({ kind: isKept ? 'replaced' : 'exposed' });
  });
  if (!result.ok) return result;
  staged.drop(token);
  ledger.checkpointAndScrub();
  return result;
}

function check(context: KeyContext, id: string): Result<ApiKeyRecord> {
  markKeySeenExpired(context, id);
  const record = requireOwnKey(context, id);
  if (!record.ok) return record;
  const { apiKey } = record.value;
  if (apiKey.isIssuedHere) return failed('cannot-swap');
  const hasEndedByItself = apiKey.hasExpired && apiKey.expiresBy?.kind === 'own';
  if (hasEndedByItself || isExpired(apiKey.ownExpiresAt, context.clock.now())) {
    return failed('key-expired', told('setExpirationFirst'));
  }
  return record;
}

function writeSwapped(
  { ledger, vault, clock }: KeyContext,
  { apiKey, secretVersion }: ApiKeyRecord,
  { secret, isKept }: { readonly secret: string; readonly isKept: boolean },
): void {
  const version = secretVersion + 1;
  const sealed = {
    apiKeyId: apiKey.id,
    version,
    sealed: vault.seal(secret, { apiKeyId: apiKey.id, version }),
  };
  if (isKept) addSealedSecret(ledger, sealed, secretVersion);
  else {
    replaceSealedSecret(ledger, sealed);
    // Earlier versions let the Local API accept a pasted key once it was restored from an export.
    deleteIssuedSecrets(ledger, apiKey.id);
  }
  const keptVersion = isKept ? secretVersion : null;
  setRegenerated(ledger, apiKey.id, { at: clock.now(), mask: maskOf(secret), version, keptVersion });
}
