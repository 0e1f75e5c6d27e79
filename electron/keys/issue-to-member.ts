import type { ApiKey } from '../../shared/domain/api-key.ts';
import { checkMayGenerate } from './policies.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { ExpiryChoice } from '../../shared/domain/expiry.ts';
import { LOCAL_SERVICE_ID, type Service } from '../../shared/domain/service.ts';
import { changeKeys } from './change-keys.ts';
import { generateKey } from './generate-key.ts';
import { insertKey } from './insert-key.ts';
import type { KeyContext } from './key-context.ts';
import { findMember, firstMember, type Member } from './member-rows.ts';
import { checkNewKey, type NewKeyInput } from './new-key-rules.ts';
import { makeSecret } from './new-secret.ts';
import { told } from '../told.ts';

export interface IssueToMemberInput {
  readonly memberId: string;
  readonly name: string;
  readonly expiry: ExpiryChoice;
}

/**
 * Issues a key of the Local API to a member. One's own is generated and sealed as any other. Another member's is theirs:
 * its value waits for one reveal and stays in memory while that is open, so that it can be copied, and is kept nowhere.
 * `not-found` for a member who is not in the team; else as `generateKey`, without the vault's errors.
 */
export async function issueToMember(
  context: KeyContext,
  { memberId, name, expiry }: IssueToMemberInput,
): Promise<Result<ApiKey>> {
  const input = { name, serviceId: LOCAL_SERVICE_ID, expiry };
  if (memberId === firstMember(context.ledger)?.id) return generateKey(context, input);
  const id = context.random.id();
  const checked = check(context, { ...input, creatorId: memberId });
  if (!checked.ok) return checked;
  const { member, service, expiresAt } = checked.value;
  const { secret, issued } = makeSecret(context, service);
  const result = changeKeys(context, () =>
    insertKey(context, {
      ...{ id, name, serviceId: service.id, creatorId: member.id, expiresAt },
      ...{ secret, issued, origin: 'generated' },
    }),
  );
  if (!result.ok) return result;
  context.reveals.put(id, secret);
  context.handovers.put(id, secret);
  return result;
}

function check(
  context: KeyContext,
  input: NewKeyInput & { readonly creatorId: string },
): Result<{ readonly member: Member; readonly service: Service; readonly expiresAt: number | null }> {
  const mayGenerate = checkMayGenerate(context);
  if (!mayGenerate.ok) return mayGenerate;
  const member = findMember(context.ledger, input.creatorId);
  if (member?.removedAt !== null) {
    return failed('not-found', { ...told('memberGone'), field: 'memberId' });
  }
  const checked = checkNewKey(context, input);
  return checked.ok ? ok({ member, ...checked.value }) : checked;
}
