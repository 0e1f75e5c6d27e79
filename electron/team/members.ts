import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { memberRoleSchema, type MemberDraft, type TeamMember } from '../../shared/domain/team.ts';
import { recordActivity } from '../keys/activity-rows.ts';
import { changeLedger } from '../keys/change-ledger.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';
import {
  findMember,
  firstMember,
  insertMember,
  listMembers,
  newNumericId,
  setMemberRemoved,
  updateMember,
  usernameOf,
  type Member,
} from '../keys/member-rows.ts';
import type { Publish } from '../keys/publish.ts';
import { accessKeySubject } from '../local-api/access-keys.ts';
import { endAccessKeys } from '../local-api/access-key-rows.ts';
import type { Clock } from '../ports/clock.ts';
import type { Random } from '../ports/random.ts';
import { countLiveKeysByMember } from './team-key-rows.ts';

export interface MembersContext {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly random: Random;
  readonly publish: Publish;
}

/** Everyone in the team, the person whose Keyfob this is first. */
export function listTeamMembers({ ledger }: Pick<MembersContext, 'ledger'>): readonly TeamMember[] {
  const liveKeys = countLiveKeysByMember(ledger);
  const ownerId = firstMember(ledger)?.id;
  return listMembers(ledger).map((member) => ({
    id: member.id,
    name: member.name,
    email: member.email,
    // A role that this version does not know gives no rights here.
    role: memberRoleSchema.safeParse(member.role).data ?? 'member',
    isYou: member.id === ownerId,
    liveKeys: liveKeys.get(member.id) ?? 0,
    createdAt: member.createdAt,
  }));
}

/** `email-taken` when another member has the address, whatever its case. */
export function addMember(context: MembersContext, draft: MemberDraft): Result<TeamMember> {
  const { ledger, clock, random } = context;
  return changeMember(context, () => {
    if (isEmailTaken(ledger, draft.email, null)) return emailTaken();
    const numericIds = new Set(listMembers(ledger).map(({ numericId }) => numericId));
    let numericId = newNumericId(random);
    while (numericIds.has(numericId)) numericId = newNumericId(random);
    const member: Member = {
      id: random.id(),
      numericId,
      username: usernameOf(draft.name),
      createdAt: clock.now(),
      removedAt: null,
      ...draft,
    };
    insertMember(ledger, member);
    return ok(member.id);
  });
}

/** `not-found`, `email-taken`, or `member-is-you` for taking one's own admin role away: nobody else could give it back. */
export function changeMemberDetails(
  context: MembersContext,
  { id, draft }: { readonly id: string; readonly draft: MemberDraft },
): Result<TeamMember> {
  const { ledger } = context;
  return changeMember(context, () => {
    const member = findMember(ledger, id);
    if (member?.removedAt !== null) return failed('not-found');
    if (isEmailTaken(ledger, draft.email, id)) return emailTaken();
    if (id === firstMember(ledger)?.id && draft.role !== 'admin')
      return failed('member-is-you', { field: 'role' });
    updateMember(ledger, id, draft);
    return ok(id);
  });
}

/**
 * `not-found`, `member-is-you`, or `member-has-keys` while a key of theirs is not revoked. The collection access keys that
 * they gave out end with their place in the team.
 */
export function removeMember(context: MembersContext, id: string): Result<null> {
  const { ledger, clock, publish } = context;
  const result = changeLedger(ledger, () => {
    const member = findMember(ledger, id);
    if (member?.removedAt !== null) return failed('not-found');
    if (id === firstMember(ledger)?.id) return failed('member-is-you');
    if ((countLiveKeysByMember(ledger).get(id) ?? 0) > 0) return failed('member-has-keys');
    const now = clock.now();
    for (const key of endAccessKeys(ledger, { creatorId: id }, now)) {
      recordActivity(ledger, accessKeySubject(key), { at: now, event: { kind: 'expired' } });
    }
    setMemberRemoved(ledger, id, now);
    return ok(null);
  });
  if (!result.ok) return result;
  publish('team.changed', {});
  publish('accessKeys.changed', {});
  return result;
}

/** One transaction; answers the member as it is then. `work` answers the member's id. */
function changeMember(context: MembersContext, work: () => Result<string>): Result<TeamMember> {
  const result = changeLedger(context.ledger, () => {
    const changed = work();
    if (!changed.ok) return changed;
    const member = listTeamMembers(context).find(({ id }) => id === changed.value);
    return member === undefined ? failed('not-found') : ok(member);
  });
  if (result.ok) context.publish('team.changed', {});
  return result;
}

function isEmailTaken(ledger: Ledger, email: string, exceptId: string | null): boolean {
  const wanted = email.toLowerCase();
  return listMembers(ledger).some(
    (member) => member.id !== exceptId && member.email.toLowerCase() === wanted,
  );
}

function emailTaken(): Result<never> {
  return failed('email-taken', { field: 'email' });
}
