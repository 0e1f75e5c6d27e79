import type { ApiKey } from '../../shared/domain/api-key.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { KeyAccount } from '../../shared/domain/key-verification.ts';
import { isVerifiable, type Service } from '../../shared/domain/service.ts';
import type { ApiKeyRecord } from './api-key-rows.ts';
import { changeKey } from './change-keys.ts';
import { setKeyVerification } from './key-detail-rows.ts';
import type { KeyContext } from './key-context.ts';
import { checkUsable, requireOwnKey } from './key-rules.ts';
import { verificationError } from './verify-staged-key.ts';

/** So long an answer counts as given now: pressing twice is one call. */
const FRESH_MS = 30_000;

/**
 * Asks the key's service whether it accepts it, and keeps the answer with the key, a refusal too. `service-not-verifiable`,
 * `key-expired`, `key-disabled`; `key-not-verified` with the reason when the service could not be asked: then nothing changes.
 */
export async function verifyKey(context: KeyContext, id: string): Promise<Result<ApiKey>> {
  const asked = prepare(context, id);
  if (!asked.ok) return asked;
  const { record, service } = asked.value;
  if (isFresh(record.apiKey, context.clock.now())) return ok(record.apiKey);
  const answer = await context.verifier.verify(service, { kind: 'kept', apiKeyId: id });
  const isRefused = !answer.ok && answer.error.code === 'service-refused-key';
  if (!answer.ok && !isRefused) {
    return { ok: false, error: verificationError(service, answer.error) };
  }
  return keepAnswer(context, record, answer.ok ? { account: answer.value } : null);
}

function prepare(
  context: KeyContext,
  id: string,
): Result<{ readonly record: ApiKeyRecord; readonly service: Service }> {
  const record = requireOwnKey(context, id);
  if (!record.ok) return record;
  const service = context.services.find(record.value.apiKey.serviceId);
  if (service === null) return failed('not-found');
  if (!isVerifiable(service)) return failed('service-not-verifiable');
  const usable = checkUsable(record.value.apiKey, context.clock.now());
  return usable.ok ? ok({ record: record.value, service }) : usable;
}

/** A clock that was set back makes no answer of its future count. */
function isFresh({ verification }: ApiKey, now: number): boolean {
  return verification !== null && now >= verification.at && now - verification.at < FRESH_MS;
}

/** An answer about a secret that was replaced meanwhile says nothing of the new one. */
function keepAnswer(
  context: KeyContext,
  asked: ApiKeyRecord,
  accepted: { readonly account: KeyAccount | null } | null,
): Result<ApiKey> {
  return changeKey(context, asked.apiKey.id, ({ secretVersion }) => {
    if (secretVersion !== asked.secretVersion) return ok(null);
    setKeyVerification(context.ledger, asked.apiKey.id, {
      at: context.clock.now(),
      outcome: accepted === null ? 'refused' : 'accepted',
      account: accepted?.account ?? null,
    });
    return ok(null);
  });
}
