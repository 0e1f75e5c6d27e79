import { apiKeyStatus, maskOf } from '../../shared/domain/api-key.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { expiryInstant, isExpired } from '../../shared/domain/expiry.ts';
import { LOCAL_SERVICE_ID } from '../../shared/domain/service.ts';
import type {
  TeamKey,
  TeamKeyChoice,
  TeamKeyFilter,
  TeamKeyPage,
  TeamMember,
} from '../../shared/domain/team.ts';
import type { HandlersOf, Publish } from './fake-bridge-handlers.ts';
import type { FakeState } from './fake-bridge-state.ts';

/** The team commands over the state's members and team keys, as the real ones answer them. */
export function fakeTeamHandlers(state: FakeState, publish: Publish): HandlersOf<'team'> {
  return {
    ...memberHandlers(state, publish),
    ...listHandlers(state),
    ...actionHandlers(state, publish),
    'team.issueKey': ({ memberId, name, expiry }) => {
      const member = state.members.find(({ id }) => id === memberId);
      if (member === undefined) return failed('not-found', { field: 'memberId' });
      if (state.teamKeys.some((key) => key.creatorId === memberId && key.name === name))
        return failed('name-taken', { field: 'name' });
      const expiresAt = expiryInstant(expiry, state.now());
      if (isExpired(expiresAt, state.now())) return failed('invalid-input', { field: 'expiry' });
      const id = `team-key-${String(state.nextNumber())}`;
      const secret = `kfak_FAKE${String(state.nextNumber()).padStart(8, '0')}_${'x'.repeat(38)}`;
      const key: TeamKey = {
        ...{ id, kind: 'api-key', name, mask: maskOf(secret), createdAt: state.now(), expiresAt },
        expiresBy: expiresAt === null ? null : { kind: 'own' },
        ...{ serviceId: LOCAL_SERVICE_ID, serviceName: 'Local API', lastUsedAt: null, revocation: null },
        ...{ creatorId: member.id, creatorName: member.name, isYours: member.isYou },
        status: apiKeyStatus({ expiresAt, hasExpired: false, isDisabled: false }, state.now()),
      };
      state.teamKeys = [key, ...state.teamKeys];
      state.secrets.set(id, secret);
      state.unrevealed.add(id);
      publish('keys.changed', {});
      return ok(key);
    },
    'team.endHandover': () => ok({}),
  };
}

type MemberCommand = 'team.listMembers' | 'team.addMember' | 'team.updateMember' | 'team.removeMember';

function memberHandlers(state: FakeState, publish: Publish): Pick<HandlersOf<'team'>, MemberCommand> {
  const counted = (member: TeamMember): TeamMember => ({
    ...member,
    liveKeys: state.teamKeys.filter((key) => key.creatorId === member.id && key.status !== 'revoked').length,
  });
  const change = (members: TeamMember[], member: TeamMember): Result<TeamMember> => {
    if (members.some(({ id, email }) => id !== member.id && email === member.email))
      return failed('email-taken', { field: 'email' });
    state.members = members;
    publish('team.changed', {});
    return ok(counted(member));
  };
  return {
    'team.listMembers': () => ok(state.members.map(counted)),
    'team.addMember': (draft) => {
      const id = `member-${String(state.nextNumber())}`;
      const member = { ...draft, id, isYou: false, liveKeys: 0, createdAt: state.now() };
      return change([...state.members, member], member);
    },
    'team.updateMember': ({ id, draft }) => {
      const member = state.members.find((candidate) => candidate.id === id);
      if (member === undefined) return failed('not-found');
      const changed = { ...member, ...draft };
      return change(
        state.members.map((other) => (other.id === id ? changed : other)),
        changed,
      );
    },
    'team.removeMember': ({ id }) => {
      const member = state.members.find((candidate) => candidate.id === id);
      if (member === undefined) return failed('not-found');
      if (counted(member).liveKeys > 0) return failed('member-has-keys');
      state.members = state.members.filter((other) => other.id !== id);
      publish('team.changed', {});
      return ok({});
    },
  };
}

