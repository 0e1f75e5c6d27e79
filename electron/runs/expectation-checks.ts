import type { Exchange, Response } from '../../shared/domain/exchange.ts';
import type { Expectation, ExpectationResult } from '../../shared/domain/run.ts';

/** What of an answer expectations are about. */
export type CheckedResponse = Pick<Response, 'status' | 'headers' | 'body' | 'timings'>;

/** Measures answers beside the main process, where looking for something can be ended. Of one run. */
export interface ExpectationChecks {
  /** Makes it ready, before the first answer is there. */
  start(): void;
  /** One answer after the other, in the order of the calls. Never rejects. */
  check(
    expectations: readonly Expectation[],
    outcome: Exchange['outcome'],
  ): Promise<readonly ExpectationResult[]>;
  /** Ends what is under way; what was not measured yet is answered with nothing. */
  readonly close: () => void;
}

/** What a thread is asked; it answers each expectation by itself, in their order. */
export interface CheckJob {
  readonly expectations: readonly Expectation[];
  readonly response: CheckedResponse;
}

export type CheckAnswer =
  { readonly kind: 'ready' } | { readonly kind: 'checked'; readonly result: ExpectationResult };
