import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { isTrustworthyOrigin, originOf } from '../../shared/domain/origin.ts';
import type { ServiceDraft } from '../../shared/domain/service.ts';
import { canCarryKey } from './key-header-names.ts';
import type { ServiceFields } from './service-rows.ts';

const CONTROL_CHARACTERS = /[\p{Cc}\u2028\u2029]/u;

/** The draft as it is kept, or the first rule that it breaks, with its field. */
export function checkServiceDraft(draft: ServiceDraft): Result<ServiceFields> {
  if (CONTROL_CHARACTERS.test(draft.name) || !draft.name.isWellFormed()) {
    return refused(
      'name',
      'A name has no line breaks, control characters or broken ones.',
      'Type the name again.',
    );
  }
  if (!canCarryKey(draft.headerName)) {
    return refused(
      'headerName',
      `The header ${draft.headerName} has a meaning of its own in HTTP and cannot carry a key.`,
      'Name the header that the API reads its key from, such as X-API-Key.',
    );
  }
  const origins = [...new Set(draft.origins)];
  if (!origins.every((origin) => originOf(origin) === origin && isTrustworthyOrigin(origin))) {
    return failed('origin-not-allowed', { field: 'origins' });
  }
  const baseUrl = checkBaseUrl(draft.baseUrl, origins);
  if (!baseUrl.ok) return baseUrl;
  const checkUrl = checkCheckUrl(draft.checkUrl, origins);
  if (!checkUrl.ok) return checkUrl;
  return ok({
    name: draft.name.normalize('NFC'),
    baseUrl: baseUrl.value,
    headerName: draft.headerName,
    origins,
    checkUrl: checkUrl.value,
    keyPrefix: draft.keyPrefix,
  });
}

/** A base URL is shown, logged and saved, so it must not hold what may be a secret; and its own origin must get the key. */
function checkBaseUrl(baseUrl: string, origins: readonly string[]): Result<string> {
  const origin = originOf(baseUrl);
  if (origin === null) {
    return refused('baseUrl', 'This is not an http or https URL.', 'Type it as https://api.example.com/v1.');
  }
  const url = new URL(baseUrl);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    return refused(
      'baseUrl',
      'A base URL has no user name, password, query or fragment.',
      'Remove it; Keyfob adds the key’s header by itself.',
    );
  }
  if (!origins.includes(origin)) {
    return refused(
      'baseUrl',
      `The base URL’s own origin ${origin} is not among the origins, so its keys would be withheld from it.`,
      `Add ${origin} to the origins, or change the base URL.`,
    );
  }
  return ok(baseUrl);
}

/** The check URL gets a key with every verification, so it lies where the keys may go anyway; and it holds no secret of its own. */
function checkCheckUrl(checkUrl: string | null, origins: readonly string[]): Result<string | null> {
  if (checkUrl === null) return ok(null);
  const origin = originOf(checkUrl);
  if (origin === null) {
    return refused(
      'checkUrl',
      'This is not an http or https URL.',
      'Type it as https://api.example.com/v1/me.',
    );
  }
  const url = new URL(checkUrl);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    return refused(
      'checkUrl',
      'A check URL has no user name, password, query or fragment.',
      'Remove it; the key goes into its header.',
    );
  }
  if (!origins.includes(origin)) {
    return refused(
      'checkUrl',
      `${origin} is not among the origins, so no key is sent there.`,
      'Give a check URL at one of the origins.',
    );
  }
  return ok(checkUrl);
}

function refused(field: string, message: string, remedy: string) {
  return failed('invalid-input', { field, message, remedy });
}

/** The origins that the change would let keys go to, and that they could not go to before. */
export function addedOrigins(before: readonly string[], after: readonly string[]): readonly string[] {
  return after.filter((origin) => !before.includes(origin));
}
