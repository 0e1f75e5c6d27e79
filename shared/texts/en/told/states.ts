import type { UnreadableReason } from '../../../domain/vault-state.ts';
import type { ToldText } from '../../told-text.ts';

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

const HOLDERLESS: Readonly<Record<HolderlessReason, string>> = {
  'keychain-locked': 'Your keychain is locked',
  'keychain-denied': 'Your keychain refused Keyfob',
  'keychain-unavailable': 'Keyfob found no keychain that works',
  'keychain-timeout': 'Your keychain did not answer in time',
};

/** Only a keychain that cannot be used leaves Keyfob without a holder. */
export type HolderlessReason = Extract<UnreadableReason, `keychain-${string}`>;

/** Of a ledger that was not opened: whether there is a good backup of it. */
type Backed = Readonly<Record<'hasBackup', 'yes' | 'no'>>;
type At = Readonly<Record<'folder', string>>;

const KEPT = 'The old file is kept beside the new one.';
const waysOn = ({ hasBackup }: Backed): string =>
  hasBackup === 'yes'
    ? `Restore the newest backup, or start with an empty ledger. ${KEPT}`
    : `There is no good backup. Start with an empty ledger, or repair the file. ${KEPT}`;
const newestFirst = (backed: Backed): string =>
  `Install the newest version of Keyfob; your keys are safe until then. ${backed.hasBackup === 'yes' ? waysOn(backed) : ''}`.trim();

/** What is said of the vault and of the ledger while they cannot be used. */
export const statesTold = {
  vaultUnreadable: ({ state }: { readonly state: UnreadableReason }) => UNREADABLE[state],
  vaultNeedsHolder: ({ state }: { readonly state: HolderlessReason }) => [
    `${HOLDERLESS[state]}, so there is no safe place for the master key that would seal your secrets.`,
    `${UNREADABLE[state][1]} Or keep the master key in memory: what is generated then is gone when Keyfob quits.`,
  ],
  keychainRefused: ({ state }: { readonly state: HolderlessReason }) => [
    `${HOLDERLESS[state]}, so it did not take the master key.`,
    UNREADABLE[state][1],
  ],
  ledgerDamaged: (backed: Backed) => [
    'The ledger, the file that holds your keys, is damaged. It was not opened and not changed.',
    waysOn(backed),
  ],
  ledgerMissing: ({ hasBackup }: Backed) => [
    'The ledger, the file that holds your keys, is missing or empty, but backups of it exist.',
    hasBackup === 'yes'
      ? 'Restore the newest backup, or start with an empty ledger.'
      : 'Start with an empty ledger, or put the file back and start Keyfob again.',
  ],
  ledgerNewer: ({ version, limit, ...backed }: Backed & Readonly<Record<'version' | 'limit', number>>) => [
    `The ledger, the file that holds your keys, was written by a newer version of Keyfob (its format is ` +
      `${String(version)}, this version reads up to ${String(limit)}). It was not changed.`,
    newestFirst(backed),
  ],
  ledgerNotMigrated: (backed: Backed) => [
    'The ledger, the file that holds your keys, could not be brought to the form that this version needs. It is as it was.',
    newestFirst(backed),
  ],
  ledgerBusy: ({ folder }: At) => [
    'The ledger, the file that holds your keys, is in use by another program.',
    `Close the program that uses ${folder}, then start Keyfob again.`,
  ],
  ledgerDiskFull: () => [
    'The disk is full, so the ledger, the file that holds your keys, cannot be opened safely.',
    'Free some disk space, then start Keyfob again.',
  ],
  ledgerUnwritable: ({ folder }: At) => [
    'Keyfob may not write the ledger, the file that holds your keys.',
    `Give your user write access to ${folder}, then start Keyfob again.`,
  ],
} satisfies Readonly<Record<string, ToldText>>;
