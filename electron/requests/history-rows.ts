import { z } from 'zod';
import {
  historyEntrySchema,
  historyRecordSchema,
  type HistoryEntry,
  type HistoryRecord,
} from '../../shared/domain/history-entry.ts';
import type { HistoryRetention } from '../../shared/domain/history-filter.ts';
import type { Ledger, Parameters } from '../keys/ledger/ledger.ts';
import { historyConditions, searchTextOf, type HistoryQuery } from './history-query.ts';
import { droppedBody } from './history-redaction.ts';

const ENTRY_COLUMNS =
  'id, at, method, url, status, error_code, api_key_name, duration_ms, body_bytes, is_pinned';

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
    is_pinned: z.int(),
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
    isPinned: row.is_pinned === 1,
  }))
  .transform((entry) => historyEntrySchema.parse(entry));

export function insertRecord(ledger: Ledger, record: HistoryRecord, apiKeyId: string | null): void {
  const { entry } = record;
  ledger.run(
    `INSERT OR REPLACE INTO history
       (id, at, method, url, status, error_code, api_key_id, api_key_name, duration_ms, body_bytes, search_text)
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
      searchTextOf(entry),
    ],
  );
  ledger.run('INSERT OR REPLACE INTO history_records (id, record) VALUES (?, ?)', [
    entry.id,
    JSON.stringify(record),
  ]);
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

/** Newest first. `origins`: those of the filter's service. */
export function listEntries(
  ledger: Ledger,
  query: HistoryQuery,
  origins: readonly string[],
): readonly HistoryEntry[] {
  const { sql, parameters } = historyConditions(query, origins);
  return selectEntries(ledger, `WHERE ${sql} ORDER BY at DESC LIMIT ?`, [...parameters, query.limit]);
}

/** Those sent before with the same method to the same address, newest first. */
export function listEarlier(
  ledger: Ledger,
  { id, at, method, url }: HistoryEntry,
  limit: number,
): readonly HistoryEntry[] {
  const where = 'WHERE at <= ? AND method = ? AND url = ? AND id <> ? ORDER BY at DESC LIMIT ?';
  return selectEntries(ledger, where, [at, method, url, id, limit]);
}

export function findEntry(ledger: Ledger, id: string): HistoryEntry | null {
  return selectEntries(ledger, 'WHERE id = ?', [id])[0] ?? null;
}

export function findRecord(ledger: Ledger, id: string): HistoryRecord | null {
  const entry = findEntry(ledger, id);
  const row = ledger.get('SELECT record FROM history_records WHERE id = ?', [id]);
  if (entry === null || row === undefined) return null;
  return { ...historyRecordSchema.parse(JSON.parse(String(row['record']))), entry };
}

/** Returns whether there was one. */
export function setPinned(ledger: Ledger, id: string, isPinned: boolean): boolean {
  return ledger.run('UPDATE history SET is_pinned = ? WHERE id = ?', [isPinned ? 1 : 0, id]) > 0;
}

/** Returns whether there was one. */
export function deleteEntry(ledger: Ledger, id: string): boolean {
  return ledger.run('DELETE FROM history WHERE id = ?', [id]) > 0;
}

/** Removes all that is not pinned. */
export function clearEntries(ledger: Ledger): void {
  ledger.run('DELETE FROM history WHERE is_pinned = 0');
}

/** Removes what is beyond the retention. */
export function pruneEntries(ledger: Ledger, retention: HistoryRetention, now: number): number {
  return ledger.run(`DELETE FROM history WHERE is_pinned = 0 AND at <= ?`, [
    lastBeyond(ledger, retention, now),
  ]);
}

export function countBeyond(ledger: Ledger, retention: HistoryRetention, now: number): number {
  const row = ledger.get(`SELECT count(*) AS n FROM history WHERE is_pinned = 0 AND at <= ?`, [
    lastBeyond(ledger, retention, now),
  ]);
  return Number(row?.['n'] ?? 0);
}

const DAY_MS = 86_400_000;
const BEFORE_ALL = -1;

/** The instant of the newest entry that is no longer kept, or one before all. */
function lastBeyond(ledger: Ledger, { maxEntries, maxDays }: HistoryRetention, now: number): number {
  const row = ledger.get('SELECT at FROM history WHERE is_pinned = 0 ORDER BY at DESC LIMIT 1 OFFSET ?', [
    maxEntries,
  ]);
  const byCount = typeof row?.['at'] === 'number' ? row['at'] : BEFORE_ALL;
  return Math.max(byCount, maxDays === 0 ? BEFORE_ALL : now - maxDays * DAY_MS);
}

/** Takes the body out of the newest entry that may no longer keep one; with each new entry there is one such. Pinned ones keep theirs. */
export function dropOldBody(ledger: Ledger, keptBodies: number): void {
  const found = ledger.get('SELECT id FROM history WHERE is_pinned = 0 ORDER BY at DESC LIMIT 1 OFFSET ?', [
    keptBodies,
  ]);
  if (found === undefined) return;
  const record = findRecord(ledger, String(found['id']));
  if (record === null || record.exchange.outcome.kind === 'failed') return;
  const { response } = record.exchange.outcome;
  const stripped: HistoryRecord = {
    ...record,
    exchange: {
      ...record.exchange,
      outcome: { kind: 'response', response: { ...response, body: droppedBody(response.body) } },
    },
  };
  ledger.run('UPDATE history_records SET record = ? WHERE id = ?', [
    JSON.stringify(stripped),
    record.entry.id,
  ]);
}

function selectEntries(ledger: Ledger, where: string, parameters: Parameters): readonly HistoryEntry[] {
  return ledger
    .all(`SELECT ${ENTRY_COLUMNS} FROM history ${where}`, parameters)
    .map((row) => entryRowSchema.parse(row));
}
