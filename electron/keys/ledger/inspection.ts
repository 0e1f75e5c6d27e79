import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { APPLICATION_ID, numberOf, versionOf } from './migrations.ts';
import { sqliteFailureOf } from './sqlite-failure.ts';

export type Inspection =
  | { readonly kind: 'good'; readonly version: number; readonly keyCount: number }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'damaged' };

/**
 * Looks at a database file without changing a byte of it: its format first (a newer one may not even pass our checks), then
 * `quick_check`. Throws what is no finding about the file's content (it cannot be opened, it is busy).
 */
export function inspect(path: string, newestVersion: number): Inspection {
  // After a crash while the file was made, SQLite has to play a rollback journal back, which a reader may not.
  const readOnly = !existsSync(`${path}-journal`);
  const database = new DatabaseSync(path, { readOnly, timeout: 5_000, allowExtension: false });
  try {
    return findings(database, newestVersion);
  } catch (error) {
    if (sqliteFailureOf(error) === 'damaged') return { kind: 'damaged' };
    throw error;
  } finally {
    database.close();
  }
}

function findings(database: DatabaseSync, newestVersion: number): Inspection {
  database.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON');
  const version = versionOf(database);
  const isOurs = numberOf(database, 'PRAGMA application_id') === APPLICATION_ID;
  if (version > newestVersion && isOurs) return { kind: 'newer', version };
  const check = database.prepare('PRAGMA quick_check(1)').get();
  if (check?.['quick_check'] !== 'ok') return { kind: 'damaged' };
  if (version === 0 && numberOf(database, 'SELECT count(*) FROM sqlite_schema') === 0) {
    return { kind: 'good', version, keyCount: 0 };
  }
  if (!isOurs || version === 0 || version > newestVersion) return { kind: 'damaged' };
  const keyCount = numberOf(database, 'SELECT count(*) FROM api_keys WHERE revoked_at IS NULL');
  return { kind: 'good', version, keyCount };
}
