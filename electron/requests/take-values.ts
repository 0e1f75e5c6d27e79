import { assertNever } from '../../shared/domain/assert-never.ts';
import type { Exchange, Response } from '../../shared/domain/exchange.ts';
import type { KeepFinding, KeepRow } from '../../shared/domain/kept-value.ts';
import { isSensitiveHeader, isSensitiveName } from '../../shared/domain/sensitive-names.ts';
import { stepsOf, valueAt, type PathStep } from '../../shared/domain/singular-path.ts';
import { KEY_SHAPE } from './key-shapes.ts';
import { MASKED } from './masked.ts';
import type { Redactor } from './redactor.ts';
import { isTelling } from './secret-variables.ts';

/** What came of a row: a value, or why there is none. */
export interface TakenValue {
  readonly row: KeepRow;
  /** The variable's. */
  readonly name: string;
  readonly value: string | null;
  readonly finding: KeepFinding | null;
  readonly isSecret: boolean;
}

/** Longer ones are no token and no id, and would stand in every request that follows. */
const MAX_VALUE = 8_192;
/** RFC 9110, 5.5 for headers, and no address has others. */
const HOLDS_CONTROL = /[\x00-\x1f\x7f\u2028\u2029]/;
const MASK = '•';

/** The rows that keep something. */
export function keepsOf(rows: readonly KeepRow[] | undefined): readonly KeepRow[] {
  return rows?.filter(({ name, isEnabled }) => isEnabled && name.trim() !== '') ?? [];
}

/** Takes from the redacted answer what the rows name: a key that a server sends back is not among it, since a mask is no value. */
export function takeValues(rows: readonly KeepRow[], { outcome }: Exchange): readonly TakenValue[] {
  const json = outcome.kind === 'response' ? lazyJson(outcome.response) : null;
  return rows.map((row) => {
    const found = json === null || outcome.kind === 'failed' ? 'noAnswer' : find(row, outcome.response, json);
    const name = row.name.trim();
    if (typeof found === 'string') return { row, name, value: null, finding: found, isSecret: row.isHidden };
    const finding = refusalOf(found.text);
    const isSecret = row.isHidden || looksSecret(row, found.text);
    return { row, name, value: finding === null ? found.text : null, finding, isSecret };
  });
}

interface FoundText {
  readonly text: string;
}

type LazyJson = () => { readonly json: unknown } | KeepFinding;

function find(row: KeepRow, response: Response, json: LazyJson): FoundText | KeepFinding {
  switch (row.from) {
    case 'status':
      return { text: String(response.status) };
    case 'header': {
      const wanted = row.at.trim().toLowerCase();
      const header = response.headers.find(({ name }) => name.toLowerCase() === wanted);
      return header === undefined ? 'noHeader' : { text: header.value };
    }
    case 'json-path': {
      const steps = stepsOf(row.at);
      return steps === null ? 'noSinglePath' : atPath(steps, json());
    }
    default:
      return assertNever(row.from);
  }
}

function atPath(steps: readonly PathStep[], parsed: ReturnType<LazyJson>): FoundText | KeepFinding {
  if (typeof parsed === 'string') return parsed;
  const value = valueAt(parsed.json, steps);
  if (value === undefined) return 'nothingAtPath';
  if (typeof value === 'string') return { text: value };
  return typeof value === 'number' || typeof value === 'boolean' ? { text: String(value) } : 'notOneValue';
}

/** Parsed once, and only where a row asks for it. */
function lazyJson({ body }: Response): LazyJson {
  let parsed: ReturnType<LazyJson> | null = null;
  return () => (parsed ??= parse(body));
}

function parse(body: Response['body']): ReturnType<LazyJson> {
  if (body.kind !== 'text') return 'noJson';
  try {
    return { json: JSON.parse(body.text) as unknown };
  } catch {
    // The parser's message repeats a part of the body.
    return body.isTruncated ? 'bodyTooLarge' : 'noJson';
  }
}

function refusalOf(text: string): KeepFinding | null {
  if (text.length > MAX_VALUE) return 'tooLong';
  if (HOLDS_CONTROL.test(text)) return 'notOneLine';
  // It would be resolved once more, with what this server is not to have.
  if (text.includes('{{') || text.includes('}}')) return 'holdsTemplate';
  return text.includes(MASK) ? 'masked' : null;
}

/** From now on it is masked wherever it would be shown. A word is no reason to refuse a text in which it stands by chance. */
export function addAnswerSecret(redactor: Pick<Redactor, 'add'>, secret: string): void {
  redactor.add(secret, MASKED, isTelling(secret) ? 'anywhere' : 'where-it-is-shown');
}

/** It is a value of nobody's any more. */
export function removeAnswerSecret(redactor: Pick<Redactor, 'remove'>, secret: string): void {
  redactor.remove(secret, MASKED);
}

/** The exchange with masks in place of the secrets that were taken from it; the same one when there are none. */
export function withoutTakenSecrets(
  exchange: Exchange,
  taken: readonly TakenValue[],
  redactor: Pick<Redactor, 'add' | 'mask'>,
): Exchange {
  const secrets = taken.flatMap(({ value, isSecret }) => (isSecret && value !== null ? [value] : []));
  if (secrets.length === 0 || exchange.outcome.kind === 'failed') return exchange;
  for (const secret of secrets) addAnswerSecret(redactor, secret);
  const { keptBytes: _keptBytes, ...response } = exchange.outcome.response;
  const outcome = { kind: 'response', response: { ...response, isRedacted: true } } as const;
  return withTexts({ ...exchange, outcome }, (text) => redactor.mask(text)) as Exchange; // of the same shape, with other texts
}

/** A value of JSON with each of its texts as `change` has it; members keep their names. */
function withTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each) => withTexts(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withTexts(each, change)]));
}

const JSON_WEB_TOKEN = /^eyJ[\w-]{5,}\.[\w-]+\.[\w-]*$/;
/** Random text in letters of both cases and digits; uuids, hashes and times are none. */
const RANDOM_TEXT = /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[\w+/=.~-]{32,}$/;

/** By the names under which it stands and gets, as the history judges them, and by its look. */
function looksSecret({ name, from, at }: KeepRow, text: string): boolean {
  const isNamed = from === 'header' ? isSensitiveHeader(at.trim()) : isSensitiveName(lastNameIn(at));
  if (isNamed || isSensitiveName(name)) return true;
  return JSON_WEB_TOKEN.test(text) || RANDOM_TEXT.test(text) || text.search(KEY_SHAPE) !== -1;
}

function lastNameIn(path: string): string {
  const last = stepsOf(path)?.findLast((step) => typeof step === 'string');
  return typeof last === 'string' ? last : '';
}
