import {
  fieldOf,
  isJsonList,
  isJsonObject,
  objectOf,
  objectsOf,
  textOf,
  type Json,
  type JsonObject,
} from '../json-value.ts';
import type { References } from './references.ts';

const MAX_DEPTH = 8;

/** Values that the examples of one document may be made of together: schemas that multiply each other end here. */
export interface Budget {
  left: number;
}

/** One value that a schema describes: its own example, else one made from its type. */
export function schemaExample(schema: Json | undefined, references: References, budget: Budget): Json {
  return exampleOf(schema, { references, budget, path: [] });
}

/** `path`: the schemas that are being made an example of; one that holds itself ends there. */
interface Making {
  readonly path: readonly JsonObject[];
  readonly references: References;
  readonly budget: Budget;
}

function exampleOf(unresolved: Json | undefined, making: Making): Json {
  const { references, budget, path } = making;
  budget.left -= 1;
  if (budget.left <= 0 || path.length > MAX_DEPTH) return null;
  const schema = references.resolve(unresolved);
  if (path.includes(schema)) return null;
  const given = givenExample(schema);
  if (given !== undefined) return given;
  const deeper = { ...making, path: [...path, schema] };
  const all = objectsOf(schema, 'allOf');
  if (all.length > 0)
    return merged([...all.map((part) => exampleOf(part, deeper)), ownExample(schema, deeper)]);
  const [first] = [...objectsOf(schema, 'oneOf'), ...objectsOf(schema, 'anyOf')];
  if (first !== undefined && !isJsonObject(fieldOf(schema, 'properties'))) return exampleOf(first, deeper);
  return ownExample(schema, deeper);
}

function givenExample(schema: JsonObject): Json | undefined {
  const [example] = listed(schema, 'examples');
  const [choice] = listed(schema, 'enum');
  return (
    fieldOf(schema, 'example') ?? example ?? fieldOf(schema, 'const') ?? fieldOf(schema, 'default') ?? choice
  );
}

function listed(schema: JsonObject, name: string): readonly Json[] {
  const list = fieldOf(schema, name);
  return isJsonList(list) ? list : [];
}

function merged(parts: readonly Json[]): Json {
  const objects = parts.filter(isJsonObject);
  if (objects.length === 0) return parts.find((part) => part !== null) ?? null;
  return Object.fromEntries(objects.flatMap((part) => Object.entries(part)));
}

function ownExample(schema: JsonObject, making: Making): Json {
  switch (typeOf(schema)) {
    case 'object':
      return objectExample(schema, making);
    case 'array':
      return listExample(schema, making);
    case 'string':
      return textExample(textOf(schema, 'format'));
    case 'integer':
    case 'number': {
      const least = fieldOf(schema, 'minimum');
      return typeof least === 'number' ? least : 0;
    }
    case 'boolean':
      return true;
    default:
      return null;
  }
}

/** 3.1 has lists of types; a schema that says none says it by what it has. */
function typeOf(schema: JsonObject): string {
  const type = fieldOf(schema, 'type');
  if (isJsonList(type))
    return type.find((each): each is string => typeof each === 'string' && each !== 'null') ?? '';
  if (typeof type === 'string') return type;
  if (isJsonObject(fieldOf(schema, 'properties'))) return 'object';
  return fieldOf(schema, 'items') === undefined ? '' : 'array';
}

function listExample(schema: JsonObject, making: Making): Json {
  const items = making.references.resolve(fieldOf(schema, 'items'));
  return making.path.includes(items) ? [] : [exampleOf(items, making)];
}

function objectExample(schema: JsonObject, making: Making): JsonObject {
  const example: Record<string, Json> = {};
  for (const [name, property] of Object.entries(objectOf(schema, 'properties'))) {
    if (making.budget.left <= 0) break;
    const resolved = making.references.resolve(property);
    if (fieldOf(resolved, 'readOnly') === true || making.path.includes(resolved)) continue;
    example[name] = exampleOf(resolved, making);
  }
  return example;
}

function textExample(format: string): string {
  switch (format) {
    case 'date':
      return '2026-01-31';
    case 'date-time':
      return '2026-01-31T12:00:00Z';
    case 'uuid':
      return '00000000-0000-4000-8000-000000000000';
    case 'email':
      return 'name@example.com';
    case 'uri':
    case 'url':
      return 'https://example.com';
    case 'ipv4':
      return '192.0.2.1';
    case 'ipv6':
      return '2001:db8::1';
    default:
      return format === 'password' ? '' : 'string';
  }
}
