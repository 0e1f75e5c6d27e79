import { z } from 'zod';
import type { Ledger } from '../keys/ledger/ledger.ts';

/** What is kept of a secret variable. `sealedId` and `version` are authenticated with its value. */
export interface SecretVariableRow {
  readonly environmentId: string;
  readonly name: string;
  readonly origins: readonly string[];
  readonly sealedId: string;
  readonly version: number;
  readonly sealed: Uint8Array;
  readonly isLost: boolean;
}

const originsSchema = z.array(z.string());
const rowSchema = z
  .object({
    environment_id: z.string(),
    name: z.string(),
    origins: z.string(),
    sealed_id: z.string(),
    version: z.int(),
    sealed: z.instanceof(Uint8Array),
    is_lost: z.int(),
  })
  .transform((row): SecretVariableRow => {
    const origins: unknown = JSON.parse(row.origins);
    return {
      environmentId: row.environment_id,
      name: row.name,
      origins: originsSchema.parse(origins),
      sealedId: row.sealed_id,
      version: row.version,
      sealed: row.sealed,
      isLost: row.is_lost === 1,
    };
  });

const SELECT = `SELECT v.environment_id, v.name, v.origins, v.sealed_id, s.version, s.sealed, s.is_lost
  FROM secret_variables v JOIN sealed_values s ON s.id = v.sealed_id`;

const ownerSchema = z.object({ file_name: z.string() });

/** The file to which an environment's own id belongs; `null` while none was seen with it. */
export function ownerOf(ledger: Ledger, environmentId: string): string | null {
  const row = ledger.get('SELECT file_name FROM environment_owners WHERE environment_id = ?', [
    environmentId,
  ]);
  return row === undefined ? null : ownerSchema.parse(row).file_name;
}

export function setOwner(ledger: Ledger, environmentId: string, fileName: string): void {
  ledger.run('INSERT OR REPLACE INTO environment_owners (environment_id, file_name) VALUES (?, ?)', [
    environmentId,
    fileName,
  ]);
}

/** By name. */
export function listSecretVariables(ledger: Ledger, environmentId: string): readonly SecretVariableRow[] {
  return ledger
    .all(`${SELECT} WHERE v.environment_id = ? ORDER BY v.name`, [environmentId])
    .map((row) => rowSchema.parse(row));
}

/** Of every environment, by its id and their names. */
export function listAllSecretVariables(ledger: Ledger): readonly SecretVariableRow[] {
  return ledger.all(`${SELECT} ORDER BY v.environment_id, v.name`).map((row) => rowSchema.parse(row));
}

export function findSecretVariable(
  ledger: Ledger,
  environmentId: string,
  name: string,
): SecretVariableRow | null {
  const row = ledger.get(`${SELECT} WHERE v.environment_id = ? AND v.name = ?`, [environmentId, name]);
  return row === undefined ? null : rowSchema.parse(row);
}

/** Keeps it in place of what was sealed under this name. */
export function putSecretVariable(
  ledger: Ledger,
  row: Omit<SecretVariableRow, 'isLost'>,
  updatedAt: number,
): void {
  deleteSecretVariable(ledger, row.environmentId, row.name);
  ledger.run('INSERT INTO sealed_values (id, version, sealed) VALUES (?, ?, ?)', [
    row.sealedId,
    row.version,
    row.sealed,
  ]);
  ledger.run(
    'INSERT INTO secret_variables (environment_id, name, origins, sealed_id, updated_at) VALUES (?, ?, ?, ?, ?)',
    [row.environmentId, row.name, JSON.stringify(row.origins), row.sealedId, updatedAt],
  );
}

export function setSecretOrigins(
  ledger: Ledger,
  { environmentId, name }: Pick<SecretVariableRow, 'environmentId' | 'name'>,
  origins: readonly string[],
): void {
  ledger.run('UPDATE secret_variables SET origins = ? WHERE environment_id = ? AND name = ?', [
    JSON.stringify(origins),
    environmentId,
    name,
  ]);
}

export function deleteSecretVariable(ledger: Ledger, environmentId: string, name: string): void {
  const found = findSecretVariable(ledger, environmentId, name);
  if (found === null) return;
  ledger.run('DELETE FROM secret_variables WHERE environment_id = ? AND name = ?', [environmentId, name]);
  ledger.run('DELETE FROM sealed_values WHERE id = ?', [found.sealedId]);
}
