import { narrowedBy } from '../../shared/domain/narrower-policies.ts';
import { NO_POLICIES, type KeyPolicies } from '../../shared/domain/key-policy.ts';
import type {
  RestoredKey,
  RestoredProfile,
  RestoredService,
  RestoredVariable,
} from '../../shared/domain/moving.ts';
import { LOCAL_SERVICE_ID } from '../../shared/domain/service.ts';
import { findSecretVariable } from '../environments/secret-variable-rows.ts';
import { deadAmong } from '../keys/dead-keys/dead-key-rows.ts';
import type { KeyContext } from '../keys/key-context.ts';
import { firstMember, OWNER_ID } from '../keys/member-rows.ts';
import { previewPolicies } from '../keys/policies.ts';
import { readPolicies } from '../keys/policy-rows.ts';
import { isProfileNameTaken, listProfileRecords } from '../keys/profile-rows.ts';
import { canBeKey } from '../keys/read-pasted-key.ts';
import type { SecretScan } from '../keys/secret-scan.ts';
import { parseKey } from '../local-api/key-format.ts';
import type { MovedDocument, MovedKey, MovedProfile, MovedService, MovedVariable } from './moved-document.ts';

export interface ServicePlan {
  readonly service: MovedService;
  readonly outcome: RestoredService['outcome'];
}

export interface KeyPlan {
  readonly key: MovedKey;
  readonly serviceName: string;
  readonly outcome: RestoredKey['outcome'];
}

export interface VariablePlan {
  readonly variable: MovedVariable;
  readonly outcome: RestoredVariable['outcome'];
}

export interface ProfilePlan {
  /** With the keys alone that are here or come. */
  readonly profile: MovedProfile;
  readonly outcome: RestoredProfile['outcome'];
}

export interface PolicyPlan {
  /** As they would be. */
  readonly policies: KeyPolicies;
  readonly outcome: 'new' | 'here' | 'would-end-keys';
}

/** What restoring would do, one by one. What is here wins; nothing that is here is changed. */
export interface RestorePlan {
  readonly services: readonly ServicePlan[];
  readonly keys: readonly KeyPlan[];
  readonly variables: readonly VariablePlan[];
  readonly profiles: readonly ProfilePlan[];
  /** `null` when the export says nothing. */
  readonly policies: PolicyPlan | null;
}

export interface Planning extends Pick<KeyContext, 'ledger' | 'services' | 'clock'> {
  /** Looks for keys in the values of variables. */
  readonly keyScan: SecretScan;
}

const MOST_PROFILES = 50;

/** Read from the ledger as it is now: made anew in the transaction that restores. */
export function planRestore(context: Planning, document: MovedDocument): RestorePlan {
  const services = planServices(context, document);
  const keys = planKeys(context, document, services);
  return {
    ...{ services, keys },
    variables: planVariables(context, document),
    profiles: planProfiles(context, document, keys),
    policies: planPolicies(context, document),
  };
}

function planServices(context: Planning, document: MovedDocument): readonly ServicePlan[] {
  const known = new Set(context.services.list().map(({ id }) => id));
  return document.services.map((service): ServicePlan => {
    const isHere = known.has(service.id);
    known.add(service.id);
    const outcome = isHere ? 'here' : wasRemoved(context, service.id) ? 'removed' : 'new';
    return { service, outcome };
  });
}

function planKeys(
  context: Planning,
  document: MovedDocument,
  services: readonly ServicePlan[],
): readonly KeyPlan[] {
  const names = new Map<string, string>();
  for (const { service, outcome } of services) if (outcome === 'new') names.set(service.id, service.name);
  for (const { id, name } of context.services.list()) names.set(id, name);
  const taken = takenIds(context);
  // Also where the ledger that knew it was lost.
  const dead = deadAmong(context.ledger, document.keys.flatMap(deadIdsOf), context.clock.now());
  const ids = new Set<string>();
  const publicIds = new Set<string>();
  return document.keys.map((key): KeyPlan => {
    const serviceName = names.get(key.serviceId);
    const publicId = publicIdOf(key);
    const isTwice = ids.has(key.id) || (publicId !== null && publicIds.has(publicId));
    ids.add(key.id);
    if (publicId !== null) publicIds.add(publicId);
    const hasService = serviceName !== undefined;
    const outcome = isTwice ? 'here' : outcomeOf(context, key, { hasService, taken, dead });
    return { key, serviceName: serviceName ?? key.serviceId, outcome };
  });
}

function outcomeOf(
  context: Planning,
  key: MovedKey,
  known: {
    readonly hasService: boolean;
    readonly taken: ReadonlyMap<string, Taken>;
    readonly dead: ReadonlySet<string>;
  },
): RestoredKey['outcome'] {
  const isLiving = known.taken.get(key.id)?.isLiving;
  if (isLiving !== undefined) return isLiving ? 'here' : 'deleted-here';
  if (deadIdsOf(key).some((id) => known.dead.has(id))) return 'deleted-here';
  if (key.secret === null || !canBeKey(key.secret)) return 'without-value';
  if (!known.hasService) return 'without-service';
  if (key.serviceId !== LOCAL_SERVICE_ID) return 'new';
  const publicId = publicIdOf(key);
  if (publicId === null) return 'without-value';
  const isKnown = context.ledger.get('SELECT 1 FROM issued_secrets WHERE public_id = ?', [publicId]);
  return isKnown === undefined ? 'new' : 'here';
}

