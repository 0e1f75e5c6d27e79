import { createHash, timingSafeEqual } from 'node:crypto';
import type { Clipboard } from '../ports/clipboard.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import { createTurns } from '../turns.ts';

const RETRY_MS = 5_000;
const MAX_RETRIES = 5;

/** What Keyfob put on the clipboard, and when it leaves again. Known by its SHA-256 alone. */
export interface CopiedSecret {
  /** Puts it on the clipboard; returns when it leaves, in epoch milliseconds. Rejects when the clipboard refuses. */
  write(secret: string, clearAfterMs: number): Promise<number>;
  /** Whether the text is what was put there and was not taken off yet. */
  holds(text: string): boolean;
  /** Takes it off now if it is still there; never rejects. For lock and quit. */
  clearNow(): Promise<void>;
}

export interface CopiedSecretOptions {
  readonly clipboard: Clipboard;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly onCleared: () => void;
}

export function createCopiedSecret({
  clipboard,
  clock,
  logger,
  onCleared,
}: CopiedSecretOptions): CopiedSecret {
  /** Of the last copy, and of those whose write was refused: a refusal does not say that nothing arrived. */
  let digests: readonly Buffer[] = [];
  let copies = 0;
  let cancelTimer = (): void => undefined;
  // Two copies that overlap would leave one of them with nobody to clear it.
  const inTurn = createTurns();

  const holds = (text: string): boolean => {
    const current = digestOf(text);
    return digests.some((digest) => timingSafeEqual(digest, current));
  };

  const clearIfUnchanged = async (): Promise<void> => {
    cancelTimer();
    if (digests.length === 0) return;
    if (holds(await clipboard.readText())) {
      await clipboard.clear();
      onCleared();
    }
    digests = [];
  };

  const attempt = async (isDue: () => boolean, retriesLeft: number): Promise<void> => {
    try {
      await inTurn(async () => {
        if (isDue()) await clearIfUnchanged();
      });
    } catch {
      logger.warn('The clipboard could not be cleared', { retriesLeft });
      if (retriesLeft > 0) arm(RETRY_MS, retriesLeft - 1);
    }
  };

  const arm = (delayMs: number, retriesLeft: number): void => {
    const copy = copies;
    cancelTimer();
    // A timer that ran out while the next copy was being written must not clear that one.
    cancelTimer = clock.schedule(() => void attempt(() => copy === copies, retriesLeft), delayMs);
  };

  const write = async (secret: string, clearAfterMs: number): Promise<number> => {
    const earlier = digests;
    const digest = digestOf(secret);
    digests = [...earlier, digest];
    try {
      await clipboard.writeConcealed(secret);
    } catch (refusal) {
      if (earlier.length === 0) arm(clearAfterMs, MAX_RETRIES);
      throw refusal;
    }
    digests = [digest];
    copies += 1;
    arm(clearAfterMs, MAX_RETRIES);
    return clock.now() + clearAfterMs;
  };

  return {
    holds,
    write: (secret, clearAfterMs) => inTurn(() => write(secret, clearAfterMs)),
    clearNow: () => attempt(() => true, MAX_RETRIES),
  };
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
