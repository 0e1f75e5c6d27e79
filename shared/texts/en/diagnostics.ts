import { defineTexts } from '../define-texts.ts';

export const diagnosticsTexts = defineTexts('diagnostics', (f) => ({
  title: 'Diagnostics',
  backups: 'Backups of the ledger',
  noBackups: 'None yet. The first one is taken soon after the first key.',
  backupsDescription: (newest: string) =>
    `The newest is of ${newest}. One is taken a day, and one before each change of format; the last five are kept.`,
  backupCount: (many: number) => f.plural(many, { one: '1 backup', other: `${f.number(many)} backups` }),
  integrity: 'Integrity',
  notChecked: 'Reads the ledger, its backups and every sealed value through. Nothing is changed.',
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
