import type { ApiKey } from '../../shared/domain/api-key.ts';
import { ok, type Result } from '../../shared/domain/app-error.ts';
import type { Service } from '../../shared/domain/service.ts';
import { changeKeys } from './change-keys.ts';
import { insertKey } from './insert-key.ts';
import type { KeyContext } from './key-context.ts';
import { checkNewKey, type NewKeyInput } from './new-key-rules.ts';
import { checkCanIssue, makeSecret } from './new-secret.ts';
import { checkMayGenerate } from './policies.ts';

/**
 * Issues a key and keeps it sealed; its value waits for one reveal. `cannot-issue`, `name-taken`, `invalid-input` for
 * an expiry in the past, `generation-not-allowed`, the vault's errors, `ledger-write-failed`.
 */
export async function generateKey(context: KeyContext, input: NewKeyInput): Promise<Result<ApiKey>> {
  const checked = check(context, input);
  if (!checked.ok) return checked;
  const prepared = await context.vault.prepare();
  if (!prepared.ok) return prepared;

  const id = context.random.id();
  const { secret, issued } = makeSecret(context, checked.value.service);
  const result = changeKeys(context, () => {
    // Again: while the vault was asked, the name may have been taken or the service removed.
    const again = check(context, input);
    if (!again.ok) return again;
    const { expiresAt } = again.value;
    return insertKey(context, { ...input, id, expiresAt, secret, issued, origin: 'generated' });
  });
  if (result.ok) context.reveals.put(id, secret);
  return result;
}

function check(
  context: KeyContext,
  input: NewKeyInput,
): Result<{ readonly service: Service; readonly expiresAt: number | null }> {
  const mayGenerate = checkMayGenerate(context);
  if (!mayGenerate.ok) return mayGenerate;
  const checked = checkNewKey(context, input);
  if (!checked.ok) return checked;
  const canIssue = checkCanIssue(checked.value.service);
  return canIssue.ok ? ok(checked.value) : canIssue;
}
