import type { JsonKey } from '../../../shared/domain/json-nodes.ts';

const PLAIN_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** The path of a value as a JSONPath (RFC 9535): `$.items[0].name`, quoted where a name needs it. */
export function jsonPathOf(keys: readonly JsonKey[]): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${String(key)}]`;
    if (PLAIN_NAME.test(key)) return `${path}.${key}`;
    return `${path}['${JSON.stringify(key)
      .slice(1, -1)
      .replaceAll(String.raw`\"`, '"')
      .replaceAll("'", String.raw`\'`)}']`;
  }, '$');
}
