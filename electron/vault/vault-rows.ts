import { z } from 'zod';
import { masterKeyHolderSchema, type MasterKeyHolder } from '../../shared/domain/vault-state.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';
import { envelopeSchema, type Envelope } from './passphrase-envelope.ts';
import type { SealBinding } from './vault.ts';

const bytesSchema = z.instanceof(Uint8Array);

/** Who holds the master key, and the probe that only this master key opens. */
export interface VaultRecord {
  readonly holder: MasterKeyHolder;
  readonly probe: Uint8Array;
}
const vaultRecordSchema = z.object({ holder: masterKeyHolderSchema, probe: bytesSchema });

export interface SealedRow extends SealBinding {
  readonly sealed: Uint8Array;
}
const sealedRowSchema = z
  .object({ api_key_id: z.string(), version: z.int(), sealed: bytesSchema })
  .transform((row): SealedRow => ({ apiKeyId: row.api_key_id, version: row.version, sealed: row.sealed }));

/** Null also for a record that makes no sense: the sealed secrets themselves then prove the master key. */
export function readVaultRecord(ledger: Ledger): VaultRecord | null {
  const row = ledger.get('SELECT holder, probe FROM vault WHERE id = 1');
  return vaultRecordSchema.safeParse(row).data ?? null;
}

export function writeVaultRecord(ledger: Ledger, record: VaultRecord, now: number): void {
  ledger.run(
    `INSERT INTO vault (id, holder, probe, created_at) VALUES (1, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET holder = excluded.holder, probe = excluded.probe, created_at = excluded.created_at`,
    [record.holder, record.probe, now],
  );
}

/** Everything that is sealed: the keys' secrets, and what is no key. */
const SEALED = `(
  SELECT api_key_id, version, sealed, is_lost FROM sealed_secrets
  UNION ALL
  SELECT id AS api_key_id, version, sealed, is_lost FROM sealed_values
)`;

/** The sealed secrets whose master key may still be had, at most `limit`. */
export function readSealedRows(ledger: Ledger, limit: number): readonly SealedRow[] {
  const sql = `SELECT api_key_id, version, sealed FROM ${SEALED} WHERE is_lost = 0 LIMIT ?`;
  return ledger.all(sql, [limit]).map((row) => sealedRowSchema.parse(row));
}

export function hasSealedSecrets(ledger: Ledger): boolean {
  return ledger.get(`SELECT 1 FROM ${SEALED} WHERE is_lost = 0 LIMIT 1`) !== undefined;
}

/** Notes that this secret was sealed under a master key that is gone for good. The row stays. */
export function markLost(ledger: Ledger, { apiKeyId, version }: SealBinding): void {
  ledger.run('UPDATE sealed_secrets SET is_lost = 1 WHERE api_key_id = ? AND version = ?', [
    apiKeyId,
    version,
  ]);
  ledger.run('UPDATE sealed_values SET is_lost = 1 WHERE id = ? AND version = ?', [apiKeyId, version]);
}

export function isLost(ledger: Ledger, { apiKeyId, version }: SealBinding): boolean {
  const sql = `SELECT 1 FROM ${SEALED} WHERE api_key_id = ? AND version = ? AND is_lost = 1`;
  return ledger.get(sql, [apiKeyId, version]) !== undefined;
}

/** Names this ledger's entry in the keychain. */
export function readKeychainAccount(ledger: Ledger): string {
  const account = ledger.get('SELECT account FROM keychain_entry WHERE id = 1')?.['account'];
  return typeof account === 'string' ? account : 'master-key';
}

/** Whether the person is asked for their finger before that entry is read. */
export function readAsksTouchId(ledger: Ledger): boolean {
  return ledger.get('SELECT asks_touch_id FROM keychain_entry WHERE id = 1')?.['asks_touch_id'] === 1;
}

export function writeAsksTouchId(ledger: Ledger, isOn: boolean): void {
  ledger.run('UPDATE keychain_entry SET asks_touch_id = ? WHERE id = 1', [isOn ? 1 : 0]);
}

/** The master key wrapped under the passphrase. `damaged`: there is one, and it makes no sense. */
export function readWrappedKey(ledger: Ledger): Envelope | 'damaged' | null {
  const text = ledger.get('SELECT envelope FROM wrapped_master_key WHERE id = 1')?.['envelope'];
  if (typeof text !== 'string') return null;
  try {
    return envelopeSchema.safeParse(JSON.parse(text)).data ?? 'damaged';
  } catch {
    // Not JSON.
    return 'damaged';
  }
}

/** Whether it is the passphrase that opens the master key. */
export function isWrapped(ledger: Ledger): boolean {
  const wrapped = readWrappedKey(ledger);
  return wrapped !== null && wrapped !== 'damaged';
}

/** Whether there is a master key, and the keychain has it as far as the ledger knows. */
export function isBegunInKeychain(ledger: Ledger): boolean {
  const holder = readVaultRecord(ledger)?.holder;
  return holder === 'keychain' || (holder === undefined && hasSealedSecrets(ledger));
}

export function writeWrappedKey(ledger: Ledger, envelope: Envelope, now: number): void {
  ledger.run(
    `INSERT INTO wrapped_master_key (id, envelope, created_at) VALUES (1, ?, ?)
     ON CONFLICT (id) DO UPDATE SET envelope = excluded.envelope, created_at = excluded.created_at`,
    [JSON.stringify(envelope), now],
  );
}

export function deleteWrappedKey(ledger: Ledger): void {
  ledger.run('DELETE FROM wrapped_master_key WHERE id = 1');
}
