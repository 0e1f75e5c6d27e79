import type { AppError } from '../../shared/domain/app-error.ts';
import type { Exchange } from '../../shared/domain/exchange.ts';
import type { ExpectationResult, RunRecord, RunRow, RunTotals, RunVerdict } from '../../shared/domain/run.ts';
import type { RunItem } from './run-plan.ts';

/** A request that was taken up, and what came of it. */
export interface Attempted {
  readonly item: RunItem;
  /** From 0. */
  readonly iteration: number;
  /** From the run's start, in milliseconds. */
  readonly startedAfterMs: number;
  readonly durationMs: number;
  readonly attempts: number;
  /** An error: nothing was tried, because the request cannot be sent as it is. */
  readonly sent:
    | { readonly kind: 'exchange'; readonly exchange: Exchange }
    | { readonly kind: 'refused'; readonly error: AppError; readonly url: string };
  readonly expectations: readonly ExpectationResult[];
}

/** What is kept of a request, as the `seq`th row of its run. */
export function recordOf(attempted: Attempted, seq: number): RunRecord {
  const { item, sent, expectations } = attempted;
  const exchange = sent.kind === 'exchange' ? sent.exchange : null;
  const response = exchange?.outcome.kind === 'response' ? exchange.outcome.response : null;
  const error = errorOf(attempted);
  // Named one by one: of a thousand rows an object that is spread among others takes three times as long.
  const row: RunRow = {
    seq,
    iteration: attempted.iteration + 1,
    requestId: item.requestId,
    name: item.name,
    method: exchange?.method ?? item.draft.method,
    url: sent.kind === 'exchange' ? sent.exchange.url : sent.url,
    status: response?.status ?? null,
    apiKeyName: keyNameOf(exchange),
    bodyBytes: response?.bodyBytes ?? 0,
    errorCode: error?.code ?? null,
    verdict: verdictOf(error, expectations),
    startedAfterMs: attempted.startedAfterMs,
    durationMs: attempted.durationMs,
    attempts: attempted.attempts,
    isKeyWithheld: exchange?.hops.some(({ signing }) => signing.kind === 'withheld') ?? false,
  };
  return {
    row,
    expectations: [...expectations],
    exchange,
    problem: error === null ? null : { message: error.message, remedy: error.remedy },
  };
}

function keyNameOf(exchange: Exchange | null): string | null {
  const signing = exchange?.hops[0]?.signing;
  return signing === undefined || signing.kind === 'unsigned' ? null : signing.apiKeyName;
}

function errorOf({ sent }: Attempted): AppError | null {
  if (sent.kind === 'refused') return sent.error;
  return sent.exchange.outcome.kind === 'failed' ? sent.exchange.outcome.error : null;
}

function verdictOf(error: AppError | null, expectations: readonly ExpectationResult[]): RunVerdict {
  if (error !== null) return 'error';
  return expectations.every(({ isMet }) => isMet) ? 'passed' : 'failed';
}

export function addToTotals(totals: RunTotals, { row, expectations }: RunRecord): RunTotals {
  return {
    done: totals.done + 1,
    passed: totals.passed + Number(row.verdict === 'passed'),
    failed: totals.failed + Number(row.verdict === 'failed'),
    errors: totals.errors + Number(row.verdict === 'error'),
    withheld: totals.withheld + Number(row.isKeyWithheld),
    expectations: totals.expectations + expectations.length,
    unmetExpectations: totals.unmetExpectations + expectations.filter(({ isMet }) => !isMet).length,
    receivedBytes: totals.receivedBytes + row.bodyBytes,
  };
}
