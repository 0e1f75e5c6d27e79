import { defineTexts } from '../define-texts.ts';

/** The section of collection access keys, below the API keys. */
export const accessKeysTexts = defineTexts('accessKeys', (f) => ({
  title: 'Collection access keys',
  description: 'A read-only key to one collection. It ends 60 days after its last use.',
  serviceLabel: 'Service of the access keys',
  share: 'Share a collection',
  refresh: 'Refresh',
  load: 'Load access keys',
  namesMissing: (message: string) => `Some names are missing. ${message}`,
  askedAt: (service: string, when: string) => `Asked ${service} ${when}.`,
  noneShared:
    'No collection is shared. Each share makes a new key that reads this one collection: for newman, a pipeline or a colleague.',
  noneKnown: (service: string) =>
    `${service} knows of no access key that you may see. They are made there, when a collection is shared.`,
  notAsked: (service: string) =>
    `${service} was not asked yet. It is asked with its default key, and that counts towards the calls of the month.`,
  progress: {
    waiting: (service: string, seconds: number) =>
      `${service} limits how often it may be asked. It goes on in ${f.plural(seconds, { one: '1 second', other: `${f.number(seconds)} seconds` })}.`,
    asking: (service: string) => `Asking ${service}…`,
    keys: (service: string, count: number) =>
      `Asking ${service} for its access keys: ${f.number(count)} so far…`,
    collections: (count: number) => `Looking up the names of the collections: ${f.number(count)} so far…`,
    people: 'Looking up who made them…',
  },
  columns: {
    collection: 'Collection',
    creator: 'Created by',
    created: 'Created',
    lastUsed: 'Last used',
    expires: 'Expires',
    status: 'Status',
    actions: 'Actions',
  },
  delete: 'Delete',
  never: 'Never',
  unknown: 'Unknown',
  unknownCollection: 'Unknown collection',
  you: 'You',
  ended: 'Ended',
  daysLeft: (days: number) => f.plural(days, { one: '1 day left', other: `${f.number(days)} days left` }),
  inactive: 'Inactive',
  expiring: 'Expiring',
  active: 'Active',
}));
