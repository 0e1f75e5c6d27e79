import type { CommandInput, CommandOutput } from '../../shared/contract/contract.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { ExposedScan, ScanTarget } from '../../shared/domain/exposed-scan.ts';
import type { TextCopier } from '../keys/copy-text.ts';
import type { KeyContext } from '../keys/key-context.ts';
import { LedgerUnavailableError } from '../keys/ledger/ledger.ts';
import type { FileDialog } from '../ports/file-dialog.ts';
import type { FileRevealer } from '../ports/file-revealer.ts';
import { readKeptValues, type KeptValues } from './kept-values.ts';
import { createPathMask } from './mask-path.ts';
import { noteFound } from './note-found.ts';
import { compilePatterns, type ScanPatterns } from './scan-patterns.ts';
import { noGaps, type ScanReport, type ScanRunner } from './scan-job.ts';
import { describeScan, pathOf, type ScanRecord } from './scan-record.ts';

type Nothing = Result<Readonly<Record<string, never>>>;

/**
 * The commands `exposed.*`: looks for the values of the keys in files, and keeps what it found until the next scan or the end of
 * Keyfob, in memory alone. It holds no value, and gives none.
 */
export interface ExposedScans {
  /** Names and states of keys are as of now. `ledger-unavailable`. */
  getScan(): Result<ExposedScan>;
  /** `scan-running`, `ledger-unavailable`. */
  scan(input: CommandInput<'exposed.scan'>): Promise<Result<CommandOutput<'exposed.scan'>>>;
  cancel(): Nothing;
  clear(): Nothing;
  /** `not-found` for a file that the result does not list. */
  showInFolder(file: CommandInput<'exposed.showInFolder'>): Nothing;
  copyPath(file: CommandInput<'exposed.copyPath'>): Promise<Nothing>;
}

export interface ExposedScansOptions extends Pick<
  KeyContext,
  'ledger' | 'vault' | 'clock' | 'random' | 'logger' | 'publish' | 'services'
> {
  readonly fileDialog: FileDialog;
  readonly fileRevealer: FileRevealer;
  readonly textCopier: TextCopier;
  readonly runner: ScanRunner;
  /** Keyfob's own folder: its ledger is open, and closing a second handle of it would take SQLite's locks away. */
  readonly ownFolder: string;
}

/** What was chosen in the dialog. */
interface Chosen {
  readonly kind: ScanTarget['kind'];
  readonly path: string;
}

export function createExposedScans(options: ExposedScansOptions): ExposedScans {
  const { ledger, vault, publish, fileDialog, textCopier } = options;
  const current = createCurrentScan(options);
  let chosen: Chosen | null = null;
  let isStarting = false;

  const choose = async (target: CommandInput<'exposed.scan'>['target']): Promise<Chosen | null> => {
    if (target === 'again') return chosen;
    const file = await fileDialog.chooseExisting({ purpose: `scan-${target}`, kind: target });
    return file === null ? null : { kind: target, path: file.path };
  };

  return {
    getScan: () => reading(() => describeScan(options, current.record())),
    async scan({ target, leavesOutPackages }) {
      if (current.isRunning() || isStarting) return failed('scan-running');
      isStarting = true;
      try {
        const at = await choose(target);
        if (at === null) return ok({ kind: 'cancelled' });
        chosen = at;
        current.start(at, await readKeptValues({ ledger, vault }), leavesOutPackages);
        return ok({ kind: 'started' });
      } catch (error) {
        if (error instanceof LedgerUnavailableError) return failed('ledger-unavailable');
        throw error;
      } finally {
        isStarting = false;
      }
    },
    cancel() {
      current.cancel();
      return ok({});
    },
    clear() {
      if (current.isRunning()) return failed('scan-running');
      current.forget();
      publish('exposed.changed', {});
      return ok({});
    },
    showInFolder(file) {
      const path = pathOf(current.record(), file);
      if (path === null) return failed('not-found');
      options.fileRevealer.showInFolder(path);
      return ok({});
    },
    async copyPath(file) {
      const path = pathOf(current.record(), file);
      return path === null ? failed('not-found') : await textCopier.copy(path);
    },
  };
}

/** The scan that runs, or the last one. */
function createCurrentScan(options: ExposedScansOptions) {
  const { clock, random, publish, runner } = options;
  let record: ScanRecord | null = null;
  let running: { readonly cancel: () => void } | null = null;

  const end = (ended: ScanRecord, outcome: NonNullable<ScanRecord['end']>['outcome']): void => {
    running = null;
    ended.end = { outcome, at: clock.now() };
    noteFound(options, { values: ended.values, totals: ended.report.totals });
    publish('exposed.changed', {});
  };
  return {
    record: () => record,
    isRunning: () => running !== null,
    start(at: Chosen, kept: KeptValues, leavesOutPackages: boolean): void {
      const patterns = compilePatterns(kept.lookedFor);
      const started = newRecord({ id: random.id(), at, patterns, kept, startedAt: clock.now() });
      record = started;
      running = runner.run(
        { root: at.path, leavesOutPackages, excludedFolder: options.ownFolder, patterns },
        {
          onReport(report) {
            takeReport(started, report);
            publish('exposed.progressed', { id: started.id, ...report.progress });
          },
          onEnd: (outcome) => {
            end(started, outcome);
          },
        },
      );
      publish('exposed.changed', {});
    },
    cancel(): void {
      running?.cancel();
      if (running !== null && record !== null) end(record, 'cancelled');
    },
    forget(): void {
      record = null;
    },
  };
}

function reading<Value>(read: () => Value): Result<Value> {
  try {
    return ok(read());
  } catch (error) {
    if (error instanceof LedgerUnavailableError) return failed('ledger-unavailable');
    throw error;
  }
}

interface NewRecord {
  readonly id: string;
  readonly at: Chosen;
  readonly patterns: ScanPatterns;
  readonly kept: KeptValues;
  readonly startedAt: number;
}

function newRecord({ id, at, patterns, kept, startedAt }: NewRecord): ScanRecord {
  return {
    id,
    target: { kind: at.kind, path: createPathMask(patterns)(at.path).shown },
    values: kept.values,
    coverage: kept.coverage,
    startedAt,
    findings: [],
    report: {
      progress: {
        phase: 'counting',
        files: 0,
        bytes: 0,
        totalFiles: 0,
        totalBytes: 0,
        current: '',
        found: 0,
      },
      totals: new Map(),
      foreign: { local: 0, postman: 0 },
      gaps: noGaps(),
    },
    end: null,
  };
}

function takeReport(record: ScanRecord, { findings, ...report }: ScanReport): void {
  record.findings.push(...findings);
  record.report = report;
}
