import { parentPort, workerData } from 'node:worker_threads';
import { checkFiles } from './check-files.ts';
import type { LedgerCheckJob, LedgerCheckReport } from './ledger-check.ts';

// A file of its own in the build: it is started as a thread (worker-ledger-checker.ts).

checkFiles(workerData as LedgerCheckJob, (report: LedgerCheckReport) => parentPort?.postMessage(report)); // what the checker gave it
