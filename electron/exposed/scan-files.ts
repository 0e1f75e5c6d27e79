import { sep } from 'node:path';
import type { ScanGaps } from '../../shared/domain/exposed-scan.ts';
import { MOST_FILES_LISTED, MOST_FILES_OF_A_KEY } from '../../shared/domain/scan-limits.ts';
import { createContentScan } from './content-scan.ts';
import type { InFile } from './file-tally.ts';
import { createPathMask } from './mask-path.ts';
import type { UnpackLimits } from './packed/unpack-bounds.ts';
import type { OpenFile, ScanFileSystem } from './scan-file-system.ts';
import { noGaps, type Finding, type ScanJob, type ScanReport, type ValueTotal } from './scan-job.ts';
import { gapOf, walkFiles, type WalkStep } from './walk-files.ts';

export interface ScanSurroundings {
  readonly files: ScanFileSystem;
  /** Milliseconds that only go forward. */
  readonly now: () => number;
  readonly onReport: (report: ScanReport) => void;
  readonly unpackLimits?: UnpackLimits;
}

const PIECE_BYTES = 256 * 1024;
const REPORT_EVERY_MS = 100;

/** Reads every file of the job once, piece by piece, and reports what was found. Synchronous: meant for a thread of its own. */
export function scanFiles(job: ScanJob, { files, now, onReport, unpackLimits }: ScanSurroundings): void {
  const tally = createTally();
  const maskPath = createPathMask(job.patterns);
  const piece = Buffer.alloc(PIECE_BYTES);
  const { state, report, reportWhenDue } = createReports(tally, { now, onReport });
  const content = createContentScan(job.patterns, {
    onFound(file, inFile) {
      tally.addFile(file, inFile.found());
      tally.addForeign(inFile.foreign());
    },
    addGap: (gap) => {
      tally.addGap(gap);
    },
    unpackLimits,
    onUnpacked: reportWhenDue,
  });
  const read = (step: WalkStep & { readonly kind: 'file' | 'folder' }): void => {
    const { shown, matches } = maskPath(step.relative);
    state.current = shown;
    const nameAt = Buffer.byteLength(step.relative.slice(0, step.relative.lastIndexOf(sep) + 1));
    content.start({ path: step.path, shown, matches, nameAt });
    if (step.kind === 'file') {
      const gap = readPieces(
        files,
        { path: step.path, piece },
        {
          onOpen: (file) => {
            content.open(file, step);
          },
          onPiece: (bytes) => {
            state.bytes += bytes.length;
            content.push(bytes);
            reportWhenDue();
          },
          onEnd: content.end,
        },
      );
      if (gap === null) state.files += 1;
      else tally.addGap(gap);
    }
    content.close();
  };

  for (const step of walkFiles(files, job)) {
    if (step.kind !== 'file') continue;
    state.totalFiles += 1;
    state.totalBytes += step.size;
    reportWhenDue();
  }
  state.phase = 'reading';
  report();
  for (const step of walkFiles(files, job)) {
    if (step.kind === 'gap') tally.addGap(step.gap);
    else read(step);
    reportWhenDue();
  }
  report();
}

/** How far the scan is, told from time to time. */
function createReports(
  tally: ReturnType<typeof createTally>,
  { now, onReport }: Pick<ScanSurroundings, 'now' | 'onReport'>,
) {
  const state = {
    phase: 'counting' as 'counting' | 'reading',
    files: 0,
    bytes: 0,
    totalFiles: 0,
    totalBytes: 0,
    current: '',
  };
  let reportedAt = now();
  const report = (): void => {
    reportedAt = now();
    onReport({ progress: { ...state, found: tally.found() }, ...tally.take() });
  };
  const reportWhenDue = (): void => {
    if (now() - reportedAt >= REPORT_EVERY_MS) report();
  };
  return { state, report, reportWhenDue };
}

interface PieceListeners {
  readonly onOpen: (file: OpenFile) => void;
  readonly onPiece: (bytes: Uint8Array) => void;
  /** While it is still open. */
  readonly onEnd: () => void;
}

/** Reads as many bytes as the file had when it was opened: one that grows all the time would have no end. */
function readPieces(
  files: ScanFileSystem,
  { path, piece }: { readonly path: string; readonly piece: Uint8Array },
  { onOpen, onPiece, onEnd }: PieceListeners,
): keyof ScanGaps | null {
  let file: OpenFile | null = null;
  try {
    file = files.open(path);
    if (file.kind !== 'file') return 'special';
    onOpen(file);
    for (let left = file.size; left > 0;) {
      const count = file.read(piece);
      if (count === 0) break;
      onPiece(piece.subarray(0, Math.min(count, left)));
      left -= count;
    }
    onEnd();
    return null;
  } catch (error) {
    return gapOf(error).gap;
  } finally {
    file?.close();
  }
}

/** What is found in all. */
function createTally() {
  const totals = new Map<number, ValueTotal>();
  const foreign = { local: 0, postman: 0 };
  const gaps: { -readonly [Gap in keyof ScanGaps]: number } = noGaps();
  let waiting: Finding[] = [];
  let listed = 0;
  let count = 0;
  return {
    found: () => count,
    addGap(gap: keyof ScanGaps): void {
      gaps[gap] += 1;
    },
    addForeign(more: { readonly local: number; readonly postman: number }): void {
      foreign.local += more.local;
      foreign.postman += more.postman;
    },
    addFile(file: Pick<Finding, 'path' | 'shown'>, inFile: ReadonlyMap<number, InFile>): void {
      for (const [value, { count: more, places }] of inFile) {
        const total = totals.get(value) ?? { files: 0, count: 0 };
        totals.set(value, { files: total.files + 1, count: total.count + more });
        count += more;
        // Each key lists its first file, however many others fill the list.
        const hasRoom = listed < MOST_FILES_LISTED && total.files < MOST_FILES_OF_A_KEY;
        if (!hasRoom && total.files > 0) continue;
        listed += 1;
        waiting.push({ value, ...file, count: more, places });
      }
    },
    /** The findings since the last time, and copies of the rest as it stands. */
    take(): Omit<ScanReport, 'progress'> {
      const findings = waiting;
      waiting = [];
      return { findings, totals: new Map(totals), foreign: { ...foreign }, gaps: { ...gaps } };
    },
  };
}
