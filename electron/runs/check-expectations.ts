import { assertNever } from '../../shared/domain/assert-never.ts';
import type { Exchange, Response } from '../../shared/domain/exchange.ts';
import { isSensitiveHeader } from '../../shared/domain/sensitive-names.ts';
import type { Expectation, ExpectationResult } from '../../shared/domain/run.ts';

const MAX_FOUND = 200;

/** Looks a path up in a parsed JSON value; throws for what is no JSONPath. */
export type JsonPathLookup = (path: string, json: unknown) => readonly unknown[];

/** Whether any of them looks into the body, so that the whole of it has to be kept until then. */
export function needsBody(expectations: readonly Expectation[]): boolean {
  return expectations.some(({ kind }) => kind === 'body-contains' || kind === 'json-path-equals');
}

/** The lookup for plans that ask for a JSONPath (RFC 9535), loaded at its first use. Filters are compared, nothing is evaluated. */
export async function loadJsonPath(): Promise<JsonPathLookup> {
  const { jsonpath } = await import('json-p3');
  return (path, json) => jsonpath.query(path, json as never).values(); // its own JSON type; it came from JSON.parse
}

/**
 * Measures an answer by what was expected of it. It is the redacted answer, so a body is found as it is shown: with masks in place of
 * keys. Where no answer came, nothing is met.
 */
export function checkExpectations(
  expectations: readonly Expectation[],
  outcome: Exchange['outcome'],
  lookUp: JsonPathLookup,
): ExpectationResult[] {
  if (outcome.kind === 'failed') {
    return expectations.map((expectation) => ({ expectation, isMet: false, found: 'no answer' }));
  }
  const { response } = outcome;
  return expectations.map((expectation) => {
    const { isMet, found } = check(expectation, response, lookUp);
    return { expectation, isMet, found: isMet ? '' : shortened(found) };
  });
}

interface Check {
  readonly isMet: boolean;
  readonly found: string;
}

function check(expectation: Expectation, response: Response, lookUp: JsonPathLookup): Check {
  switch (expectation.kind) {
    case 'status':
      return { isMet: response.status === expectation.status, found: String(response.status) };
    case 'status-class':
      return {
        isMet: Math.floor(response.status / 100) === expectation.statusClass,
        found: String(response.status),
      };
    case 'header-exists': {
      const values = headerValues(response, expectation.name);
      return { isMet: values.length > 0, found: 'no such header' };
    }
    case 'header-equals': {
      const values = headerValues(response, expectation.name);
      const all = values.join(', ');
      const isMet = values.length > 0 && (all === expectation.value || values.includes(expectation.value));
      const shown = isSensitiveHeader(expectation.name) ? 'another value' : all;
      return { isMet, found: values.length === 0 ? 'no such header' : shown };
    }
    case 'body-contains':
      return bodyContains(expectation.text, response);
    case 'json-path-equals':
      return jsonPathEquals(expectation, response, lookUp);
    case 'time-under': {
      const { total } = response.timings;
      return { isMet: total < expectation.milliseconds, found: `${String(Math.round(total))} ms` };
    }
    default:
      return assertNever(expectation);
  }
}

/** A field's name ignores case (RFC 9110, 5.1). */
function headerValues({ headers }: Response, name: string): readonly string[] {
  const wanted = name.toLowerCase();
  return headers.filter((header) => header.name.toLowerCase() === wanted).map(({ value }) => value);
}

function bodyContains(text: string, { body }: Response): Check {
  if (body.kind !== 'text')
    return { isMet: false, found: body.kind === 'empty' ? 'no body' : 'a binary body' };
  const isMet = body.text.includes(text);
  return { isMet, found: body.isTruncated ? 'not in the part of the body that was read' : 'not in the body' };
}

function jsonPathEquals(
  { path, value }: Extract<Expectation, { kind: 'json-path-equals' }>,
  { body }: Response,
  lookUp: JsonPathLookup,
): Check {
  if (body.kind !== 'text') return { isMet: false, found: 'no JSON' };
  const json = parsed(body.text);
  if (json === undefined) return { isMet: false, found: body.isTruncated ? 'a body too large' : 'no JSON' };
  let found: readonly unknown[];
  try {
    found = lookUp(path, json);
  } catch {
    // The library's message repeats the path and parts of the body.
    return { isMet: false, found: 'the path is no JSONPath' };
  }
  if (found.length === 0) return { isMet: false, found: 'nothing at the path' };
  const wanted = parsed(value);
  const isMet = found.some((each) => each === value || (wanted !== undefined && isSame(each, wanted)));
  return { isMet, found: found.map((each) => JSON.stringify(each)).join(', ') };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // What is no JSON is compared as text, or is no JSON body.
    return undefined;
  }
}

/** JSON values: equal whatever the order of their members. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every(
    (name) => Object.hasOwn(other, name) && isSame(memberOf(one, name), memberOf(other, name)),
  );
}

function memberOf(value: object, name: string): unknown {
  return (value as Record<string, unknown>)[name]; // any object may be read by its members' names
}

function shortened(text: string): string {
  return text.length <= MAX_FOUND ? text : `${text.slice(0, MAX_FOUND).toWellFormed()}…`;
}