/** Under which the list of dead keys would have it. */
function deadIdsOf(key: MovedKey): readonly string[] {
  const publicId = publicIdOf(key);
  return [`key:${key.id}`, ...(publicId === null ? [] : [`kfak:${publicId}`])];
}

/** What the Local API looks its key up by; `null` for any other key. */
export function publicIdOf({ serviceId, secret }: Pick<MovedKey, 'serviceId' | 'secret'>): string | null {
  if (serviceId !== LOCAL_SERVICE_ID || secret === null) return null;
  const parsed = parseKey(secret);
  return parsed.kind === 'well-formed' && parsed.prefix === 'kfak' ? parsed.publicId : null;
}

function planVariables(context: Planning, document: MovedDocument): readonly VariablePlan[] {
  const places = new Set<string>();
  const keySecrets = new Set(document.keys.flatMap(({ secret }) => secret ?? []));
  const values = document.variables.flatMap(({ secret }) => secret ?? []);
  // Almost always no key is in any: one look at all of them.
  const mayHoldKeys = context.keyScan.holdsSecret(values.join('\n'));
  return document.variables.map((variable): VariablePlan => {
    const { environmentId, name, secret } = variable;
    const place = JSON.stringify([environmentId, name]);
    const isHere = places.has(place) || findSecretVariable(context.ledger, environmentId, name) !== null;
    places.add(place);
    if (isHere) return { variable, outcome: 'here' };
    if (secret === null) return { variable, outcome: 'without-value' };
    const isKey = keySecrets.has(secret) || (mayHoldKeys && context.keyScan.holdsSecret(secret));
    return { variable, outcome: isKey ? 'is-key' : 'new' };
  });
}

function planProfiles(
  context: Planning,
  document: MovedDocument,
  keys: readonly KeyPlan[],
): readonly ProfilePlan[] {
  const { ledger } = context;
  const services = new Map<string, string>();
  for (const [id, { isLiving, isOwn, serviceId }] of takenIds(context)) {
    if (isLiving && isOwn) services.set(id, serviceId);
  }
  for (const { key, outcome } of keys) if (outcome === 'new') services.set(key.id, key.serviceId);
  const before = listProfileRecords(ledger);
  const ids = new Set(before.map(({ id }) => id));
  const names = new Set<string>();
  let count = before.length;
  return document.profiles.map((moved): ProfilePlan => {
    const found = moved.defaults.filter(({ serviceId, apiKeyId }) => services.get(apiKeyId) === serviceId);
    const defaults = [...new Map(found.map((each) => [each.serviceId, each])).values()];
    const profile = { ...moved, defaults };
    const isHere = ids.has(moved.id) || names.has(moved.name) || isProfileNameTaken(ledger, moved.name, null);
    if (isHere) return { profile, outcome: 'here' };
    if (defaults.length === 0) return { profile, outcome: 'without-keys' };
    if (count >= MOST_PROFILES) return { profile, outcome: 'too-many' };
    ids.add(moved.id);
    names.add(moved.name);
    count += 1;
    return { profile, outcome: 'new' };
  });
}

/** The team's is its admins' to set. One that would end keys that are here is left: a file ends nothing. */
function planPolicies({ ledger, clock }: Planning, document: MovedDocument): PolicyPlan | null {
  const here = readPolicies(ledger);
  const isAdmin = firstMember(ledger)?.role === 'admin';
  const moved = document.policies;
  if (moved === null || isSame(moved, NO_POLICIES)) return null;
  const policies = narrowedBy(here, isAdmin ? moved : { ...moved, team: here.team });
  if (isSame(policies, here)) return { policies, outcome: 'here' };
  const { atOnceCount } = previewPolicies(ledger, policies, clock.now());
  return { policies, outcome: atOnceCount === 0 ? 'new' : 'would-end-keys' };
}

function isSame(one: KeyPolicies, other: KeyPolicies): boolean {
  const { user, team } = one;
  return (
    user.defaultLifetimeDays === other.user.defaultLifetimeDays &&
    user.maximumLifetimeDays === other.user.maximumLifetimeDays &&
    user.idleDays === other.user.idleDays &&
    team.generation === other.team.generation &&
    team.maximumLifetimeDays === other.team.maximumLifetimeDays &&
    team.idleDays === other.team.idleDays &&
    team.isUserPolicyAllowed === other.team.isUserPolicyAllowed
  );
}

interface Taken {
  readonly isLiving: boolean;
  readonly isOwn: boolean;
  readonly serviceId: string;
}

/** Every key that was ever here, and whether it still is. */
function takenIds({ ledger }: Planning): ReadonlyMap<string, Taken> {
  const rows = ledger.all(
    `SELECT id, service_id, revoked_at IS NULL AS is_living, creator_id IS (${OWNER_ID}) AS is_own FROM api_keys`,
  );
  return new Map(
    rows.map((row) => [
      String(row['id']),
      {
        isLiving: row['is_living'] === 1,
        isOwn: row['is_own'] === 1,
        serviceId: String(row['service_id']),
      },
    ]),
  );
}

function wasRemoved({ ledger }: Planning, id: string): boolean {
  return ledger.get('SELECT 1 FROM services WHERE id = ?', [id]) !== undefined;
}
