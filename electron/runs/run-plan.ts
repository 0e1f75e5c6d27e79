import { failed, ok, type AppError, type Result } from '../../shared/domain/app-error.ts';
import type { KeepRow } from '../../shared/domain/kept-value.ts';
import type { AnswerBag } from '../requests/answer-values.ts';
import type { SecretVariable } from '../requests/secret-variables.ts';
import type { VariableScope } from '../requests/variables.ts';
import type { RequestDraft } from '../../shared/domain/http-request.ts';
import {
  MAX_RUN_REQUESTS,
  type Expectation,
  type RunExpectation,
  type RunOptions,
} from '../../shared/domain/run.ts';
import { told } from '../told.ts';

/** A request of the collection, in its place. */
export interface RunItem {
  readonly requestId: string;
  readonly name: string;
  readonly draft: RequestDraft;
  /** Why it cannot be sent as its file has it; `null` when it can. */
  readonly problem: AppError | null;
  /** Its variables, below those of the data rows. */
  readonly scope: VariableScope;
  readonly secretVariables?: readonly SecretVariable[];
  readonly collectionServiceId: string | null;
  /** For which the files of its body were chosen. */
  readonly collectionId: string;
  readonly expectations: readonly Expectation[];
  /** What is taken from its answer for the requests that follow; without it nothing. */
  readonly keeps?: readonly KeepRow[];
}

/** Values of one iteration's variables, by name. */
export interface DataRow extends ReadonlyMap<string, string> {
  /** What this iteration's answers gave. Only where a request of the plan keeps something. */
  readonly answers?: AnswerBag;
}

export interface RunPlan {
  readonly items: readonly RunItem[];
  readonly options: RunOptions;
  /** Rows of the data file; without one an iteration has no values of its own. */
  readonly dataRows: readonly DataRow[];
}

/** How often a plan goes through its requests: with a data file once a row, whatever the option says. */
export function iterationsOf({ dataRows, options }: Pick<RunPlan, 'dataRows' | 'options'>): number {
  return dataRows.length === 0 ? options.iterations : dataRows.length;
}

/** Whether its requests hand values to those that follow, so that those of an iteration are sent one after the other. */
export function isHandingOn({ items }: Pick<RunPlan, 'items'>): boolean {
  return items.some(({ keeps }) => keeps !== undefined);
}

/** How many requests that makes; `invalid-input` for none, and for more than can be kept. */
export function countRequests(plan: Pick<RunPlan, 'items' | 'dataRows' | 'options'>): Result<number> {
  const count = plan.items.length * iterationsOf(plan);
  if (count === 0) {
    return failed('invalid-input', told('nothingToRun'));
  }
  if (count <= MAX_RUN_REQUESTS) return ok(count);
  return failed('invalid-input', told('runTooLarge', { count, limit: MAX_RUN_REQUESTS }));
}

/** Those of all requests first, then those of this one. */
export function expectationsOf(requestId: string, all: readonly RunExpectation[]): readonly Expectation[] {
  if (all.length === 0) return [];
  const common = all.filter((each) => each.requestId === null);
  const own = all.filter((each) => each.requestId === requestId);
  return [...common, ...own].map(({ expectation }) => expectation);
}
