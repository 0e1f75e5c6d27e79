import type { UsageMeter } from '../../shared/domain/usage.ts';

/** A limit as one response tells of it. */
export type LimitReading = Pick<
  UsageMeter,
  'kind' | 'windowSeconds' | 'isUnlimited' | 'limit' | 'used' | 'remaining' | 'resetsAt'
>;

interface Field {
  readonly name: string;
  readonly value: string;
}

/** What each of those names holds; most answers have none of them. */
const TELLS_OF_LIMITS = /rate-?limit/i;

/** Seen as "no limit". */
export const NO_LIMIT = 99_999_999;

/** A number from here on is an instant in epoch seconds, a smaller one a time from now in seconds. */
const EPOCH_SECONDS = 1_000_000_000;
/** And from here on in epoch milliseconds. */
const EPOCH_MILLISECONDS = 100_000_000_000;

/**
 * What the headers of a response tell of limits, in any case of their names: `RateLimit` (the pairs of the drafts up to 7, and the
 * structured items of those after it), `RateLimit-Policy`, `RateLimit-*`, `X-RateLimit-*` and `X-Rate-Limit-*`, and those of the month.
 * What cannot be read counts as not told. Nothing is answered for headers that tell nothing. `now` in epoch milliseconds.
 */
export function readLimitHeaders(headers: readonly Field[], now: number): readonly LimitReading[] {
  if (!headers.some(({ name }) => TELLS_OF_LIMITS.test(name))) return [];
  const fields = new Map<string, string>();
  for (const { name, value } of headers) {
    const key = name
      .trim()
      .toLowerCase()
      .replace(/^x-rate-limit/, 'x-ratelimit');
    const known = fields.get(key);
    fields.set(key, known === undefined ? value : `${known}, ${value}`);
  }
  const windows = readWindows(fields, now);
  const month = readMonth(fields);
  return month === null ? windows : [...windows, month];
}

function readMonth(fields: ReadonlyMap<string, string>): LimitReading | null {
  const of = (name: string): number | null =>
    numberOf(fields.get(`ratelimit-${name}-month`)) ?? numberOf(fields.get(`x-ratelimit-${name}-month`));
  const limit = of('limit');
  const remaining = of('remaining');
  if (limit === null && remaining === null) return null;
  return reading('month', { limit, remaining, resetsAt: null, windowSeconds: null });
}

interface Told {
  readonly limit: number | null;
  readonly remaining: number | null;
  readonly resetsAt: number | null;
  readonly windowSeconds: number | null;
}

function reading(kind: LimitReading['kind'], told: Told): LimitReading {
  const isUnlimited = told.limit !== null && told.limit >= NO_LIMIT;
  const limit = isUnlimited ? null : told.limit;
  const remaining = isUnlimited ? null : told.remaining;
  const used = limit === null || remaining === null ? null : Math.max(0, limit - remaining);
  return {
    kind,
    windowSeconds: told.windowSeconds,
    isUnlimited,
    limit,
    used,
    remaining,
    resetsAt: told.resetsAt,
  };
}

/** The combined field tells most; single fields fill in what it leaves open. */
function readWindows(fields: ReadonlyMap<string, string>, now: number): readonly LimitReading[] {
  const policies = itemsOf(fields.get('ratelimit-policy') ?? '');
  const single = readSingle(fields, policies, now);
  const items = itemsOf(fields.get('ratelimit') ?? '');
  const combined = isPairs(items)
    ? [pairsOf(items, policies, now)]
    : items.map((item) => itemOf(item, policies, now));
  const told = combined.filter(({ limit, remaining }) => limit !== null || remaining !== null);
  if (told.length === 0) return single === null ? [] : [reading('window', single)];
  // Of several there is no telling which one the single fields mean.
  return told.map((one) => reading('window', told.length === 1 ? filledFrom(one, single) : one));
}

function filledFrom(one: Told, other: Told | null): Told {
  return {
    limit: one.limit ?? other?.limit ?? null,
    remaining: one.remaining ?? other?.remaining ?? null,
    resetsAt: one.resetsAt ?? other?.resetsAt ?? null,
    windowSeconds: one.windowSeconds ?? other?.windowSeconds ?? null,
  };
}

function readSingle(
  fields: ReadonlyMap<string, string>,
  policies: readonly Item[],
  now: number,
): Told | null {
  const of = (name: string): string | undefined =>
    fields.get(`ratelimit-${name}`) ?? fields.get(`x-ratelimit-${name}`);
  // Older drafts put the policy beside the limit: `100, 100;w=60`.
  const beside = itemsOf(of('limit') ?? '');
  const limit = numberOf(of('limit'));
  const remaining = numberOf(of('remaining'));
  if (limit === null && remaining === null) return null;
  const policy = policyFor(limit, '', [...policies, ...beside]);
  return { limit, remaining, resetsAt: resetOf(of('reset'), now), windowSeconds: windowOf(policy) };
}

