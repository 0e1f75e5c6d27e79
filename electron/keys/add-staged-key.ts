import type { ApiKey } from '../../shared/domain/api-key.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { isVerifiable, type Service } from '../../shared/domain/service.ts';
import { changeKeys } from './change-keys.ts';
import type { AcceptedCheck } from './check-memo.ts';
import { insertKey } from './insert-key.ts';
import { setKeyVerification } from './key-detail-rows.ts';
import type { KeyContext } from './key-context.ts';
import { requireKey } from './key-rules.ts';
import { checkNewKey, type NewKeyInput } from './new-key-rules.ts';
import { checkStaged } from './verify-staged-key.ts';

export interface AddStagedInput extends NewKeyInput {
  readonly token: string;
  /** `skipped`: the person knowingly keeps a key about which its service could not be asked. Else it is asked first. */
  readonly verification?: 'required' | 'skipped';
}

/**
 * Keeps a staged key, sealed, once its service accepts it; a service with nothing to ask is believed. It is dropped from memory
 * when it is kept; after a refusal (`name-taken`, `service-refused-key`, `key-not-verified` and the like) the same token can be
 * tried again. `staged-paste-gone` for one that was used or whose time is over.
 */
export async function addStagedKey(context: KeyContext, input: AddStagedInput): Promise<Result<ApiKey>> {
  const { staged, checks, vault, random } = context;
  if (!staged.has(input.token)) return failed('staged-paste-gone');
  const checked = checkNewKey(context, input);
  if (!checked.ok) return checked;
  const accepted = await acceptedCheck(context, input, checked.value.service);
  if (!accepted.ok) return accepted;
  const prepared = await vault.prepare();
  if (!prepared.ok) return prepared;

  // Another call may have used the token while the vault was asked; from here on nothing is awaited.
  const secret = staged.peek(input.token);
  if (secret === null) return failed('staged-paste-gone');
  const id = random.id();
  const result = changeKeys(context, () => {
    const again = checkNewKey(context, input);
    if (!again.ok) return again;
    const { expiresAt } = again.value;
    const inserted = insertKey(context, { ...input, id, expiresAt, secret, issued: null, origin: 'added' });
    return inserted.ok && accepted.value !== null ? keepCheck(context, id, accepted.value) : inserted;
  });
  if (!result.ok) return result;
  staged.drop(input.token);
  checks.forget();
  return result;
}

/** `null` when there is nothing to ask, or the person keeps the key without. */
async function acceptedCheck(
  context: KeyContext,
  { token, verification = 'required' }: AddStagedInput,
  service: Service,
): Promise<Result<AcceptedCheck | null>> {
  if (!isVerifiable(service)) return ok(null);
  if (verification === 'skipped') return ok(context.checks.recall(token, service));
  return await checkStaged(context, token, service);
}

function keepCheck(context: KeyContext, id: string, { account, at }: AcceptedCheck): Result<ApiKey> {
  setKeyVerification(context.ledger, id, { at, outcome: 'accepted', account });
  const record = requireKey(context, id);
  return record.ok ? ok(record.value.apiKey) : record;
}
