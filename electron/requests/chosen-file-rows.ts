import type { Ledger } from '../keys/ledger/ledger.ts';

/** `collectionId` is empty for requests that are saved nowhere. */
export interface ChosenFileRow {
  readonly collectionId: string;
  readonly path: string;
}

export function isChosenFor(ledger: Ledger, collectionId: string, path: string): boolean {
  const sql = 'SELECT 1 FROM chosen_files WHERE collection_id = ? AND path = ?';
  return ledger.get(sql, [collectionId, path]) !== undefined;
}

export function mayGoTo(
  ledger: Ledger,
  { collectionId, path, origin }: ChosenFileRow & { readonly origin: string },
): boolean {
  const sql = 'SELECT 1 FROM chosen_file_origins WHERE collection_id = ? AND path = ? AND origin = ?';
  return ledger.get(sql, [collectionId, path, origin]) !== undefined;
}

/** `at`: epoch milliseconds. */
export function keepChosen(ledger: Ledger, { collectionId, path }: ChosenFileRow, at: number): null {
  ledger.run(
    `INSERT INTO chosen_files (collection_id, path, chosen_at) VALUES (?, ?, ?)
     ON CONFLICT (collection_id, path) DO UPDATE SET chosen_at = excluded.chosen_at`,
    [collectionId, path, at],
  );
  return null;
}

/** Kept where the file was chosen for this very collection; elsewhere it is allowed until Keyfob quits. */
export function addOrigin(
  ledger: Ledger,
  { collectionId, path, origin }: ChosenFileRow & { readonly origin: string },
  at: number,
): null {
  ledger.run(
    `INSERT INTO chosen_file_origins (collection_id, path, origin, allowed_at)
     SELECT collection_id, path, ?, ? FROM chosen_files WHERE collection_id = ? AND path = ?
     ON CONFLICT DO NOTHING`,
    [origin, at, collectionId, path],
  );
  return null;
}

/** In order. */
export function originsOfChosen(ledger: Ledger, { collectionId, path }: ChosenFileRow): readonly string[] {
  const sql = 'SELECT origin FROM chosen_file_origins WHERE collection_id = ? AND path = ? ORDER BY origin';
  return ledger.all(sql, [collectionId, path]).map(({ origin }) => String(origin));
}

export function removeOrigin(
  ledger: Ledger,
  { collectionId, path, origin }: ChosenFileRow & { readonly origin: string },
): null {
  const sql = 'DELETE FROM chosen_file_origins WHERE collection_id = ? AND path = ? AND origin = ?';
  ledger.run(sql, [collectionId, path, origin]);
  return null;
}

/** The latest first. */
export function allChosen(ledger: Ledger, limit: number): readonly ChosenFileRow[] {
  const sql = 'SELECT collection_id, path FROM chosen_files ORDER BY chosen_at DESC, path LIMIT ?';
  return ledger
    .all(sql, [limit])
    .map((row) => ({ collectionId: String(row['collection_id']), path: String(row['path']) }));
}

export function forgetFile(ledger: Ledger, { collectionId, path }: ChosenFileRow): null {
  ledger.run('DELETE FROM chosen_files WHERE collection_id = ? AND path = ?', [collectionId, path]);
  return null;
}

export function forgetAllChosen(ledger: Ledger): null {
  ledger.run('DELETE FROM chosen_files', []);
  return null;
}

export function forgetChosen(ledger: Ledger, collectionId: string): null {
  ledger.run('DELETE FROM chosen_files WHERE collection_id = ?', [collectionId]);
  return null;
}
