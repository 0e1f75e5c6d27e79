import type { PatternProblem } from './pattern-problem.ts';
import type { Expectation } from './run.ts';

export type ExpectationKind = Expectation['kind'];

/** Why what was typed is no expectation. */
export type ExpectationProblem =
  | { readonly kind: 'header-name' }
  | { readonly kind: 'json-path' }
  | { readonly kind: 'no-pattern' }
  | { readonly kind: 'pattern'; readonly problem: PatternProblem }
  | { readonly kind: 'any-number' }
  | { readonly kind: 'number'; readonly least: number; readonly most: number };
