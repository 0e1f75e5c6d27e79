import { defineTexts } from '../define-texts.ts';

export const diagnosticsTexts = defineTexts('diagnostics', (f) => ({
  title: 'Diagnostics',
  backups: 'Backups of the ledger',
  noBackups: 'None yet. The first one is taken soon after the first key.',
  backupsDescription: (newest: string) =>
    `The newest is of ${newest}. One is taken a day, and one before each change of format; the last five are kept.`,
  backupCount: (many: number) => f.plural(many, { one: '1 backup', other: `${f.number(many)} backups` }),
  deadKeys: {
    title: 'List of dead keys',
    description:
      'Which keys were deleted, revoked or replaced, so that a backup that is restored revives none. It holds no part of a value.',
    written: 'Written',
    setAside: 'Was damaged',
    setAsideDescription: (time: string) =>
      `It was changed or damaged, and set aside on ${time}; a new one was made of what could be read and of the ledger. If a backup was restored since, look through API keys for those that you had ended, and delete them again. Then delete the file dead-keys.txt.set-aside-… in Keyfob’s folder.`,
    notWritten: 'Not written',
    notWrittenDescription:
      'The disk did not take what ended last. The ledger has it, but a backup that is restored now would revive it. Free some space, or make Keyfob’s folder writable: it is tried again with the next change and at each start.',
    damaged:
      'The list of dead keys is not what Keyfob wrote. Start Keyfob again: it sets the list aside and makes a new one of the ledger.',
  },
  integrity: 'Integrity',
  notChecked:
    'Reads the ledger, its backups, the list of dead keys and every sealed value through. Nothing is changed.',
  check: 'Check everything',
  progress: 'Progress of the check',
  allWell: (time: string) => `Checked at ${time}: everything is whole.`,
  faults: (time: string) => `Checked at ${time}.`,
  ledger: {
    whole: 'The ledger is whole.',
    damaged: 'The ledger is damaged.',
    closed: 'The ledger is not open.',
  },
  unopened: (many: number, total: number) =>
    `${f.number(many)} of ${f.number(total)} sealed values do not open.`,
  notOpened: 'The sealed values were not looked into: the master key is not in memory.',
  damagedBackups: (many: number, total: number) =>
    `${f.number(many)} of ${f.number(total)} backups are damaged.`,
  report: 'Report',
  reportDescription:
    'Versions, states and counts, for a bug report. It holds no key, name, address or origin, and can be pasted in public.',
  copy: 'Copy report',
}));
