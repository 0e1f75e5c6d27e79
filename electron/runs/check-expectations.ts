import { assertNever } from '../../shared/domain/assert-never.ts';
import type { Exchange } from '../../shared/domain/exchange.ts';
import { isSensitiveHeader } from '../../shared/domain/sensitive-names.ts';
import type { Expectation, ExpectationResult } from '../../shared/domain/run.ts';
import { checkJsonPath } from './check-json-path.ts';
import type { CheckedResponse } from './expectation-checks.ts';
import { type Found, instead } from './found-instead.ts';
import { matchesGlob } from './matches-glob.ts';
import { regexMatcher } from './regex-matcher.ts';

const MAX_FOUND = 200;

/** Looks a path up in a parsed JSON value; throws for what is no JSONPath. */
export type JsonPathLookup = (path: string, json: unknown) => readonly unknown[];

/** Whether any of them looks into the body, so that the whole of it has to be kept until then. */
export function needsBody(expectations: readonly Expectation[]): boolean {
  return expectations.some(isOfBody);
}

function isOfBody({ kind }: Expectation): boolean {
  return kind.startsWith('body-') || kind.startsWith('json-path-');
}

/** Whether looking for any of them may take for ever, so that it has to be done where it can be ended. */
export function needsThread(expectations: readonly Expectation[]): boolean {
  return expectations.some(({ kind }) => kind.startsWith('json-path-') || kind.endsWith('-regex'));
}

/** The lookup of JSONPaths (RFC 9535), loaded when it is asked for. Filters are compared, nothing is evaluated. */
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
  if (outcome.kind === 'failed') return withoutAnswer(expectations);
  return expectations.map((expectation) => checkExpectation(expectation, outcome.response, lookUp));
}

export function withoutAnswer(expectations: readonly Expectation[]): ExpectationResult[] {
  return expectations.map((expectation) => ({ expectation, isMet: false, ...instead('noAnswer') }));
}

export function checkExpectation(
  expectation: Expectation,
  response: CheckedResponse,
  lookUp: JsonPathLookup,
): ExpectationResult {
  const { isMet, found, ...rest } = check(expectation, response, lookUp);
  return isMet ? { expectation, isMet, found: '' } : { expectation, isMet, found: shortened(found), ...rest };
}

export type Check = Omit<ExpectationResult, 'expectation'>;

function check(expectation: Expectation, response: CheckedResponse, lookUp: JsonPathLookup): Check {
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
      return { isMet: values.length > 0, ...instead('noHeader') };
    }
    case 'header-equals': {
      const values = headerValues(response, expectation.name);
      const all = values.join(', ');
      const isMet = values.length > 0 && (all === expectation.value || values.includes(expectation.value));
      return { isMet, ...headerFound(expectation.name, values) };
    }
    case 'header-matches': {
      const values = headerValues(response, expectation.name);
      const isMet = values.some((value) => matchesGlob(expectation.value, value));
      return { isMet, ...headerFound(expectation.name, values) };
    }
    case 'header-regex':
    case 'body-regex':
      return checkRegex(expectation, response);
    case 'body-contains':
      return bodyContains(expectation.text, response);
    case 'body-lacks': {
      const { isMet, ...found } = bodyContains(expectation.text, response);
      // What was not read may hold it.
      const isWhole = response.body.kind !== 'text' || !response.body.isTruncated;
      return { isMet: !isMet && isWhole, ...(isMet ? instead('inBody') : found) };
    }
    case 'json-path-exists':
    case 'json-path-equals':
    case 'json-path-not-equals':
    case 'json-path-contains':
    case 'json-path-matches':
    case 'json-path-regex':
    case 'json-path-less':
    case 'json-path-greater':
      return checkJsonPath(expectation, response, lookUp);
    case 'time-under': {
      const { total } = response.timings;
      return { isMet: total < expectation.milliseconds, found: `${String(Math.round(total))} ms` };
    }
    default:
      return assertNever(expectation);
  }
}

function checkRegex(
  expectation: Extract<Expectation, { kind: 'header-regex' | 'body-regex' }>,
  response: CheckedResponse,
): Check {
  const matches = regexMatcher(expectation.pattern);
  if (matches === null) return { isMet: false, ...instead('noPattern') };
  if (expectation.kind === 'body-regex') return bodyIs(matches, response);
  const values = headerValues(response, expectation.name);
  return { isMet: values.some(matches), ...headerFound(expectation.name, values) };
}

/** A field's name ignores case (RFC 9110, 5.1). */
function headerValues({ headers }: CheckedResponse, name: string): readonly string[] {
  const wanted = name.toLowerCase();
  return headers.filter((header) => header.name.toLowerCase() === wanted).map(({ value }) => value);
}

function headerFound(name: string, values: readonly string[]): Found {
  if (values.length === 0) return instead('noHeader');
  return isSensitiveHeader(name) ? instead('anotherValue') : { found: values.join(', ') };
}

function bodyContains(text: string, response: CheckedResponse): Check {
  return bodyIs((body) => body.includes(text), response);
}

function bodyIs(isAsExpected: (text: string) => boolean, { body }: CheckedResponse): Check {
  if (body.kind !== 'text')
    return { isMet: false, ...instead(body.kind === 'empty' ? 'noBody' : 'binaryBody') };
  const isMet = isAsExpected(body.text);
  return { isMet, ...instead(body.isTruncated ? 'notInPart' : 'notInBody') };
}

function shortened(text: string): string {
  return text.length <= MAX_FOUND ? text : `${text.slice(0, MAX_FOUND).toWellFormed()}…`;
}
