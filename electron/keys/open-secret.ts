import { failed, type Result } from '../../shared/domain/app-error.ts';
import type { ApiKeyRecord } from './api-key-rows.ts';
import type { KeyContext } from './key-context.ts';
import { findSealedSecret } from './sealed-secret-rows.ts';

/** Opens a key's secret: `key-without-secret`, or the vault's `vault-unreadable` and `secret-damaged`. */
export function openSealedSecret(
  { ledger, vault }: Pick<KeyContext, 'ledger' | 'vault'>,
  { apiKey, secretVersion }: ApiKeyRecord,
): Result<string> {
  const sealed = findSealedSecret(ledger, apiKey.id, secretVersion);
  if (sealed === null) return failed('key-without-secret');
  return vault.unseal(sealed, { apiKeyId: apiKey.id, version: secretVersion });
}
