import { MessageChannel, Worker } from 'node:worker_threads';
import type { DrawnPage, FirstPageOrder } from '../../shared/contract/first-page.ts';
import type { Logger } from '../ports/logger.ts';
import type { DrawingMessage } from './first-page-worker.ts';

interface FirstPageDrawerOptions {
  /** The built file of first-page-worker.ts. */
  readonly workerFile: string;
  /** The built file of renderer/first-page. */
  readonly drawingFile: string;
  readonly logger: Logger;
}

export interface FirstPageDrawer {
  /** Starts the thread, so that it is there when it is needed. */
  readonly warm: () => void;
  /** Null when it cannot be drawn, or not soon enough. */
  readonly draw: (order: FirstPageOrder) => Promise<DrawnPage | null>;
  readonly stop: () => void;
}

/** The page without a drawing is there by then. */
const LIMIT_MS = 250;
/** The thread holds some 20 MB; it goes when no window was opened for so long. */
const IDLE_MS = 20_000;
const MOST_MEMORY_MB = 128;

/** Draws pages with the window's own components, in a thread: main has other things to do while a window opens. */
export function createFirstPageDrawer({
  workerFile,
  drawingFile,
  logger,
}: FirstPageDrawerOptions): FirstPageDrawer {
  let worker: Worker | null = null;
  let idling: NodeJS.Timeout | undefined;
  let isBroken = false;

  const stop = (): void => {
    clearTimeout(idling);
    void worker?.terminate();
    worker = null;
  };
  const start = (): Worker => {
    const started = new Worker(workerFile, {
      workerData: drawingFile,
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    });
    started.unref();
    started.on('error', (error) => {
      // Without its message: it may repeat what was drawn.
      logger.error('The first page cannot be drawn', {
        error: error instanceof Error ? error.name : 'unknown',
      });
      isBroken = true;
      if (worker === started) stop();
    });
    return started;
  };
  const ready = (): Worker | null => {
    if (isBroken) return null;
    clearTimeout(idling);
    idling = setTimeout(stop, IDLE_MS);
    idling.unref();
    return (worker ??= start());
  };
  return {
    warm: () => void ready(),
    draw: async (order) => {
      const drawing = ready();
      return drawing === null ? null : drawnBy(drawing, order);
    },
    stop,
  };
}

function drawnBy(worker: Worker, order: FirstPageOrder): Promise<DrawnPage | null> {
  const { promise, resolve } = Promise.withResolvers<DrawnPage | null>();
  const { port1, port2 } = new MessageChannel();
  const none = (): void => {
    resolve(null);
  };
  const timer = setTimeout(none, LIMIT_MS);
  worker.once('exit', none);
  port1.on('message', (drawn: DrawnPage) => {
    resolve(drawn);
  });
  const message: DrawingMessage = { order, port: port2 };
  worker.postMessage(message, [port2]);
  void promise.finally(() => {
    clearTimeout(timer);
    worker.off('exit', none);
    port1.close();
  });
  return promise;
}
