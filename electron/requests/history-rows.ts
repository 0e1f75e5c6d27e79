import { z } from 'zod';
import {
  historyEntrySchema,
  historyRecordSchema,
  type HistoryEntry,
  type HistoryRecord,
} from '../../shared/domain/history-entry.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';
import { droppedBody } from './history-redaction.ts';

const ENTRY_COLUMNS = 'id, at, method, url, status, error_code, api_key_name, duration_ms, body_bytes';

const entryRowSchema = z
  .object({
    id: z.string(),
    at: z.int(),
    method: z.string(),
    url: z.string(),
    status: z.int().nullable(),
    error_code: z.string().nullable(),
    api_key_name: z.string().nullable(),
    duration_ms: z.number(),
    body_bytes: z.int(),
  })
  .transform((row) => ({
    id: row.id,
    at: row.at,
    method: row.method,
    url: row.url,
    status: row.status,
    errorCode: row.error_code,
    apiKeyName: row.api_key_name,
    durationMs: row.duration_ms,
    bodyBytes: row.body_bytes,
  }))
  .pipe(historyEntrySchema);

export interface HistoryQuery {
  readonly limit: number;
  /** Entries older than this, in epoch milliseconds; `null` for the newest. */
  readonly before: number | null;
  readonly search: string;
}

export function insertRecord(ledger: Ledger, record: HistoryRecord, apiKeyId: string | null): void {
  const { entry } = record;
  ledger.run(
    `INSERT OR REPLACE INTO history
       (id, at, method, url, status, error_code, api_key_id, api_key_name, duration_ms, body_bytes, record)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      entry.id,
      entry.at,
      entry.method,
      entry.url,
      entry.status,
      entry.errorCode,
      apiKeyId,
      entry.apiKeyName,
      entry.durationMs,
      entry.bodyBytes,
      JSON.stringify(record),
    ],
  );
}

/** This instant, or the first after it at which no entry stands: paging by `before` would skip one of two at the same. */
export function freeInstant(ledger: Ledger, at: number): number {
  const rows = ledger.all('SELECT at FROM history WHERE at >= ? ORDER BY at LIMIT 10000', [at]);
  let free = at;
  for (const row of rows) {
    if (row['at'] !== free) break;
    free += 1;
  }
  return free;
}

/** Newest first. Searches address, method, status and key name, ignoring case. */
export function listEntries(
  ledger: Ledger,
  { limit, before, search }: HistoryQuery,
): readonly HistoryEntry[] {
  const words = search.split(/\s+/).filter((word) => word !== '');
  const condition = words.map(
    () =>
      `AND (url LIKE ? ESCAPE '\\' OR method LIKE ? ESCAPE '\\' OR api_key_name LIKE ? ESCAPE '\\' OR CAST(status AS TEXT) LIKE ? ESCAPE '\\')`,
  );
  const patterns = words.flatMap((word) => {
    const literal = escapeLike(word);
    return [`%${literal}%`, literal, `%${literal}%`, `${literal}%`];
  });
  return ledger
    .all(
      `SELECT ${ENTRY_COLUMNS} FROM history WHERE at < ? ${condition.join(' ')} ORDER BY at DESC LIMIT ?`,
      [before ?? Number.MAX_SAFE_INTEGER, ...patterns, limit],
    )
    .map((row) => entryRowSchema.parse(row));
}

export function findRecord(ledger: Ledger, id: string): HistoryRecord | null {
  const row = ledger.get('SELECT record FROM history WHERE id = ?', [id]);
  return row === undefined ? null : historyRecordSchema.parse(JSON.parse(String(row['record'])));
}

/** Returns whether there was one. */
export function deleteEntry(ledger: Ledger, id: string): boolean {
  return ledger.run('DELETE FROM history WHERE id = ?', [id]) > 0;
}

export function clearEntries(ledger: Ledger): void {
  ledger.run('DELETE FROM history');
}

/** Removes the entries beyond the newest `count`. */
export function pruneEntries(ledger: Ledger, count: number): void {
  ledger.run('DELETE FROM history WHERE at <= (SELECT at FROM history ORDER BY at DESC LIMIT 1 OFFSET ?)', [
    count,
  ]);
}

/** Takes the body out of the newest entry that may no longer keep one; with each new entry there is one such. */
export function dropOldBody(ledger: Ledger, keptBodies: number): void {
  const row = ledger.get('SELECT id, record FROM history ORDER BY at DESC LIMIT 1 OFFSET ?', [keptBodies]);
  if (row === undefined) return;
  const record = historyRecordSchema.parse(JSON.parse(String(row['record'])));
  const { outcome } = record.exchange;
  if (outcome.kind === 'failed') return;
  const response = { ...outcome.response, body: droppedBody(outcome.response.body) };
  const stripped: HistoryRecord = {
    ...record,
    exchange: { ...record.exchange, outcome: { kind: 'response', response } },
  };
  ledger.run('UPDATE history SET record = ? WHERE id = ?', [JSON.stringify(stripped), record.entry.id]);
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
