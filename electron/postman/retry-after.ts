/** The names under which servers say how long to wait; the first is the standard's (RFC 9110, 10.2.3). */
const NAMES = [
  'retry-after',
  'retryafter',
  'x-ratelimit-retryafter',
  'x-ratelimit-retry-after',
  'x-ratelimit-reset',
] as const;

/** A number greater than this is an instant in epoch seconds, a smaller one a time from now in seconds. */
const EPOCH_FLOOR_SECONDS = 1_000_000_000;

/**
 * How long a refused caller has to wait, in milliseconds, by whatever header says so: seconds (fractions too), an instant in
 * epoch seconds, or an HTTP date; else the `reset` of `RateLimit`. `null` when none does. `now` in epoch milliseconds.
 */
export function retryAfterMs(headers: ReadonlyMap<string, string>, now: number): number | null {
  for (const name of NAMES) {
    const wait = waitOf(headers.get(name)?.trim() ?? '', now);
    if (wait !== null) return wait;
  }
  const reset = /(?:^|[,;\s])(?:reset|t)=(\d+)/i.exec(headers.get('ratelimit') ?? '')?.[1];
  return reset === undefined ? null : Number(reset) * 1_000;
}

function waitOf(text: string, now: number): number | null {
  if (/^\d+(?:\.\d+)?$/.test(text)) {
    const seconds = Number(text);
    return Math.max(0, Math.ceil(seconds * 1_000 - (seconds > EPOCH_FLOOR_SECONDS ? now : 0)));
  }
  const instant = text === '' ? Number.NaN : Date.parse(text);
  return Number.isNaN(instant) ? null : Math.max(0, instant - now);
}
