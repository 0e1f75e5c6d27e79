import { z } from 'zod';
import type { Ledger } from './ledger/ledger.ts';

const sealedSecretRowSchema = z.object({ sealed: z.instanceof(Uint8Array) });

/** The sealed secret of this version; `null` when the ledger holds none. */
export function findSealedSecret(ledger: Ledger, apiKeyId: string, version: number): Uint8Array | null {
  const row = ledger.get('SELECT sealed FROM sealed_secrets WHERE api_key_id = ? AND version = ?', [
    apiKeyId,
    version,
  ]);
  return row === undefined ? null : sealedSecretRowSchema.parse(row).sealed;
}

/** Keeps this sealed secret in place of every earlier one of the key. */
export function replaceSealedSecret(
  ledger: Ledger,
  { apiKeyId, version, sealed }: { apiKeyId: string; version: number; sealed: Uint8Array },
): void {
  deleteSealedSecrets(ledger, apiKeyId);
  ledger.run('INSERT INTO sealed_secrets (api_key_id, version, sealed) VALUES (?, ?, ?)', [
    apiKeyId,
    version,
    sealed,
  ]);
}

export function deleteSealedSecrets(ledger: Ledger, apiKeyId: string): void {
  ledger.run('DELETE FROM sealed_secrets WHERE api_key_id = ?', [apiKeyId]);
}
