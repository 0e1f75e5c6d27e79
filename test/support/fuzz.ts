const factor = Math.max(1, Number(process.env['KEYFOB_FUZZ'] ?? 1) || 1);

export const isLongFuzz = factor > 1;

/**
 * How long a fuzz test goes on: as often as it says, with the same inputs each time; or, with `KEYFOB_FUZZ=20` in the environment,
 * twenty times as often with new ones.
 */
export const fuzz = (numRuns: number): { readonly numRuns: number; readonly seed?: number } =>
  isLongFuzz ? { numRuns: numRuns * factor } : { numRuns, seed: 5_362 };

/** Time for that, in milliseconds: `ms` for the usual number of inputs. */
export const fuzzTimeout = (ms: number): number => ms * factor;
