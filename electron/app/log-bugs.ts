import type { Logger } from '../ports/logger.ts';
import { describeBug } from './describe-bug.ts';

/**
 * Writes what nobody caught to the log, without its message. Electron would show it in a dialog, message and all, and a
 * library's message may hold a key.
 */
export function logBugs(process: NodeJS.EventEmitter, logger: Logger): void {
  process.on('uncaughtException', (error: unknown) => {
    logger.error('Nobody caught an error', { bug: describeBug(error) });
  });
  process.on('unhandledRejection', (reason: unknown) => {
    logger.error('Nobody caught a rejection', { bug: describeBug(reason) });
  });
}
