import { Worker } from 'node:worker_threads';
import type { ExpectationResult } from '../../shared/domain/run.ts';
import { codeOf } from '../error-code.ts';
import type { Logger } from '../ports/logger.ts';
import type { CheckAnswer, CheckJob } from './expectation-checks.ts';

export interface CheckThreadOptions {
  /** The built file of expectation-worker.ts. */
  readonly workerFile: string | URL;
  readonly logger: Pick<Logger, 'error'>;
  readonly mostMemoryMb?: number;
}

export interface CheckThread {
  readonly isReady: () => boolean;
  /** Asked before it is ready, it answers when it is. */
  readonly ask: (job: CheckJob) => void;
  /** Nothing is told after it. */
  readonly end: () => void;
}

export interface ThreadEvents {
  readonly onReady: () => void;
  readonly onResult: (result: ExpectationResult) => void;
  /** It is over. `isTooMuch`: it took all memory that it may take. */
  readonly onFailed: (how: { readonly isTooMuch: boolean; readonly wasReady: boolean }) => void;
}

const MOST_MEMORY_MB = 512;

/** A thread that measures answers, with no environment and nothing printed. */
export function startCheckThread(options: CheckThreadOptions, events: ThreadEvents): CheckThread {
  const { workerFile, logger, mostMemoryMb = MOST_MEMORY_MB } = options;
  const worker = new Worker(workerFile, {
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
  });
  let isReady = false;
  let isOver = false;
  const fail = (isTooMuch: boolean): void => {
    if (isOver) return;
    isOver = true;
    events.onFailed({ isTooMuch, wasReady: isReady });
  };
  worker.on('message', (message: CheckAnswer) => {
    if (isOver) return;
    if (message.kind === 'checked') {
      events.onResult(message.result);
      return;
    }
    isReady = true;
    events.onReady();
  });
  worker.on('error', (error) => {
    const code = codeOf(error);
    const isTooMuch = code === 'ERR_WORKER_OUT_OF_MEMORY';
    // Without its message: that may repeat parts of the body.
    if (!isTooMuch && !isOver) logger.error('Expectations could not be checked', { code });
    fail(isTooMuch);
  });
  worker.on('exit', () => {
    fail(false);
  });
  return {
    isReady: () => isReady,
    ask: (job) => {
      worker.postMessage(job);
    },
    end() {
      isOver = true;
      void worker.terminate();
    },
  };
}
