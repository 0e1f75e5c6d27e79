import type { SafetyCase } from '../../../test/support/safety-cases.ts';

/** A defence, and how it is switched off: one short text in one file, which must stand there exactly once. */
export interface Mutation {
  /** What is no longer defended. */
  readonly defence: string;
  readonly file: string;
  readonly search: string;
  readonly replace: string;
  /** The files of tests that are run against it. */
  readonly tests: readonly string[];
  /** The case that a failing test of these must hold. */
  readonly holds: SafetyCase;
}
