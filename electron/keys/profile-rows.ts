import { z } from 'zod';
import type { ProfileDraft } from '../../shared/domain/profile.ts';
import type { Ledger } from './ledger/ledger.ts';
import { nameKey } from './name-key.ts';

const profileRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  created_at: z.int(),
  switched_at: z.int().nullable(),
});

const defaultRowSchema = z.object({
  profile_id: z.string(),
  service_id: z.string(),
  api_key_id: z.string(),
  is_default: z.int(),
});

export interface ProfileDefault {
  readonly serviceId: string;
  readonly apiKeyId: string;
  /** Whether it is its service's default now. */
  readonly isDefaultNow: boolean;
}

export interface ProfileRecord {
  readonly id: string;
  readonly name: string;
  /** Epoch milliseconds; `null` for never. */
  readonly switchedAt: number | null;
  readonly defaults: readonly ProfileDefault[];
}

/** Oldest first. Keys that were deleted are not in them any more. */
export function listProfileRecords(ledger: Ledger): readonly ProfileRecord[] {
  const defaults = listDefaults(ledger);
  return ledger
    .all('SELECT id, name, created_at, switched_at FROM profiles ORDER BY created_at, rowid')
    .map((row) => {
      const { id, name, switched_at: switchedAt } = profileRowSchema.parse(row);
      return { id, name, switchedAt, defaults: defaults.get(id) ?? [] };
    });
}

function listDefaults(ledger: Ledger): ReadonlyMap<string, readonly ProfileDefault[]> {
  const byProfile = new Map<string, ProfileDefault[]>();
  const rows = ledger.all(
    `SELECT profile_id, profile_defaults.service_id, api_key_id, is_default
     FROM profile_defaults JOIN api_keys ON api_keys.id = api_key_id AND revoked_at IS NULL
     ORDER BY profile_defaults.rowid`,
  );
  for (const row of rows) {
    const parsed = defaultRowSchema.parse(row);
    const entry: ProfileDefault = {
      serviceId: parsed.service_id,
      apiKeyId: parsed.api_key_id,
      isDefaultNow: parsed.is_default !== 0,
    };
    byProfile.set(parsed.profile_id, [...(byProfile.get(parsed.profile_id) ?? []), entry]);
  }
  return byProfile;
}

export function isProfileNameTaken(ledger: Ledger, name: string, exceptId: string | null): boolean {
  const sql = 'SELECT 1 FROM profiles WHERE name_key = ? AND id IS NOT ?';
  return ledger.get(sql, [nameKey(name), exceptId]) !== undefined;
}

/** Writes the profile anew, with these defaults in place of the ones before. `at` in epoch milliseconds. */
export function writeProfile(
  ledger: Ledger,
  id: string,
  { name, defaults, at }: Pick<ProfileDraft, 'name' | 'defaults'> & { readonly at: number },
): void {
  ledger.run(
    `INSERT INTO profiles (id, name, name_key, created_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, name_key = excluded.name_key`,
    [id, name, nameKey(name), at],
  );
  ledger.run('DELETE FROM profile_defaults WHERE profile_id = ?', [id]);
  for (const { serviceId, apiKeyId } of defaults) {
    ledger.run('INSERT INTO profile_defaults (profile_id, service_id, api_key_id) VALUES (?, ?, ?)', [
      id,
      serviceId,
      apiKeyId,
    ]);
  }
}

export function deleteProfile(ledger: Ledger, id: string): void {
  ledger.run('DELETE FROM profiles WHERE id = ?', [id]);
}

export function setProfileSwitched(ledger: Ledger, id: string, at: number): void {
  ledger.run('UPDATE profiles SET switched_at = ? WHERE id = ?', [at, id]);
}
