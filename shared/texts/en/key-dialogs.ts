import type { KeySnippetText } from '../../domain/key-snippets.ts';
import { endRuleIn } from './keys.ts';
import { defineTexts, type ShapeOf } from '../define-texts.ts';

/** The dialogs about API keys, loaded when the first of them opens. */
export const keyDialogsTexts = defineTexts('keyDialogs', (f) => ({
  accountText: {
    notTold: 'The service does not say whose key it is.',
    user: 'User',
    email: 'E-mail',
    team: 'Team',
    noTeam: 'None',
    roles: 'Roles',
    rolesNotTold: 'Not told',
  },
  addKey: {
    title: 'Add existing key',
    goesTo: (origins: string) => `It will be sent only to ${origins}.`,
    chooseService: 'Choose the service it belongs to',
    stopsThen: 'Keyfob stops using it then.',
    done: (name: string) => `“${name}” is kept, sealed.`,
  },
  common: {
    delete: 'Delete',
    days: (count: number) => f.plural(count, { one: '1 day', other: `${f.number(count)} days` }),
    endRule: endRuleIn(f),
    cancel: 'Cancel',
    verify: 'Verify',
    save: 'Save',
    name: 'Name',
    purpose: 'What it is for',
    service: 'Service',
    useNew: 'Use the new key',
    tryAgain: 'Try again',
    nameProblem: 'This name is not possible',
    close: 'Close',
    itsService: 'Its service',
  },
  days: {
    label: (label: string) => `${label}: days`,
    other: 'Other…',
    problem: 'A whole number of days, from 1 to 3650',
  },
  deleteKey: {
    done: (name: string) => `“${name}” was deleted.`,
    title: (name: string) => `Delete “${name}”?`,
    removed: 'is removed from Keyfob, with its sealed value. This cannot be undone.',
    isDefaultOf: 'It is the default of',
    isDefaultUntil: ': until you make another key the default, requests there ask which key to use.',
    refusedByLocalApi: 'The Local API refuses it from then on, wherever it is still used.',
    notInformed: 'is not told: remove the key there too if it should stop working.',
  },
  deleteService: {
    title: (name: string) => `Delete “${name}”?`,
    consequence: (origins: string) =>
      `Requests to ${origins} are sent without a key from then on. It has no keys that would be lost.`,
  },
  expiry: {
    comesFirst: (rule: string) => ` ${rule} comes first.`,
    label: 'Expires',
    lastDay: 'Last day',
    untilDeleted: 'Works until you delete it.',
    until: (at: number, rule: string) => `Works until ${f.longDate(at)}.${rule}`,
    never: 'Never',
    days: (count: number) => f.plural(count, { one: '1 day', other: `${f.number(count)} days` }),
    onDate: 'On a date…',
    chooseDay: 'Choose the last day on which the key works',
    isOver: 'This day is over; choose a later one',
  },
  exposed: {
    title: (name: string) => `“${name}” was exposed`,
    replace: 'Replace it now',
    refusedAtOnce:
      'Its present value, and an older one in a grace, are refused at once. A new value takes their place.',
    forgottenAtOnce: 'A new value takes the place of the present one, which Keyfob forgets at once.',
    revokeThere: 'Revoke the old key there: it works until you do. Keyfob forgets it with the swap.',
  },
  exposureList: {
    times: (count: number) => f.plural(count, { one: 'once', other: `${f.number(count)} times` }),
    title: 'Where it went',
    nowhere: (since: number) => `Keyfob has not sent, copied or shown it since ${f.dateTime(since)}.`,
    sentTo: (origin: string) => `Sent to ${origin}`,
    copied: 'Copied to the clipboard',
    shown: 'Shown in the window',
    timesAndLast: (times: string, lastAt: number) => `${times}, last ${f.dateTime(lastAt)}`,
  },
  generate: {
    title: 'Generate API Key',
    addExisting: 'Add existing key',
    purpose: 'What it is for, such as “CI pipeline”',
  },
  grace: {
    now: 'Now',
    oneHour: 'In 1 hour',
    oneDay: 'In 24 hours',
    sevenDays: 'In 7 days',
    other: 'After another time',
    hours: 'hours',
    days: 'days',
    label: 'Old key stops working',
    howLong: 'For how long',
    unit: 'Unit',
    problem: (unit: string, most: number) => `A whole number of ${unit}, from 1 to ${f.number(most)}`,
  },
  guidedRegenerate: {
    title: (name: string) => `Regenerate “${name}”`,
    oldStays: (mask: string) =>
      `The new key takes the place of ${mask}. The old one stays here, sealed, until you choose “Forget old key” in the row’s menu.`,
    done: (name: string) => `“${name}” has its new value.`,
  },
  keyDetails: {
    title: (name: string) => `Details of “${name}”`,
    verification: 'Verification',
    origins: 'Origins',
    whereItMayGo: 'Where it may go',
  },
  keyOrigins: {
    title: 'Origins it may go to',
    byService: 'by its service',
    keyOnly: 'this key only',
    remove: (origin: string) => `Remove ${origin}`,
    nowhere: 'Nowhere while the Local API is stopped',
    another: 'Another origin for this key only',
    confirmation: 'You are asked to confirm it outside this window.',
    add: 'Add origin',
    problem: 'Type an origin',
  },
  keySettings: {
    title: 'API key settings',
    clipboard: 'A copied key leaves the clipboard',
    clipboardHint: 'Only if it is still there: what you copied since then stays.',
    whoseRules: 'Whose rules',
    yourKeys: 'Your keys',
    teamPolicy: 'Team policy',
    saveAndEnd: (atOnce: number) =>
      `Save and end ${f.plural(atOnce, { one: '1 key', other: `${f.number(atOnce)} keys` })}`,
  },
  pasteField: {
    looksLike: (name: string) => `, looks like ${name}`,
    instruction: 'Copy the key, then paste it here. Its value does not come into this window.',
    characters: 'characters',
    paste: 'Paste key',
    pasteAnother: 'Paste another',
  },
  policyPreviewNote: {
    sooner: (count: number) =>
      f.plural(count, {
        one: '1 key ends sooner when you save.',
        other: `${f.number(count)} keys end sooner when you save.`,
      }),
    soonerAtOnce: (count: number, atOnceCount: number) =>
      `${f.plural(count, { one: '1 key ends sooner', other: `${f.number(count)} keys end sooner` })}, ${f.number(atOnceCount)} of them at once.`,
    endsOn: (at: number) => `Ends ${f.longDate(at)}`,
    neverUntilNow: 'never until now',
    untilNow: (at: number) => `${f.longDate(at)} until now`,
    title: 'Keys that end sooner',
    more: (count: number) => `and ${f.number(count)} more`,
    atOnce: 'Ends at once',
  },
  postmanNote: {
    make: 'Postman has no way for other programs to make a key. Generate one on its page, copy it, and add it here.',
    regenerate:
      'Postman regenerates its keys on its own page. Do it there, copy the new key, and paste it here.',
    revoke:
      'Deleting it here does not revoke it at Postman: it keeps working there until you delete it on its page.',
    open: 'Open Postman’s API keys page',
  },
  profileForm: {
    add: 'New profile',
    edit: (name: string) => `Edit “${name}”`,
    save: 'Add profile',
    example: 'Work',
    noKey: 'There is no key yet that could be a default.',
    leave: 'Leave as it is',
  },
  profiles: {
    unknownKey: 'unknown key',
    title: 'Profiles',
    whatFor: 'Switch several defaults at once',
    explanation:
      'A profile names one key a service, such as “Work” or “Personal”. Choosing it makes them all the default keys, here and in the tray.',
    active: 'Active',
    editNamed: (name: string) => `Edit ${name}`,
    deleteNamed: (name: string) => `Delete ${name}`,
    deleteHint: 'Delete the profile; its keys stay',
    keysDeleted: 'Its keys were deleted',
    unknownService: 'Unknown service',
  },
  providerNote: {
    itsService: 'its service',
    pasteHere: ', copy it, and paste it here',
    makeAt: 'Make a new key at ',
    revokeAt: 'Revoke the old key at ',
    open: (host: string) => `Open ${host}`,
  },
  regenerate: {
    title: (name: string) => `Regenerate “${name}”`,
    regenerate: 'Regenerate',
    newValue: 'The key gets a new value. Its name, service and settings stay.',
    hasExpired: 'It has expired, so its old value stays refused.',
    register:
      'does not know the new one until you register it there, and decides when the old one stops. Keyfob keeps only the new one.',
    refusedAtOnce: 'Whatever still uses the old key is refused at once.',
    maximum: ' Its maximum lifetime is over then.',
    bothUntil: (end: number, reason: string) => `Both keys work until ${f.dateTime(end)}.${reason}`,
  },
  rename: {
    title: (name: string) => `Rename “${name}”`,
    rename: 'Rename',
  },
  service: {
    add: 'Add service',
    edit: (name: string) => `Edit “${name}”`,
    baseUrl: 'Base URL',
    header: 'Header',
    headerHint: 'The request header that the key goes into.',
    origins: 'Origins',
    originsHint:
      'Its keys go to these and nowhere else, also after a redirect. One a line: scheme, host and port.',
    checkUrl: 'Check URL (optional)',
    checkUrlHint: 'At one of the origins. A GET with the key tells whether it is accepted: 2xx yes, 401 no.',
    prefix: 'Keys start with (optional)',
    prefixHint: 'Recognises a pasted key as one of this service.',
  },
  serviceKindNote: {
    localApi: 'Issued and verified by Keyfob itself, on this computer.',
    custom: (name: string) =>
      `Keyfob makes a strong random key. Register it with ${name} before you send it.`,
    postman: 'Postman issues its keys on its own page.',
  },
  setExpiration: {
    title: (name: string) => `Set expiration of “${name}”`,
    set: 'Set expiration',
    hasExpired: 'This key has expired.',
    neverExpires: 'This key never expires.',
    expiresAt: (expiresAt: number, rule: string) => `This key expires on ${f.dateTime(expiresAt)}.${rule}`,
    laterDate: 'A later date makes it work again.',
    regenerateIt: 'Regenerate it to make it work again.',
    expiredAt: (expiresAt: number, rule: string, way: string) =>
      `This key expired on ${f.dateTime(expiresAt)}.${rule} ${way}`,
  },
  stagedCheckNote: {
    noCheckUrl: (name: string) => `${name} has no check URL, so the key is kept without being verified.`,
    accepts: 'accepts this key',
    keepAnyway: 'Keep without verifying',
    quota: ' It counts against its quota.',
    meaning: (call: string, name: string, cost: string) =>
      `Verifying sends one request with the key, ${call}, to ${name}.${cost}`,
  },
  teamPolicyFields: {
    everyMember: 'Every member',
    adminsOnly: 'Admins only',
    whoMay: 'Who may generate API keys',
    maximum: 'Maximum lifetime for the team',
    own: 'Each member’s own setting',
    maximumHint: 'Ends existing keys too, this long after their value was made.',
    unused: 'Expire when unused, for the team',
    unusedHint: 'Ends every key that is not used for this long.',
    mayOwn: 'Members may set their own rules',
  },
  useElsewhere: {
    title: (name: string) => `Use “${name}” elsewhere`,
    explanation:
      'None of these texts holds the key. They take it from the shell, where it is read in first, so that it is in no file and in no history.',
    stopped:
      'The Local API is stopped. Start it in Settings; its port may then be another than the one shown here.',
    shell: 'Shell',
    copyKey: 'Copy key',
    copyNamed: (title: string) => `Copy: ${title}`,
    textNamed: (title: string) => `Text: ${title}`,
    snippets: {
      readKey: {
        title: 'First: read the key into the shell',
        explanation:
          'Run this, press Copy key here, paste it there and press Enter. Nothing is shown, and the key stays out of the shell’s history.',
      },
      curl: {
        title: 'curl',
        explanation:
          'Calls the service with the key in its header. Add no -L: curl would send the key on to wherever it is redirected.',
      },
      invokeRestMethod: {
        title: 'Invoke-RestMethod',
        explanation:
          'Calls the service with the key in its header, and follows no redirect, which would take the key along.',
      },
      postmanLogin: {
        title: 'Postman CLI',
        explanation:
          'Signs the Postman CLI in with the key. Where POSTMAN_API_KEY is set, its other commands use the key without a login.',
      },
      postmanRequest: {
        title: 'Postman CLI',
        explanation: 'Sends a request with the key in its header. A login is for Postman’s own address only.',
      },
      mcpServer: {
        title: 'Postman’s MCP server',
        explanation:
          'For the settings of a program that fills in ${…} from its environment, such as .mcp.json. Start it from the shell that has read the key.',
      },
      mcpServerInVsCode: {
        title: 'Postman’s MCP server in VS Code',
        explanation:
          'For .vscode/mcp.json. VS Code asks for the key once and keeps it encrypted: press Copy key here and paste it there.',
      },
      newman: {
        title: 'newman with an access key',
        explanation:
          'Runs one collection. Instead of this key it takes a collection access key, which reads that collection alone: set COLLECTION_UID, and read ACCESS_KEY as above.',
      },
      forgetKey: {
        title: 'Last: forget the key',
        explanation: 'Takes the key out of the shell again. Closing the shell does the same.',
      },
    } satisfies Readonly<Record<KeySnippetText, object>>,
  },
  userPolicyFields: {
    lockedTitle: 'Your team’s admin has turned these settings off',
    locked: 'The team’s policy alone counts for your keys.',
    newKeys: 'New keys expire',
    newKeysHint: 'What the form for a new key starts with. Keys that you have are not changed.',
    turnedOff: 'Turned off by your team.',
    maximum: 'Maximum lifetime',
    noMaximum: 'No maximum',
    maximumHint: 'Every key ends this long after its value was made, whatever its own expiration is.',
    unused: 'Expire when unused',
    unusedHint: 'Every key ends when it is not used for this long. Each use starts the time anew.',
    teamSets: (days: string) => `Your team’s policy sets ${days}.`,
  },
  verificationText: {
    refused: (name: string, at: string) =>
      `${name} did not accept this key on ${at}. Check it at the service; it may be revoked or expired there.`,
    accepted: (name: string, at: string) => `${name} accepted this key on ${at}.`,
    neverAsked: 'Its service was never asked about it. “Verify now” in the row’s menu does that.',
    noCheckUrl: 'Its service has no check URL, so nothing is known about it.',
  },
}));

export type KeyDialogsTexts = ShapeOf<typeof keyDialogsTexts>;
