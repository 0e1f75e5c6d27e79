import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { ExpiryChoice } from '../../shared/domain/expiry.ts';
import type { Service } from '../../shared/domain/service.ts';
import type { KeyContext } from './key-context.ts';
import { checkExpiry, checkName } from './key-rules.ts';
import { told } from '../told.ts';

/** What a person says about a new key. */
export interface NewKeyInput {
  readonly name: string;
  readonly serviceId: string;
  readonly expiry: ExpiryChoice;
  /** The member whose key it will be; one's own when it is left out. */
  readonly creatorId?: string;
}

/** The service and the expiry in epoch milliseconds, or the first rule that the new key breaks, with its field. */
export function checkNewKey(
  context: KeyContext,
  { name, serviceId, expiry, creatorId }: NewKeyInput,
): Result<{ readonly service: Service; readonly expiresAt: number | null }> {
  const service = context.services.find(serviceId);
  if (service === null) {
    return failed('not-found', { ...told('serviceGone'), field: 'serviceId' });
  }
  const isFree = checkName(context, { serviceId, creatorId: creatorId ?? null, name, exceptId: null });
  if (!isFree.ok) return isFree;
  const expiresAt = checkExpiry(expiry, context.clock.now());
  return expiresAt.ok ? ok({ service, expiresAt: expiresAt.value }) : expiresAt;
}
