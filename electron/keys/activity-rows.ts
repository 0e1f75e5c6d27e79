import { z } from 'zod';
import {
  activityEventSchema,
  type ActivityEntry,
  type ActivityEvent,
  type ActivityFilter,
} from '../../shared/domain/activity.ts';
import { ACTIVITY, entryCondition, subjectCondition } from './activity-conditions.ts';
import { insertRows } from './ledger/insert-rows.ts';
import type { Ledger, Parameters } from './ledger/ledger.ts';

const activityRowSchema = z.object({
  id: z.int(),
  at: z.int(),
  api_key_id: z.string(),
  api_key_name: z.string(),
  event: z.string(),
  /** Of what was done to many at once. */
  count: z.int().nullable(),
});
type ActivityRow = z.infer<typeof activityRowSchema>;

const COLUMNS = 'activity.id AS id, at, api_key_id, api_key_name, event, count';

/** What happened to all keys has no key's id; the column takes no null. */
const ALL_KEYS = '';

function toEntry({ id, at, event }: ActivityRow, subject: ActivitySubject, others: number): ActivityEntry {
  return {
    id,
    at,
    apiKeyId: subject.id === ALL_KEYS ? null : subject.id,
    apiKeyName: subject.name,
    others,
    event: activityEventSchema.parse(JSON.parse(event)),
  };
}

export interface ActivitySubject {
  readonly id: string;
  /** As it was then: the entry outlives a rename and the key. */
  readonly name: string;
}

/** The subject of what happened to all keys at once. */
export const allKeys: ActivitySubject = { id: ALL_KEYS, name: '' };

/** Appends to the record of what happened to a key. `at` in epoch milliseconds. */
export function recordActivity(
  ledger: Ledger,
  subject: ActivitySubject,
  { at, event }: { readonly at: number; readonly event: ActivityEvent },
): void {
  insertRows(ledger, ENTRIES, [rowOf(subject, { at, kind: event.kind, text: JSON.stringify(event) })]);
}

const ENTRIES = { into: 'activity', columns: ['at', 'api_key_id', 'api_key_name', 'kind', 'event'] };

function rowOf(
  { id, name }: ActivitySubject,
  { at, kind, text }: { readonly at: number; readonly kind: ActivityEvent['kind']; readonly text: string },
): Parameters {
  return [at, id, name, kind, text];
}

export interface ActivityRecorder {
  record(subject: ActivitySubject, at: number, event: ActivityEvent): void;
  /** Writes what was recorded. */
  write(): void;
}

/** As `recordActivity`, for many in a row: an event that is the same object as one before is made into a text once. */
export function createActivityRecorder(ledger: Ledger): ActivityRecorder {
  const texts = new Map<ActivityEvent, string>();
  let rows: Parameters[] = [];
  return {
    record(subject, at, event) {
      let text = texts.get(event);
      if (text === undefined) {
        text = JSON.stringify(event);
        texts.set(event, text);
      }
      rows.push(rowOf(subject, { at, kind: event.kind, text }));
    },
    write() {
      insertRows(ledger, ENTRIES, rows);
      rows = [];
    },
  };
}

/** What happened to one key, oldest first; of a deleted key too. */
export function listActivityOf(ledger: Ledger, apiKeyId: string): readonly ActivityEntry[] {
  const filter = { apiKeyId, group: null, since: null, search: '' };
  return listActivity(ledger, filter, { before: null, limit: Number.MAX_SAFE_INTEGER }).toReversed();
}

/**
 * The newest entries that the filter takes, newest first: at most `limit`, and of those with an id below `before`. One of many names
 * the first of its keys that the filter takes.
 */
export function listActivity(
  ledger: Ledger,
  filter: ActivityFilter,
  page: { readonly before: number | null; readonly limit: number },
): readonly ActivityEntry[] {
  return listRows(ledger, filter, page).map((row) => {
    if (row.count === null) return toEntry(row, subjectOf(row), 0);
    const [first = allKeys] = subjectsOf(ledger, row.id, { filter, limit: 1 });
    return toEntry(row, first, row.count - 1);
  });
}

/** As `listActivity`, with an entry for each key that the filter takes; so they may be more than `limit`. */
export function listActivityByKey(
  ledger: Ledger,
  filter: ActivityFilter,
  page: { readonly before: number | null; readonly limit: number },
): readonly ActivityEntry[] {
  return listRows(ledger, filter, page).flatMap((row) => {
    if (row.count === null) return [toEntry(row, subjectOf(row), 0)];
    const subjects = subjectsOf(ledger, row.id, { filter, limit: row.count });
    return subjects.map((subject) => toEntry(row, subject, 0));
  });
}

function listRows(
  ledger: Ledger,
  filter: ActivityFilter,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): readonly ActivityRow[] {
  const { sql, parameters } = entryCondition(filter);
  return ledger
    .all(
      `SELECT ${COLUMNS} FROM ${ACTIVITY} WHERE activity.id < ? ${sql} ORDER BY activity.id DESC LIMIT ?`,
      [before ?? Number.MAX_SAFE_INTEGER, ...parameters, limit],
    )
    .map((row) => activityRowSchema.parse(row));
}

const subjectOf = (row: ActivityRow): ActivitySubject => ({ id: row.api_key_id, name: row.api_key_name });

const subjectSchema = z.object({ id: z.string(), name: z.string() });

/** The keys of an entry of many that the filter takes, in the order in which it was done to them. */
function subjectsOf(
  ledger: Ledger,
  entry: number,
  { filter, limit }: { readonly filter: ActivityFilter; readonly limit: number },
): readonly ActivitySubject[] {
  const { sql, parameters } = subjectCondition(filter);
  return ledger
    .all(
      `SELECT subject.value ->> 0 AS id, subject.value ->> 1 AS name
       FROM activity JOIN activity_keys ON entry = activity.id, json_each(keys) AS subject
       WHERE activity.id = ? AND ${sql} ORDER BY subject.key LIMIT ?`,
      [entry, ...parameters, limit],
    )
    .map((row) => subjectSchema.parse(row));
}

const countSchema = z.object({ entries: z.int() });

export function countActivity(ledger: Ledger, filter: ActivityFilter): number {
  const { sql, parameters } = entryCondition(filter);
  const row = ledger.get(`SELECT count(*) AS entries FROM ${ACTIVITY} WHERE TRUE ${sql}`, parameters);
  return countSchema.parse(row).entries;
}
