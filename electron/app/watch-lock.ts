import type { Preferences } from '../../shared/domain/preferences.ts';
import type { VaultState } from '../../shared/domain/vault-state.ts';
import type { Clock } from '../ports/clock.ts';
import type { VaultCustody } from '../vault/vault.ts';

/** The part of Electron's `powerMonitor` that is listened to. Screen locks are told on macOS and Windows only. */
export interface PowerEvents {
  on(event: 'lock-screen' | 'unlock-screen' | 'suspend' | 'resume', listener: () => void): unknown;
  /** Seconds since the person last touched the computer. */
  getSystemIdleTime(): number;
}

export interface WatchLockOptions {
  readonly clock: Clock;
  readonly power: PowerEvents;
  readonly vault: Pick<VaultCustody, 'lock' | 'unlockUnasked'> & {
    readonly state: () => VaultState;
    readonly onChange: (listener: (state: VaultState) => void) => unknown;
  };
  readonly preferences: { readonly get: () => Pick<Preferences, 'lockAfterMinutes' | 'lockWithScreen'> };
  /** Values that wait for a reveal, pasted keys, and a key on the clipboard. */
  readonly forgetHeldSecrets: () => void;
}

const LOOK_MS = 10_000;
/** Linux does not tell of a locked screen: after so long nobody waits for a reveal any more. */
const HELD_IDLE_SECONDS = 300;

/** Locks Keyfob when nobody is there, and unlocks it when the system itself has just asked who is. Returns the way to stop. */
export function watchLock(options: WatchLockOptions): () => void {
  const { clock, power, vault, preferences, forgetHeldSecrets } = options;
  let cancel = (): void => undefined;

  const look = (): void => {
    const idleSeconds = power.getSystemIdleTime();
    if (idleSeconds >= HELD_IDLE_SECONDS) forgetHeldSecrets();
    const { lockAfterMinutes } = preferences.get();
    if (lockAfterMinutes > 0 && idleSeconds >= lockAfterMinutes * 60) vault.lock('idle');
    cancel = clock.schedule(look, LOOK_MS);
  };
  const leave = (): void => {
    forgetHeldSecrets();
    if (preferences.get().lockWithScreen) vault.lock('system');
  };
  const comeBack = (): void => {
    const state = vault.state();
    // The system has asked for its own password; the keychain is open to whoever knows it. Who chose Touch ID is asked in the window.
    if (state.kind === 'locked' && state.reason === 'system' && state.holder === 'keychain') {
      void vault.unlockUnasked();
    }
  };

  power.on('lock-screen', leave);
  power.on('suspend', leave);
  power.on('unlock-screen', comeBack);
  power.on('resume', comeBack);
  vault.onChange((state) => {
    if (state.kind === 'locked') forgetHeldSecrets();
  });
  cancel = clock.schedule(look, LOOK_MS);
  return () => {
    cancel();
  };
}
