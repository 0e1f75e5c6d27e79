import type { Connection } from '../../shared/domain/connection.ts';
import type { SigningDecision } from '../../shared/domain/signing-decision.ts';

/** `Type`, all of whose fields are written down here: one that is added to it does not compile until it is named. */
export type AllOf<Type, Named> = [Exclude<keyof Type, Named>] extends [never] ? Type : never;

/** Whether it was decided about the same key in the same way. */
export function isSameSigning(one: SigningDecision, other: SigningDecision): boolean {
  // Field by field: it is asked for every request of a run.
  if (one.kind === 'sent' && other.kind === 'sent') return isSameSent(one, other);
  if (one.kind === 'unsigned' && other.kind === 'unsigned') return isSameUnsigned(one, other);
  return one.kind === other.kind && isSameText(one, other);
}

type Sent = Extract<SigningDecision, { kind: 'sent' }>;
type SentField = 'kind' | 'apiKeyId' | 'apiKeyName' | 'mask' | 'headerName' | 'origin';

function isSameSent(one: AllOf<Sent, SentField>, other: Sent): boolean {
  return (
    one.apiKeyId === other.apiKeyId &&
    one.apiKeyName === other.apiKeyName &&
    one.mask === other.mask &&
    one.headerName === other.headerName &&
    one.origin === other.origin
  );
}

type Unsigned = Extract<SigningDecision, { kind: 'unsigned' }>;
type UnsignedField = 'kind' | 'origin' | 'reason' | 'message' | 'told';

function isSameUnsigned(one: AllOf<Unsigned, UnsignedField>, other: Unsigned): boolean {
  return (
    one.origin === other.origin &&
    one.reason === other.reason &&
    one.message === other.message &&
    (one.told === other.told || isSameText(one.told, other.told))
  );
}

type ConnectionField = 'isReused' | 'localAddress' | 'proxy' | 'tls';

export function isSameConnection(
  one: AllOf<Connection, ConnectionField> | null,
  other: Connection | null,
): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.isReused === other.isReused &&
    one.localAddress === other.localAddress &&
    one.proxy === other.proxy &&
    (one.tls === other.tls || isSameText(one.tls, other.tls))
  );
}

function isSameText(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
