import { ok, type Result } from '../../shared/domain/app-error.ts';
import { isExpired } from '../../shared/domain/expiry.ts';
import { isNameTaken, setDisabled, setExpiredSeen, setReadOnly } from '../keys/api-key-rows.ts';
import { changeKeys } from '../keys/change-keys.ts';
import { insertKey } from '../keys/insert-key.ts';
import type { KeyContext } from '../keys/key-context.ts';
import { insertCustomService } from '../keys/service-rows.ts';
import { digestOf } from '../local-api/issuer.ts';
import type { MovedDocument, MovedKey } from './moved-document.ts';
import { planRestore, publicIdOf } from './restore-plan.ts';

export interface Restored {
  readonly keys: number;
  readonly services: number;
}

type RestoreContext = Pick<KeyContext, 'ledger' | 'vault' | 'clock' | 'services' | 'publish'>;

/**
 * Adds what is new, in one transaction: all of it or nothing. To be called after `vault.prepare`. The errors of the ledger.
 */
export function restoreKeys(context: RestoreContext, document: MovedDocument): Result<Restored> {
  const { ledger, clock } = context;
  return changeKeys(context, () => {
    const plan = planRestore(context, document);
    const services = plan.services.filter(({ outcome }) => outcome === 'new');
    for (const { service } of services) {
      const { id, ...fields } = service;
      insertCustomService(ledger, { id, createdAt: clock.now(), fields });
    }
    const keys = plan.keys.filter(({ outcome }) => outcome === 'new');
    for (const { key } of keys) {
      const kept = restoreKey(context, key);
      if (!kept.ok) return kept;
    }
    return ok({ keys: keys.length, services: services.length });
  });
}

function restoreKey(context: RestoreContext, key: MovedKey): Result<null> {
  const { ledger, clock } = context;
  const { id, serviceId, expiresAt, secret } = key;
  if (secret === null) throw new Error('Only a key with its value is restored');
  const publicId = publicIdOf(key);
  const kept = insertKey(context, {
    ...{ id, serviceId, expiresAt, secret },
    name: freeName(context, key),
    issued: publicId === null ? null : { publicId, digest: digestOf(secret) },
    origin: 'added',
  });
  if (!kept.ok) return kept;
  const now = clock.now();
  // A policy that counts from the beginning must not begin anew here.
  ledger.run('UPDATE api_keys SET created_at = ?, is_issued_here = ? WHERE id = ?', [
    Math.min(key.createdAt, now),
    key.isIssuedHere ? 1 : 0,
    id,
  ]);
  if (key.isDisabled) setDisabled(ledger, id, true);
  if (key.isReadOnly) setReadOnly(ledger, id, true);
  if (key.hasExpired || isExpired(expiresAt, now))
    setExpiredSeen(ledger, id, { at: now, rule: { kind: 'own' } });
  return ok(null);
}

function freeName({ ledger }: RestoreContext, { serviceId, name }: MovedKey): string {
  const isTaken = (candidate: string): boolean =>
    isNameTaken(ledger, { serviceId, creatorId: null, name: candidate, exceptId: null });
  let candidate = name;
  for (let count = 2; isTaken(candidate); count += 1) {
    candidate = `${[...name].slice(0, 90).join('')} (${String(count)})`;
  }
  return candidate;
}
