import type { ApiKey } from '../../shared/domain/api-key.ts';
import { ok, type Result } from '../../shared/domain/app-error.ts';
import { forgetKeptVersion } from './api-key-rows.ts';
import { changeKey } from './change-keys.ts';
import { endGraces } from './issued-secret-rows.ts';
import type { KeyContext } from './key-context.ts';
import { deleteSealedSecretsBut } from './sealed-secret-rows.ts';

/** The old secret stops working at the Local API now, before its time; nothing happens when none works. */
export function endGrace(context: KeyContext, id: string): Result<ApiKey> {
  return changeKey(context, id, () =>
    ok(endGraces(context.ledger, id, context.clock.now()) ? { kind: 'grace-ended' } : null),
  );
}

/** Removes the sealed old secret of a key that was replaced, because the person says that it is gone at its service. */
export function forgetOldSecret(context: KeyContext, id: string): Result<ApiKey> {
  const result = changeKey(context, id, ({ keptVersion, secretVersion }) => {
    if (keptVersion === null) return ok(null);
    deleteSealedSecretsBut(context.ledger, id, secretVersion);
    forgetKeptVersion(context.ledger, id);
    return ok({ kind: 'old-key-forgotten' });
  });
  if (result.ok) context.ledger.checkpointAndScrub();
  return result;
}
