import type { ActivityEvent, ActivityKind } from './activity.ts';
import { assertNever } from './assert-never.ts';
import type { GraceChoice } from './expiry.ts';
import type { RevocationReason } from './revocation.ts';
import type { WithheldReason } from './signing-decision.ts';

/** What happened, in a word or two. */
export const activityTitles = {
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
} as const satisfies Record<ActivityKind, string>;

const graceTexts = {
  now: 'The old value stopped at once',
  '1h': 'The old value works for 1 more hour',
  '24h': 'The old value works for 24 more hours',
  '7d': 'The old value works for 7 more days',
} as const satisfies Record<Extract<GraceChoice, string>, string>;

function graceText(grace: GraceChoice): string {
  if (typeof grace === 'string') return graceTexts[grace];
  const [count, unit] = grace.kind === 'hours' ? [grace.hours, 'hour'] : [grace.days, 'day'];
  return `The old value works for ${String(count)} more ${unit}${count === 1 ? '' : 's'}`;
}

const exportedTexts: Record<Extract<ActivityEvent, { kind: 'exported' }>['what'], string> = {
  activity: 'The activity',
  'team-keys': 'The list of team keys',
};

const revokedTexts = {
  'by-creator': 'By the member who made it',
  'by-admin': 'By an admin',
  'by-inactivity': 'It was not used for too long',
  automatically: 'By a rule of the team',
  exposed: 'Its value was seen where it should not be',
} as const satisfies Record<RevocationReason, string>;

const withheldTexts = {
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
} as const satisfies Record<WithheldReason, string>;

function countOf(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}

function importedText(event: Extract<ActivityEvent, { kind: 'imported' }>): string {
  const counted = (count: number, noun: string): readonly string[] =>
    count === 0 ? [] : [`${String(count)} ${noun}${count === 1 ? '' : 's'}`];
  const { collections, environments, keys } = event;
  return [
    ...counted(collections, 'collection'),
    ...counted(environments, 'environment'),
    ...counted(keys, 'key'),
  ].join(', ');
}

/** The rest of what happened, in a line; empty when the title says all. `formatTime` takes epoch milliseconds. */
export function activityDetail(event: ActivityEvent, formatTime: (at: number) => string): string {
  switch (event.kind) {
    case 'copied':
      return event.from === 'tray' ? 'From the tray' : 'From the window';
    case 'sent':
      return `${event.method} ${event.origin} → ${event.status === null ? 'no answer' : String(event.status)}`;
    case 'withheld':
      return `${event.method} ${event.origin}: ${withheldTexts[event.reason]}`;
    case 'regenerated':
      return graceText(event.grace);
    case 'replaced':
      return 'The old value is kept until it is forgotten';
    case 'exposed':
      return graceTexts.now;
    case 'renamed':
      return `From “${event.from}” to “${event.to}”`;
    case 'expiration-set':
      return event.expiresAt === null ? 'Never expires' : `Expires ${formatTime(event.expiresAt)}`;
    case 'origin-added':
    case 'origin-removed':
      return event.origin;
    case 'revoked':
      return revokedTexts[event.reason];
    case 'exposed-found':
      return `${countOf(event.places, 'place')} in ${countOf(event.files, 'file')}`;
    case 'exported':
      return `${exportedTexts[event.what]}, as ${event.format.toUpperCase()}`;
    case 'imported':
      return importedText(event);
    case 'generated':
    case 'added':
    case 'revealed':
    case 'grace-ended':
    case 'old-key-forgotten':
    case 'made-default':
    case 'disabled':
    case 'enabled':
    case 'made-read-only':
    case 'made-writable':
    case 'expired':
    case 'deleted':
      return '';
    default:
      return assertNever(event);
  }
}

/** The kinds whose title holds this word, ignoring case. */
export function kindsTitled(word: string): readonly ActivityKind[] {
  const wanted = word.toLowerCase();
  const kinds = Object.keys(activityTitles) as readonly ActivityKind[]; // the table's own keys
  return kinds.filter((kind) => activityTitles[kind].toLowerCase().includes(wanted));
}

/** The reasons for withholding whose text holds this word, ignoring case. */
export function reasonsSaying(word: string): readonly WithheldReason[] {
  const wanted = word.toLowerCase();
  const reasons = Object.keys(withheldTexts) as readonly WithheldReason[]; // the table's own keys
  return reasons.filter((reason) => withheldTexts[reason].includes(wanted));
}
