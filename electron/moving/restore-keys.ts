import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { isExpired } from '../../shared/domain/expiry.ts';
import type { Restored } from '../../shared/domain/moving.ts';
import { createSecretVariables } from '../environments/secret-variables.ts';
import { recordActivity } from '../keys/activity-rows.ts';
import {
  findDefaultKeyId,
  isNameTaken,
  setDefault,
  setDisabled,
  setExpiredSeen,
  setReadOnly,
} from '../keys/api-key-rows.ts';
import { changeKeys } from '../keys/change-keys.ts';
import { insertKey } from '../keys/insert-key.ts';
import type { KeyContext } from '../keys/key-context.ts';
import { insertKeyOrigin } from '../keys/key-detail-rows.ts';
import { writePolicies } from '../keys/policy-rows.ts';
import { writeProfile } from '../keys/profile-rows.ts';
import { acknowledgeEnds } from '../keys/reminders.ts';
import { insertCustomService } from '../keys/service-rows.ts';
import { digestOf } from '../local-api/issuer.ts';
import { inSteps, type Steps } from './in-steps.ts';
import type { MovedDocument, MovedKey, MovedVariable } from './moved-document.ts';
import { planRestore, publicIdOf, type Planning, type RestorePlan } from './restore-plan.ts';
import { told } from '../told.ts';

export type RestoreContext = Planning &
  Pick<KeyContext, 'ledger' | 'vault' | 'clock' | 'random' | 'services' | 'publish'>;

/**
 * Seals, which takes a while, and then adds what is new in one transaction: all of it or nothing. To be called after `vault.prepare`.
 * `cancelled` before anything was written; the errors of the ledger.
 */
export async function restoreKeys(
  context: RestoreContext,
  document: MovedDocument,
  steps: Steps,
): Promise<Result<Restored>> {
  const sealed = await sealNew(context, document, steps);
  if (sealed === null) return failed('cancelled', told('nothingRestored'));
  const { vault } = context;
  const seal: typeof vault.seal = (secret, binding) =>
    sealed.get(bindingKey(binding)) ?? vault.seal(secret, binding);
  const restored = changeKeys(context, () =>
    apply({ ...context, vault: { ...vault, seal } }, planRestore(context, document)),
  );
  if (restored.ok && restored.value.profiles > 0) context.publish('profiles.changed', {});
  if (restored.ok && restored.value.hasPolicies) context.publish('policy.changed', {});
  return restored;
}

/** The version of a key that was just inserted. */
const FIRST_VERSION = 1;

function bindingKey({ apiKeyId, version }: { readonly apiKeyId: string; readonly version: number }): string {
  return `${String(version)}:${apiKeyId}`;
}

/** The values of the keys that are new, by what they are bound to; `null` when it was cancelled. */
async function sealNew(
  context: RestoreContext,
  document: MovedDocument,
  steps: Steps,
): Promise<ReadonlyMap<string, Uint8Array> | null> {
  const sealed = new Map<string, Uint8Array>();
  const tasks = planRestore(context, document).keys.flatMap(({ key: { id, secret }, outcome }) => {
    if (outcome !== 'new' || secret === null) return [];
    const binding = { apiKeyId: id, version: FIRST_VERSION };
    return [() => sealed.set(bindingKey(binding), context.vault.seal(secret, binding))];
  });
  return (await inSteps(tasks, steps)) ? sealed : null;
}

function isNew({ outcome }: { readonly outcome: string }): boolean {
  return outcome === 'new';
}

function apply(context: RestoreContext, plan: RestorePlan): Result<Restored> {
  const { ledger, clock } = context;
  const now = clock.now();
  const services = plan.services.filter(isNew);
  for (const { service } of services) {
    const { id, ...fields } = service;
    insertCustomService(ledger, { id, createdAt: now, fields });
  }
  const keys = plan.keys.filter(isNew).map(({ key }) => key);
  const withDefault = new Set(
    keys.map(({ serviceId }) => serviceId).filter((id) => findDefaultKeyId(ledger, id)),
  );
  for (const key of keys) {
    const kept = restoreKey(context, key);
    if (!kept.ok) return kept;
  }
  for (const { id, serviceId, isDefault } of keys) {
    if (isDefault && !withDefault.has(serviceId)) setDefault(ledger, id, serviceId);
  }
  const variables = plan.variables.filter(isNew);
  for (const { variable } of variables) {
    const kept = restoreVariable(context, variable);
    if (!kept.ok) return kept;
  }
  const profiles = plan.profiles.filter(isNew);
  for (const { profile } of profiles) writeProfile(ledger, profile.id, { ...profile, at: now });
  const hasPolicies = plan.policies?.outcome === 'new';
  if (hasPolicies) {
    writePolicies(ledger, plan.policies.policies, now);
    acknowledgeEnds(ledger, now);
  }
  const counts = { services: services.length, keys: keys.length, variables: variables.length };
  return ok({ ...counts, profiles: profiles.length, hasPolicies });
}

function restoreVariable(context: RestoreContext, variable: MovedVariable): Result<null> {
  const { environmentId, name, origins, secret } = variable;
  if (secret === null) throw new Error('Only a variable with its value is restored');
  return createSecretVariables(context).sealWithin({ environmentId, name }, secret, origins);
}

function restoreKey(context: RestoreContext, key: MovedKey): Result<null> {
  const { ledger, clock } = context;
  const { id, serviceId, expiresAt, secret } = key;
  if (secret === null) throw new Error('Only a key with its value is restored');
  // One that was pasted worked at the Local API of another Keyfob, and does not begin to work here.
  const publicId = key.isIssuedHere ? publicIdOf(key) : null;
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
  restoreOrigins(context, key);
  if (key.isDisabled) setDisabled(ledger, id, true);
  if (key.isReadOnly) setReadOnly(ledger, id, true);
  if (key.hasExpired || isExpired(expiresAt, now))
    setExpiredSeen(ledger, id, { at: now, rule: { kind: 'own' } });
  return ok(null);
}

/** The person agreed to each, for this very value, which lay with them under the passphrase. */
function restoreOrigins(context: RestoreContext, { id, serviceId, name, extraOrigins }: MovedKey): void {
  const { ledger, clock, services } = context;
  if (extraOrigins.length === 0) return;
  // Only then: finding a service counts its keys.
  const known = new Set(services.find(serviceId)?.origins);
  for (const origin of new Set(extraOrigins)) {
    if (known.has(origin)) continue;
    insertKeyOrigin(ledger, { apiKeyId: id, origin, addedAt: clock.now() });
    recordActivity(ledger, { id, name }, { at: clock.now(), event: { kind: 'origin-added', origin } });
  }
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
