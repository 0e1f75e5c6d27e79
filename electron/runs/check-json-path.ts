import { assertNever } from '../../shared/domain/assert-never.ts';
import type { JsonPathExpectation } from '../../shared/domain/run.ts';
import type { Check, JsonPathLookup } from './check-expectations.ts';
import type { CheckedResponse } from './expectation-checks.ts';
import { instead } from './found-instead.ts';
import { matchesGlob } from './matches-glob.ts';
import { regexMatcher } from './regex-matcher.ts';

/** Looks up what is at the path, and compares it. Of several values one has to be so; of `is not`, all. */
export function checkJsonPath(
  expectation: JsonPathExpectation,
  { body }: CheckedResponse,
  lookUp: JsonPathLookup,
): Check {
  if (body.kind !== 'text') return { isMet: false, ...instead('noJson') };
  const json = parsed(body.text);
  if (json === undefined) return { isMet: false, ...instead(body.isTruncated ? 'bodyTooLarge' : 'noJson') };
  let found: readonly unknown[];
  try {
    found = lookUp(expectation.path, json);
  } catch {
    // The library's message repeats the path and parts of the body.
    return { isMet: false, ...instead('noJsonPath') };
  }
  if (found.length === 0) return { isMet: false, ...instead('nothingAtPath') };
  const isMet = isAsExpected(expectation, found);
  if (isMet === null) return { isMet: false, ...instead('noPattern') };
  return {
    isMet,
    found: found.map((each) => JSON.stringify(each)).join(', '),
  };
}

/** `null`: its pattern is none. */
function isAsExpected(expectation: JsonPathExpectation, found: readonly unknown[]): boolean | null {
  switch (expectation.kind) {
    case 'json-path-exists':
      return true;
    case 'json-path-equals':
      return found.some((each) => isEqual(each, expectation.value));
    case 'json-path-not-equals':
      return !found.some((each) => isEqual(each, expectation.value));
    case 'json-path-contains':
      return found.some((each) => holds(each, expectation.value));
    case 'json-path-matches':
      return found.some((each) => matchesGlob(expectation.value, textOf(each)));
    case 'json-path-regex': {
      const matches = regexMatcher(expectation.pattern);
      return matches && found.some((each) => matches(textOf(each)));
    }
    case 'json-path-less':
      return found.some((each) => typeof each === 'number' && each < expectation.number);
    case 'json-path-greater':
      return found.some((each) => typeof each === 'number' && each > expectation.number);
    default:
      return assertNever(expectation);
  }
}

/** `value`: JSON, or else text that is taken as it stands. */
function isEqual(each: unknown, value: string): boolean {
  const wanted = parsed(value);
  return each === value || (wanted !== undefined && isSame(each, wanted));
}

/** A text holds a part of it; a list holds an element. */
function holds(each: unknown, value: string): boolean {
  if (Array.isArray(each)) return each.some((element) => isEqual(element, value));
  return textOf(each).includes(value);
}

function textOf(each: unknown): string {
  return typeof each === 'string' ? each : JSON.stringify(each);
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