function matching(keys: readonly TeamKey[], filter: TeamKeyFilter): readonly TeamKey[] {
  const isInState = ({ status }: TeamKey): boolean =>
    filter.state === 'all' ||
    (filter.state === 'enabled' ? status === 'active' || status === 'expiring' : status === filter.state);
  return keys.filter(
    (key) =>
      isInState(key) &&
      (filter.keyId === null || key.id === filter.keyId) &&
      (filter.creatorId === null || key.creatorId === filter.creatorId) &&
      (filter.serviceId === null || key.serviceId === filter.serviceId) &&
      `${key.name} ${key.mask}`.toLowerCase().includes(filter.search.toLowerCase()),
  );
}

function shownOf(state: FakeState, { filter, sort, offset, limit }: TeamKeyPage) {
  const keys = matching(state.teamKeys, filter).toSorted((a, b) =>
    sort === 'oldest'
      ? a.createdAt - b.createdAt
      : sort === 'newest'
        ? b.createdAt - a.createdAt
        : (b.lastUsedAt ?? 0) - (a.lastUsedAt ?? 0),
  );
  const live = keys.filter(({ status }) => status !== 'revoked').length;
  return { total: keys.length, live, asOf: state.now(), keys: keys.slice(offset, offset + limit) };
}

type ListCommand = 'team.listKeys' | 'team.findPasted' | 'team.exportCsv';

function listHandlers(state: FakeState): Pick<HandlersOf<'team'>, ListCommand> {
  return {
    'team.listKeys': (page) => ok(shownOf(state, page)),
    'team.findPasted': () => {
      if (state.clipboard === '') return failed('clipboard-empty');
      const id = [...state.secrets].find(([, secret]) => secret === state.clipboard)?.[0];
      const key = state.teamKeys.find((candidate) => candidate.id === id);
      return ok(
        key === undefined ? { kind: 'none', reason: 'unknown' } : { kind: 'found', key, value: 'current' },
      );
    },
    'team.exportCsv': ({ filter }) =>
      ok({ kind: 'saved', fileName: 'team-keys.csv', rows: matching(state.teamKeys, filter).length }),
  };
}

type ActionCommand = 'team.describeSelection' | 'team.setDisabled' | 'team.revoke';

function actionHandlers(state: FakeState, publish: Publish): Pick<HandlersOf<'team'>, ActionCommand> {
  const chosen = (choice: TeamKeyChoice): readonly TeamKey[] =>
    choice.kind === 'ids'
      ? state.teamKeys.filter(({ id }) => choice.ids.includes(id))
      : matching(state.teamKeys, choice.filter).filter(
          ({ id, createdAt }) => createdAt <= choice.until && !choice.except.includes(id),
        );
  const live = (choice: TeamKeyChoice) => chosen(choice).filter(({ status }) => status !== 'revoked');
  const replace = (changed: readonly TeamKey[]): void => {
    const byId = new Map(changed.map((key) => [key.id, key]));
    state.teamKeys = state.teamKeys.map((key) => byId.get(key.id) ?? key);
    publish('keys.changed', {});
  };
  return {
    'team.describeSelection': ({ keys: choice }) => {
      const keys = live(choice);
      return ok({
        live: keys.length,
        accessKeys: keys.filter(({ kind }) => kind === 'access-key').length,
        made: keys.flatMap(({ id }) => state.madeAccessKeys.get(id) ?? []).length,
        yours: keys.filter(({ isYours }) => isYours).length,
        elsewhere: keys.filter(({ serviceId }) => serviceId !== LOCAL_SERVICE_ID).length,
        usedLately: keys.filter(({ lastUsedAt }) => lastUsedAt !== null).length,
      });
    },
    'team.setDisabled': ({ keys: choice, isDisabled, show }) => {
      const keys = live(choice).filter(({ status }) => (status === 'disabled') !== isDisabled);
      replace(keys.map((key) => ({ ...key, status: isDisabled ? 'disabled' : 'active' })));
      return ok({ changed: keys.length, shown: show === null ? null : shownOf(state, show) });
    },
    'team.revoke': ({ keys: choice, reason, deletesMade, show }) => {
      const keys = live(choice);
      if (deletesMade) for (const { id } of keys) state.madeAccessKeys.delete(id);
      const revocation = { at: state.now(), reason };
      replace(keys.map((key) => ({ ...key, status: 'revoked', revocation })));
      return ok({ revoked: keys.length, shown: show === null ? null : shownOf(state, show) });
    },
  };
}
