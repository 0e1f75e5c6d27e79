import type { EventName } from '../../shared/contract/contract.ts';
import { LedgerUnavailableError } from '../keys/ledger/ledger.ts';
import type { Clock } from '../ports/clock.ts';

export interface AttentionBadgeParts {
  readonly clock: Clock;
  readonly keys: { readonly countAttention: () => number };
  readonly publisher: { readonly onPublished: (listener: (event: EventName) => void) => void };
  /** Puts the number on the dock or the taskbar; 0 takes it away. */
  readonly show: (count: number) => void;
}

/** A day's end makes keys come near their own, without an event. */
const LOOK_MS = 60 * 60 * 1000;
const SETTLE_MS = 50;
const CHANGES_COUNT: ReadonlySet<EventName> = new Set<EventName>([
  'keys.changed',
  'policy.changed',
  'ledger.changed',
]);

/** Counts the keys that end soon where the person sees it without opening Keyfob. Returns the way to stop. */
export function followAttention({ clock, keys, publisher, show }: AttentionBadgeParts): () => void {
  let cancel = (): void => undefined;
  let shown = 0;
  const look = (): void => {
    cancel = clock.schedule(look, LOOK_MS);
    const count = countOf(keys);
    if (count !== shown) show(count);
    shown = count;
  };
  look();
  publisher.onPublished((event) => {
    if (!CHANGES_COUNT.has(event)) return;
    cancel();
    cancel = clock.schedule(look, SETTLE_MS);
  });
  return () => {
    cancel();
  };
}

function countOf(keys: AttentionBadgeParts['keys']): number {
  try {
    return keys.countAttention();
  } catch (error) {
    if (!(error instanceof LedgerUnavailableError)) throw error;
    // The window says what is wrong with the ledger.
    return 0;
  }
}
