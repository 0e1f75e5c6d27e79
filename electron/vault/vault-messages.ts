import type { UnreadableReason, VaultState } from '../../shared/domain/vault-state.ts';
import type { KeychainFailure } from '../ports/keychain.ts';

type Texts = readonly [message: string, remedy: string];

const UNREADABLE: Readonly<Record<UnreadableReason, Texts>> = {
  'keychain-locked': [
    'Your keychain is locked, so Keyfob cannot read the master key that opens your secrets. Nothing is lost.',
    'Unlock your keychain (on Linux: the login keyring), then press Try again.',
  ],
  'keychain-denied': [
    'Your keychain refused to give Keyfob the master key that opens your secrets. Nothing is lost.',
    'Press Try again and allow Keyfob to use its entry.',
  ],
  'keychain-unavailable': [
    'Keyfob cannot reach your keychain, which holds the master key that opens your secrets. Nothing is lost.',
    'Start your keychain (on Linux: a Secret Service such as GNOME Keyring, KWallet or KeePassXC), then press Try again.',
  ],
  'keychain-timeout': [
    'Your keychain did not answer in time, so Keyfob does not have the master key that opens your secrets. Nothing is lost.',
    'Look for a question of your keychain that is still open and answer it, then press Try again.',
  ],
  'master-key-absent': [
    'Your keychain works, but the master key that opens your secrets is not in it. Keyfob made no new one and changed nothing.',
    'Open your recovery kit; or log in as the user, or restore the keychain, that held Keyfob’s master key, and press Try again. Without them, delete the keys and generate new ones.',
  ],
  'master-key-wrong': [
    'Your keychain holds a master key that does not open your secrets: it belongs to other ones. Keyfob changed neither.',
    'Open your recovery kit, or restore the keychain or the ledger that belong together and press Try again. Without them, delete the keys and generate new ones.',
  ],
  'holder-was-memory': [
    'Your secrets were sealed with a master key that was kept in memory only, and it was gone when Keyfob quit. They cannot be opened any more.',
    'Regenerate these keys or delete them: the next secret gets a new master key, in your keychain or, if you choose so, in memory again.',
  ],
  'passphrase-lost': [
    'Your secrets were sealed under a passphrase, but what it opens is missing from the ledger. Keyfob changed nothing.',
    'Open your recovery kit, or restore a backup of the ledger. Without them, delete the keys and generate new ones.',
  ],
};

/** Only a keychain that cannot be used leaves Keyfob without a holder. */
export type HolderlessReason = Extract<UnreadableReason, `keychain-${string}`>;

const HOLDERLESS: Readonly<Record<HolderlessReason, string>> = {
  'keychain-locked': 'Your keychain is locked',
  'keychain-denied': 'Your keychain refused Keyfob',
  'keychain-unavailable': 'Keyfob found no keychain that works',
  'keychain-timeout': 'Your keychain did not answer in time',
};

export function unreadable(reason: UnreadableReason): VaultState {
  const [message, remedy] = UNREADABLE[reason];
  return { kind: 'unreadable', reason, message, remedy };
}

export function needsHolder(reason: HolderlessReason): VaultState {
  const message = `${HOLDERLESS[reason]}, so there is no safe place for the master key that would seal your secrets.`;
  const choice = 'Or keep the master key in memory: what is generated then is gone when Keyfob quits.';
  return { kind: 'needs-holder', reason, message, remedy: `${UNREADABLE[reason][1]} ${choice}` };
}

/** Why a keychain could not take the master key, and what to do. */
export function keychainRefusal(reason: HolderlessReason): {
  readonly message: string;
  readonly remedy: string;
} {
  return {
    message: `${HOLDERLESS[reason]}, so it did not take the master key.`,
    remedy: UNREADABLE[reason][1],
  };
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
