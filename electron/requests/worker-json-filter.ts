import { Worker } from 'node:worker_threads';
import type { FilteredJson } from '../../shared/domain/filtered-json.ts';
import type { Logger } from '../ports/logger.ts';
import { codeOf } from '../error-code.ts';
import type { JsonFilterRunner } from './json-filter.ts';

interface WorkerJsonFilterOptions {
  /** The built file of json-filter-worker.ts. */
  readonly workerFile: string | URL;
  readonly logger: Pick<Logger, 'error'>;
  readonly mostMemoryMb?: number;
}

/** The largest body that is looked through takes about ten times its size; a path can ask for any amount. */
const MOST_MEMORY_MB = 512;

/** Each filter in a thread of its own, with no environment and nothing printed. It ends at once when it is told to. */
export function createWorkerJsonFilter(options: WorkerJsonFilterOptions): JsonFilterRunner {
  const { workerFile, logger, mostMemoryMb = MOST_MEMORY_MB } = options;
  return {
    run(job, onEnd) {
      const worker = new Worker(workerFile, {
        workerData: job,
        transferList: [job.bytes.buffer],
        env: {},
        execArgv: [],
        resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
      });
      let isOver = false;
      const end = (result: FilteredJson | 'failed'): void => {
        if (isOver) return;
        isOver = true;
        onEnd(result);
      };
      worker.on('message', (result: FilteredJson) => {
        end(result);
      });
      worker.on('error', (error) => {
        const code = codeOf(error);
        if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
          end({ kind: 'too-much' });
          return;
        }
        // Without its message: that may repeat parts of the body.
        logger.error('A filter of a response failed', { code });
        end('failed');
      });
      worker.on('exit', () => {
        end('failed');
      });
      return {
        end() {
          isOver = true;
          void worker.terminate();
        },
      };
    },
  };
}
