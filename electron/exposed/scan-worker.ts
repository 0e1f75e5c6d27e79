import { parentPort, workerData } from 'node:worker_threads';
import { nodeFileSystem } from './scan-file-system.ts';
import { scanFiles } from './scan-files.ts';
import type { ScanJob } from './scan-job.ts';

// A file of its own in the build: it is started as a thread (worker-scan-runner.ts).

// Electron shows the archives of apps as folders; a scan reads them as the files that they are.
Reflect.set(process, 'noAsar', true);

scanFiles(workerData as ScanJob, {
  // What the runner gave it.
  files: nodeFileSystem(),
  now: () => performance.now(),
  onReport: (report) => parentPort?.postMessage(report),
});
