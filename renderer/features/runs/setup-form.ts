import {
  DEFAULT_RUN_OPTIONS,
  MAX_CONCURRENCY,
  MAX_ITERATIONS,
  MAX_RUN_REQUESTS,
  type RunEnvironment,
  type RunExpectation,
  type RunOptions,
  type RunPlace,
  type RunSetup,
} from '../../../shared/domain/run.ts';
import type { RunSelection } from '../../../shared/domain/run-selection.ts';
import { draftOf, readExpectation, type ExpectationDraft } from './expectation-form.ts';

/** A set-up as it is being typed. */
export interface SetupDraft {
  readonly iterations: string;
  readonly concurrency: string;
  readonly delayMs: string;
  readonly stopOnError: boolean;
  readonly respectRetryAfter: boolean;
  readonly keepInHistory: boolean;
  readonly environment: RunEnvironment;
  readonly expectations: readonly ExpectationDraft[];
  /** The data file's name; its rows may be gone since the last start of Keyfob. */
  readonly dataName: string | null;
  /** `undefined`: all requests, in the collection's order. */
  readonly selection: RunSelection | undefined;
}

export type NumberField = 'iterations' | 'concurrency' | 'delayMs';

export const NUMBER_LIMITS: Readonly<Record<NumberField, readonly [least: number, most: number]>> = {
  iterations: [1, MAX_ITERATIONS],
  concurrency: [1, MAX_CONCURRENCY],
  delayMs: [0, 600_000],
};

export function placeKey({ collectionId, folderId }: RunPlace): string {
  return JSON.stringify([collectionId, folderId]);
}

export function setupDraft(setup: RunSetup | null): SetupDraft {
  const { iterations, concurrency, delayMs, ...rest } = setup?.options ?? DEFAULT_RUN_OPTIONS;
  return {
    ...rest,
    iterations: String(iterations),
    concurrency: String(concurrency),
    delayMs: String(delayMs),
    expectations: (setup?.expectations ?? []).map(draftOf),
    dataName: setup?.dataName ?? null,
    selection: setup?.selection,
  };
}

/** Whether a number can be taken. */
export function isNumberTaken(draft: SetupDraft, field: NumberField): boolean {
  const [least, most] = NUMBER_LIMITS[field];
  const text = draft[field].trim();
  const value = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most;
}

/** What can be kept of a draft: `null` while one of its numbers is none. Expectations that are no such yet are left out. */
export function setupOf(draft: SetupDraft): RunSetup | null {
  const fields: readonly NumberField[] = ['iterations', 'concurrency', 'delayMs'];
  if (fields.some((field) => !isNumberTaken(draft, field))) return null;
  const { stopOnError, respectRetryAfter, keepInHistory, environment, dataName, selection } = draft;
  const options: RunOptions = {
    iterations: Number(draft.iterations),
    concurrency: Number(draft.concurrency),
    delayMs: Number(draft.delayMs),
    ...{ stopOnError, respectRetryAfter, keepInHistory, environment },
  };
  return {
    ...{ options, expectations: expectationsOf(draft), dataName },
    ...(selection === undefined ? {} : { selection }),
  };
}

function expectationsOf({ expectations }: SetupDraft): RunExpectation[] {
  return expectations.flatMap((draft) => {
    const read = readExpectation(draft);
    return read.kind === 'valid' ? [{ requestId: draft.requestId, expectation: read.expectation }] : [];
  });
}

export function hasInvalidExpectation({ expectations }: SetupDraft): boolean {
  return expectations.some((draft) => readExpectation(draft).kind === 'invalid');
}

/** A data file as the window holds it until Keyfob is locked or quits: its rows are kept nowhere else. */
export interface DataFile {
  readonly name: string;
  readonly text: string;
  readonly columns: readonly string[];
  readonly rowCount: number;
  readonly firstRows: readonly (readonly string[])[];
}

export interface PlannedCount {
  readonly count: number;
  /** The requests of one iteration, and how many iterations, or rows of data, there are. */
  readonly requests: number;
  readonly rounds: number;
  readonly isTooMany: boolean;
}

/** How many requests a run would send. */
export function plannedCount(
  requestCount: number,
  draft: SetupDraft,
  data: DataFile | null,
): PlannedCount | null {
  if (data === null && !isNumberTaken(draft, 'iterations')) return null;
  const rounds = data?.rowCount ?? Number(draft.iterations);
  const count = requestCount * rounds;
  return { count, requests: requestCount, rounds, isTooMany: count > MAX_RUN_REQUESTS };
}
