import { Worker } from 'node:worker_threads';
import type { LedgerChecker, LedgerCheckReport } from './ledger-check.ts';

/** Each check in a thread of its own, with no environment and nothing printed. `workerFile`: the built file of ledger-check-worker.ts. */
export function createWorkerLedgerChecker(workerFile: string | URL): LedgerChecker {
  return {
    check: (job, onReport) =>
      new Promise((resolve, reject) => {
        const reports: LedgerCheckReport[] = [];
        const worker = new Worker(workerFile, { workerData: job, env: {}, execArgv: [] });
        worker.on('message', (report: LedgerCheckReport) => {
          reports.push(report);
          onReport(report);
        });
        worker.on('error', reject);
        worker.on('exit', (code) => {
          if (code === 0) resolve(reports);
          else reject(new Error(`The check of the ledger ended with ${String(code)}`));
        });
      }),
  };
}
