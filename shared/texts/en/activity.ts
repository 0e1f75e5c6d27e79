import type { ActivityEvent, ActivityGroup, ActivityKind } from '../../domain/activity.ts';
import type { GraceChoice } from '../../domain/expiry.ts';
import type { RevocationReason } from '../../domain/revocation.ts';
import type { WithheldReason } from '../../domain/signing-decision.ts';
import { defineTexts } from '../define-texts.ts';

type Exported = Extract<ActivityEvent, { kind: 'exported' }>;
type Imported = Extract<ActivityEvent, { kind: 'imported' }>;
type Period = 'any' | 'today' | '7-days' | '30-days';

/** What happened to each key. */
export const activityTexts = defineTexts('activity', (f) => {
  const counted = (count: number, one: string, many: string) =>
    f.plural(count, { one: `1 ${one}`, other: `${f.number(count)} ${many}` });
  const entries = (count: number) => counted(count, 'entry', 'entries');
  return {
    title: 'Activity',
    whatHappened: 'What happened',
    search: 'Search activity',
    searchHint: 'Search by key, event or origin',
    showNew: 'Show what is new',
    entries,
    nothing: {
      title: 'Nothing has happened yet',
      action: 'Generate API Key',
      explanation:
        'Whatever happens to a key is written down here and stays: where it was copied, where it was sent, and why it was withheld. Its value is never part of it.',
    },
    noMatch: {
      title: 'Nothing matches',
      action: 'Show all activity',
      explanation: 'Nothing that happened fits what was chosen above.',
    },
    filters: {
      key: 'Key',
      what: 'What',
      when: 'When',
      everything: 'Everything',
      aDeletedKey: 'A deleted key',
    },
    allKeys: 'All keys',
    /** After the name of a key, when the same was done to others at once. */
    andOthers: (others: number) => `and ${f.number(others)} more`,
    groups: {
      life: 'Made and ended',
      sent: 'Sent',
      withheld: 'Withheld',
      shown: 'Shown, copied and exported',
      settings: 'Changed',
    } satisfies Record<ActivityGroup, string>,
    periods: {
      any: 'Any time',
      today: 'Today',
      '7-days': 'Last 7 days',
      '30-days': 'Last 30 days',
    } satisfies Record<Period, string>,
    export: {
      label: 'Export activity',
      csv: 'Export as CSV…',
      csvHint: 'What is listed, for a spreadsheet',
      json: 'Export as JSON…',
      jsonHint: 'What is listed, for a program',
      done: (count: number, fileName: string) => `Exported ${entries(count)} to ${fileName}.`,
    },
    titles: {
      generated: 'Generated',
      added: 'Added',
      revealed: 'Shown once',
      copied: 'Copied',
      sent: 'Sent',
      withheld: 'Withheld',
      regenerated: 'Regenerated',
      replaced: 'Replaced by a pasted value',
      exposed: 'Replaced as exposed',
      'grace-ended': 'Grace ended early',
      'old-key-forgotten': 'Old value forgotten',
      renamed: 'Renamed',
      'expiration-set': 'Expiration set',
      'made-default': 'Made default',
      disabled: 'Disabled',
      enabled: 'Enabled',
      'made-read-only': 'Read-only guard on',
      'made-writable': 'Read-only guard off',
      'origin-added': 'Origin allowed',
      'origin-removed': 'Origin taken back',
      expired: 'Expired',
      deleted: 'Deleted',
      revoked: 'Revoked',
      exported: 'Exported',
      'exposed-found': 'Found in files',
      imported: 'Imported',
      'import-undone': 'Import taken back',
    } satisfies Record<ActivityKind, string>,
    withheld: {
      'origin-not-bound': 'the service does not name this origin',
      'insecure-transport': 'plain http can be read on the way',
      'server-unproven': 'the certificate was not to be checked',
      'key-expired': 'the key has expired',
      'key-disabled': 'the key is disabled',
      'key-revoked': 'the key was revoked',
      'key-missing': 'Keyfob does not hold its value',
      'key-read-only': 'the key is guarded as read-only',
      'vault-unreadable': 'its secret could not be opened',
      'secret-damaged': 'its sealed secret is damaged',
      'header-conflict': 'the request already had this header',
      'redirected-to-other-origin': 'a redirect led to another origin',
      'not-connected': 'no connection was made',
    } satisfies Record<WithheldReason, string>,
    revoked: {
      'by-creator': 'By the member who made it',
      'by-admin': 'By an admin',
      'by-inactivity': 'It was not used for too long',
      automatically: 'By a rule of the team',
      exposed: 'Its value was seen where it should not be',
    } satisfies Record<RevocationReason, string>,
    exported: {
      activity: 'The activity',
      'team-keys': 'The list of team keys',
      keys: 'Keys and services, without values',
      'keys-with-values': 'Keys and services with their values, under a passphrase',
    } satisfies Record<Exported['what'], string>,
    exportedAs: (what: string, format: string) => `${what}, as ${format}`,
    copiedFrom: {
      window: 'From the window',
      tray: 'From the tray',
      'quick-copy': 'From the quick-copy palette',
    },
    noAnswer: 'no answer',
    grace: (grace: GraceChoice) => {
      if (grace === 'now') return 'The old value stopped at once';
      const hours = (count: number) => `The old value works for ${counted(count, 'more hour', 'more hours')}`;
      const days = (count: number) => `The old value works for ${counted(count, 'more day', 'more days')}`;
      if (grace === '7d') return days(7);
      if (typeof grace === 'string') return hours(grace === '1h' ? 1 : 24);
      return grace.kind === 'hours' ? hours(grace.hours) : days(grace.days);
    },
    oldIsKept: 'The old value is kept until it is forgotten',
    renamed: (from: string, to: string) => `From “${from}” to “${to}”`,
    neverExpires: 'Never expires',
    expires: (at: string) => `Expires ${at}`,
    found: (places: number, files: number) =>
      `${counted(places, 'place', 'places')} in ${counted(files, 'file', 'files')}`,
    imported: ({
      collections,
      environments,
      keys,
    }: Pick<Imported, 'collections' | 'environments' | 'keys'>) =>
      [
        collections === 0 ? '' : counted(collections, 'collection', 'collections'),
        environments === 0 ? '' : counted(environments, 'environment', 'environments'),
        keys === 0 ? '' : counted(keys, 'key', 'keys'),
      ]
        .filter((text) => text !== '')
        .join(', '),
  };
});