/** An item of a list with its parameters: `"default";r=50;t=30`, `300;w=60`, or `limit=300`. */
interface Item {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** Lenient: commas and semicolons stand inside quotes too, and what makes no sense is left for its readers to refuse. */
function itemsOf(text: string): readonly Item[] {
  return splitOutsideQuotes(text, ',').flatMap((part) => {
    const [value = '', ...rest] = splitOutsideQuotes(part, ';').map((piece) => piece.trim());
    if (value === '') return [];
    const parameters = new Map(
      rest.map((piece) => {
        const at = piece.indexOf('=');
        const name = at < 0 ? piece : piece.slice(0, at);
        return [name.trim().toLowerCase(), at < 0 ? '' : unquoted(piece.slice(at + 1))] as const;
      }),
    );
    return [{ value, parameters }];
  });
}

function splitOutsideQuotes(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  let isQuoted = false;
  for (const character of text.slice(0, 2_000)) {
    if (character === '"') isQuoted = !isQuoted;
    if (character === separator && !isQuoted) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  return [...parts, part];
}

function unquoted(text: string): string {
  return text.trim().replace(/^"(.*)"$/, '$1');
}

const PAIR = /^(?:limit|remaining|reset)\s*=/i;

function isPairs(items: readonly Item[]): boolean {
  return items.some(({ value }) => PAIR.test(value));
}

/** `limit=300, remaining=299, reset=60`; seen with semicolons too. */
function pairsOf(items: readonly Item[], policies: readonly Item[], now: number): Told {
  const pairs = new Map<string, string>();
  for (const { value, parameters } of items) {
    const at = value.indexOf('=');
    if (at > 0) pairs.set(value.slice(0, at).trim().toLowerCase(), unquoted(value.slice(at + 1)));
    for (const [name, text] of parameters) pairs.set(name, text);
  }
  const limit = numberOf(pairs.get('limit'));
  return {
    limit,
    remaining: numberOf(pairs.get('remaining')),
    resetsAt: resetOf(pairs.get('reset'), now),
    windowSeconds: windowOf(policyFor(limit, '', policies)),
  };
}

/** `"name";r=50;t=30`, with the limit (`q`) beside it or in the policy of that name. */
function itemOf({ value, parameters }: Item, policies: readonly Item[], now: number): Told {
  const own = numberOf(parameters.get('q')) ?? numberOf(parameters.get('limit'));
  const policy = policyFor(own, unquoted(value), policies);
  return {
    limit: own ?? (policy === null ? null : limitOf(policy)),
    remaining: numberOf(parameters.get('r')) ?? numberOf(parameters.get('remaining')),
    resetsAt: resetOf(parameters.get('t') ?? parameters.get('reset'), now),
    windowSeconds: numberOf(parameters.get('w')) ?? windowOf(policy),
  };
}

/** The policy of this name, else the one with this limit, else the only one. */
function policyFor(limit: number | null, name: string, policies: readonly Item[]): Item | null {
  const withWindow = policies.filter((policy) => windowOf(policy) !== null);
  return (
    withWindow.find(({ value }) => name !== '' && unquoted(value) === name) ??
    withWindow.find((policy) => limit !== null && limitOf(policy) === limit) ??
    (policies.length === 1 ? (policies[0] ?? null) : null)
  );
}

function limitOf({ value, parameters }: Item): number | null {
  return numberOf(parameters.get('q')) ?? numberOf(value);
}

function windowOf(policy: Item | null): number | null {
  return policy === null ? null : numberOf(policy.parameters.get('w'));
}

/** Not negative, fractions too; of a list the first. */
function numberOf(text: string | undefined): number | null {
  const digits = /^\s*(\d{1,15}(?:\.\d{1,15})?)\s*(?:[,;]|$)/.exec(text ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Epoch milliseconds. Seconds from now, epoch seconds or milliseconds, or a date. */
function resetOf(text: string | undefined, now: number): number | null {
  const number = numberOf(text);
  if (number !== null) {
    if (number >= EPOCH_MILLISECONDS) return Math.round(number);
    return Math.ceil(number >= EPOCH_SECONDS ? number * 1_000 : now + number * 1_000);
  }
  const instant =
    /[a-z]{3}/i.test(text ?? '') || /^\s*\d{4}-/.test(text ?? '') ? Date.parse(text ?? '') : Number.NaN;
  return Number.isNaN(instant) ? null : instant;
}
