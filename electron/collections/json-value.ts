/** What `JSON.parse` gives. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: JsonValue;
}

export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isJsonArray(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** The object under this key; an empty one when there is none. */
export function objectAt(value: JsonObject, key: string): JsonObject {
  const found = value[key];
  return isJsonObject(found) ? found : {};
}

/** The objects of the array under this key. */
export function objectsAt(value: JsonObject, key: string): readonly JsonObject[] {
  const found = value[key];
  return isJsonArray(found) ? found.filter(isJsonObject) : [];
}

/** The text under this key; `''` when there is none. A number or a truth value is read as text. */
export function textAt(value: JsonObject, key: string): string {
  return textOf(value[key]);
}

export function textOf(value: JsonValue | undefined): string {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : JSON.stringify(value);
}

/** Whether two values are the same JSON. The order of an object's keys does not count. */
export function isSameJson(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  if (left === right) return true;
  if (isJsonArray(left)) {
    return (
      isJsonArray(right) &&
      left.length === right.length &&
      left.every((each, index) => isSameJson(each, right[index]))
    );
  }
  if (!isJsonObject(left) || !isJsonObject(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && isSameJson(left[key], right[key]))
  );
}

/** The object with these keys set, or taken away where the value is `undefined`; the same object when nothing changes. */
export function withKeys(
  value: JsonObject,
  changes: Readonly<Record<string, JsonValue | undefined>>,
): JsonObject {
  const isChanged = Object.entries(changes).some(([key, change]) =>
    change === undefined ? Object.hasOwn(value, key) : !isSameJson(value[key], change),
  );
  if (!isChanged) return value;
  const next: Record<string, JsonValue> = { ...value };
  for (const [key, change] of Object.entries(changes)) {
    if (change === undefined) Reflect.deleteProperty(next, key);
    else if (!isSameJson(next[key], change)) next[key] = change;
  }
  return next;
}
