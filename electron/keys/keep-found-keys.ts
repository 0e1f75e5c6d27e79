import type { ApiKey } from '../../shared/domain/api-key.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { changeKeys } from './change-keys.ts';
import { insertKey } from './insert-key.ts';
import type { KeyContext } from './key-context.ts';
import { checkNewKey } from './new-key-rules.ts';
import { canBeKey } from './read-pasted-key.ts';
import { told } from '../told.ts';

/** A value that was found in an imported file, and what the person wants it to be. */
export interface FoundKey {
  readonly name: string;
  /** Called in the transaction: a service that is made for it is undone with it. */
  readonly serviceId: () => Result<string>;
  readonly secret: string;
}

/**
 * Keeps found values as keys, sealed, and with them what `alongside` does, which must be synchronous: all of it or nothing.
 * `clipboard-not-a-key` for a value that no header can carry; the errors of `checkNewKey`, of the vault and of the ledger.
 */
export async function keepFoundKeys(
  context: KeyContext,
  found: readonly FoundKey[],
  alongside: (keys: readonly ApiKey[]) => Result<null>,
): Promise<Result<readonly ApiKey[]>> {
  if (!found.every(({ secret }) => canBeKey(secret))) {
    return failed('clipboard-not-a-key', told('foundIsNoKey'));
  }
  if (found.length > 0) {
    const prepared = await context.vault.prepare();
    if (!prepared.ok) return prepared;
  }
  return changeKeys(context, () => {
    const keys: ApiKey[] = [];
    for (const { name, serviceId, secret } of found) {
      const service = serviceId();
      if (!service.ok) return service;
      const checked = checkNewKey(context, { name, serviceId: service.value, expiry: { kind: 'never' } });
      if (!checked.ok) return checked;
      const id = context.random.id();
      const { expiresAt } = checked.value;
      const kept = insertKey(context, {
        id,
        name,
        serviceId: service.value,
        expiresAt,
        secret,
        issued: null,
        origin: 'added',
      });
      if (!kept.ok) return kept;
      keys.push(kept.value);
    }
    const done = alongside(keys);
    return done.ok ? ok(keys) : done;
  });
}
