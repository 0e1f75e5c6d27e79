import { appError, type AppError } from '../../shared/domain/app-error.ts';
import type { SigningDecision } from '../../shared/domain/signing-decision.ts';
import type { ComposedRequest } from './composed-request.ts';
import type { ChainLink } from './hop-loop.ts';
import type { Redactor } from './redactor.ts';
import { isUpload } from './upload-body.ts';
import { told } from '../told.ts';

/**
 * Refuses a hop that would carry a known secret outside the service's header: in its address (typed, or echoed by a server into its
 * `Location`), or in headers and body on their way to an origin that the key is not sent to.
 */
export function refuseLeak(link: ChainLink, decision: SigningDecision, redactor: Redactor): AppError | null {
  const { request, index } = link;
  if (redactor.holdsSecret(request.url)) {
    return index === 0 ? appError('secret-variable-misplaced', { field: 'url' }) : redirectedToTheKey();
  }
  if (decision.kind === 'sent') return null;
  const isInHeaders = request.headers.some((header) => redactor.holdsSecret(header.value));
  const isInBody = typedBytes(request.body).some((bytes) =>
    redactor.holdsSecret(Buffer.from(bytes).toString('latin1')),
  );
  if (!isInHeaders && !isInBody) return null;
  return appError('redirect-refused', told('redirectWouldLeak'));
}

/** What was typed of a body. What stands in a file was chosen by the person for this origin, and goes to no other. */
function typedBytes(body: ComposedRequest['body']): readonly Uint8Array[] {
  if (body === null) return [];
  return isUpload(body) ? body.parts.flatMap((part) => (part.kind === 'bytes' ? [part.bytes] : [])) : [body];
}

export function redirectedToTheKey(): AppError {
  return appError('redirect-refused', told('redirectHoldsKey'));
}
