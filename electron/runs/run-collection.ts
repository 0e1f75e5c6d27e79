import type { RunRecord, RunState } from '../../shared/domain/run.ts';
import type { Clock } from '../ports/clock.ts';
import { retryAfterMs } from '../postman/retry-after.ts';
import type { AnswerBag } from '../requests/answer-values.ts';
import { rounded } from '../requests/rounded-time.ts';
import type { ItemSender, SentItem } from './item-sender.ts';
import { isHandingOn, iterationsOf, type DataRow, type RunItem, type RunPlan } from './run-plan.ts';
import type { RunAnswers } from './run-answers.ts';
import { recordOf } from './run-row.ts';

export interface RunControl {
  readonly send: ItemSender;
  readonly clock: Clock;
  /** Monotonic time in milliseconds. */
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** Where iterations' answers leave their values. */
  readonly answers: RunAnswers;
  /** Told of each request that has ended, in that order. */
  readonly onRecord: (record: RunRecord, item: RunItem) => void;
}

/** How a run that was carried out ended. */
export type RunEnd = Extract<RunState, 'finished' | 'stopped' | 'cancelled'>;

/** A server that asks for more patience than this is not waited for. */
const LONGEST_WAIT_MS = 5 * 60_000;
const MAX_ATTEMPTS = 4;
const NO_VALUES: DataRow = new Map();

interface Turn {
  readonly item: RunItem;
  /** From 0. */
  readonly iteration: number;
  /** Those of its iteration, where the iteration has values of its own. */
  readonly values?: DataRow;
}

/**
 * Sends the requests of a plan in order, iteration after iteration, as many at a time as its options say, each from the moment that a
 * place is free. Ends when all have answered, at the first error when that was asked for (those in flight are let end), or at once
 * when `signal` says so. Never rejects for anything that a server does.
 */
export async function runCollection(plan: RunPlan, control: RunControl): Promise<RunEnd> {
  const { signal, now } = control;
  const lanes = lanesOf(plan, control);
  const pause = createPause(control);
  const patience = plan.options.respectRetryAfter ? { ...control, pause } : null;
  const began = now();
  let seq = 0;
  const progress = { hasStopped: false };

  const note = ({ item, iteration }: Turn, startedAt: number, { sent: answer, attempts }: Patient): void => {
    // What was cut off by cancelling says nothing about its server.
    if (signal.aborted) return;
    seq += 1;
    const { sent, expectations, durationMs } = answer;
    const startedAfterMs = rounded(startedAt - began);
    const record = recordOf(
      { item, iteration, startedAfterMs, attempts, sent, expectations, durationMs },
      seq,
    );
    if (plan.options.stopOnError && record.row.verdict !== 'passed') progress.hasStopped = true;
    control.onRecord(record, item);
  };

  const isOver = (): boolean => signal.aborted || progress.hasStopped;

  const work = async (): Promise<void> => {
    const turns = lanes();
    let isFirst = true;
    for (;;) {
      if (isOver()) return;
      const turn = turns();
      // Before anything is waited for: nothing is, once there is nothing left to send.
      if (turn === null) return;
      if (!isFirst && plan.options.delayMs > 0) await wait(plan.options.delayMs, control);
      isFirst = false;
      if (!pause.isOver()) await pause.over();
      if (isOver()) return;
      const { item, iteration, values = plan.dataRows[iteration] ?? NO_VALUES } = turn;
      const startedAt = now();
      const sent = await control.send(item, values, signal);
      const done =
        patience === null ? { sent, attempts: 1 } : await sendAgain({ item, values, sent }, patience);
      note(turn, startedAt, done);
    }
  };

  await Promise.all(
    Array.from({ length: Math.min(plan.options.concurrency, plan.items.length * iterationsOf(plan)) }, work),
  );
  if (signal.aborted) return 'cancelled';
  return progress.hasStopped ? 'stopped' : 'finished';
}

/**
 * Who asks gets the turns of one place. All places share the requests, one after the other; where requests hand values on, a place
 * takes a whole iteration, whose requests wait for each other, and no value comes from another one.
 */
