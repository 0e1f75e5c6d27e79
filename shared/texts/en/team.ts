import { endRuleIn } from './keys.ts';
import { defineTexts, type ShapeOf } from '../define-texts.ts';

/** The admin's view of the team's keys and members. */
export const teamTexts = defineTexts('team', (f) => ({
  found: {
    title: 'Find by key value',
    showAll: 'Show all keys',
    dismiss: 'Dismiss',
    typo: 'The clipboard holds something like a key of the Local API, but a character of it is wrong.',
    none: 'The clipboard holds no key of this team.',
    whose: (name: string, creator: string) => `It is the key “${name}” of ${creator}`,
    inGrace: (whose: string) => `${whose}, from before it was regenerated. It works until its grace ends.`,
    ended: (whose: string) => `${whose}. This value works no longer.`,
  },
  handOver: {
    titleOfOwn: 'Copy your API key',
    title: (creator: string) => `Copy the API key of ${creator}`,
    once: 'This is the only time that it is shown.',
    actsAs: 'Whoever holds it acts as',
    kept: 'Keyfob keeps it sealed. You find it in API keys.',
    notKept:
      'Keyfob keeps nothing but its mask and a digest to verify it. Hand it over now, on a way that you both trust; if it is lost, revoke it and issue another.',
  },
  common: {
    save: 'Save',
    keys: (count: number) => f.plural(count, { one: '1 key', other: `${f.number(count)} keys` }),
    endRule: endRuleIn(f),
    close: 'Close',
    cancel: 'Cancel',
    member: 'Member',
    name: 'Name',
    addMember: 'Add member',
    admin: 'Admin',
    you: 'You',
    moreActionsFor: (name: string) => `More actions for ${name}`,
    moreActions: 'More actions',
    disable: 'Disable',
    enable: 'Enable',
  },
  issue: {
    never: 'Never',
    days: (days: number) => f.plural(days, { one: '1 day', other: `${f.number(days)} days` }),
    title: 'Issue API Key',
    youNamed: (name: string) => `${name} (you)`,
    kept: 'Keyfob keeps it sealed, and it appears in API keys.',
    notKept: 'Shown once, to be handed over. Keyfob does not keep its value.',
    purpose: 'What it is for, such as “CI pipeline”',
    expires: 'Expires',
  },
  memberForm: {
    edit: (name: string) => `Edit ${name}`,
    email: 'E-mail',
    role: 'Role',
    memberHint: 'Sees and changes their own keys.',
    adminHint: 'Sees and revokes the keys of all members.',
  },
  members: {
    title: 'Members',
    description: 'The people of the local workspace. Each of them can be issued keys of the Local API.',
    youStay: 'You stay in your own team',
    revokeFirst: 'Revoke their keys first',
    edit: 'Edit',
    remove: 'Remove',
  },
  removal: {
    title: (name: string) => `Remove ${name}?`,
    consequence:
      'leaves the team of the local workspace. The collection access keys that they gave out end, and their revoked keys stay in the record under their name.',
  },
  revocation: {
    refused: (count: number) =>
      `The Local API refuses ${f.plural(count, { one: 'it', other: 'all of them' })} from the next request on.`,
    isFinal: 'This cannot be taken back.',
    stays: (count: number) =>
      `What was done with ${f.plural(count, { one: 'it', other: 'them' })} stays in the record.`,
    title: (count: string) => `Revoke ${count}?`,
    revoke: (count: string) => `Revoke ${count}`,
    done: (keys: string) => `Revoked ${keys}`,
    reason: 'Reason',
    byAdmin: 'Revoked by an admin',
    byAdminHint: 'No longer needed, or not wanted.',
    exposed: 'Exposed',
    exposedHint: 'Its value was seen where it should not be.',
    usedLately: (count: number) =>
      `${f.plural(count, { one: '1 key', other: `${f.number(count)} keys` })} used within the last 7 days.`,
    yours: (count: number) =>
      `${f.plural(count, { one: '1 key', other: `${f.number(count)} keys` })} of your own: removed from API keys, with the sealed value.`,
    accessKeys: (count: number) =>
      `${f.plural(count, { one: '1 key', other: `${f.number(count)} keys` })} to collections: deleted, and their URLs end.`,
    alsoDelete: (count: number) =>
      f.plural(count, {
        one: 'Also delete the access key that a program made with them',
        other: `Also delete the ${f.number(count)} access keys that programs made with them`,
      }),
    elsewhere: (count: number) =>
      f.plural(count, {
        one: '1 key of other services: removed here only. Revoke it at the service too.',
        other: `${f.number(count)} keys of other services: removed here only. Revoke them at the service too.`,
      }),
  },
  selection: {
    title: 'Selected keys',
    countOf: (selected: number, shown: number) =>
      `${f.number(selected)} of ${f.plural(shown, { one: '1 key', other: `${f.number(shown)} keys` })} selected`,
    revoke: 'Revoke…',
    clear: 'Clear selection',
    all: 'Select all',
  },
  status: {
    labels: {
      active: 'Active',
      expiring: 'Expiring',
      expired: 'Expired',
      disabled: 'Disabled',
      revoked: 'Revoked',
    },
    automatically: 'Automatically',
    exposed: 'Exposed',
    byCreator: 'By its creator',
    byAdmin: 'By an admin',
    byInactivity: 'By inactivity',
  },
  team: {
    disabledKeys: (count: number) =>
      `Disabled ${f.plural(count, { one: '1 key', other: `${f.number(count)} keys` })}`,
    enabledKeys: (count: number) =>
      `Enabled ${f.plural(count, { one: '1 key', other: `${f.number(count)} keys` })}`,
    title: 'Team keys',
    description:
      'Every key of the local workspace’s team, whoever made it: revoke what nobody should use any more.',
    exportCsv: 'Export CSV…',
    tryAgain: 'Try again',
    saved: (keys: string, fileName: string) => `Saved ${keys} to ${fileName}`,
  },
  none: {
    title: 'The team has no keys yet',
    explanation:
      'Add members below and issue keys to them, or generate one of your own: each is listed here.',
  },
  noMatch: {
    title: 'No key matches',
    showAll: 'Show all keys',
    explanation: 'No key of the team has this name, state, creator and service.',
  },
  table: {
    columns: {
      select: 'Select',
      name: 'Name',
      key: 'Key',
      creator: 'Creator',
      created: 'Created',
      expires: 'Expires',
      status: 'Status',
      actions: 'Actions',
    },
    select: (name: string) => `Select ${name}`,
    accessKey: 'Collection access key',
    lastUsed: 'Last used',
    never: 'Never',
    revoke: 'Revoke',
  },
  filters: {
    allStates: 'All states',
    enabled: 'Enabled',
    expiring: 'Expiring',
    disabled: 'Disabled',
    expired: 'Expired',
    revoked: 'Revoked',
    newest: 'Newest',
    oldest: 'Oldest',
    recentlyUsed: 'Recently used',
    allCreators: 'All creators',
    allServices: 'All services',
    search: 'Search team keys',
    searchHint: 'Search by name, or paste a key',
    findByValue: 'Find by key value',
    state: 'State',
    creator: 'Creator',
    service: 'Service',
    sort: 'Sort',
  },
}));

export type TeamTexts = ShapeOf<typeof teamTexts>;
