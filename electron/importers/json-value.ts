/** What a JSON or YAML document holds, once it is read. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isJsonList(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}

/** A document's own field. What it inherits (`constructor`, `toString`) is no field of it. */
export function fieldOf(value: Json | undefined, name: string): Json | undefined {
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** A field as text; numbers and booleans as they are written, anything else as the empty text. */
export function textOf(value: Json | undefined, name: string): string {
  return asText(fieldOf(value, name));
}

export function asText(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

export function listOf(value: Json | undefined, name: string): readonly Json[] {
  const field = fieldOf(value, name);
  return isJsonList(field) ? field : [];
}

/** A list's objects; what else stands in it is left out. */
export function objectsOf(value: Json | undefined, name: string): readonly JsonObject[] {
  return listOf(value, name).filter(isJsonObject);
}

export function objectOf(value: Json | undefined, name: string): JsonObject {
  const field = fieldOf(value, name);
  return isJsonObject(field) ? field : {};
}

/** An object of those fields that have a value. */
export function compact(fields: Readonly<Record<string, Json | undefined>>): JsonObject {
  const object: Record<string, Json> = {};
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) object[name] = value;
  return object;
}