function lanesOf(plan: RunPlan, { answers }: Pick<RunControl, 'answers'>): () => () => Turn | null {
  if (!isHandingOn(plan)) {
    const turns = takeTurns(plan);
    return () => turns;
  }
  const iterations = iterationsOf(plan);
  let begun = 0;
  return () => {
    let turns = (): Turn | null => null;
    let own: AnswerBag | null = null;
    return () => {
      const turn = turns();
      if (turn !== null) return turn;
      if (own !== null) answers.end(own);
      own = null;
      if (begun === iterations) return null;
      const iteration = begun;
      begun += 1;
      own = answers.begin();
      const values = Object.assign(new Map(plan.dataRows[iteration]), { answers: own });
      const items = plan.items.values();
      turns = () => {
        const { value: item } = items.next();
        return item === undefined ? null : { item, iteration, values };
      };
      return turns();
    };
  };
}

/** Each request of each iteration in its turn, then `null`. */
function takeTurns(plan: RunPlan): () => Turn | null {
  const iterations = iterationsOf(plan);
  let iteration = 0;
  let index = 0;
  return () => {
    if (index === plan.items.length) {
      iteration += 1;
      index = 0;
    }
    const item = plan.items[index];
    if (item === undefined || iteration >= iterations) return null;
    index += 1;
    return { item, iteration };
  };
}

/** All places wait while a server asked for it. */
interface Pause {
  /** Whether nothing is to be waited for. */
  isOver(): boolean;
  /** Resolves when nothing is to be waited for, and when the run is cancelled. */
  over(): Promise<void>;
  /** From now on, in milliseconds. */
  extend(waitMs: number): void;
}

function createPause(control: Pick<RunControl, 'clock' | 'now' | 'signal'>): Pause {
  let until = 0;
  return {
    isOver: () => until <= control.now(),
    async over() {
      for (;;) {
        const left = until - control.now();
        if (left <= 0 || control.signal.aborted) return;
        await wait(left, control);
      }
    },
    extend: (waitMs) => {
      until = Math.max(until, control.now() + waitMs);
    },
  };
}

/** Resolves after this time, or when the run is cancelled. */
function wait(waitMs: number, { clock, signal }: Pick<RunControl, 'clock' | 'signal'>): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      unschedule();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const unschedule = clock.schedule(end, waitMs);
    signal.addEventListener('abort', end, { once: true });
  });
}

interface Patience extends RunControl {
  readonly pause: Pause;
}

/** What came of a request that may have been sent several times. */
interface Patient {
  readonly sent: SentItem;
  readonly attempts: number;
}

interface FirstAttempt {
  readonly item: RunItem;
  readonly values: DataRow;
  readonly sent: SentItem;
}

/** Sends again after the time that the server asked for, a few times at most. */
async function sendAgain(
  { item, values, sent: first }: FirstAttempt,
  { send, clock, signal, pause }: Patience,
): Promise<Patient> {
  let sent = first;
  for (let attempts = 1; ; attempts += 1) {
    const waitMs = askedToWait(sent, clock.now());
    if (waitMs === null || signal.aborted) return { sent, attempts };
    pause.extend(waitMs);
    if (attempts === MAX_ATTEMPTS || !maySendAgain(sent)) return { sent, attempts };
    await pause.over();
    if (isCancelled(signal)) return { sent, attempts };
    sent = await send(item, values, signal);
  }
}

/** Asked again after a wait: the signal is another by then. */
function isCancelled(signal: AbortSignal): boolean {
  return signal.aborted;
}

/** RFC 9110, 10.2.3 and RFC 6585, 4: how long a 429 or a 503 asks to wait; `null` when it does not, or for too long. */
function askedToWait({ sent }: SentItem, now: number): number | null {
  if (sent.kind === 'refused' || sent.exchange.outcome.kind === 'failed') return null;
  const { status, headers } = sent.exchange.outcome.response;
  if (status !== 429 && status !== 503) return null;
  const waitMs = retryAfterMs(new Map(headers.map(({ name, value }) => [name.toLowerCase(), value])), now);
  return waitMs === null || waitMs > LONGEST_WAIT_MS ? null : waitMs;
}

/** A 429 was not processed. Behind a 503 something may have been, so only what may be repeated is (RFC 9110, 9.2.2). */
function maySendAgain({ sent }: SentItem): boolean {
  if (sent.kind === 'refused' || sent.exchange.outcome.kind === 'failed') return false;
  const { method, outcome } = sent.exchange;
  return outcome.response.status === 429 || (method !== 'POST' && method !== 'PATCH');
}
