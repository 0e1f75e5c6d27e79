import { describe, expect, test } from 'vitest';
import { createExposedScans } from '../../../electron/exposed/exposed-scans.ts';
import {
  noGaps,
  type ScanJob,
  type ScanListeners,
  type ScanReport,
  type ScanRunner,
} from '../../../electron/exposed/scan-job.ts';
import { createIssuer, digestOf } from '../../../electron/local-api/issuer.ts';
import { appError } from '../../../shared/domain/app-error.ts';
import type { EndedScan } from '../../../shared/domain/exposed-scan.ts';
import { serviceDraftSchema } from '../../../shared/domain/service.ts';
import { fakeVault } from '../../support/fake-vault.ts';
import { inMemoryFiles, seededRandom } from '../../support/in-memory-ports.ts';
import { keysBench } from '../../support/keys-bench.ts';
import { memoryLedger } from '../../support/memory-ledger.ts';
import { valueOf } from '../../support/results.ts';
import { holds } from '../../support/holds.ts';

interface Run extends ScanListeners {
  readonly job: ScanJob;
  isCancelled: boolean;
}

function scansBench() {
  const random = seededRandom();
  const bench = keysBench({
    ledger: memoryLedger(),
    vault: fakeVault(),
    random,
    issuer: createIssuer(random),
  });
  const files = inMemoryFiles();
  files.existing = { path: '/home/ada/project', name: 'project' };
  const runs: Run[] = [];
  const runner: ScanRunner = {
    run(job, listeners) {
      const run = { job, ...listeners, isCancelled: false };
      runs.push(run);
      return { cancel: () => void (run.isCancelled = true) };
    },
  };
  const shown: string[] = [];
  const scans = createExposedScans({
    ...bench,
    fileDialog: files.fileDialog,
    fileRevealer: { showInFolder: (path) => void shown.push(path) },
    runner,
    ownFolder: '/home/ada/.config/keyfob',
  });
  const start = async () => {
    valueOf(await scans.scan({ target: 'folder', leavesOutPackages: false }));
    const run = runs.at(-1);
    if (run === undefined) throw new Error('No scan was started');
    return run;
  };
  const ended = (): EndedScan => {
    const scan = valueOf(scans.getScan());
    if (scan.kind !== 'ended') throw new Error(`The scan is ${scan.kind}`);
    return scan;
  };
  const customKey = async () => {
    const origin = 'https://reports.example.com';
    const draft = { name: 'Reports', baseUrl: origin, headerName: 'X-API-Key', origins: [origin] };
    const service = valueOf(bench.services.create(serviceDraftSchema.parse(draft)));
    const { id } = await bench.generate({ serviceId: service.id });
    return { id, secret: bench.secretOf(id) };
  };
  return { ...bench, files, scans, runs, shown, start, ended, customKey };
}

/** The number that the patterns give this value. */
function numberOf({ patterns }: ScanJob, secret: string): number {
  const [number] = patterns.values.get(Buffer.from(digestOf(secret)).toString('base64')) ?? [];
  if (number === undefined) throw new Error('It is not looked for');
  return number;
}

function reportOf(values: readonly number[], changes: Partial<ScanReport> = {}): ScanReport {
  return {
    progress: {
      phase: 'reading',
      files: 3,
      bytes: 90,
      totalFiles: 3,
      totalBytes: 90,
      current: 'x',
      found: 2,
    },
    findings: values.map((value) => ({
      value,
      path: `/home/ada/project/${String(value)}.env`,
      shown: `${String(value)}.env`,
      count: 2,
      places: [{ kind: 'text', line: 1, column: 5 }],
    })),
    totals: new Map(values.map((value) => [value, { files: 1, count: 2 }])),
    foreign: { local: 1, postman: 0 },
    gaps: noGaps(),
    ...changes,
  };
}

