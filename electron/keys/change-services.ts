import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { Service, ServiceDraft } from '../../shared/domain/service.ts';
import { changeLedger } from './change-ledger.ts';
import { nameKey } from './name-key.ts';
import { findPreset } from './presets/registry.ts';
import type { ServiceDirectory, ServiceDirectoryOptions } from './service-directory.ts';
import {
  findCustomService,
  insertCustomService,
  removeCustomService,
  updateCustomService,
} from './service-rows.ts';
import { addedOrigins, checkServiceDraft } from './service-rules.ts';
import { told } from '../told.ts';

type Context = ServiceDirectoryOptions & Pick<ServiceDirectory, 'list' | 'find'>;

export function createService(context: Context, draft: ServiceDraft): Result<Service> {
  const { ledger, clock, random } = context;
  const checked = checkServiceDraft(draft);
  if (!checked.ok) return checked;
  const id = random.id();
  return change(context, () => {
    if (isNameTaken(context, checked.value.name, null)) return nameTaken();
    insertCustomService(ledger, { id, createdAt: clock.now(), fields: checked.value });
    return changeable(context, id);
  });
}

/** A new origin widens where keys may go, so whoever can reach the bridge cannot add one to a service with keys: the person must agree. */
export async function updateService(
  context: Context,
  id: string,
  draft: ServiceDraft,
): Promise<Result<Service>> {
  const checked = checkServiceDraft(draft);
  if (!checked.ok) return checked;
  const before = changeable(context, id);
  if (!before.ok) return before;
  if (isNameTaken(context, checked.value.name, id)) return nameTaken();

  const { origins, keyCount } = before.value;
  const asked = keyCount === 0 ? [] : addedOrigins(origins, checked.value.origins);
  if (asked.length > 0 && !(await context.confirmWidening(before.value, asked))) return notAgreed();

  return change(context, () => {
    const current = changeable(context, id);
    if (!current.ok) return current;
    if (isNameTaken(context, checked.value.name, id)) return nameTaken();
    // While the person was asked, another change may have taken away an origin that this one would bring back.
    const unasked = addedOrigins([...current.value.origins, ...asked], checked.value.origins);
    if (current.value.keyCount > 0 && unasked.length > 0) return notAgreed();
    updateCustomService(context.ledger, id, checked.value);
    return changeable(context, id);
  });
}

export function removeService(context: Context, id: string): Result<null> {
  return change(context, () => {
    const current = changeable(context, id);
    if (!current.ok) return current;
    if (current.value.keyCount > 0) return failed('service-in-use');
    removeCustomService(context.ledger, id, context.clock.now());
    return ok(null);
  });
}

function change<Value>({ ledger, publish }: Context, work: () => Result<Value>): Result<Value> {
  const result = changeLedger(ledger, work);
  if (result.ok) publish('services.changed', {});
  return result;
}

function changeable({ ledger }: Context, id: string): Result<Service> {
  if (findPreset(id) !== null) return failed('service-built-in');
  const service = findCustomService(ledger, id);
  return service === null ? failed('not-found') : ok(service);
}

function isNameTaken(context: Context, name: string, exceptId: string | null): boolean {
  return context.list().some((service) => service.id !== exceptId && nameKey(service.name) === nameKey(name));
}

function nameTaken() {
  return failed('name-taken', { ...told('serviceNameTaken'), field: 'name' });
}

function notAgreed() {
  return failed('cancelled', told('serviceNotWidened'));
}
