import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { TouchIdState } from '../../shared/domain/touch-id.ts';
import { LedgerUnavailableError, type Ledger } from '../keys/ledger/ledger.ts';
import type { Publish } from '../keys/publish.ts';
import type { TouchId } from '../ports/touch-id.ts';
import type { Presence } from './presence.ts';
import { writeAsksTouchId } from './vault-rows.ts';
import type { Vault } from './vault.ts';
import { LockedMeanwhileError } from './while-unlocked.ts';

export interface TouchIdSetting {
  state(): TouchIdState;
  /**
   * Asks first, in both directions: what cannot be answered would lock the person out, and who finds Keyfob unlocked must not take it off.
   * `touch-id-needs-keychain`, `touch-id-refused`. Throws `LockedMeanwhileError`, `LedgerWriteError`.
   */
  set(isOn: boolean): Promise<Result<TouchIdState>>;
}

export interface TouchIdSettingOptions {
  readonly touchId: TouchId;
  readonly presence: Presence;
  readonly ledger: Ledger;
  readonly vault: Pick<Vault, 'state'>;
  readonly publish: Publish;
}

/** Whether Touch ID is asked before the keychain gives the master key. Kept in the ledger: a preference that is lost would take it off. */
export function createTouchIdSetting(options: TouchIdSettingOptions): TouchIdSetting {
  const { touchId, presence, ledger, vault, publish } = options;
  const state = (): TouchIdState => ({ canAsk: touchId.canAsk(), isOn: isAsked(presence) });
  return {
    state,
    async set(isOn) {
      if (isOn === isAsked(presence)) return ok(state());
      if (!isHeldByKeychain(vault)) return failed('touch-id-needs-keychain');
      const asked = await presence.ask(isOn ? 'turnOn' : 'turnOff');
      if (!asked.ok) return asked;
      if (vault.state().kind === 'locked') throw new LockedMeanwhileError('Keyfob was locked meanwhile');
      if (!isHeldByKeychain(vault)) return failed('touch-id-needs-keychain');
      writeAsksTouchId(ledger, isOn);
      publish('touchId.changed', {});
      return ok(state());
    },
  };
}

/** Only there does the keychain stand between Keyfob and the master key. */
function isHeldByKeychain(vault: Pick<Vault, 'state'>): boolean {
  const state = vault.state();
  return state.kind === 'unlocked' && state.holder === 'keychain';
}

/** While the ledger is closed nothing is known, and nothing can be opened. */
function isAsked(presence: Presence): boolean {
  try {
    return presence.isAsked();
  } catch (error) {
    if (!(error instanceof LedgerUnavailableError)) throw error;
    return false;
  }
}
