import { z } from 'zod';
import type { Service } from '../../shared/domain/service.ts';
import type { Ledger } from './ledger/ledger.ts';
import { rowReader } from './ledger/row-reader.ts';
import { servicePresets } from './presets/registry.ts';

const originsSchema = z.array(z.string());
const readCustomService = rowReader(
  z
    .object({
      id: z.string(),
      name: z.string(),
      base_url: z.string(),
      header_name: z.string(),
      origins: z.string().transform((text) => originsSchema.parse(JSON.parse(text))),
      check_url: z.string().nullable(),
      key_prefix: z.string().nullable(),
      key_count: z.int(),
    })
    .transform((row): Service => ({
      id: row.id,
      kind: 'custom',
      name: row.name,
      baseUrl: row.base_url,
      headerName: row.header_name,
      origins: row.origins,
      checkUrl: row.check_url,
      keyPrefix: row.key_prefix,
      isBuiltIn: false,
      keyCount: row.key_count,
    })),
);

const CUSTOM_SERVICES = `
  SELECT id, name, base_url, header_name, origins, check_url, key_prefix,
    (SELECT count(*) FROM api_keys WHERE service_id = services.id AND revoked_at IS NULL) AS key_count
  FROM services WHERE kind = 'custom' AND removed_at IS NULL`;

/** The services that a person made, oldest first. */
export function listCustomServices(ledger: Ledger): readonly Service[] {
  return ledger.all(`${CUSTOM_SERVICES} ORDER BY created_at, rowid`).map((row) => readCustomService(row));
}

export function listCustomServiceNames(ledger: Ledger): readonly Pick<Service, 'id' | 'name'>[] {
  return ledger
    .all("SELECT id, name FROM services WHERE kind = 'custom' AND removed_at IS NULL")
    .map((row) => ({ id: String(row['id']), name: String(row['name']) }));
}

export function findCustomService(ledger: Ledger, id: string): Service | null {
  const row = ledger.get(`${CUSTOM_SERVICES} AND id = ?`, [id]);
  return row === undefined ? null : readCustomService(row);
}

/** At hand, and not made anew: its first use compiles its checks. */
const readCount = rowReader(z.object({ keys: z.int() }));

/** How many keys each service has, deleted ones aside. */
export function countKeysOf(ledger: Ledger, serviceId: string): number {
  const row = ledger.get(
    'SELECT count(*) AS keys FROM api_keys WHERE service_id = ? AND revoked_at IS NULL',
    [serviceId],
  );
  return readCount(row).keys;
}

/** What a person may change of a service. */
export type ServiceFields = Pick<
  Service,
  'name' | 'baseUrl' | 'headerName' | 'origins' | 'checkUrl' | 'keyPrefix'
>;

export function insertCustomService(
  ledger: Ledger,
  { id, createdAt, fields }: { id: string; createdAt: number; fields: ServiceFields },
): void {
  ledger.run(
    `INSERT INTO services (id, kind, name, base_url, header_name, origins, check_url, key_prefix, created_at)
     VALUES (?, 'custom', ?, ?, ?, ?, ?, ?, ?)`,
    [id, ...columnsOf(fields), createdAt],
  );
}

export function updateCustomService(ledger: Ledger, id: string, fields: ServiceFields): void {
  ledger.run(
    `UPDATE services SET name = ?, base_url = ?, header_name = ?, origins = ?, check_url = ?, key_prefix = ?
     WHERE id = ?`,
    [...columnsOf(fields), id],
  );
}

/** In the order of the two statements above. */
function columnsOf(fields: ServiceFields) {
  const { name, baseUrl, headerName, origins, checkUrl, keyPrefix } = fields;
  return [name, baseUrl, headerName, JSON.stringify(origins), checkUrl, keyPrefix];
}

/** Takes the service out of the list. Its row stays: the record of deleted keys refers to it. */
export function removeCustomService(ledger: Ledger, id: string, removedAt: number): void {
  ledger.run('UPDATE services SET removed_at = ? WHERE id = ?', [removedAt, id]);
}

/** Gives each built-in service the row that its keys refer to. What it is and where it lies stands in its preset alone. */
export function ensureBuiltInServices(ledger: Ledger, now: number): void {
  ledger.transaction(() => {
    for (const preset of servicePresets) {
      ledger.run(
        `INSERT INTO services (id, kind, name, base_url, header_name, origins, created_at)
         VALUES (?, ?, '', '', '', '[]', ?) ON CONFLICT (id) DO NOTHING`,
        [preset.id, preset.kind, now],
      );
    }
  });
}

/** The names of services that were removed, by id: revoked keys still name them. */
export function listRemovedServiceNames(ledger: Ledger): readonly (readonly [id: string, name: string])[] {
  return ledger
    .all('SELECT id, name FROM services WHERE removed_at IS NOT NULL')
    .map((row) => [String(row['id']), String(row['name'])]);
}
