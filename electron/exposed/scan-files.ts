import { sep } from 'node:path';
import type { FoundPlace, ScanGaps } from '../../shared/domain/exposed-scan.ts';
import {
  MOST_FILES_LISTED,
  MOST_FILES_OF_A_KEY,
  MOST_PLACES_LISTED,
} from '../../shared/domain/scan-limits.ts';
import { createBase64Reader } from './base64-runs.ts';
import { createByteMatcher, type ByteMatch } from './byte-matcher.ts';
import { createPathMask } from './mask-path.ts';
import type { OpenFile, ScanFileSystem } from './scan-file-system.ts';
import type { Finding, ScanJob, ScanReport, ValueTotal } from './scan-job.ts';
import { gapOf, walkFiles, type WalkStep } from './walk-files.ts';

export interface ScanSurroundings {
  readonly files: ScanFileSystem;
  /** Milliseconds that only go forward. */
  readonly now: () => number;
  readonly onReport: (report: ScanReport) => void;
}

const PIECE_BYTES = 256 * 1024;
const REPORT_EVERY_MS = 100;

const NO_GAPS: ScanGaps = {
  unreadable: 0,
  vanished: 0,
  links: 0,
  special: 0,
  gitHistories: 0,
  leftOut: 0,
  ownFolder: 0,
};

/** Reads every file of the job once, piece by piece, and reports what was found. Synchronous: meant for a thread of its own. */
export function scanFiles(job: ScanJob, { files, now, onReport }: ScanSurroundings): void {
  const tally = createTally();
  const maskPath = createPathMask(job.patterns);
  const inFile = createFileTally(job);
  const piece = Buffer.alloc(PIECE_BYTES);
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
  const read = (step: WalkStep & { readonly kind: 'file' | 'folder' }): void => {
    const { shown, matches } = maskPath(step.relative);
    state.current = shown;
    inFile.start();
    inFile.takeName(matches, Buffer.byteLength(step.relative.slice(0, step.relative.lastIndexOf(sep) + 1)));
    if (step.kind === 'file') {
      const gap = readPieces(files, { path: step.path, piece }, (bytes) => {
        state.bytes += bytes.length;
        inFile.push(bytes);
        reportWhenDue();
      });
      if (gap === null) inFile.end();
      else tally.addGap(gap);
      if (gap === null) state.files += 1;
    }
    tally.addFile({ path: step.path, shown }, inFile.found());
    tally.addForeign(inFile.foreign());
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

/** Reads as many bytes as the file had when it was opened: one that grows all the time would have no end. */
function readPieces(
  files: ScanFileSystem,
  { path, piece }: { readonly path: string; readonly piece: Uint8Array },
  onPiece: (bytes: Uint8Array) => void,
): keyof ScanGaps | null {
  let file: OpenFile | null = null;
  try {
    file = files.open(path);
    if (file.kind !== 'file') return 'special';
    for (let left = file.size; left > 0;) {
      const count = file.read(piece);
      if (count === 0) return null;
      onPiece(piece.subarray(0, Math.min(count, left)));
      left -= count;
    }
    return null;
  } catch (error) {
    return gapOf(error).gap;
  } finally {
    file?.close();
  }
}

interface InFile {
  count: number;
  readonly places: FoundPlace[];
}

/** What is found in the file that is read. */
function createFileTally({ patterns }: ScanJob) {
  let found = new Map<number, InFile>();
  let foreign = { local: 0, postman: 0 };
  const add = ({ values, shape }: ByteMatch, place: FoundPlace): void => {
    if (values.length === 0 && shape !== null) foreign[shape] += 1;
    for (const value of values) {
      const known = found.get(value) ?? { count: 0, places: [] };
      known.count += 1;
      if (known.places.length < MOST_PLACES_LISTED) known.places.push(place);
      found.set(value, known);
    }
  };
  const matcher = createByteMatcher(patterns, (match) => {
    add(match, match.place);
  });
  let encodedAt = 0;
  const encoded = createByteMatcher(patterns, (match) => {
    add(match, { kind: 'encoded', offset: encodedAt });
  });
  const base64 = createBase64Reader({
    ...encoded,
    begin(offset) {
      encodedAt = offset;
      encoded.start();
    },
  });
  return {
    push(bytes: Uint8Array): void {
      matcher.push(bytes);
      base64.push(bytes);
    },
    end(): void {
      matcher.end();
      base64.end();
    },
    start(): void {
      found = new Map();
      foreign = { local: 0, postman: 0 };
      matcher.start();
      base64.start();
    },
    /** A key in a folder's name is the folder's, not that of every file in it. */
    takeName(matches: readonly ByteMatch[], nameAt: number): void {
      for (const match of matches) if (match.offset + match.bytes > nameAt) add(match, { kind: 'path' });
    },
    found: (): ReadonlyMap<number, InFile> => found,
    foreign: () => foreign,
  };
}

/** What is found in all. */
function createTally() {
  const totals = new Map<number, ValueTotal>();
  const foreign = { local: 0, postman: 0 };
  const gaps: { -readonly [Gap in keyof ScanGaps]: number } = { ...NO_GAPS };
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