describe('a scan', () => {
  test(
    'takes the folder from the dialog, names whose value was found, and holds no value',
    holds('confinement.scan-keeps-nothing'),
    async () => {
      const bench = scansBench();
      const apiKey = await bench.generate({ name: 'CI key' });
      const { secret } = valueOf(bench.keys.reveal(apiKey.id));
      const run = await bench.start();
      expect(run.job).toMatchObject({
        root: '/home/ada/project',
        excludedFolder: '/home/ada/.config/keyfob',
      });
      expect(bench.files.asked).toEqual([{ purpose: 'scan-folder', kind: 'folder' }]);
      run.onReport(reportOf([numberOf(run.job, secret)]));
      run.onEnd('complete');
      expect(bench.ended()).toMatchObject({
        outcome: 'complete',
        target: { kind: 'folder', path: '/home/ada/project' },
        foreign: { local: 1, postman: 0 },
        groups: [
          {
            key: { kind: 'api-key', name: 'CI key', creatorName: null, isLocal: true },
            value: 'present',
            count: 2,
            files: [{ count: 2, places: [{ line: 1, column: 5 }] }],
          },
        ],
      });
      expect(JSON.stringify([bench.ended(), run.job.root])).not.toContain(secret);
    },
  );

  test('tells of the same value what it is after the key was regenerated, given a grace, or deleted', async () => {
    const bench = scansBench();
    const apiKey = await bench.generate({ name: 'CI key' });
    const { secret } = valueOf(bench.keys.reveal(apiKey.id));
    const run = await bench.start();
    run.onReport(reportOf([numberOf(run.job, secret)]));
    run.onEnd('complete');
    const value = () => bench.ended().groups.map((group) => [group.key.kind, group.value]);
    valueOf(await bench.keys.regenerate({ id: apiKey.id, grace: '1h' }));
    expect(value()).toEqual([['api-key', 'in-grace']]);
    bench.clock.advance(3_600_000);
    expect(value()).toEqual([['api-key', 'ended']]);
    valueOf(bench.keys.remove(apiKey.id));
    expect(value()).toEqual([['revoked-key', 'ended']]);
  });

  test('looks for the secrets of other services, and says of which it could not while they do not open', async () => {
    const bench = scansBench();
    const custom = await bench.customKey();
    const opened = await bench.start();
    expect(opened.job.patterns.lengths.size).toBe(1);
    opened.onReport(reportOf([numberOf(opened.job, custom.secret)]));
    opened.onEnd('complete');
    expect(bench.ended().groups).toMatchObject([{ key: { isLocal: false }, value: 'present' }]);
    expect(bench.ended().coverage).toEqual({ values: 1, notOpened: 0, tooShort: 0 });

    valueOf(await bench.keys.regenerateExposed(custom.id));
    expect(bench.ended().groups).toMatchObject([{ value: 'replaced' }]);

    bench.vault.failure = appError('vault-unreadable');
    const locked = await bench.start();
    locked.onEnd('complete');
    expect(bench.ended().coverage).toEqual({ values: 0, notOpened: 1, tooShort: 0 });
  });

  test('writes into the activity of the key how often it was found, and not where', async () => {
    const bench = scansBench();
    const apiKey = await bench.generate({ name: 'CI key' });
    const { secret } = valueOf(bench.keys.reveal(apiKey.id));
    const run = await bench.start();
    run.onReport(reportOf([numberOf(run.job, secret)]));
    run.onEnd('complete');
    const { entries } = valueOf(
      bench.activityLog.list({
        filter: { apiKeyId: apiKey.id, group: 'shown', since: null, search: 'found' },
        before: null,
        limit: 10,
      }),
    );
    expect(entries.map(({ event }) => event)).toEqual([{ kind: 'exposed-found', files: 1, places: 2 }]);
  });

  test('keeps what it found until it is cancelled, and hears nothing more of it', async () => {
    const bench = scansBench();
    const apiKey = await bench.generate();
    const { secret } = valueOf(bench.keys.reveal(apiKey.id));
    const run = await bench.start();
    run.onReport(reportOf([numberOf(run.job, secret)]));
    expect(valueOf(bench.scans.getScan())).toMatchObject({ kind: 'running', progress: { files: 3 } });
    valueOf(bench.scans.cancel());
    expect(run.isCancelled).toBe(true);
    expect(bench.ended()).toMatchObject({ outcome: 'cancelled', groups: [{ value: 'present' }] });
  });

  test('is refused while another one runs, and asks nothing then', async () => {
    const bench = scansBench();
    await bench.start();
    const second = await bench.scans.scan({ target: 'file', leavesOutPackages: false });
    expect(second).toMatchObject({ ok: false, error: { code: 'scan-running' } });
    expect(bench.files.asked).toHaveLength(1);
    expect(bench.scans.clear()).toMatchObject({ ok: false });
  });

  test('does not begin when the person changes their mind, nor again before the first', async () => {
    const bench = scansBench();
    bench.files.existing = null;
    expect(valueOf(await bench.scans.scan({ target: 'folder', leavesOutPackages: false })).kind).toBe(
      'cancelled',
    );
    expect(valueOf(await bench.scans.scan({ target: 'again', leavesOutPackages: false })).kind).toBe(
      'cancelled',
    );
    expect([bench.runs, bench.published.includes('exposed.changed')]).toEqual([[], false]);
  });

  test('repeats the last one without asking', async () => {
    const bench = scansBench();
    (await bench.start()).onEnd('complete');
    valueOf(await bench.scans.scan({ target: 'again', leavesOutPackages: true }));
    expect(bench.runs.at(-1)?.job).toMatchObject({ root: '/home/ada/project', leavesOutPackages: true });
    expect(bench.files.asked).toHaveLength(1);
  });
});

describe('a file of the result', () => {
  test('is shown and copied by its number, of this scan alone', async () => {
    const bench = scansBench();
    const apiKey = await bench.generate();
    const { secret } = valueOf(bench.keys.reveal(apiKey.id));
    const run = await bench.start();
    const number = numberOf(run.job, secret);
    run.onReport(reportOf([number]));
    run.onEnd('complete');
    const { id: scanId, groups } = bench.ended();
    const fileId = groups[0]?.files[0]?.id ?? -1;
    const path = `/home/ada/project/${String(number)}.env`;
    valueOf(bench.scans.showInFolder({ scanId, fileId }));
    valueOf(await bench.scans.copyPath({ scanId, fileId }));
    expect([bench.shown, await bench.clipboard.readText()]).toEqual([[path], path]);
    for (const wrong of [
      { scanId: 'another', fileId },
      { scanId, fileId: fileId + 1 },
    ]) {
      expect(bench.scans.showInFolder(wrong)).toMatchObject({ ok: false, error: { code: 'not-found' } });
      expect(await bench.scans.copyPath(wrong)).toMatchObject({ ok: false });
    }
  });
});
