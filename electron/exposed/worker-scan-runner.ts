import { Worker } from 'node:worker_threads';
import type { Logger } from '../ports/logger.ts';
import type { ScanReport, ScanRunner } from './scan-job.ts';

interface WorkerScanRunnerOptions {
  /** The built file of scan-worker.ts. */
  readonly workerFile: string | URL;
  readonly logger: Logger;
}

/** A scan needs a few megabytes; more would be a bug, and must not take the main process with it. */
const MOST_MEMORY_MB = 256;

/** Each scan in a thread of its own, with no environment and nothing printed. It ends at once when it is cancelled. */
export function createWorkerScanRunner({ workerFile, logger }: WorkerScanRunnerOptions): ScanRunner {
  return {
    run(job, { onReport, onEnd }) {
      const worker = new Worker(workerFile, {
        workerData: job,
        env: {},
        execArgv: [],
        resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
      });
      let isOver = false;
      const end = (outcome: 'complete' | 'failed'): void => {
        if (isOver) return;
        isOver = true;
        onEnd(outcome);
      };
      worker.on('message', (report: ScanReport) => {
        if (!isOver) onReport(report);
      });
      worker.on('error', (error) => {
        // Without its message: that may name a path.
        logger.error('A scan for exposed keys failed', {
          error: error instanceof Error ? error.name : 'unknown',
        });
        end('failed');
      });
      worker.on('exit', (code) => {
        end(code === 0 ? 'complete' : 'failed');
      });
      return {
        cancel() {
          isOver = true;
          void worker.terminate();
        },
      };
    },
  };
}
