import { KEEP_SOURCES, keepRowsSchema, type KeepRow } from '../../shared/domain/kept-value.ts';
import { isJsonArray, isJsonObject, textOf, type JsonObject, type JsonValue } from './json-value.ts';

/** Beside Postman's own settings of a request; other programs pass it over. */
const KEEP_KEY = 'keyfobKeep';
const MAX_ROWS = 100;

/** What of a request's answer is kept, as its file has it: `{ name, from, at, secret, disabled }`; `null` for nothing. */
export function readKeeps(behavior: JsonValue | undefined): readonly KeepRow[] | null {
  if (!isJsonObject(behavior)) return null;
  const list = behavior[KEEP_KEY];
  if (!isJsonArray(list)) return null;
  const rows = list.filter(isJsonObject).flatMap(readKeep).slice(0, MAX_ROWS);
  const keeps = keepRowsSchema.safeParse(rows);
  return rows.length === 0 || !keeps.success ? null : keeps.data;
}

function readKeep(entry: JsonObject): KeepRow[] {
  const from = KEEP_SOURCES.find((each) => each === entry.from);
  if (from === undefined) return [];
  return [
    {
      ...{ name: textOf(entry.name), from, at: textOf(entry.at) },
      isHidden: entry.secret === true,
      isEnabled: entry.disabled !== true,
    },
  ];
}

/** What is to be another in the request's settings; nothing where the rows are the same. */
export function writeKeeps(
  before: readonly KeepRow[] = [],
  rows: readonly KeepRow[] = [],
): Readonly<Record<string, JsonValue | undefined>> {
  if (JSON.stringify(before) === JSON.stringify(rows)) return {};
  return { [KEEP_KEY]: rows.length === 0 ? undefined : rows.map(writeKeep) };
}

function writeKeep({ name, from, at, isHidden, isEnabled }: KeepRow): JsonObject {
  return {
    ...{ name, from },
    ...(at === '' ? {} : { at }),
    ...(isHidden ? { secret: true } : {}),
    ...(isEnabled ? {} : { disabled: true }),
  };
}
