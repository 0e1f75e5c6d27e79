import type { Clock } from '../ports/clock.ts';

/** Holds secrets in memory for a short time: each leaves when it is taken, when its time is over, or at `clear`. */
export interface SecretShelf {
  /** Replaces what was held under this label, and starts its time anew. */
  put(label: string, secret: string): void;
  has(label: string): boolean;
  /** Looks at it and leaves it there. */
  peek(label: string): string | null;
  take(label: string): string | null;
  drop(label: string): void;
  /** What is held, by label. */
  labels(): readonly string[];
  clear(): void;
}

interface Held {
  readonly secret: string;
  readonly until: number;
  readonly cancel: () => void;
}

/** `holdMs` in milliseconds. The wall clock counts too: a timer stands still while the computer sleeps. */
export function createSecretShelf(clock: Clock, holdMs: number): SecretShelf {
  const shelf = new Map<string, Held>();

  const drop = (label: string): void => {
    shelf.get(label)?.cancel();
    shelf.delete(label);
  };
  const peek = (label: string): string | null => {
    const held = shelf.get(label);
    if (held === undefined) return null;
    if (clock.now() < held.until) return held.secret;
    drop(label);
    return null;
  };

  return {
    put(label, secret) {
      drop(label);
      const cancel = clock.schedule(() => shelf.delete(label), holdMs);
      shelf.set(label, { secret, until: clock.now() + holdMs, cancel });
    },
    has: (label) => peek(label) !== null,
    peek,
    take(label) {
      const secret = peek(label);
      drop(label);
      return secret;
    },
    drop,
    labels: () => [...shelf.keys()],
    clear() {
      for (const label of [...shelf.keys()]) drop(label);
    },
  };
}
