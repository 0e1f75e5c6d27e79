import { failed, ok, type AppErrorDetails, type Result } from '../../shared/domain/app-error.ts';
import { isTrustworthyOrigin, originOf } from '../../shared/domain/origin.ts';
import type { ServiceDraft } from '../../shared/domain/service.ts';
import { canCarryKey } from './key-header-names.ts';
import type { ServiceFields } from './service-rows.ts';
import { told } from '../told.ts';

const CONTROL_CHARACTERS = /[\p{Cc}\u2028\u2029]/u;

/** The draft as it is kept, or the first rule that it breaks, with its field. */
export function checkServiceDraft(draft: ServiceDraft): Result<ServiceFields> {
  if (CONTROL_CHARACTERS.test(draft.name) || !draft.name.isWellFormed()) {
    return refused('name', told('serviceNameInvalid'));
  }
  if (!canCarryKey(draft.headerName)) {
    return refused('headerName', told('headerCannotCarry', { header: draft.headerName }));
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
    return refused('baseUrl', told('baseUrlInvalid'));
  }
  const url = new URL(baseUrl);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    return refused('baseUrl', told('baseUrlHoldsMore'));
  }
  if (!origins.includes(origin)) {
    return refused('baseUrl', told('baseUrlNotBound', { origin }));
  }
  return ok(baseUrl);
}

/** The check URL gets a key with every verification, so it lies where the keys may go anyway; and it holds no secret of its own. */
function checkCheckUrl(checkUrl: string | null, origins: readonly string[]): Result<string | null> {
  if (checkUrl === null) return ok(null);
  const origin = originOf(checkUrl);
  if (origin === null) {
    return refused('checkUrl', told('checkUrlInvalid'));
  }
  const url = new URL(checkUrl);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    return refused('checkUrl', told('checkUrlHoldsMore'));
  }
  if (!origins.includes(origin)) {
    return refused('checkUrl', told('checkUrlNotBound', { origin }));
  }
  return ok(checkUrl);
}

function refused(field: string, words: AppErrorDetails) {
  return failed('invalid-input', { ...words, field });
}

/** The origins that the change would let keys go to, and that they could not go to before. */
export function addedOrigins(before: readonly string[], after: readonly string[]): readonly string[] {
  return after.filter((origin) => !before.includes(origin));
}
