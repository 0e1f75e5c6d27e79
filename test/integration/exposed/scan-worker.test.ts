import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, open, realpath, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Finding, ScanReport } from '../../../electron/exposed/scan-job.ts';
import { compilePatterns } from '../../../electron/exposed/scan-patterns.ts';
import { createWorkerScanRunner } from '../../../electron/exposed/worker-scan-runner.ts';
import { holds } from '../../support/holds.ts';
import { recordingLogger } from '../../support/in-memory-ports.ts';

const secret = 'a-custom-value-of-somebody';
const MEGABYTE = 1024 * 1024;
const GIGABYTE = 1024 * MEGABYTE;
/** Milliseconds; not a measure of speed. */
const HANGS_AFTER = 180_000;
let folder = '';

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'keyfob-scan-')));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

interface ScanRun {
  readonly ended: Promise<'complete' | 'failed'>;
  readonly reports: ScanReport[];
  /** Resolves when the scan has told something that fits. */
  readonly told: (fits: (report: ScanReport) => boolean) => Promise<ScanReport>;
  readonly cancel: () => void;
}

const workerFile = new URL('../../../electron/exposed/scan-worker.ts', import.meta.url);

function startScan(root: string, file: string | URL = workerFile): ScanRun {
  const reports: ScanReport[] = [];
  const waiting: ((report: ScanReport) => void)[] = [];
  const { promise: ended, resolve } = Promise.withResolvers<'complete' | 'failed'>();
  const runner = createWorkerScanRunner({ workerFile: file, logger: recordingLogger() });
  const patterns = compilePatterns([{ kind: 'secret', secret }]);
  const job = { root, leavesOutPackages: false, excludedFolder: join(folder, 'keyfob'), patterns };
  const { cancel } = runner.run(job, {
    onReport(report) {
      reports.push(report);
      for (const tell of waiting) tell(report);
    },
    onEnd: resolve,
  });
  const told = (fits: (report: ScanReport) => boolean): Promise<ScanReport> =>
    new Promise((found) => {
      waiting.push((report) => {
        if (fits(report)) found(report);
      });
    });
  return { ended, reports, told, cancel };
}

const findingsOf = ({ reports }: ScanRun): readonly Finding[] => reports.flatMap(({ findings }) => findings);
const lastOf = ({ reports }: ScanRun): ScanReport => {
  const last = reports.at(-1);
  if (last === undefined) throw new Error('Nothing was reported');
  return last;
};

test('finds a value in each of some of hundreds of files, past links in a circle, pipes and other people’s folders', async () => {
  const expected: string[] = [];
  for (let at = 0; at < 300; at += 1) {
    const place = join(folder, `folder-${String(at % 20)}`, String(at % 3));
    await mkdir(place, { recursive: true });
    const path = join(place, `${String(at)}.txt`);
    const has = at % 7 === 0;
    await writeFile(path, `${'line\n'.repeat(at * 200)}${has ? secret : 'nothing'}\n`);
    if (has) expected.push(path);
  }
  await symlink(folder, join(folder, 'folder-1', 'round'));
  await symlink('/etc/passwd', join(folder, 'elsewhere'));
  await symlink(join(folder, 'nowhere'), join(folder, 'broken'));
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  await mkdir(join(folder, 'keyfob'));
  await writeFile(join(folder, 'keyfob', 'keyfob.db'), secret);

  const scan = startScan(folder);
  expect(await scan.ended).toBe('complete');
  expect(
    findingsOf(scan)
      .map(({ path }) => path)
      .toSorted(),
  ).toEqual(expected.toSorted());
  for (const { path, places, count } of findingsOf(scan)) {
    const at = Number(/(\d+)\.txt$/.exec(path)?.[1]);
    expect([count, places]).toEqual([1, [{ kind: 'text', line: at * 200 + 1, column: 1 }]]);
  }
  const { gaps, progress } = lastOf(scan);
  expect(gaps).toMatchObject({ links: 3, special: 1, ownFolder: 1, unreadable: 0, vanished: 0 });
  expect(progress).toMatchObject({ files: 300, totalFiles: 300 });
});

test.skipIf(process.getuid?.() === 0)('counts what it may not read, and goes on', async () => {
  await writeFile(join(folder, 'closed.txt'), secret);
  await chmod(join(folder, 'closed.txt'), 0);
  await writeFile(join(folder, 'open.txt'), secret);
  const scan = startScan(folder);
  await scan.ended;
  expect(lastOf(scan).gaps.unreadable).toBe(1);
  expect(findingsOf(scan)).toHaveLength(1);
});

