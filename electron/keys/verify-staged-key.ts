import { appError, failed, ok, type AppError, type Result } from '../../shared/domain/app-error.ts';
import type { StagedCheck } from '../../shared/domain/key-verification.ts';
import { isVerifiable, type Service } from '../../shared/domain/service.ts';
import type { AcceptedCheck } from './check-memo.ts';
import type { KeyContext } from './key-context.ts';
import { told } from '../told.ts';

/**
 * Asks the service about a pasted key, before it is kept. `service-refused-key`; `key-not-verified` with the reason when the
 * service could not be asked; `staged-paste-gone`; `not-found` for a service that is gone.
 */
export async function verifyStagedKey(
  context: KeyContext,
  { token, serviceId }: { readonly token: string; readonly serviceId: string },
): Promise<Result<StagedCheck>> {
  const service = context.services.find(serviceId);
  if (service === null) return failed('not-found', { field: 'serviceId' });
  if (!context.staged.has(token)) return failed('staged-paste-gone');
  if (!isVerifiable(service)) return ok({ kind: 'not-verifiable' });
  const checked = await checkStaged(context, token, service);
  return checked.ok ? ok({ kind: 'accepted', account: checked.value.account }) : checked;
}

/** That the service accepts the pasted key: as it just said, or else asked now. */
export async function checkStaged(
  { staged, checks, verifier, clock }: KeyContext,
  token: string,
  service: Service,
): Promise<Result<AcceptedCheck>> {
  const known = checks.recall(token, service);
  if (known !== null) return ok(known);
  const secret = staged.peek(token);
  if (secret === null) return failed('staged-paste-gone');
  const answer = await verifier.verify(service, { kind: 'value', secret });
  if (!answer.ok) return { ok: false, error: verificationError(service, answer.error) };
  const check = { account: answer.value, at: clock.now() };
  checks.remember(token, service, check);
  return ok(check);
}

/** A refusal of the service as it is; everything else as "not found out", with what stood in the way. */
export function verificationError(service: Service, error: AppError): AppError {
  if (error.code === 'service-refused-key') {
    const name = service.kind === 'postman' ? 'postmanRefusesKey' : 'serviceRefusesKey';
    return appError('service-refused-key', told(name, { service: service.name }));
  }
  const { message: because, code } = error;
  return appError('key-not-verified', told('keyNotVerified', { service: service.name, because, code }));
}
