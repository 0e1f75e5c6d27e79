import type { ApiKey } from '../../shared/domain/api-key.ts';
import { failed, type Result } from '../../shared/domain/app-error.ts';
import { changeKeys } from './change-keys.ts';
import { insertKey } from './insert-key.ts';
import type { KeyContext } from './key-context.ts';
import { checkNewKey, type NewKeyInput } from './new-key-rules.ts';

export interface AddStagedInput extends NewKeyInput {
  readonly token: string;
}

/**
 * Keeps a staged key, sealed. It is dropped from memory when it is kept; after a refusal (`name-taken` and the like)
 * the same token can be tried again. `staged-paste-gone` for one that was used or whose time is over.
 */
export async function addStagedKey(context: KeyContext, input: AddStagedInput): Promise<Result<ApiKey>> {
  const { staged, vault, random } = context;
  if (!staged.has(input.token)) return failed('staged-paste-gone');
  const checked = checkNewKey(context, input);
  if (!checked.ok) return checked;
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
    return insertKey(context, { ...input, id, expiresAt, secret, issued: null, origin: 'added' });
  });
  if (result.ok) staged.drop(input.token);
  return result;
}