test(
  'reads a gigabyte with little memory, and leaves the main process its time',
  { timeout: HANGS_AFTER },
  async () => {
    const path = join(folder, 'large.bin');
    const file = await open(path, 'w');
    await file.write(Buffer.from(secret), 0, secret.length, 100 * MEGABYTE - 5);
    await file.write(Buffer.from(secret), 0, secret.length, GIGABYTE - secret.length);
    await file.close();
    await truncate(path, GIGABYTE);
    const delays = monitorEventLoopDelay({ resolution: 5 });
    const before = process.memoryUsage().rss;
    let most = before;
    const startedAt = performance.now();
    delays.enable();
    const scan = startScan(folder);
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
    expect(await scan.ended).toBe('complete');
    const took = performance.now() - startedAt;
    clearInterval(watch);
    delays.disable();
    const grown = (most - before) / MEGABYTE;
    const longest = delays.max / 1e6;
    process.stdout.write(
      `1 GiB: ${took.toFixed(0)} ms, ${grown.toFixed(0)} MiB more memory, the loop waited ${longest.toFixed(0)} ms at most\n`,
    );
    expect(findingsOf(scan)[0]?.places).toEqual([
      { kind: 'binary', offset: 100 * MEGABYTE - 5 },
      { kind: 'binary', offset: GIGABYTE - secret.length },
    ]);
    // A thread of its own takes some tens of megabytes; the file is a gigabyte.
    expect(grown).toBeLessThan(200);
    // Read on the main thread it would wait as long as the scan takes. The machine's other work makes it wait too.
    expect(longest).toBeLessThan(Math.max(150, took / 4));
  },
);

test(
  'reads what tar, gzip and git packed, and leaves a bomb at its bound',
  holds('confinement.scan-packed'),
  async () => {
    const run = (command: string, ...args: string[]) =>
      execFileSync(command, args, { cwd: folder, stdio: 'pipe' });
    await writeFile(join(folder, 'notes.txt'), `first\n${secret}\n`);
    run('git', 'init', '--quiet', 'repository');
    run('git', '-C', 'repository', 'hash-object', '-w', '../notes.txt');
    for (const [name, ...options] of [
      ['gnu.tgz', '-z', '--format=gnu'],
      ['pax.tgz', '-z', '--format=posix'],
      ['old.tar', '--format=v7'],
      ['ustar.tar', '--format=ustar'],
    ] as const) {
      run('tar', '-cf', name, ...options, 'notes.txt');
    }
    run('gzip', '-9', 'notes.txt');
    const zeros = Buffer.alloc(MEGABYTE);
    const bomb = createGzip();
    const written = pipeline(bomb, createWriteStream(join(folder, 'bomb.gz')));
    for (let at = 0; at < 256; at += 1) if (!bomb.write(zeros)) await once(bomb, 'drain');
    bomb.end();
    await written;

    const scan = startScan(folder);
    expect(await scan.ended).toBe('complete');
    const found = findingsOf(scan).map(({ shown, places }) => [
      shown.replace(/objects.*/, 'objects'),
      places,
    ]);
    const place = { kind: 'text', line: 2, column: 1 };
    expect(found.toSorted()).toEqual([
      ['gnu.tgz › notes.txt', [place]],
      ['notes.txt.gz › notes.txt', [place]],
      ['old.tar › notes.txt', [place]],
      ['pax.tgz › notes.txt', [place]],
      ['repository/.git/objects', [place]],
      ['ustar.tar › notes.txt', [place]],
    ]);
    expect(lastOf(scan).gaps).toMatchObject({
      tooMuch: 1,
      damaged: 0,
      otherPacked: 0,
      nested: 0,
      gitHistories: 0,
    });
  },
);

test('ends within a moment when it is cancelled, in the middle of a file', async () => {
  const path = join(folder, 'large.bin');
  await writeFile(path, '');
  await truncate(path, 64 * GIGABYTE);
  const scan = startScan(folder);
  await scan.told(({ progress }) => progress.phase === 'reading' && progress.bytes > 0);
  const count = scan.reports.length;
  const startedAt = performance.now();
  scan.cancel();
  expect(performance.now() - startedAt).toBeLessThan(200);
  // Whatever was under way is dropped: the loop turns, and nothing more is told.
  await new Promise((resolve) => setImmediate(resolve));
  expect(scan.reports).toHaveLength(count);
  await rm(path);
});

test('goes on when files vanish after they were counted', { timeout: HANGS_AFTER }, async () => {
  // Large enough that it is still being read when the other is taken away: folders are read last in, first out.
  await mkdir(join(folder, 'a'));
  await mkdir(join(folder, 'b'));
  for (const name of ['a', 'b']) {
    await writeFile(join(folder, name, '1.bin'), '');
    await truncate(join(folder, name, '1.bin'), GIGABYTE / 4);
  }
  const scan = startScan(folder);
  const { progress } = await scan.told(
    (report) => report.progress.phase === 'reading' && report.progress.bytes > 0,
  );
  const other = progress.current.startsWith('a') ? 'b' : 'a';
  await rm(join(folder, other), { recursive: true });
  expect(await scan.ended).toBe('complete');
  expect(lastOf(scan).gaps.vanished).toBe(1);
  expect(lastOf(scan).progress.files).toBe(1);
});

test('says that it failed when its thread cannot start, and logs no path', async () => {
  const scan = startScan(folder, join(folder, 'no-such-worker.js'));
  expect(await scan.ended).toBe('failed');
});
