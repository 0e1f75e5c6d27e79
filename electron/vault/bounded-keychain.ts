import type { Clock } from '../ports/clock.ts';
import type { Keychain } from '../ports/keychain.ts';
import type { Logger } from '../ports/logger.ts';

export interface BoundedKeychainOptions {
  readonly keychain: Keychain;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly timeoutMs: number;
  /** A call that was given up has ended after all: the person has answered the keychain's question. */
  readonly onLateAnswer: () => void;
}

const unavailable = (reason: 'timeout' | 'unknown') => ({ kind: 'unavailable', reason }) as const;

/**
 * A keychain of which every call ends in time and none rejects. A native call cannot be called off, so the next one waits
 * for it (within its own time) instead of blocking one more thread beside it.
 */
export function boundedKeychain(options: BoundedKeychainOptions): Keychain {
  const { keychain, clock, logger, timeoutMs, onLateAnswer } = options;
  let running: Promise<void> | null = null;

  const ask = async <Answer>(call: () => Promise<Answer>) => {
    const deadline = timer(clock, timeoutMs);
    try {
      if (running && (await Promise.race([running, deadline.passed])) === 'passed') {
        return unavailable('timeout');
      }
      const answer = call().catch((error: unknown) => {
        // Its text may repeat what was to be written.
        logger.error('The keychain call failed', { name: error instanceof Error ? error.name : 'unknown' });
        return unavailable('unknown');
      });
      const ended = answer.then(() => {
        running = null;
      });
      running = ended;
      const first = await Promise.race([answer, deadline.passed]);
      if (first !== 'passed') return first;
      void ended.then(onLateAnswer);
      return unavailable('timeout');
    } finally {
      deadline.cancel();
    }
  };

  return {
    read: (how) => ask(() => keychain.read(how)),
    write: (value) => ask(() => keychain.write(value)),
    remove: () => ask(() => keychain.remove()),
  };
}

function timer(clock: Clock, ms: number): { readonly passed: Promise<'passed'>; cancel(): void } {
  const { promise, resolve } = Promise.withResolvers<'passed'>();
  return { passed: promise, cancel: clock.schedule(() => resolve('passed'), ms) };
}
