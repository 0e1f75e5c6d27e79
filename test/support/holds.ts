import type { SafetyCase } from './safety-cases.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** The cases of `safety-cases.ts` that the test holds. */
    readonly holds?: readonly SafetyCase[];
  }
}

/** The options of a vitest test, or of a group of them, that holds these cases: `it('…', holds('binding.proxy'), …)`. */
export function holds(...cases: readonly SafetyCase[]): {
  readonly meta: { readonly holds: readonly SafetyCase[] };
} {
  return { meta: { holds: cases } };
}

/** The same for a test of Playwright. */
export function holdsInApp(...cases: readonly SafetyCase[]): {
  readonly annotation: { readonly type: 'holds'; readonly description: string }[];
} {
  return { annotation: cases.map((description) => ({ type: 'holds', description })) };
}
