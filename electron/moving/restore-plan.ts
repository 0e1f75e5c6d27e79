import type { RestoredKey, RestoredService } from '../../shared/domain/moving.ts';
import { LOCAL_SERVICE_ID } from '../../shared/domain/service.ts';
import type { KeyContext } from '../keys/key-context.ts';
import { canBeKey } from '../keys/read-pasted-key.ts';
import { parseKey } from '../local-api/key-format.ts';
import type { MovedDocument, MovedKey, MovedService } from './moved-document.ts';

export interface ServicePlan {
  readonly service: MovedService;
  readonly outcome: RestoredService['outcome'];
}

export interface KeyPlan {
  readonly key: MovedKey;
  readonly serviceName: string;
  readonly outcome: RestoredKey['outcome'];
}

/** What restoring would do, one by one. What is here wins; nothing that is here is changed. */
export interface RestorePlan {
  readonly services: readonly ServicePlan[];
  readonly keys: readonly KeyPlan[];
}

type Reading = Pick<KeyContext, 'ledger' | 'services'>;

/** Read from the ledger as it is now: made anew in the transaction that restores. */
export function planRestore(context: Reading, document: MovedDocument): RestorePlan {
  const known = new Map(context.services.list().map((service) => [service.id, service]));
  const named = new Set<string>();
  const services = document.services.map((service): ServicePlan => {
    const isHere = known.has(service.id) || named.has(service.id);
    named.add(service.id);
    const outcome = isHere ? 'here' : wasRemoved(context, service.id) ? 'removed' : 'new';
    return { service, outcome };
  });
  const coming = new Map(
    services.filter(({ outcome }) => outcome === 'new').map(({ service }) => [service.id, service]),
  );
  const taken = takenIds(context);
  const ids = new Set<string>();
  const publicIds = new Set<string>();
  const keys = document.keys.map((key): KeyPlan => {
    const service = known.get(key.serviceId) ?? coming.get(key.serviceId);
    const publicId = publicIdOf(key);
    const isTwice = ids.has(key.id) || (publicId !== null && publicIds.has(publicId));
    ids.add(key.id);
    if (publicId !== null) publicIds.add(publicId);
    const outcome = isTwice ? 'here' : outcomeOf(context, key, { hasService: service !== undefined, taken });
    return { key, serviceName: service?.name ?? key.serviceId, outcome };
  });
  return { services, keys };
}

function outcomeOf(
  context: Reading,
  key: MovedKey,
  { hasService, taken }: { readonly hasService: boolean; readonly taken: ReadonlyMap<string, boolean> },
): RestoredKey['outcome'] {
  const isLiving = taken.get(key.id);
  if (isLiving !== undefined) return isLiving ? 'here' : 'deleted-here';
  if (key.secret === null || !canBeKey(key.secret)) return 'without-value';
  if (!hasService) return 'without-service';
  if (key.serviceId !== LOCAL_SERVICE_ID) return 'new';
  const publicId = publicIdOf(key);
  if (publicId === null) return 'without-value';
  const isKnown = context.ledger.get('SELECT 1 FROM issued_secrets WHERE public_id = ?', [publicId]);
  return isKnown === undefined ? 'new' : 'here';
}

/** What the Local API looks its key up by; `null` for any other key. */
export function publicIdOf({ serviceId, secret }: Pick<MovedKey, 'serviceId' | 'secret'>): string | null {
  if (serviceId !== LOCAL_SERVICE_ID || secret === null) return null;
  const parsed = parseKey(secret);
  return parsed.kind === 'well-formed' && parsed.prefix === 'kfak' ? parsed.publicId : null;
}

/** Every key that was ever here, and whether it still is. */
function takenIds({ ledger }: Reading): ReadonlyMap<string, boolean> {
  const rows = ledger.all('SELECT id, revoked_at IS NULL AS is_living FROM api_keys');
  return new Map(rows.map((row) => [String(row['id']), row['is_living'] === 1]));
}

function wasRemoved({ ledger }: Reading, id: string): boolean {
  return ledger.get('SELECT 1 FROM services WHERE id = ?', [id]) !== undefined;
}
