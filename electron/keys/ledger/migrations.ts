import type { DatabaseSync } from 'node:sqlite';
import { SCHEMA_1 } from './schema-1.ts';
import { SCHEMA_ACTIVITY_OF_MANY } from './schema-activity-of-many.ts';
import { SCHEMA_ACTIVITY } from './schema-activity.ts';
import { SCHEMA_DEAD_AT_ONCE } from './schema-dead-at-once.ts';
import { SCHEMA_DEAD_KEYS } from './schema-dead-keys.ts';
import { SCHEMA_ENVIRONMENT_OWNERS } from './schema-environment-owners.ts';
import { SCHEMA_FILE_ORIGINS } from './schema-file-origins.ts';
import { SCHEMA_KEY_ENDS } from './schema-key-ends.ts';
import { SCHEMA_KEY_POLICIES } from './schema-key-policies.ts';
import { SCHEMA_LOCAL_ITEMS } from './schema-local-items.ts';
import { SCHEMA_MADE_ACCESS_KEYS } from './schema-made-access-keys.ts';
import { SCHEMA_NETWORK } from './schema-network.ts';
import { SCHEMA_OPEN_TABS } from './schema-open-tabs.ts';
import { SCHEMA_REMINDER_SNOOZES } from './schema-reminder-snoozes.ts';
import { SCHEMA_REVOKED_DETAILS } from './schema-revoked-details.ts';
import { SCHEMA_REVOKED_FOR_GOOD } from './schema-revoked-for-good.ts';
import { SCHEMA_REVOKED_INDEXES } from './schema-revoked-indexes.ts';
import { SCHEMA_RUNS } from './schema-runs.ts';
import { SCHEMA_RUN_SETUPS } from './schema-run-setups.ts';
import { SCHEMA_SECRET_VARIABLES } from './schema-secret-variables.ts';
import { SCHEMA_SERVICES } from './schema-services.ts';
import { SCHEMA_TEAM } from './schema-team.ts';
import { SCHEMA_TOUCH_ID } from './schema-touch-id.ts';
import { SCHEMA_USAGE } from './schema-usage.ts';
import { SCHEMA_ACCESS_KEYS } from './schema-access-keys.ts';
import { SCHEMA_HISTORY } from './schema-history.ts';
import { SCHEMA_VAULT_HOLDERS } from './schema-vault-holders.ts';

/** "KFOB" in the file's header: tells a ledger from any other SQLite file (PRAGMA application_id). */
export const APPLICATION_ID = 0x4b464f42;

/** Migration `n` (counted from 1) leads from version `n - 1` to version `n`. One is never changed once released; add the next. */
export const MIGRATIONS: readonly string[] = [
  SCHEMA_1,
  SCHEMA_TEAM,
  SCHEMA_ACTIVITY,
  SCHEMA_ACCESS_KEYS,
  SCHEMA_KEY_POLICIES,
  SCHEMA_SERVICES,
  SCHEMA_LOCAL_ITEMS,
  SCHEMA_USAGE,
  SCHEMA_KEY_ENDS,
  SCHEMA_VAULT_HOLDERS,
  SCHEMA_RUNS,
  SCHEMA_NETWORK,
  SCHEMA_RUN_SETUPS,
  SCHEMA_SECRET_VARIABLES,
  SCHEMA_HISTORY,
  SCHEMA_OPEN_TABS,
  SCHEMA_FILE_ORIGINS,
  SCHEMA_DEAD_KEYS,
  SCHEMA_MADE_ACCESS_KEYS,
  SCHEMA_REMINDER_SNOOZES,
  SCHEMA_ENVIRONMENT_OWNERS,
  SCHEMA_TOUCH_ID,
  SCHEMA_REVOKED_DETAILS,
  SCHEMA_DEAD_AT_ONCE,
  SCHEMA_ACTIVITY_OF_MANY,
  SCHEMA_REVOKED_INDEXES,
  SCHEMA_REVOKED_FOR_GOOD,
];

/**
 * Brings the file to the newest version, each step a transaction of its own with its version in it.
 * Throws SQLite's error; the step that failed is rolled back.
 */
export function migrate(
  database: DatabaseSync,
  migrations: readonly string[],
  beforeStep: (fromVersion: number) => void,
): void {
  const from = versionOf(database);
  for (let version = from; version < migrations.length; version += 1) {
    // A file that was just made holds nothing to be kept.
    if (from > 0) beforeStep(version);
    const step = migrations[version] ?? '';
    database.exec('BEGIN IMMEDIATE');
    try {
      database.exec(step);
      database.exec(`PRAGMA application_id = ${String(APPLICATION_ID)}`);
      database.exec(`PRAGMA user_version = ${String(version + 1)}`);
      database.exec('COMMIT');
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  }
}

/** The ledger's format: 0 when nothing was ever written. */
export function versionOf(database: DatabaseSync): number {
  return numberOf(database, 'PRAGMA user_version');
}

/** The one number that a statement answers with. */
export function numberOf(database: DatabaseSync, sql: string): number {
  const row = database.prepare(sql).get();
  const value = row === undefined ? undefined : Object.values(row)[0];
  return typeof value === 'number' ? value : 0;
}
