import { MIN_PASSPHRASE_LENGTH, type LockReason, type UnreadableReason } from '../../domain/vault-state.ts';
import type { LedgerState } from '../../domain/ledger-state.ts';
import { defineTexts } from '../define-texts.ts';

type ClosedReason = Extract<LedgerState, { kind: 'closed' }>['reason'];

/** What concerns the master key, its passphrase, the recovery kit and the ledger. */
export const vaultTexts = defineTexts('vault', (f) => ({
  unreadable: {
    'keychain-locked': 'Your keychain is locked',
    'keychain-denied': 'Your keychain refused Keyfob',
    'keychain-unavailable': 'No keychain can be reached',
    'keychain-timeout': 'Your keychain does not answer',
    'master-key-absent': 'The master key is not in your keychain',
    'master-key-wrong': 'Your keychain holds another master key',
    'holder-was-memory': 'The master key was kept in memory and is gone',
    'passphrase-lost': 'What your passphrase opens is missing',
  } satisfies Record<UnreadableReason, string>,
  keptInMemory: 'Keys are kept in memory until Keyfob quits',
  useMemory: 'Keep keys in memory until I quit',
  usePassphrase: 'Use a passphrase…',
  openKit: 'Open a recovery kit…',
  locked: {
    title: 'Keyfob is locked',
    reasons: {
      start: 'Your keys are sealed under your passphrase.',
      hand: 'Your keys are sealed. What you had open is as you left it.',
      idle: 'Nobody was here for a while, so your keys are sealed. What you had open is as you left it.',
      system: 'Your screen was locked, so your keys are sealed. What you had open is as you left it.',
    } satisfies Record<LockReason, string>,
    startWithTouchId: 'Your keys are sealed until Touch ID says that it is you.',
    unlock: 'Unlock',
    unlockWithTouchId: 'Unlock with Touch ID',
  },
  passphrase: {
    label: 'Passphrase',
    description: `At least ${f.number(MIN_PASSPHRASE_LENGTH)} characters. Nobody can reset it for you.`,
    repeat: 'Repeat it',
    tooShort: `Use at least ${f.number(MIN_PASSPHRASE_LENGTH)} characters; four or five random words do well.`,
    notTheSame: 'This is not the same passphrase.',
    show: 'Show',
    hide: 'Hide',
    showTyped: (field: string) => `Show what is typed in “${field}”`,
    hideTyped: (field: string) => `Hide what is typed in “${field}”`,
  },
  use: {
    title: 'Use a passphrase',
    action: 'Use it',
    explanation:
      'The key that seals all others is wrapped under the passphrase and taken out of your system’s keychain. Keyfob asks for the passphrase at each start and after it was locked. Without it, only a recovery kit opens your keys.',
    done: 'A passphrase opens your keys from now on.',
  },
  change: {
    title: 'Change passphrase',
    action: 'Change it',
    present: 'Present passphrase',
    next: 'New passphrase',
    explanation: 'Backups and recovery kits made before open with the passphrase they were made with.',
    done: 'The passphrase is changed.',
  },
  kit: {
    passphrase: 'Passphrase of the kit',
    saveTitle: 'Save a recovery kit',
    save: 'Save…',
    saveExplanation:
      'When your keychain is lost or broken, the kit and its passphrase open the keys in your ledger again. It is one small file, and worth nothing without the passphrase: write that down, apart from the file.',
    saved: (fileName: string) => `${fileName} is saved, and was opened to test it.`,
    keepApart: 'Keep it apart from this computer.',
    openTitle: 'Open a recovery kit',
    choose: 'Choose the file…',
    opened: 'Your keys open again.',
    backInKeychain: 'The master key is back in your keychain.',
    passphraseHolds: 'The kit’s passphrase holds the master key now: Keyfob asks for it at each start.',
    offer: 'Your keychain alone can open your keys. A kit opens them when it is lost.',
    notNow: 'Not now',
    saveKit: 'Save a kit…',
  },
  ledger: {
    titles: {
      damaged: 'Your ledger cannot be opened',
      'newer-version': 'Your ledger is from a newer Keyfob',
      unwritable: 'Your ledger cannot be written',
    } satisfies Record<ClosedReason, string>,
    promise:
      'Nothing is deleted: the file that does not open is set aside in Keyfob’s folder, beside the new ledger.',
    backupIsOld:
      'A backup knows nothing of what came after it. Keys that were deleted since then stay deleted, and values that were replaced stay dead: such a key comes back without a value, to be regenerated or added again. Keys that were disabled, expirations that were brought forward and members who were removed since come back as they were: look through them.',
    restore: (takenAt: number, keyCount: number) =>
      `Restore the backup of ${f.dateTime(takenAt)} (${f.plural(keyCount, { one: '1 key', other: `${f.number(keyCount)} keys` })})`,
    startEmpty: 'Start with an empty ledger',
    startEmptyTitle: 'Start with an empty ledger?',
    startEmptyAction: 'Start empty',
    startEmptyExplanation:
      'Keyfob begins with no API keys, services or history. The file that does not open and its backups are set aside in Keyfob’s folder.',
  },
}));
