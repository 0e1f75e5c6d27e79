import type { RestoredKey, RestoredService } from '../../shared/domain/moving.ts';
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
  const services = document.services.map((service): ServicePlan => {
    const outcome = known.has(service.id) ? 'here' : wasRemoved(context, service.id) ? 'removed' : 'new';
    return { service, outcome };
  });
  const coming = new Map(
    services.filter(({ outcome }) => outcome === 'new').map(({ service }) => [service.id, service]),
  );
  const taken = takenIds(context);
  const seen = new Set<string>();
  const keys = document.keys.map((key): KeyPlan => {
    const service = known.get(key.serviceId) ?? coming.get(key.serviceId);
    const outcome = seen.has(key.id)
      ? 'here'
      : outcomeOf(context, key, { hasService: service !== undefined, taken });
    seen.add(key.id);
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
  if (key.secret === null) return 'without-value';
  if (!hasService) return 'without-service';
  if (!canBeKey(key.secret)) return 'without-value';
  if (key.serviceId !== 'local') return 'new';
  const parsed = parseKey(key.secret);
  if (parsed.kind !== 'well-formed' || parsed.prefix !== 'kfak') return 'without-value';
  const isKnown = context.ledger.get('SELECT 1 FROM issued_secrets WHERE public_id = ?', [parsed.publicId]);
  return isKnown === undefined ? 'new' : 'here';
}

/** Every key that was ever here, and whether it still is. */
function takenIds({ ledger }: Reading): ReadonlyMap<string, boolean> {
  const rows = ledger.all('SELECT id, revoked_at IS NULL AS is_living FROM api_keys');
  return new Map(rows.map((row) => [String(row['id']), row['is_living'] === 1]));
}

function wasRemoved({ ledger }: Reading, id: string): boolean {
  return ledger.get('SELECT 1 FROM services WHERE id = ?', [id]) !== undefined;
}
