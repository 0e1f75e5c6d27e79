import type { Exchange } from '../../shared/domain/exchange.ts';
import type { Finding } from '../../shared/domain/run-findings.ts';
import type { Expectation, ExpectationResult } from '../../shared/domain/run.ts';
import type { Clock } from '../ports/clock.ts';
import { withoutAnswer } from './check-expectations.ts';
import { startCheckThread, type CheckThread, type CheckThreadOptions } from './check-thread.ts';
import type { CheckedResponse, CheckJob, ExpectationChecks } from './expectation-checks.ts';
import { instead } from './found-instead.ts';

export interface WorkerChecksOptions extends CheckThreadOptions {
  readonly clock: Pick<Clock, 'schedule'>;
}

/** So long one expectation of one answer may take: a path through 5 MiB takes a tenth of it. */
const LONGEST_MS = 2_000;
/** One that took longer so often is not looked for again in its run, which it would only hold up. */
const MOST_TRIES = 3;

interface Job {
  readonly expectations: readonly Expectation[];
  readonly response: CheckedResponse;
  /** Of as many as were measured, in their order. */
  readonly results: ExpectationResult[];
  readonly resolve: (results: readonly ExpectationResult[]) => void;
}

/** One thread for the expectations of a run. One that takes too long is ended with its thread, and the next goes on in a new one. */
export function createWorkerChecks(options: WorkerChecksOptions): ExpectationChecks {
  const jobs: Job[] = [];
  const patience = createPatience();
  const timer = createTimer(options.clock);
  let thread: CheckThread | null = null;
  let isClosed = false;
  const giveUp = (finding: Finding): void => {
    if (failNext(jobs[0], finding, patience)) goOn();
  };
  const stop = (): void => {
    thread?.end();
    thread = null;
  };
  const watch = (): void => {
    timer.start(() => {
      stop();
      giveUp('tookTooLong');
    });
  };
  const ready = (): CheckThread =>
    (thread ??= startCheckThread(options, {
      onReady() {
        if (jobs.length > 0) watch();
      },
      onResult(result) {
        jobs[0]?.results.push(result);
        const next = nextOf(jobs[0]);
        if (next === null || patience.whyLost(next) !== null) goOn();
        else watch();
      },
      onFailed({ isTooMuch, wasReady }) {
        thread = null;
        // What does not start once does not start the next time.
        if (!isTooMuch && !wasReady) patience.loseAll();
        giveUp(isTooMuch ? 'tookTooLong' : 'notChecked');
      },
    }));
  const goOn = (): void => {
    timer.stop();
    const job = settleFirst(jobs, patience);
    if (job === null) return;
    ready().ask(soughtOf(job, patience));
    if (ready().isReady()) watch();
  };

  return {
    start: () => void ready(),
    check(expectations, outcome) {
      if (outcome.kind === 'failed' || isClosed) return Promise.resolve(withoutAnswer(expectations));
      return new Promise((resolve) => {
        jobs.push({ expectations, response: checkedOf(outcome), results: [], resolve });
        if (jobs.length === 1) goOn();
      });
    },
    close: () => {
      isClosed = true;
      timer.stop();
      stop();
      for (const job of jobs.splice(0)) job.resolve([]);
    },
  };
}

/** What is being measured gets no result of its own; returns whether there was something. */
function failNext(job: Job | undefined, finding: Finding, patience: Patience): boolean {
  const expectation = nextOf(job);
  if (expectation === null) return false;
  if (finding === 'tookTooLong') patience.lose(expectation);
  job?.results.push(unmet(expectation, finding));
  return true;
}

function createTimer(clock: WorkerChecksOptions['clock']) {
  let unschedule = (): void => undefined;
  return {
    stop: (): void => {
      unschedule();
    },
    start: (onLate: () => void): void => {
      unschedule();
      unschedule = clock.schedule(onLate, LONGEST_MS);
    },
  };
}

/** Answers what can be answered at once; returns the job that has to be looked at, or `null` when there is none. */
function settleFirst(jobs: Job[], patience: Patience): Job | null {
  for (let [job] = jobs; job !== undefined; [job] = jobs) {
    const expectation = nextOf(job);
    const finding = patience.whyLost(expectation);
    if (expectation === null) {
      jobs.shift();
      job.resolve(job.results);
    } else if (finding === null) return job;
    else job.results.push(unmet(expectation, finding));
  }
  return null;
}

/** What comes next and is looked for, up to what is not. */
function soughtOf({ expectations, results, response }: Job, patience: Patience): CheckJob {
  const rest = expectations.slice(results.length);
  const end = rest.findIndex((each) => patience.whyLost(each) !== null);
  return { expectations: end === -1 ? rest : rest.slice(0, end), response };
}

/** The expectation that comes next; `null` when all are measured. */
function nextOf(job: Job | undefined): Expectation | null {
  return job?.expectations[job.results.length] ?? null;
}

type Patience = ReturnType<typeof createPatience>;

/** Which expectations are not looked for any more. */
function createPatience() {
  const lost = new Map<string, number>();
  let isAllLost = false;
  return {
    lose: (expectation: Expectation): void => {
      const name = JSON.stringify(expectation);
      lost.set(name, (lost.get(name) ?? 0) + 1);
    },
    loseAll: (): void => {
      isAllLost = true;
    },
    /** Why it is not looked for; `null` when it is. */
    whyLost: (expectation: Expectation | null): Finding | null => {
      if (isAllLost) return 'notChecked';
      if (lost.size === 0 || expectation === null) return null;
      return (lost.get(JSON.stringify(expectation)) ?? 0) >= MOST_TRIES ? 'tookTooLong' : null;
    },
  };
}

function unmet(expectation: Expectation, finding: Finding): ExpectationResult {
  return { expectation, isMet: false, ...instead(finding) };
}

/** Without what is not looked at: it is copied. */
function checkedOf({ response }: Extract<Exchange['outcome'], { kind: 'response' }>): CheckedResponse {
  const { status, headers, body, timings } = response;
  return { status, headers, body, timings };
}
