import type { FoundPlace, ScanGaps, ScanProgress } from '../../shared/domain/exposed-scan.ts';
import type { ScanPatterns } from './scan-patterns.ts';
import type { WalkOptions } from './walk-files.ts';

/** Everything that a scan needs to know, as plain data. */
export interface ScanJob extends WalkOptions {
  readonly patterns: ScanPatterns;
}

/** One value in one file. */
export interface Finding {
  /** The value's number. */
  readonly value: number;
  /** The file's path; for the main process alone. */
  readonly path: string;
  /** From the root on, any key in it masked. */
  readonly shown: string;
  readonly count: number;
  readonly places: readonly FoundPlace[];
}

export interface ValueTotal {
  readonly files: number;
  readonly count: number;
}

export type JobProgress = Omit<ScanProgress, 'id'>;

/** What a scan tells from time to time. Findings are told once; the rest is the state so far. */
export interface ScanReport {
  readonly progress: JobProgress;
  readonly findings: readonly Finding[];
  /** By the value's number. */
  readonly totals: ReadonlyMap<number, ValueTotal>;
  readonly foreign: { readonly local: number; readonly postman: number };
  readonly gaps: ScanGaps;
}

/** Runs scans beside the main process. */
export interface ScanRunner {
  /** Calls `onReport` while it runs and with the rest, then `onEnd` once. After `cancel` neither is called. */
  run(job: ScanJob, listeners: ScanListeners): { cancel(): void };
}

export interface ScanListeners {
  readonly onReport: (report: ScanReport) => void;
  /** `failed`: the scan broke off by a bug or for want of memory. */
  readonly onEnd: (outcome: 'complete' | 'failed') => void;
}

/** Before anything was left out. */
export function noGaps(): { -readonly [Gap in keyof ScanGaps]: number } {
  return {
    unreadable: 0,
    vanished: 0,
    links: 0,
    special: 0,
    gitHistories: 0,
    leftOut: 0,
    ownFolder: 0,
    otherPacked: 0,
    nested: 0,
    tooMuch: 0,
    damaged: 0,
  };
}
