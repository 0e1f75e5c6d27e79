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

const sealedRowSchema = z
  .object({ api_key_id: z.string(), version: z.int(), sealed: z.instanceof(Uint8Array) })
  .transform(({ api_key_id: apiKeyId, version, sealed }) => ({ apiKeyId, version, sealed }));

const KEYS = 'SELECT api_key_id, version, sealed FROM sealed_secrets';
const EVERYTHING = `${KEYS} UNION ALL SELECT id, version, sealed FROM sealed_values`;

/**
 * `keys`: the secrets of API keys, and not the values of variables and the like. `not-local`: everything but the values that clients of
 * the Local API keep in its environments, and send back to it.
 */
export type SealedKind = 'keys' | 'not-local' | 'everything';

const STATEMENTS: Readonly<Record<SealedKind, string>> = {
  keys: KEYS,
  'not-local': `${EVERYTHING} WHERE id NOT GLOB 'local:*'`,
  everything: EVERYTHING,
};

/** Whatever is sealed, with what it is bound to. */
export function listSealed(ledger: Ledger, what: SealedKind): readonly SealedSecret[] {
  return ledger.all(STATEMENTS[what]).map((row) => sealedRowSchema.parse(row));
}

interface SealedSecret {
  readonly apiKeyId: string;
  readonly version: number;
  readonly sealed: Uint8Array;
}

/** Keeps this sealed secret in place of every earlier one of the key. */
export function replaceSealedSecret(ledger: Ledger, secret: SealedSecret): void {
  deleteSealedSecrets(ledger, secret.apiKeyId);
  insertSealedSecret(ledger, secret);
}

/** Keeps this sealed secret beside the one of `besideVersion`, and no other. */
export function addSealedSecret(ledger: Ledger, secret: SealedSecret, besideVersion: number): void {
  deleteSealedSecretsBut(ledger, secret.apiKeyId, besideVersion);
  insertSealedSecret(ledger, secret);
}

function insertSealedSecret(ledger: Ledger, { apiKeyId, version, sealed }: SealedSecret): void {
  ledger.run('INSERT INTO sealed_secrets (api_key_id, version, sealed) VALUES (?, ?, ?)', [
    apiKeyId,
    version,
    sealed,
  ]);
}

/** Removes every sealed secret of the key but that of this version. */
export function deleteSealedSecretsBut(ledger: Ledger, apiKeyId: string, version: number): void {
  ledger.run('DELETE FROM sealed_secrets WHERE api_key_id = ? AND version <> ?', [apiKeyId, version]);
}

export function deleteSealedSecrets(ledger: Ledger, apiKeyId: string): void {
  ledger.run('DELETE FROM sealed_secrets WHERE api_key_id = ?', [apiKeyId]);
}
