import type { ApiKey } from '../../shared/domain/api-key.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { isTrustworthyOrigin, originOf } from '../../shared/domain/origin.ts';
import { changeKey } from './change-keys.ts';
import { deleteKeyOrigin, insertKeyOrigin } from './key-detail-rows.ts';
import type { KeyContext } from './key-context.ts';
import { requireOwnKey } from './key-rules.ts';
import { told } from '../told.ts';

const MAX_EXTRA_ORIGINS = 20;

interface KeyOrigin {
  readonly id: string;
  readonly origin: string;
}

/**
 * Lets one key go to one more origin: https, or loopback. It widens where a secret may go, so the person is asked outside the
 * window, for every origin by itself. `cancelled` when they do not agree, `origin-not-allowed`, `invalid-input` for one that
 * the key may go to anyway.
 */
export async function addKeyOrigin(context: KeyContext, { id, origin }: KeyOrigin): Promise<Result<ApiKey>> {
  if (originOf(origin) !== origin || !isTrustworthyOrigin(origin)) {
    return failed('origin-not-allowed', { field: 'origin' });
  }
  const record = requireOwnKey(context, id);
  if (!record.ok) return record;
  const { apiKey } = record.value;
  const service = context.services.find(apiKey.serviceId);
  if (service === null) return failed('not-found');
  const problem = problemOf(apiKey, service.origins, origin);
  if (problem !== null) return problem;
  if (!(await context.confirmOrigin(apiKey, service, origin))) {
    return failed('cancelled', told('keyNotWidened'));
  }
  return changeKey(context, id, (current) => {
    // Another call may have added it while the person was asked.
    if (current.apiKey.extraOrigins.includes(origin)) return ok(null);
    const late = problemOf(current.apiKey, [], origin);
    if (late !== null) return late;
    insertKeyOrigin(context.ledger, { apiKeyId: id, origin, addedAt: context.clock.now() });
    return ok({ kind: 'origin-added', origin });
  });
}

export function removeKeyOrigin(context: KeyContext, { id, origin }: KeyOrigin): Result<ApiKey> {
  return changeKey(context, id, ({ apiKey }) => {
    if (!apiKey.extraOrigins.includes(origin)) return ok(null);
    deleteKeyOrigin(context.ledger, id, origin);
    return ok({ kind: 'origin-removed', origin });
  });
}

function problemOf({ extraOrigins }: ApiKey, serviceOrigins: readonly string[], origin: string) {
  if (serviceOrigins.includes(origin) || extraOrigins.includes(origin)) {
    return failed('invalid-input', { ...told('keyGoesThereAlready'), field: 'origin' });
  }
  if (extraOrigins.length < MAX_EXTRA_ORIGINS) return null;
  return failed('invalid-input', {
    ...told('keyTooManyOrigins', { limit: MAX_EXTRA_ORIGINS }),
    field: 'origin',
  });
}
