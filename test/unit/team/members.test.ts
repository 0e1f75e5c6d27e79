import { describe, expect, it } from 'vitest';
import { EVERY_TEAM_KEY, memberDraftSchema } from '../../../shared/domain/team.ts';
import { firstMember } from '../../../electron/keys/member-rows.ts';
import { errorOf, valueOf } from '../../support/results.ts';
import { chosen, teamBench } from '../../support/team-bench.ts';

describe('the members of the team', () => {
  it('are the person themselves at first, as an admin', () => {
    const { team, member } = teamBench();
    expect(team.listMembers()).toEqual([
      expect.objectContaining({ id: member.id, name: 'Ada', role: 'admin', isYou: true, liveKeys: 0 }),
    ]);
  });

  it('are added, edited and removed, and every change is told', () => {
    const { team, published, addMember } = teamBench();
    const grace = addMember('Grace');
    const draft = { name: 'Grace H.', email: 'gh@example.com', role: 'admin' as const };
    expect(valueOf(team.updateMember({ id: grace.id, draft }))).toMatchObject(draft);
    expect(team.removeMember(grace.id).ok).toBe(true);
    expect(team.listMembers().map(({ name }) => name)).toEqual(['Ada']);
    expect(published.filter((event) => event === 'team.changed')).toHaveLength(3);
  });

  it('do not share an e-mail address, whatever its case; one who left frees theirs', () => {
    const { team, addMember } = teamBench();
    const grace = addMember('Grace');
    const again = { name: 'Another', email: 'GRACE@example.com', role: 'member' as const };
    expect(team.addMember(again)).toMatchObject({ error: { code: 'email-taken', field: 'email' } });
    team.removeMember(grace.id);
    expect(team.addMember(again).ok).toBe(true);
  });

  it('cannot be removed while a key of theirs is not revoked', async () => {
    const { team, addMember, issue } = teamBench();
    const grace = addMember('Grace');
    const key = await issue(grace.id, 'Nightly');
    expect(errorOf(team.removeMember(grace.id)).code).toBe('member-has-keys');
    valueOf(team.revoke({ keys: chosen([key.id]), reason: 'by-admin' }));
    expect(team.removeMember(grace.id).ok).toBe(true);
    expect(team.listKeys({ ...page, limit: 10 }).keys[0]?.creatorName).toBe('Grace');
  });

  it('never lose the person themselves, nor their admin role', () => {
    const { team, member } = teamBench();
    expect(errorOf(team.removeMember(member.id)).code).toBe('member-is-you');
    const draft = { name: 'Ada', email: 'ada@example.com', role: 'member' as const };
    expect(errorOf(team.updateMember({ id: member.id, draft })).code).toBe('member-is-you');
  });

  it('do not take the place of the person when the clock was turned back', () => {
    const { clock, ledger, member, addMember } = teamBench();
    clock.setNow(clock.now() - 1_000_000);
    addMember('Grace');
    expect(firstMember(ledger)?.id).toBe(member.id);
  });

  it('get no key, and no change, once they left', async () => {
    const { team, addMember } = teamBench();
    const grace = addMember('Grace');
    team.removeMember(grace.id);
    const input = { memberId: grace.id, name: 'Late', expiry: { kind: 'never' } as const };
    expect(errorOf(await team.issueKey(input)).code).toBe('not-found');
    const draft = { name: 'G', email: 'g@example.com', role: 'member' as const };
    expect(errorOf(team.updateMember({ id: grace.id, draft })).code).toBe('not-found');
    expect(errorOf(team.removeMember('nobody')).code).toBe('not-found');
  });

  it.each(['', 'ada', '@b', 'a@', 'a b@c', 'a@b@c', 'a\n@b', '<a@b>', `${'a'.repeat(251)}@bcd`])(
    'refuse %j as an e-mail address',
    (email) => {
      expect(memberDraftSchema.safeParse({ name: 'A', email, role: 'member' }).success).toBe(false);
    },
  );
});

const page = {
  filter: EVERY_TEAM_KEY,
  sort: 'newest',
  offset: 0,
} as const;
