import type { AppErrorCode } from '../../../domain/app-error.ts';
import type { EndRule } from '../../../domain/key-policy.ts';
import type { ToldText } from '../../told-text.ts';

/** What is said about keys, services and what belongs to them. */
export const keysTold = {
  inputTooLarge: () => ['The input is too large.'],
  keyNotWidened: () => ['The key goes only where it went before.'],
  keyGoesThereAlready: () => ['The key may go there already.', ''],
  keyTooManyOrigins: ({ limit }: { readonly limit: number }) => [
    `A key has at most ${String(limit)} origins of its own.`,
    'Remove one first, or add them to the service.',
  ],
  serviceNameTaken: () => ['A service with this name already exists.'],
  serviceNotWidened: () => ['The service was not changed: its keys go only where they went before.'],
  textNotCopied: () => ['The text could not be copied: the clipboard refused it.'],
  memberGone: () => ['This member is no longer in the team.'],
  foundIsNoKey: () => ['A value that was found cannot be a key: no header can carry it.'],
  timeHasPassed: () => ['This time has already passed.', 'Choose a later one.'],
  serviceGone: () => ['This service no longer exists.'],
  tooManyProfiles: ({ limit }: { readonly limit: number }) => [
    `At most ${String(limit)} profiles are kept.`,
    'Delete one first.',
  ],
  profileNameTaken: () => ['A profile with this name already exists.'],
  oneDefaultKey: () => ['A service has one default key.', ''],
  profileKeyGone: () => ['A key of this profile no longer exists.'],
  setExpirationFirst: () => [null, 'Set a new expiration first, then regenerate it.'],
  keyIsKeptAlready: () => [
    'The key on the clipboard was copied from Keyfob, which keeps it already.',
    'To send it to another origin too, add the origin to its service.',
  ],
  openedIsGone: () => ['What was opened is no longer there.'],
  nothingRestored: () => ['Nothing was restored.'],
  tryAgainIn: ({ seconds }: { readonly seconds: number }) => [
    null,
    `Try again in ${seconds === 1 ? '1 second' : `${String(seconds)} seconds`}.`,
  ],
  policyEnded: ({
    rule,
  }: {
    readonly rule: string;
    readonly kind: EndRule['kind'];
    readonly days: number;
    readonly whose: 'team' | 'own';
  }) => [`A policy has ended this key: ${rule}.`, 'Regenerate it, or change the API key settings.'],
  keyNotVerified: ({
    service,
    because,
  }: {
    readonly service: string;
    readonly because: string;
    readonly code: AppErrorCode;
  }) => [`It could not be found out whether ${service} accepts the key. ${because}`],
  serviceRefusesKey: ({ service }: { readonly service: string }) => [`${service} does not accept this key.`],
  postmanRefusesKey: ({ service }: { readonly service: string }) => [
    `${service} does not accept this key.`,
    'Check it on Postman’s API keys page. A key of the EU region belongs to the service Postman API (EU).',
  ],
  serviceNameInvalid: () => [
    'A name has no line breaks, control characters or broken ones.',
    'Type the name again.',
  ],
  headerCannotCarry: ({ header }: { readonly header: string }) => [
    `The header ${header} has a meaning of its own in HTTP and cannot carry a key.`,
    'Name the header that the API reads its key from, such as X-API-Key.',
  ],
  baseUrlInvalid: () => ['This is not an http or https URL.', 'Type it as https://api.example.com/v1.'],
  baseUrlHoldsMore: () => [
    'A base URL has no user name, password, query or fragment.',
    'Remove it; Keyfob adds the key’s header by itself.',
  ],
  baseUrlNotBound: ({ origin }: { readonly origin: string }) => [
    `The base URL’s own origin ${origin} is not among the origins, so its keys would be withheld from it.`,
    `Add ${origin} to the origins, or change the base URL.`,
  ],
  checkUrlInvalid: () => ['This is not an http or https URL.', 'Type it as https://api.example.com/v1/me.'],
  checkUrlHoldsMore: () => [
    'A check URL has no user name, password, query or fragment.',
    'Remove it; the key goes into its header.',
  ],
  checkUrlNotBound: ({ origin }: { readonly origin: string }) => [
    `${origin} is not among the origins, so no key is sent there.`,
    'Give a check URL at one of the origins.',
  ],
  lostSecret: () => [
    'The secret of this key was sealed with a master key that was kept in memory only and is gone.',
    'Regenerate the key, or delete it.',
  ],
  fieldMissing: () => ['A field is missing.'],
  fieldOfOtherKind: () => ['A field is of the wrong kind.'],
  fieldTooLarge: ({ most }: { readonly most: string }) => [`A field is too large; the limit is ${most}.`],
  fieldTooSmall: ({ least }: { readonly least: string }) => [`A field is too small; the least is ${least}.`],
  fieldUnknown: () => ['There is a field that this command does not know.'],
} satisfies Readonly<Record<string, ToldText>>;
