import { kindsOfGroup, type ActivityFilter } from '../../shared/domain/activity.ts';
import { kindsTitled, reasonsSaying } from './activity-search.ts';
import type { Parameters } from './ledger/ledger.ts';

/** On the rows of `ACTIVITY`. */
export interface Condition {
  readonly sql: string;
  readonly parameters: Parameters;
}

/** The entries, each with the keys that it has beside it, when what it tells was done to many at once. */
export const ACTIVITY = 'activity LEFT JOIN activity_keys ON entry = activity.id';

/** Which entries the filter takes; of one of many, when it takes one of its keys. */
export function entryCondition(filter: ActivityFilter): Condition {
  const { apiKeyId, group, since } = filter;
  const conditions: Condition[] = [];
  if (apiKeyId !== null) {
    conditions.push({
      sql: "AND api_key_id IN (?, '') AND (api_key_id = ? OR instr(keys, ?) > 0)",
      // As it begins in the JSON: a quote in a name would stand there escaped.
      parameters: [apiKeyId, apiKeyId, `[${JSON.stringify(apiKeyId)},`],
    });
  }
  if (group !== null) {
    const kinds = kindsOfGroup(group);
    conditions.push({ sql: `AND kind IN (${marks(kinds)})`, parameters: kinds });
  }
  if (since !== null) conditions.push({ sql: 'AND at >= ?', parameters: [since] });
  if (wordsOf(filter.search).length > 0) {
    const ofOne = wordsCondition(filter.search, 'api_key_name');
    const ofMany = subjectCondition(filter);
    conditions.push({
      sql: `AND CASE WHEN keys IS NULL THEN ${ofOne.sql}
        ELSE EXISTS (SELECT 1 FROM json_each(keys) AS subject WHERE ${ofMany.sql}) END`,
      parameters: [...ofOne.parameters, ...ofMany.parameters],
    });
  }
  return together(conditions, ' ');
}

/** Of the keys of an entry of many, as `json_each(keys) AS subject` gives them: those that the filter takes. */
export function subjectCondition({ apiKeyId, search }: ActivityFilter): Condition {
  const words = wordsCondition(search, 'subject.value ->> 1');
  if (apiKeyId === null) return words;
  return together([{ sql: 'subject.value ->> 0 = ?', parameters: [apiKeyId] }, words], ' AND ');
}

function together(conditions: readonly Condition[], by: string): Condition {
  return {
    sql: conditions.map(({ sql }) => sql).join(by),
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}

/** Each word is a pass over the entries. */
const MOST_WORDS = 8;

function wordsOf(search: string): readonly string[] {
  return search
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);
}

function wordsCondition(search: string, name: string): Condition {
  const words = wordsOf(search).map((word) => wordCondition(word, name));
  return together([{ sql: 'TRUE', parameters: [] }, ...words], ' ');
}

/**
 * The event's JSON is looked at as a whole first, which is quick, and then value by value, so that its field names match nothing.
 * A value in it that holds a quote or a backslash stands there escaped.
 */
function wordCondition(word: string, name: string): Condition {
  const kinds = kindsTitled(word);
  const reasons = reasonsSaying(word).map((reason) => `"${reason}"`);
  const inName = likePattern(word);
  const inJson = likePattern(JSON.stringify(word).slice(1, -1));
  const ofReasons = reasons.map(() => "OR (kind = 'withheld' AND instr(event, ?) > 0)").join(' ');
  return {
    sql: `AND ((${name}) LIKE ? ESCAPE '\\' OR kind IN (${marks(kinds)}) ${ofReasons}
      OR (event LIKE ? ESCAPE '\\' AND EXISTS (SELECT 1 FROM json_each(event) AS field
        WHERE field.key NOT IN ('kind', 'reason') AND CAST(field.value AS TEXT) LIKE ? ESCAPE '\\')))`,
    parameters: [inName, ...kinds, ...reasons, inJson, inName],
  };
}

function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}

function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
