import { z } from 'zod';
import type { Ledger } from '../keys/ledger/ledger.ts';

const workspaceRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  owner_id: z.int(),
  created_at: z.int(),
  updated_at: z.int(),
});
export type WorkspaceRow = Readonly<z.infer<typeof workspaceRowSchema>>;

/** A collection or an environment without its content. */
const itemRowSchema = z.object({
  id: z.string(),
  uid: z.string(),
  workspace_id: z.string(),
  owner_id: z.int(),
  /** Who changed it last, as `owner_id` numbers people. */
  updated_by: z.int(),
  name: z.string(),
  created_at: z.int(),
  updated_at: z.int(),
});
export type ItemRow = Readonly<z.infer<typeof itemRowSchema>>;

const itemWithContentSchema = itemRowSchema.extend({ content: z.string() });
export type ItemWithContentRow = Readonly<z.infer<typeof itemWithContentSchema>>;

export type ItemTable = 'local_collections' | 'local_environments';

export interface ItemFilter {
  readonly workspace?: string | undefined;
  readonly name?: string | undefined;
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

const COLUMNS = 'id, uid, workspace_id, owner_id, updated_by, name, created_at, updated_at';

export function listWorkspaces(ledger: Ledger): readonly WorkspaceRow[] {
  return ledger
    .all('SELECT * FROM local_workspaces ORDER BY created_at, id')
    .map((row) => workspaceRowSchema.parse(row));
}

export function findWorkspace(ledger: Ledger, id: string): WorkspaceRow | null {
  const row = ledger.get('SELECT * FROM local_workspaces WHERE id = ?', [id]);
  return row === undefined ? null : workspaceRowSchema.parse(row);
}

/** In the order of their creation; both filters match exactly. */
export function listItems(ledger: Ledger, table: ItemTable, filter: ItemFilter = {}): readonly ItemRow[] {
  const { workspace = null, name = null, limit = -1, offset = 0 } = filter;
  return ledger
    .all(
      `SELECT ${COLUMNS} FROM ${table} WHERE (?1 IS NULL OR workspace_id = ?1) AND (?2 IS NULL OR name = ?2)
       ORDER BY created_at, id LIMIT ?3 OFFSET ?4`,
      [workspace, name, limit, offset],
    )
    .map((row) => itemRowSchema.parse(row));
}

/** By its uid or its id. */
export function findItem(ledger: Ledger, table: ItemTable, uidOrId: string): ItemWithContentRow | null {
  const row = ledger.get(`SELECT ${COLUMNS}, content FROM ${table} WHERE uid = ?1 OR id = ?1`, [uidOrId]);
  return row === undefined ? null : itemWithContentSchema.parse(row);
}

export function insertWorkspace(ledger: Ledger, row: WorkspaceRow): void {
  ledger.run(
    'INSERT INTO local_workspaces (id, name, type, owner_id, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)',
    [row.id, row.name, row.type, row.owner_id, row.created_at, row.updated_at],
  );
}

export function insertItem(ledger: Ledger, table: ItemTable, row: ItemWithContentRow): void {
  ledger.run(`INSERT INTO ${table} (${COLUMNS}, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`, [
    row.id,
    row.uid,
    row.workspace_id,
    row.owner_id,
    row.updated_by,
    row.name,
    row.created_at,
    row.updated_at,
    row.content,
  ]);
}

export function updateItem(
  ledger: Ledger,
  table: ItemTable,
  row: Pick<ItemWithContentRow, 'id' | 'name' | 'content' | 'updated_by' | 'updated_at'>,
): void {
  ledger.run(`UPDATE ${table} SET name = ?, content = ?, updated_by = ?, updated_at = ? WHERE id = ?`, [
    row.name,
    row.content,
    row.updated_by,
    row.updated_at,
    row.id,
  ]);
}

export function deleteItem(ledger: Ledger, table: ItemTable, id: string): void {
  ledger.run(`DELETE FROM ${table} WHERE id = ?`, [id]);
}
