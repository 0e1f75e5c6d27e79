import type { ApiKey } from '../../shared/domain/api-key.ts';
import { ok, type Result } from '../../shared/domain/app-error.ts';
import type { ExpiryChoice } from '../../shared/domain/expiry.ts';
import { renameApiKey, setDefault, setDisabled, setExpiresAt, setReadOnly } from './api-key-rows.ts';
import { changeKey } from './change-keys.ts';
import type { KeyContext } from './key-context.ts';
import { acknowledgeEnds } from './reminders.ts';
import { checkExpiry, checkName, checkPolicies, requireOwnKey } from './key-rules.ts';

/** `name-taken` when another living key of the service has the name. */
export function renameKey(
  context: KeyContext,
  { id, name }: { readonly id: string; readonly name: string },
): Result<ApiKey> {
  return changeKey(context, id, ({ apiKey, creatorId }) => {
    const isFree = checkName(context, { serviceId: apiKey.serviceId, creatorId, name, exceptId: id });
    if (!isFree.ok) return isFree;
    if (name === apiKey.name) return ok(null);
    renameApiKey(context.ledger, id, name);
    return ok({ kind: 'renamed', from: apiKey.name, to: name });
  });
}

/** Also revives an expired key. `invalid-input` for a time that has passed, and when a policy has ended the key anyway. */
export function setKeyExpiration(
  context: KeyContext,
  { id, expiry }: { readonly id: string; readonly expiry: ExpiryChoice },
): Result<ApiKey> {
  return changeKey(context, id, ({ apiKey }) => {
    const now = context.clock.now();
    const expiresAt = checkExpiry(expiry, now);
    if (!expiresAt.ok) return expiresAt;
    const allowed = checkPolicies(context, { ...apiKey, ownExpiresAt: expiresAt.value }, now);
    if (!allowed.ok) return allowed;
    setExpiresAt(context.ledger, id, expiresAt.value);
    acknowledgeEnds(context.ledger, now, id);
    return ok({ kind: 'expiration-set', expiresAt: expiresAt.value });
  });
}

export function makeKeyDefault(context: KeyContext, id: string): Result<ApiKey> {
  return changeKey(context, id, ({ apiKey }) => {
    const own = requireOwnKey(context, id);
    if (!own.ok) return own;
    if (apiKey.isDefault) return ok(null);
    setDefault(context.ledger, id, apiKey.serviceId);
    return ok({ kind: 'made-default' });
  });
}

export function setKeyDisabled(
  context: KeyContext,
  { id, isDisabled }: { readonly id: string; readonly isDisabled: boolean },
): Result<ApiKey> {
  return changeKey(context, id, ({ apiKey }) => {
    if (apiKey.isDisabled === isDisabled) return ok(null);
    setDisabled(context.ledger, id, isDisabled);
    return ok({ kind: isDisabled ? 'disabled' : 'enabled' });
  });
}

export function setKeyReadOnly(
  context: KeyContext,
  { id, isReadOnly }: { readonly id: string; readonly isReadOnly: boolean },
): Result<ApiKey> {
  return changeKey(context, id, ({ apiKey }) => {
    if (apiKey.isReadOnly === isReadOnly) return ok(null);
    setReadOnly(context.ledger, id, isReadOnly);
    return ok({ kind: isReadOnly ? 'made-read-only' : 'made-writable' });
  });
}
