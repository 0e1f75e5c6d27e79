import type { UnreadableReason, VaultState } from '../../shared/domain/vault-state.ts';
import type { HolderlessReason } from '../../shared/texts/en/told/states.ts';
import type { KeychainFailure } from '../ports/keychain.ts';
import { worded, type Worded } from '../told.ts';

export function unreadable(reason: UnreadableReason): VaultState {
  return { kind: 'unreadable', reason, ...worded('vaultUnreadable', { state: reason }) };
}

export function needsHolder(reason: HolderlessReason): VaultState {
  return { kind: 'needs-holder', reason, ...worded('vaultNeedsHolder', { state: reason }) };
}

/** Why a keychain could not take the master key, and what to do. */
export function keychainRefusal(reason: HolderlessReason): Worded {
  return worded('keychainRefused', { state: reason });
}

export function reasonOf(failure: KeychainFailure): HolderlessReason {
  switch (failure) {
    case 'locked':
      return 'keychain-locked';
    case 'denied':
      return 'keychain-denied';
    case 'timeout':
      return 'keychain-timeout';
    case 'no-service':
    case 'unknown':
      return 'keychain-unavailable';
  }
}
