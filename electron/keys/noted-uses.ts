import type { ActivityEvent } from '../../shared/domain/activity.ts';

/** What became of a key in a hop. */
export interface KeyUse {
  readonly apiKeyId: string;
  readonly event: Extract<ActivityEvent, { kind: 'sent' | 'withheld' }>;
}

/** Uses of keys until they are written down, in their order. Those that are alike are one object, many times. */
export interface NotedUses {
  /** `at` in epoch milliseconds. */
  add(use: KeyUse, at: number): void;
  /** Takes out all there are: each with its time, at the same place of the other list. */
  take(): { readonly uses: readonly KeyUse[]; readonly times: readonly number[] };
}

/** A run asks for the same again and again: so many kinds of uses are looked through for the same one. */
const RECENT = 8;

export function createNotedUses(): NotedUses {
  let recent: KeyUse[] = [];
  let uses: KeyUse[] = [];
  let times: number[] = [];
  return {
    add(use, at) {
      let known = recent.find((each) => isSame(each, use));
      if (known === undefined) {
        known = use;
        recent = [use, ...recent].slice(0, RECENT);
      }
      uses.push(known);
      times.push(at);
    },
    take() {
      const taken = { uses, times };
      uses = [];
      times = [];
      return taken;
    },
  };
}

function isSame(one: KeyUse, other: KeyUse): boolean {
  return (
    one.event.kind === other.event.kind &&
    one.event.method === other.event.method &&
    detailOf(one) === detailOf(other) &&
    one.apiKeyId === other.apiKeyId &&
    one.event.origin === other.event.origin
  );
}

function detailOf({ event }: KeyUse): string | number | null {
  return event.kind === 'sent' ? event.status : event.reason;
}
