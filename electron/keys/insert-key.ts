import { maskOf, type ApiKey } from '../../shared/domain/api-key.ts';
import { ok, type Result } from '../../shared/domain/app-error.ts';
import type { IssuedSecret } from '../local-api/issuer.ts';
import { recordActivity } from './activity-rows.ts';
import { hasKeys, insertApiKey } from './api-key-rows.ts';
import { insertIssuedSecret } from './issued-secret-rows.ts';
import type { KeyContext } from './key-context.ts';
import { checkName, requireKey } from './key-rules.ts';
import { firstMember } from './member-rows.ts';
import { replaceSealedSecret } from './sealed-secret-rows.ts';

export interface KeyToInsert {
  readonly id: string;
  readonly serviceId: string;
  readonly name: string;
  readonly expiresAt: number | null;
  readonly secret: string;
  /** What the Local API's server keeps of it; `null` for a key that it did not issue. */
  readonly issued: Pick<IssuedSecret, 'publicId' | 'digest'> | null;
  readonly origin: 'generated' | 'added';
  /** The member whose key it will be; one's own when it is left out. */
  readonly creatorId?: string;
}

/**
 * Writes a new key: its record, its sealed secret, the server's digest and the activity. To be called in a transaction,
 * after `vault.prepare`. The first key of a service becomes its default. Another member's key is neither sealed here nor
 * ever a default: Keyfob signs with keys of its own person alone.
 */
export function insertKey(
  context: Pick<KeyContext, 'ledger' | 'vault' | 'clock'>,
  key: KeyToInsert,
): Result<ApiKey> {
  const { ledger, vault, clock } = context;
  const { id, serviceId, name, expiresAt, secret, issued } = key;
  const owner = firstMember(ledger);
  if (owner === null) throw new Error('The ledger has no member yet');
  const creatorId = key.creatorId ?? owner.id;
  const isOwn = creatorId === owner.id;
  const isFree = checkName(context, { serviceId, creatorId, name, exceptId: null });
  if (!isFree.ok) return isFree;
  const now = clock.now();
  insertApiKey(ledger, {
    id,
    serviceId,
    creatorId,
    name,
    mask: maskOf(secret),
    createdAt: now,
    expiresAt,
    isDefault: isOwn && !hasKeys(ledger, serviceId, owner.id),
    isIssuedHere: key.origin === 'generated',
  });
  if (isOwn) {
    const version = 1;
    const sealed = vault.seal(secret, { apiKeyId: id, version });
    replaceSealedSecret(ledger, { apiKeyId: id, version, sealed });
  }
  if (issued !== null) insertIssuedSecret(ledger, { apiKeyId: id, issued, issuedAt: now });
  recordActivity(ledger, { id, name }, { at: now, event: { kind: key.origin } });
  const record = requireKey(context, id);
  return record.ok ? ok(record.value.apiKey) : record;
}
