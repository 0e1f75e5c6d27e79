import type { UnreadableReason, VaultState } from '../../shared/domain/vault-state.ts';
import type { Clock } from '../ports/clock.ts';

/** Only the keychain can heal by itself; a wrong or absent master key needs the person, and one who said no is not asked again. */
const HEALING_REASONS: ReadonlySet<UnreadableReason> = new Set<UnreadableReason>([
  'keychain-locked',
  'keychain-unavailable',
  'keychain-timeout',
]);

const RETRY_MS = 15_000;

export interface HealVaultOptions {
  readonly clock: Clock;
  readonly vault: {
    readonly state: () => VaultState;
    readonly open: (options: { readonly quietly: true }) => Promise<VaultState>;
  };
}

export interface VaultHealer {
  /** Tries at once, when trying can help: the person came back to the window, perhaps from unlocking the keychain. */
  readonly tryNow: () => Promise<void>;
  readonly stop: () => void;
}

/** Whether opening the vault again can change anything. */
export function canHeal(state: VaultState): boolean {
  return (state.kind === 'unreadable' || state.kind === 'needs-holder') && HEALING_REASONS.has(state.reason);
}

/** Tries again every 15 seconds and on demand, one attempt at a time, for as long as the keychain is what is in the way. */
export function healVault({ clock, vault }: HealVaultOptions): VaultHealer {
  let isTrying = false;
  let cancel = (): void => undefined;

  const tryNow = async (): Promise<void> => {
    if (isTrying || !canHeal(vault.state())) return;
    isTrying = true;
    try {
      // No prompt of the system: nobody asked for anything.
      await vault.open({ quietly: true });
    } finally {
      isTrying = false;
    }
  };
  const tick = (): void => {
    cancel = clock.schedule(() => {
      void tryNow().finally(tick);
    }, RETRY_MS);
  };
  tick();
  return {
    tryNow,
    stop() {
      cancel();
    },
  };
}
