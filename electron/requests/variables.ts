import { failed, ok, type AppErrorDetails, type Result } from '../../shared/domain/app-error.ts';
import { told, type Worded } from '../told.ts';
import type { MadeValues } from './made-values.ts';

/** What `{{name}}` stands for, by name. Values may hold templates themselves. */
export interface VariableScope extends ReadonlyMap<string, string> {
  /** Makes the values of dynamic variables that have none here; without it there are none. */
  readonly madeValues?: MadeValues;
  /** Why names have no value that an answer was to give them. */
  readonly missing?: ReadonlyMap<string, Worded>;
}

/** The variables, and above them values of some. */
export function overlaid(
  scope: VariableScope,
  values: ReadonlyMap<string, string>,
): Map<string, string> & VariableScope {
  const { madeValues, missing } = scope;
  return Object.assign(new Map([...scope, ...values]), {
    ...(madeValues === undefined ? {} : { madeValues }),
    ...(missing === undefined ? {} : { missing }),
  });
}

/** Stands in resolved segments where the chosen key's secret is to go; the secret itself is never in a template's text. */
export const KEY_VARIABLE = Symbol('the chosen key');

export interface ResolvedTemplate {
  /** Text, and `KEY_VARIABLE` wherever `{{postman-api-key}}` stood. */
  readonly segments: readonly (string | typeof KEY_VARIABLE)[];
  /** Names without a value, each once, in order. In the text they stay as typed. */
  readonly unresolved: readonly string[];
}

/** The built-in secret variables; the second spelling is the one of Postman's older pages. */
const KEY_VARIABLE_NAMES: ReadonlySet<string> = new Set(['postman-api-key', 'postman_api_key']);

const MAX_DEPTH = 20;
const MAX_CHARACTERS = 10 * 1024 * 1024;
const MAX_SUBSTITUTIONS = 10_000;

/** Bounded, so that the search stays linear in the length of the text. */
const MAX_NAME = 200;
const OPENING = 0x7b;
const CLOSING = 0x7d;

/** How a value that is made anew is written where it stands. */
export type Written = (made: string) => string;
const AS_IT_IS: Written = (made) => made;

interface Expansion {
  readonly scope: VariableScope;
  readonly written: Written;
  readonly segments: (string | typeof KEY_VARIABLE)[];
  readonly unresolved: Set<string>;
  characters: number;
  substitutions: number;
}

/**
 * Puts the values of `{{variables}}` into a text. Values are expanded too: a cycle, more than 20 levels, more than 10,000
 * substitutions or more than 10 MiB of text are `request-invalid`, so that no scope can hang the app.
 */
export function resolveTemplate(
  template: string,
  scope: VariableScope,
  written = AS_IT_IS,
): Result<ResolvedTemplate> {
  if (!template.includes('{{') && template.length <= MAX_CHARACTERS)
    return ok({ segments: template === '' ? [] : [template], unresolved: [] });
  const expansion: Expansion = {
    scope,
    written,
    segments: [],
    unresolved: new Set(),
    characters: 0,
    substitutions: 0,
  };
  const problem = expand(template, [], expansion);
  if (problem !== null) return failed('request-invalid', problem);
  return ok({ segments: mergeText(expansion.segments), unresolved: [...expansion.unresolved] });
}

/** So short that no limit is in reach, however many variables a text has. */
const SHORT = 2_000;

/**
 * The text of a short template whose variables all have short values that hold no templates, as most are; `null` for all others, and
 * for one with the key's variable in it.
 */
export function resolveAtOnce(template: string, scope: VariableScope): string | null {
  if (template.length > SHORT) return null;
  const first = template.indexOf('{{');
  if (first === -1) return template;
  let resolved = '';
  let position = 0;
  for (let at = first; at !== -1; at = template.indexOf('{{', position)) {
    const end = endOfTemplate(template, at);
    if (end === -1) return null;
    const name = template.slice(at + 2, end - 2).trim();
    const value = KEY_VARIABLE_NAMES.has(name) ? undefined : scope.get(name);
    if (value === undefined || value.length > SHORT || value.includes('{{')) return null;
    resolved += template.slice(position, at) + value;
    position = end;
  }
  return resolved + template.slice(position);
}

/** The resolved text where no key may stand: `secret-variable-misplaced` when it holds the key's variable. */
export function plainText(resolved: ResolvedTemplate, field: string): Result<string> {
  if (resolved.segments.includes(KEY_VARIABLE)) return failed('secret-variable-misplaced', { field });
  return ok(resolved.segments.join(''));
}

function expand(text: string, path: readonly string[], expansion: Expansion): AppErrorDetails | null {
  let position = 0;
  for (let at = text.indexOf('{{'); at !== -1;) {
    const end = endOfTemplate(text, at);
    if (end === -1) {
      at = text.indexOf('{{', at + 1);
      continue;
    }
    const before = text.slice(position, at);
    const problem = push(before, expansion) ?? substitute(text.slice(at, end), path, expansion);
    if (problem !== null) return problem;
    position = end;
    at = text.indexOf('{{', position);
  }
  return push(text.slice(position), expansion);
}

/** After the `}}` of a template that begins here: a name without braces stands between; -1 when it is none. */
function endOfTemplate(text: string, start: number): number {
  const last = Math.min(text.length, start + 3 + MAX_NAME);
  for (let at = start + 2; at < last; at += 1) {
    const code = text.charCodeAt(at);
    if (code === OPENING) return -1;
    if (code === CLOSING) return at > start + 2 && text.charCodeAt(at + 1) === CLOSING ? at + 2 : -1;
  }
  return -1;
}

/** `template`: with its braces. */
function substitute(template: string, path: readonly string[], expansion: Expansion): AppErrorDetails | null {
  const name = template.slice(2, -2).trim();
  expansion.substitutions += 1;
  if (expansion.substitutions > MAX_SUBSTITUTIONS) return told('variablesExpandTooOften');
  if (KEY_VARIABLE_NAMES.has(name)) {
    expansion.segments.push(KEY_VARIABLE);
    return null;
  }
  const value = expansion.scope.get(name);
  if (value === undefined) {
    const made = name.startsWith('$') ? expansion.scope.madeValues?.(name) : null;
    if (typeof made === 'string') return push(expansion.written(made), expansion);
    expansion.unresolved.add(name);
    return push(template, expansion);
  }
  if (path.includes(name)) return told('variableOfItself', { name });
  if (path.length >= MAX_DEPTH) return told('variablesTooDeep');
  return value.includes('{{') ? expand(value, [...path, name], expansion) : push(value, expansion);
}

function push(text: string, expansion: Expansion): AppErrorDetails | null {
  expansion.characters += text.length;
  if (expansion.characters > MAX_CHARACTERS) return told('variablesTooLong');
  if (text !== '') expansion.segments.push(text);
  return null;
}

function mergeText(segments: readonly (string | typeof KEY_VARIABLE)[]): (string | typeof KEY_VARIABLE)[] {
  if (!segments.includes(KEY_VARIABLE)) return segments.length === 0 ? [] : [segments.join('')];
  const merged: (string | typeof KEY_VARIABLE)[] = [];
  let texts: string[] = [];
  const flush = (): void => {
    if (texts.length > 0) merged.push(texts.join(''));
    texts = [];
  };
  for (const segment of segments) {
    if (typeof segment === 'string') {
      texts.push(segment);
    } else {
      flush();
      merged.push(segment);
    }
  }
  flush();
  return merged;
}
