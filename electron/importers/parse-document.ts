import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { isJsonList, isJsonObject, type Json } from './json-value.ts';
import { IMPORT_LIMITS } from './limits.ts';
import { parseYaml } from './parse-yaml.ts';
import { told } from '../told.ts';

/** Keys through which a careless reader would change what all objects inherit. */
const FORBIDDEN_KEY = '__proto__';

/**
 * A text's JSON, or its YAML when it looks like one; `null` for what is neither. `import-too-large` and `import-not-readable` for
 * documents beyond the limits, with a prototype's key, or broken in the middle.
 */
export function parseDocument(text: string): Result<Json | null> {
  const start = text.trimStart().charAt(0);
  if (start === '{' || start === '[') {
    if (isTooDeep(text)) return tooDeep();
    const json = parseJson(text);
    if (json !== undefined) return checked(json);
  }
  if (!looksLikeYaml(text)) return ok(null);
  const yaml = parseYaml(text);
  return yaml.ok && yaml.value !== null ? checked(yaml.value) : yaml;
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json; // what JSON.parse returns
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A first line with content that is `name: …`, `name:` or a document's start. */
function looksLikeYaml(text: string): boolean {
  for (const line of text.slice(0, 10_000).split('\n')) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    return trimmed === '---' || /^["']?[\w.$-]{1,100}["']?:(?:\s|$)/.test(trimmed) || trimmed.startsWith('{');
  }
  return false;
}

/** Depth in one pass without recursion, before a parser builds anything. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInText = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (isInText) {
      if (code === 0x5c) index += 1;
      else if (code === 0x22) isInText = false;
    } else if (code === 0x22) {
      isInText = true;
    } else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > IMPORT_LIMITS.depth) return true;
    } else if (code === 0x7d || code === 0x5d) {
      depth -= 1;
    }
  }
  return false;
}

/** Counts values and looks at keys, without recursion. A cycle ends at the limit of depth. */
function checked(root: Json): Result<Json> {
  const pending: { readonly value: Json; readonly depth: number }[] = [{ value: root, depth: 0 }];
  let values = 0;
  let characters = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, depth } = next;
    values += 1;
    if (typeof value === 'string') characters += value.length;
    if (values > IMPORT_LIMITS.values || characters > 2 * IMPORT_LIMITS.bytes) return tooMany();
    if (depth > IMPORT_LIMITS.depth) return tooDeep();
    if (isJsonList(value)) {
      if (value.length > IMPORT_LIMITS.values) return tooMany();
      for (const item of value) pending.push({ value: item, depth: depth + 1 });
    } else if (isJsonObject(value)) {
      for (const [name, item] of Object.entries(value)) {
        if (name === FORBIDDEN_KEY) return forbiddenKey();
        pending.push({ value: item, depth: depth + 1 });
      }
    }
  }
  return ok(root);
}

function tooDeep() {
  return failed('import-too-large', told('fileTooDeep', { depth: IMPORT_LIMITS.depth }));
}

function tooMany() {
  return failed('import-too-large', told('fileTooManyValues'));
}

function forbiddenKey() {
  return failed('import-not-readable', told('fileHoldsProto'));
}
