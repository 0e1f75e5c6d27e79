import { isJsonList, isJsonObject, type Json, type JsonObject } from '../json-value.ts';
import type { Row } from '../postman-parts.ts';

const MAX_DEPTH = 20;

/** Insomnia's nested variables as rows: `{ api: { host: 'x' } }` is `api.host`. A list becomes its JSON. */
export function environmentRows(data: JsonObject, text: (value: string) => string): readonly Row[] {
  return rowsUnder(data, '', 0).map(({ key, value }) => ({ key, value: text(value) }));
}

function rowsUnder(
  data: JsonObject,
  prefix: string,
  depth: number,
): readonly { key: string; value: string }[] {
  return Object.entries(data).flatMap(([name, value]) => {
    const key = prefix === '' ? name : `${prefix}.${name}`;
    if (isJsonObject(value) && depth < MAX_DEPTH) return rowsUnder(value, key, depth + 1);
    return [{ key, value: written(value) }];
  });
}

function written(value: Json): string {
  if (isJsonList(value) || isJsonObject(value)) return JSON.stringify(value);
  return value === null ? '' : String(value);
}
