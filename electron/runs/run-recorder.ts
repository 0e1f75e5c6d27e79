import { NO_TOTALS, type Run, type RunRecord, type RunState } from '../../shared/domain/run.ts';
import type { RunSigningKeys } from '../keys/run-signing-keys.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';
import type { Publish } from '../keys/publish.ts';
import type { Clock } from '../ports/clock.ts';
import { createRecordPacker, type PackedRecord } from './packed-record.ts';
import { addToTotals } from './run-row.ts';
import { insertRunRecords, updateRun } from './run-rows.ts';

export interface RunRecorderOptions {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly publish: Publish;
  readonly now: () => number;
  readonly signingKeys: Pick<RunSigningKeys, 'flush'>;
  /** Writes what else is to be kept of those that were added; within the transaction. What it returns is called once that is on disk. */
  readonly alsoKeep: () => () => void;
  /** The disk refuses the rows: without them the run is worth nothing. */
  readonly onRefused: (error: unknown) => void;
}

export interface RunRecorder {
  add(record: RunRecord): void;
  run(): Run;
  /** Writes what is left. Throws `LedgerWriteError` when the disk refuses. */
  end(state: RunState): Run;
}

/** Each write waits for the disk and holds up what is in flight, so rows are written together, this often. */
const FLUSH_MS = 1_000;
/** No more rows than this, and no more characters of them, wait in memory. */
const MAX_WAITING = 1_000;
const MAX_WAITING_CHARACTERS = 4_000_000;
/** How often the window is told. */
const PROGRESS_MS = 200;

/** Keeps the rows of a run in the ledger, and tells the window how far it is; the last rows may not be in the ledger yet. */
export function createRunRecorder(begun: Run, options: RunRecorderOptions): RunRecorder {
  const { ledger, clock, publish, now, signingKeys } = options;
  const began = now();
  const packer = createRecordPacker();
  let totals = NO_TOTALS;
  let waiting: PackedRecord[] = [];
  let characters = 0;
  let unschedule: (() => void) | null = null;
  let unscheduleProgress: (() => void) | null = null;

  const at = (state: RunState): Run => ({ ...begun, state, totals, durationMs: now() - began });

  const flush = (state: RunState): Run => {
    unschedule?.();
    unschedule = null;
    unscheduleProgress?.();
    unscheduleProgress = null;
    const records = waiting;
    waiting = [];
    characters = 0;
    const run = at(state);
    const onKept = ledger.transaction(() => {
      signingKeys.flush();
      insertRunRecords(ledger, begun.id, records);
      updateRun(ledger, run);
      return options.alsoKeep();
    });
    onKept();
    publish('runs.progressed', run);
    return run;
  };

  const tryFlush = (): void => {
    try {
      flush('running');
    } catch (error) {
      // No row that comes can be like one that was not kept.
      packer.forget();
      options.onRefused(error);
    }
  };

  const tell = (): void => {
    unscheduleProgress = null;
    publish('runs.progressed', at('running'));
  };

  return {
    add(record) {
      // Before this one and not after it: it may be the last, which is written when the run ends.
      if (waiting.length >= MAX_WAITING || characters >= MAX_WAITING_CHARACTERS) tryFlush();
      totals = addToTotals(totals, record);
      const packed = packer.pack(record);
      waiting.push(packed);
      characters += packed.restText.length;
      unschedule ??= clock.schedule(tryFlush, FLUSH_MS);
      unscheduleProgress ??= clock.schedule(tell, PROGRESS_MS);
    },
    run: () => at('running'),
    end: flush,
  };
}
