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
  sharing: {
    action: 'Share',
    collection: 'Collection',
    none: 'There is no collection yet',
    hint: 'A new key is made that can read this collection, and nothing else. It can change nothing.',
  },
  shared: {
    title: 'Copy your access URL',
    url: 'Access URL',
    copy: 'Copy URL',
    key: 'Access key',
    warning: 'Whoever has this URL can read the collection',
    warningHint: 'Do not paste it in public: not in a README, an issue, a chat or the log of a pipeline.',
    /** Around the name of the collection. */
    reads: {
      before: 'This is the only time that it is shown. It reads “',
      after:
        '” on this computer, while the Local API runs, until 60 days after its last use or until you delete it.',
    },
    holdsAddress: (address: string) =>
      `The URL holds ${address}, where the Local API listens now. If that port is taken when Keyfob starts, it listens at another: the key still works, in a URL with the new port, which Settings shows.`,
    copied: 'Copied the access URL.',
    copiedHint: 'Whoever has it can read the collection. Do not paste it in public.',
  },
  deleting: {
    question: (name: string) => `Delete the access key to “${name}”?`,
    consequence: (mask: string, service: string | null) =>
      `${mask} is revoked at once at ${service ?? 'its service'}: every URL with it stops working. The collection stays. This cannot be undone.`,
    done: (name: string) => `The access key to “${name}” was deleted.`,
  },
  madeWith: {
    alsoDelete: (count: number) =>
      f.plural(count, {
        one: 'Also delete the access key that was made with it',
        other: `Also delete the ${f.number(count)} access keys that were made with it`,
      }),
    explanation: (collections: readonly string[], more: number) =>
      `A program made them over the Local API, and they work on without it: ${f.list([...collections, ...(more > 0 ? [`${f.number(more)} more`] : [])])}.`,
  },
}));
