import { z } from 'zod';
import {
  activityEventSchema,
  kindsOfGroup,
  type ActivityEntry,
  type ActivityEvent,
  type ActivityFilter,
} from '../../shared/domain/activity.ts';
import type { Ledger, Parameters, Row } from './ledger/ledger.ts';
import { kindsTitled, reasonsSaying } from './activity-search.ts';

const activityRowSchema = z.object({
  id: z.int(),
  at: z.int(),
  api_key_id: z.string(),
  api_key_name: z.string(),
  event: z.string(),
});

/** What happened to all keys has no key's id; the column takes no null. */
const ALL_KEYS = '';

function toEntry(unparsed: Row): ActivityEntry {
  const row = activityRowSchema.parse(unparsed);
  return {
    id: row.id,
    at: row.at,
    apiKeyId: row.api_key_id === ALL_KEYS ? null : row.api_key_id,
    apiKeyName: row.api_key_name,
    event: activityEventSchema.parse(JSON.parse(row.event)),
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
  insertActivity(ledger, subject, { at, kind: event.kind, text: JSON.stringify(event) });
}

function insertActivity(
  ledger: Ledger,
  { id, name }: ActivitySubject,
  { at, kind, text }: { readonly at: number; readonly kind: ActivityEvent['kind']; readonly text: string },
): void {
  const sql = 'INSERT INTO activity (at, api_key_id, api_key_name, kind, event) VALUES (?, ?, ?, ?, ?)';
  ledger.run(sql, [at, id, name, kind, text]);
}

/** As `recordActivity`, for many in a row: what happens to a key in a run is mostly the same, and written down once. */
export function createActivityRecorder(ledger: Ledger) {
  const texts = new Map<string, string>();
  const textOf = (about: string, event: ActivityEvent): string => {
    const known = texts.get(about);
    if (known !== undefined) return known;
    const text = JSON.stringify(event);
    texts.set(about, text);
    return text;
  };
  return {
    /** `about` is the same for the same event. */
    record(subject: ActivitySubject, at: number, { about, event }: { about: string; event: ActivityEvent }) {
      insertActivity(ledger, subject, { at, kind: event.kind, text: textOf(about, event) });
    },
  };
}

/** What happened to one key, oldest first; of a deleted key too. */
export function listActivityOf(ledger: Ledger, apiKeyId: string): readonly ActivityEntry[] {
  return ledger
    .all('SELECT id, at, api_key_id, api_key_name, event FROM activity WHERE api_key_id = ? ORDER BY id', [
      apiKeyId,
    ])
    .map(toEntry);
}

/** The newest entries that the filter takes, newest first: at most `limit`, and of those with an id below `before`. */
export function listActivity(
  ledger: Ledger,
  filter: ActivityFilter,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): readonly ActivityEntry[] {
  const { sql, parameters } = conditionOf(filter);
  return ledger
    .all(
      `SELECT id, at, api_key_id, api_key_name, event FROM activity
       WHERE id < ? ${sql} ORDER BY id DESC LIMIT ?`,
      [before ?? Number.MAX_SAFE_INTEGER, ...parameters, limit],
    )
    .map(toEntry);
}

export function countActivity(ledger: Ledger, filter: ActivityFilter): number {
  const { sql, parameters } = conditionOf(filter);
  const row = ledger.get(`SELECT count(*) AS entries FROM activity WHERE TRUE ${sql}`, parameters);
  return z.object({ entries: z.int() }).parse(row).entries;
}

interface Condition {
  readonly sql: string;
  readonly parameters: Parameters;
}

function conditionOf({ apiKeyId, group, since, search }: ActivityFilter): Condition {
  const conditions: Condition[] = [];
  if (apiKeyId !== null) conditions.push({ sql: 'AND api_key_id = ?', parameters: [apiKeyId] });
  if (group !== null) {
    const kinds = kindsOfGroup(group);
    conditions.push({ sql: `AND kind IN (${marks(kinds)})`, parameters: kinds });
  }
  if (since !== null) conditions.push({ sql: 'AND at >= ?', parameters: [since] });
  const words = search.split(/\s+/).filter((word) => word !== '');
  conditions.push(...words.slice(0, MOST_WORDS).map(wordCondition));
  return {
    sql: conditions.map(({ sql }) => sql).join(' '),
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}

/** Each word is a pass over the entries. */
const MOST_WORDS = 8;

/**
 * The event's JSON is looked at as a whole first, which is quick, and then value by value, so that its field names match nothing.
 * A value in it that holds a quote or a backslash stands there escaped.
 */
function wordCondition(word: string): Condition {
  const kinds = kindsTitled(word);
  const reasons = reasonsSaying(word).map((reason) => `"${reason}"`);
  const inName = likePattern(word);
  const inJson = likePattern(JSON.stringify(word).slice(1, -1));
  const ofReasons = reasons.map(() => "OR (kind = 'withheld' AND instr(event, ?) > 0)").join(' ');
  return {
    sql: `AND (api_key_name LIKE ? ESCAPE '\\' OR kind IN (${marks(kinds)}) ${ofReasons}
      OR (event LIKE ? ESCAPE '\\' AND EXISTS
        (SELECT 1 FROM json_each(event) WHERE key NOT IN ('kind', 'reason') AND CAST(value AS TEXT) LIKE ? ESCAPE '\\')))`,
    parameters: [inName, ...kinds, ...reasons, inJson, inName],
  };
}

function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}

function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
