import type { ApiKeyStatus } from '../../domain/api-key.ts';
import type { EndRule } from '../../domain/key-policy.ts';
import { defineTexts, type ShapeOf } from '../define-texts.ts';
import type { Formats } from '../formats.ts';

/** The page of API keys: what is on it before a dialog opens. */
export const keysTexts = defineTexts('keys', (f) => {
  const keys = (count: number) => f.plural(count, { one: '1 key', other: `${f.number(count)} keys` });
  return {
    title: 'API keys',
    description: 'Keys stay sealed on this computer, and go only to the origins of their service.',
    settings: 'API key settings',
    add: 'Add existing key',
    generate: 'Generate API Key',
    search: 'Search API keys',
    countOf: (shown: number, all: number) =>
      shown === all ? keys(all) : `${f.number(shown)} of ${keys(all)}`,
    first: {
      title: 'Generate your first API key',
      explanation:
        'It works at once with the Local API inside Keyfob, without an account and without a network. Keys that you have from elsewhere can be kept here too.',
      orBring: 'Or bring what you have:',
      importFile: 'Import requests…',
      addVariable: (name: string) => `Add ${name} from the environment`,
    },
    noMatch: {
      title: 'No key matches',
      clear: 'Clear the search',
      explanation: (search: string) => `No name, service or last four characters hold “${search}”.`,
    },
    columns: {
      name: 'Name',
      key: 'Key',
      service: 'Service',
      created: 'Created',
      lastUsed: 'Last used',
      expires: 'Expires',
      status: 'Status',
      actions: 'Actions',
    },
    status: {
      active: 'Active',
      expiring: 'Expiring',
      expired: 'Expired',
      disabled: 'Disabled',
    } satisfies Record<ApiKeyStatus, string>,
    unknownService: 'Unknown service',
    isDefault: 'Default',
    readOnly: 'Read-only: withheld from POST, PUT, PATCH and DELETE',
    never: 'Never',
    moreOrigins: (count: number) =>
      f.plural(count, { one: '+1 origin', other: `+${f.number(count)} origins` }),
    usedAt: (at: number, origin: string) => `${f.dateTime(at)}, to ${origin}`,
    endRule: endRuleIn(f),
    old: {
      /** `tail` is the end of its mask, null when that shows nothing. */
      ends: (tail: string | null, remaining: string) => `Old ${tail ?? 'key'} ends ${remaining}`,
      worksUntil: (tail: string | null, at: number) =>
        `The old key ${tail ?? 'key'} works until ${f.dateTime(at)}`,
      isKept: (tail: string | null) => `Old ${tail ?? 'key'} is kept`,
      isKeptUntil: 'The old key is kept sealed until you say that it is gone',
    },
    notAccepted: 'Not accepted by its service',
    notAcceptedOn: (at: number) => `Not accepted on ${f.dateTime(at)}`,
    acceptedOn: (at: number) => `Accepted on ${f.dateTime(at)}`,
    acceptedAs: (at: number, owner: string) => `Accepted on ${f.dateTime(at)} as ${owner}`,
    moreActionsFor: (name: string) => `More actions for ${name}`,
    menu: {
      more: 'More actions',
      copy: 'Copy',
      use: 'Use in a request',
      useElsewhere: 'Use it elsewhere',
      activity: 'Activity',
      hasExpired: 'It has expired',
      isDisabled: 'It is disabled',
      verify: 'Verify now',
      countsAgainstQuota: 'One call, counts against the quota',
      sendsOneRequest: 'Sends one request',
      noCheckUrl: 'Its service has no check URL',
      details: 'Details',
      endGrace: 'End grace now',
      endGraceHint: 'The old key stops working at once',
      forgetOld: 'Forget old key',
      forgetOldHint: 'When it is gone at its service',
      exposed: 'This key was exposed…',
      regenerate: 'Regenerate',
      rename: 'Rename',
      setExpiration: 'Set expiration',
      makeDefault: 'Make default',
      isDefault: 'It already is its service’s default',
      readOnlyOff: 'Turn off read-only guard',
      readOnlyOn: 'Turn on read-only guard',
      enable: 'Enable',
      disable: 'Disable',
      edit: 'Edit',
      delete: 'Delete',
    },
    done: {
      verifyRefused: (name: string) => `The service does not accept “${name}”.`,
      accepted: (name: string) => `“${name}” is accepted.`,
      acceptedOf: (name: string, owner: string) => `“${name}” is accepted. It is the key of ${owner}.`,
      madeDefault: (name: string) => `“${name}” is now the default key of its service.`,
      graceEnded: (name: string) => `The old key of “${name}” is refused from now on.`,
      oldForgotten: (name: string) => `The old key of “${name}” is no longer kept.`,
      enabled: (name: string) => `“${name}” is enabled.`,
      disabled: (name: string) => `“${name}” is disabled. It is not sent and not copied.`,
      readOnlyOff: (name: string) => `“${name}” may be sent with every method.`,
      readOnlyOn: (name: string) => `“${name}” is withheld from POST, PUT, PATCH and DELETE.`,
    },
    services: {
      title: 'Services',
      description: 'A key goes only to the origins of its service, in the header that it reads.',
      add: 'Add service',
      builtIn: 'Built in',
      nowhere: 'Nowhere while the Local API is stopped',
      header: 'The header that the key goes into',
      keyCount: keys,
      deleteKeysFirst: 'Delete its keys first',
    },
    profile: {
      label: 'Profile',
      switched: (name: string) => `The keys of “${name}” are the default keys now.`,
      keysDeleted: 'Its keys were deleted',
      none: 'No profile',
      manage: 'Manage profiles',
    },
    reveal: {
      title: 'Copy your API key',
      use: 'Use it in a request',
      once: 'This is the only time that it is shown.',
      sealed: (name: string) =>
        `Keyfob keeps “${name}” sealed. You can copy it again from its row, or send with it, without seeing it.`,
      reach: 'It reaches any data that its user may reach. Give it to nobody.',
      register: (owner: string) => `Register it with ${owner} now: its server does not know it yet.`,
    },
  };
});

/** Which rule ends a key. */
export function endRuleIn(f: Formats): (rule: EndRule) => string {
  const days = (count: number) => f.plural(count, { one: '1 day', other: `${f.number(count)} days` });
  return (rule) => {
    if (rule.kind === 'own') return 'Its own expiration';
    if (rule.kind === 'unused') return `Unused for ${days(rule.days)}${rule.isTeams ? ' (team policy)' : ''}`;
    return `${rule.isTeams ? 'The team’s maximum' : 'Maximum'} lifetime of ${days(rule.days)}`;
  };
}

export type KeysTexts = ShapeOf<typeof keysTexts>;
