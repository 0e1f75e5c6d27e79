import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../shared/domain/expiry.ts';
import { NO_POLICIES } from '../../../shared/domain/key-policy.ts';
import { EVERY_TEAM_KEY, endReasonOf } from '../../../shared/domain/team.ts';
import { createAccessKeys } from '../../../electron/local-api/access-keys.ts';
import { ensureLocalWorkspace } from '../../../electron/local-api/ensure-local-workspace.ts';
import { createIssuer } from '../../../electron/local-api/issuer.ts';
import { listItems } from '../../../electron/local-api/workspace-rows.ts';
import { listActivityOf } from '../../../electron/keys/activity-rows.ts';
import { errorOf, valueOf } from '../../support/results.ts';
import { chosen, matching, teamBench } from '../../support/team-bench.ts';

async function filledBench() {
  const bench = teamBench();
  const grace = bench.addMember('Grace');
  const own = await bench.generate({ name: 'CI pipeline' });
  bench.clock.advance(1_000);
  const hers = await bench.issue(grace.id, 'Nightly ÄPFEL');
  bench.clock.advance(1_000);
  const soon = await bench.generate({ name: 'Soon over', expiry: { kind: 'after-days', days: 3 } });
  return { ...bench, grace, own, hers, soon };
}

describe('keys that are issued to another member', () => {
  it('are theirs: revealed once, sealed nowhere, and not among one’s own', async () => {
    const { keys, hers, ledger, stateAtServer, grace } = await filledBench();
    expect(hers).toMatchObject({ creatorId: grace.id, creatorName: 'Grace', isYours: false });
    const { secret } = valueOf(keys.reveal(hers.id));
    expect(stateAtServer(secret)).toBe('works');
    expect(errorOf(keys.reveal(hers.id)).code).toBe('already-revealed');
    expect(ledger.all('SELECT * FROM sealed_secrets WHERE api_key_id = ?', [hers.id])).toEqual([]);
    expect(keys.list().map(({ name }) => name)).toEqual(['Soon over', 'CI pipeline']);
  });

  it('are copied while they are handed over, and not afterwards', async () => {
    const { keys, team, hers } = await filledBench();
    const secret = keys.handedOver(hers.id);
    expect(secret).toBe(valueOf(keys.reveal(hers.id)).secret);
    team.endHandover(hers.id);
    expect(keys.handedOver(hers.id)).toBeNull();
  });

  it('leave memory after five minutes, and at lock', async () => {
    const first = await filledBench();
    first.clock.advance(5 * 60_000);
    expect(first.keys.handedOver(first.hers.id)).toBeNull();
    const second = await filledBench();
    second.keys.forgetHeldSecrets();
    expect(second.keys.handedOver(second.hers.id)).toBeNull();
  });

  it('may have the name of one of one’s own, and not of another of theirs', async () => {
    const { team, issue, grace } = await filledBench();
    await issue(grace.id, 'CI pipeline');
    const again = { memberId: grace.id, name: 'nightly äpfel', expiry: { kind: 'never' } as const };
    expect(await team.issueKey(again)).toMatchObject({ error: { code: 'name-taken', field: 'name' } });
  });

  it('never sign: no default, no regeneration here, no reading of a value', async () => {
    const bench = teamBench();
    const grace = bench.addMember('Grace');
    const hers = await bench.issue(grace.id, 'Only key');
    expect(bench.signingKeys.defaultKeyOf('local')).toBeNull();
    expect(errorOf(bench.keys.makeDefault(hers.id)).code).toBe('key-of-another-member');
    expect(errorOf(await bench.keys.regenerate({ id: hers.id, grace: 'now' })).code).toBe(
      'key-of-another-member',
    );
    expect(errorOf(bench.signingKeys.openSecret(hers.id)).code).toBe('key-without-secret');
    const own = await bench.generate({ name: 'Mine' });
    expect(own.isDefault).toBe(true);
  });

  it('are one’s own, sealed, when they are issued to oneself', async () => {
    const { issue, member, secretOf, keys } = teamBench();
    const mine = await issue(member.id, 'Mine');
    expect(mine.isYours).toBe(true);
    expect(secretOf(mine.id)).toBe(valueOf(keys.reveal(mine.id)).secret);
  });
});

describe('the list of the team’s keys', () => {
  it('holds the keys of every member, and the revoked ones with their reason', async () => {
    const { team, keys, own, hers } = await filledBench();
    valueOf(keys.remove(own.id));
    valueOf(team.revoke({ keys: chosen([hers.id]), reason: 'exposed' }));
    const all = team.listKeys({ filter: EVERY_TEAM_KEY, sort: 'oldest', offset: 0, limit: 10 });
    expect(all.keys.map((key) => [key.name, key.status, key.revocation?.reason ?? null])).toEqual([
      ['CI pipeline', 'revoked', 'by-creator'],
      ['Nightly ÄPFEL', 'revoked', 'exposed'],
      ['Soon over', 'expiring', null],
    ]);
  });

  it('names the rule that ends a key, the team’s alone for the keys of others, and why it was ended', async () => {
    const { team, policies, clock } = await filledBench();
    const all = () =>
      team
        .listKeys({ filter: EVERY_TEAM_KEY, sort: 'oldest', offset: 0, limit: 10 })
        .keys.map((key) => [key.name, key.expiresBy?.kind ?? null, endReasonOf(key)]);
    valueOf(policies.set({ user: { ...NO_POLICIES.user, maximumLifetimeDays: 60 }, team: null }));
    expect(all()).toEqual([
      ['CI pipeline', 'maximum-lifetime', null],
      ['Nightly ÄPFEL', null, null],
      ['Soon over', 'own', null],
    ]);
    valueOf(policies.set({ user: null, team: { ...NO_POLICIES.team, idleDays: 30 } }));
    clock.advance(31 * DAY_MS);
    expect(all()).toEqual([
      ['CI pipeline', 'unused', 'by-inactivity'],
      ['Nightly ÄPFEL', 'unused', 'by-inactivity'],
      ['Soon over', 'own', null],
    ]);
    // What has ended stays ended, by the rule that ended it.
    valueOf(policies.set({ user: NO_POLICIES.user, team: NO_POLICIES.team }));
    expect(all()[1]).toEqual(['Nightly ÄPFEL', 'unused', 'by-inactivity']);
  });

  it('tells a key that a policy ended from one that went unused', async () => {
    const { team, policies, clock } = await filledBench();
    valueOf(policies.set({ user: null, team: { ...NO_POLICIES.team, maximumLifetimeDays: 1 } }));
    clock.advance(DAY_MS);
    const { keys } = team.listKeys({ filter: EVERY_TEAM_KEY, sort: 'newest', offset: 0, limit: 1 });
    expect(keys.map(endReasonOf)).toEqual(['automatically']);
  });

  it('is searched by every word, whatever the case, and by the last four characters', async () => {
    const { names, own } = await filledBench();
    expect(names({ search: 'äpfel NIGHT' })).toEqual(['Nightly ÄPFEL']);
    expect(names({ search: own.mask.slice(-4) })).toContain('CI pipeline');
    expect(names({ search: '100% _' })).toEqual([]);
  });

  it('is filtered by state, creator and service', async () => {
    const { team, names, own, hers, grace, clock, generate, services } = await filledBench();
    const service = valueOf(
      services.create({
        name: 'Weather',
        baseUrl: 'https://weather.example',
        headerName: 'X-API-Key',
        origins: ['https://weather.example'],
        checkUrl: null,
        keyPrefix: null,
      }),
    );
    await generate({ name: 'Forecast', serviceId: service.id });
    valueOf(team.setDisabled({ keys: chosen([own.id]), isDisabled: true }));
    valueOf(team.revoke({ keys: chosen([hers.id]), reason: 'by-admin' }));
    expect(names({ state: 'enabled' })).toEqual(['Soon over', 'Forecast']);
    expect(names({ state: 'expiring' })).toEqual(['Soon over']);
    expect(names({ state: 'disabled' })).toEqual(['CI pipeline']);
    expect(names({ state: 'revoked' })).toEqual(['Nightly ÄPFEL']);
    expect(names({ creatorId: grace.id })).toEqual(['Nightly ÄPFEL']);
    expect(names({ serviceId: service.id })).toEqual(['Forecast']);
    clock.advance(3 * DAY_MS);
    expect(names({ state: 'expired' })).toEqual(['Soon over']);
    expect(names({ state: 'expiring' })).toEqual([]);
    clock.advance(-3 * DAY_MS);
    expect(names({ state: 'expired' })).toEqual(['Soon over']);
  });

  it('is sorted newest, oldest and recently used, never used ones last', async () => {
    const { names, signingKeys, own, soon, clock } = await filledBench();
    const use = (id: string) =>
      signingKeys.recordSent({ apiKeyId: id, method: 'GET', origin: 'http://127.0.0.1', status: 200 });
    use(soon.id);
    clock.advance(1_000);
    use(own.id);
    expect(names({}, 'newest')).toEqual(['Soon over', 'Nightly ÄPFEL', 'CI pipeline']);
    expect(names({}, 'oldest')).toEqual(['CI pipeline', 'Nightly ÄPFEL', 'Soon over']);
    expect(names({}, 'recently-used')).toEqual(['CI pipeline', 'Soon over', 'Nightly ÄPFEL']);
  });

  it('comes in pages with the number of all that match', async () => {
    const { team } = await filledBench();
    const second = team.listKeys({ filter: EVERY_TEAM_KEY, sort: 'oldest', offset: 1, limit: 1 });
    expect(second.total).toBe(3);
    expect(second.keys.map(({ name }) => name)).toEqual(['Nightly ÄPFEL']);
  });
});

describe('actions on many keys', () => {
  it('say beforehand what they will meet', async () => {
    const { team, own, hers, soon, signingKeys } = await filledBench();
    signingKeys.recordSent({ apiKeyId: own.id, method: 'GET', origin: 'http://127.0.0.1', status: 200 });
    valueOf(team.revoke({ keys: chosen([soon.id]), reason: 'by-admin' }));
    expect(team.describeSelection(chosen([own.id, hers.id, soon.id, 'gone']))).toEqual({
      live: 2,
      accessKeys: 0,
      made: 0,
      yours: 1,
      elsewhere: 0,
      usedLately: 1,
    });
  });

  it('revoke at once at the server, for good, with the reason in the activity', async () => {
    const { team, keys, own, hers, ledger, clock, secretOf, stateAtServer, published } = await filledBench();
    const secret = secretOf(own.id);
    published.length = 0;
    expect(valueOf(team.revoke({ keys: chosen([own.id, hers.id]), reason: 'exposed' }))).toEqual({
      revoked: 2,
    });
    expect(stateAtServer(secret)).toBeNull();
    expect(keys.list().map(({ name }) => name)).toEqual(['Soon over']);
    expect(ledger.all('SELECT 1 FROM sealed_secrets WHERE api_key_id = ?', [own.id])).toEqual([]);
    // The window has the answer by now; what it need not wait for comes after it.
    clock.advance(100);
    expect(ledger.scrubs).toBe(1);
    expect(published).toEqual(['keys.changed']);
    for (const id of [own.id, hers.id]) {
      expect(listActivityOf(ledger, id).at(-1)).toMatchObject({
        event: { kind: 'revoked', reason: 'exposed' },
      });
    }
    expect(valueOf(team.revoke({ keys: chosen([own.id]), reason: 'by-admin' }))).toEqual({ revoked: 0 });
    expect(errorOf(keys.reveal(hers.id)).code).toBe('not-found');
  });

  it('disable and enable those that are not so already, and record only those', async () => {
    const { team, own, hers, ledger, stateAtServer, secretOf } = await filledBench();
    const ids = [own.id, hers.id];
    valueOf(team.setDisabled({ keys: chosen([own.id]), isDisabled: true }));
    expect(valueOf(team.setDisabled({ keys: chosen(ids), isDisabled: true }))).toEqual({ changed: 1 });
    expect(listActivityOf(ledger, own.id).filter(({ event }) => event.kind === 'disabled')).toHaveLength(1);
    expect(valueOf(team.setDisabled({ keys: chosen(ids), isDisabled: false }))).toEqual({ changed: 2 });
    expect(stateAtServer(secretOf(own.id))).toBe('works');
  });

  it('are all or nothing when the disk is full', async () => {
    const { team, own, hers, ledger, names } = await filledBench();
    ledger.writesUntilFull = 2;
    expect(errorOf(team.revoke({ keys: chosen([own.id, hers.id]), reason: 'by-admin' })).code).toBe(
      'ledger-write-failed',
    );
    ledger.writesUntilFull = Infinity;
    expect(names({ state: 'revoked' })).toEqual([]);
    expect(listActivityOf(ledger, own.id).map(({ event }) => event.kind)).not.toContain('revoked');
  });

  it('mean all that match and are not revoked, as the person saw them', async () => {
    const { team, own, hers, soon, clock, generate, names, issue, grace } = await filledBench();
    valueOf(team.revoke({ keys: chosen([hers.id]), reason: 'by-admin' }));
    const seen = team.listKeys({ filter: EVERY_TEAM_KEY, sort: 'newest', offset: 0, limit: 1 });
    expect(seen).toMatchObject({ total: 3, live: 2 });
    clock.advance(1_000);
    await generate({ name: 'Made since' });
    const all = matching(seen.asOf);
    expect(team.describeSelection(all)).toMatchObject({ live: 2, yours: 2 });
    expect(valueOf(team.setDisabled({ keys: all, isDisabled: true }))).toEqual({ changed: 2 });
    const allButSoon = matching(seen.asOf, {}, [soon.id]);
    expect(valueOf(team.setDisabled({ keys: allButSoon, isDisabled: false }))).toEqual({ changed: 1 });
    const hersToo = await issue(grace.id, 'Hers');
    const herKeys = matching(hersToo.createdAt, { creatorId: grace.id });
    expect(valueOf(team.revoke({ keys: herKeys, reason: 'by-admin' }))).toEqual({ revoked: 1 });
    const pipeline = matching(seen.asOf, { search: 'pipeline' });
    expect(valueOf(team.revoke({ keys: pipeline, reason: 'by-admin' }))).toEqual({ revoked: 1 });
    expect(names({ state: 'revoked' })).toEqual([own.name, 'Nightly ÄPFEL', 'Hers']);
    expect(names({ state: 'disabled' })).toEqual(['Soon over']);
  });

  it('reach those that the filter for a state lets through before the action changes it', async () => {
    const { team, names, clock } = await filledBench();
    const keys = matching(clock.now(), { state: 'enabled' });
    expect(valueOf(team.setDisabled({ keys, isDisabled: true }))).toEqual({ changed: 3 });
    expect(names({ state: 'disabled' })).toHaveLength(3);
  });

  it('take values that wait to be handed over out of memory', async () => {
    const { team, keys, own, hers } = await filledBench();
    valueOf(team.revoke({ keys: chosen([own.id]), reason: 'by-admin' }));
    expect(keys.handedOver(hers.id)).not.toBeNull();
    valueOf(team.revoke({ keys: chosen([hers.id]), reason: 'by-admin' }));
    expect(keys.handedOver(hers.id)).toBeNull();
  });
});

describe('collection access keys', () => {
  async function shared() {
    const bench = await filledBench();
    const { ledger, clock, random, member } = bench;
    ensureLocalWorkspace(ledger, { ownerId: member.numericId, random, now: clock.now() });
    const accessKeys = createAccessKeys({ ...bench, issuer: createIssuer(random) });
    const [collection] = listItems(ledger, 'local_collections');
    const { key, secret } = valueOf(accessKeys.share(collection?.uid ?? '', bench.grace.id));
    return { ...bench, accessKeys, key, secret };
  }

  it('are listed beside the API keys, under the name of their collection, and found by their value', async () => {
    const { team, names, key, secret, clipboard, grace } = await shared();
    expect(names({ creatorId: grace.id })).toContain(key.collectionName);
    clipboard.formats = new Map([['text/plain', secret]]);
    expect(valueOf(await team.findPasted())).toMatchObject({
      kind: 'found',
      key: { id: key.id, kind: 'access-key', creatorName: 'Grace', status: 'active' },
    });
  });

  it('end with their member’s place in the team, and stay listed', async () => {
    const { team, hers, soon, key, secret, accessKeys, clock, grace, published, ledger } = await shared();
    valueOf(team.revoke({ keys: chosen([hers.id, soon.id]), reason: 'by-admin' }));
    expect(team.listMembers().find(({ id }) => id === grace.id)?.liveKeys).toBe(0);
    valueOf(team.removeMember(grace.id));
    expect(accessKeys.get(key.id)).toMatchObject({ hasExpired: true, creatorName: 'Grace' });
    clock.setNow(clock.now() - DAY_MS);
    expect(accessKeys.find(secret.split('_')[1] ?? '')?.state).toBe('expired');
    expect(published).toContain('accessKeys.changed');
    expect(listActivityOf(ledger, key.id).at(-1)).toMatchObject({ event: { kind: 'expired' } });
  });

  it('are revoked with the others, which deletes them, and told', async () => {
    const { team, own, key, accessKeys, ledger, published } = await shared();
    const ids = [own.id, key.id];
    expect(team.describeSelection(chosen(ids))).toMatchObject({ live: 2, accessKeys: 1, yours: 1 });
    expect(valueOf(team.setDisabled({ keys: chosen(ids), isDisabled: true }))).toEqual({ changed: 1 });
    expect(valueOf(team.revoke({ keys: chosen(ids), reason: 'exposed' }))).toEqual({ revoked: 2 });
    expect(accessKeys.get(key.id)).toBeNull();
    expect(published).toContain('accessKeys.changed');
    expect(listActivityOf(ledger, key.id).at(-1)).toMatchObject({
      event: { kind: 'revoked', reason: 'exposed' },
    });
  });

  it('go with the API keys that they were made with when that is wanted, and work on when it is not', async () => {
    const { team, own, hers, soon, member, key, accessKeys, ledger } = await shared();
    const make = (apiKeyId: string) =>
      valueOf(accessKeys.share(key.collectionUid, member.id, apiKeyId)).key.id;
    const [ofOwn, ofHers, ofSoon] = [own.id, hers.id, soon.id].map(make);
    const ids = [own.id, hers.id, ofHers ?? ''];
    // Of these one is chosen itself.
    expect(team.describeSelection(chosen(ids))).toMatchObject({ live: 3, accessKeys: 1, made: 1 });
    const revoked = team.revoke({ keys: chosen(ids), reason: 'exposed', deletesMade: true });
    expect(valueOf(revoked)).toEqual({ revoked: 4 });
    expect([ofOwn, ofHers].map((id) => accessKeys.get(id ?? ''))).toEqual([null, null]);
    expect(listActivityOf(ledger, ofOwn ?? '').at(-1)).toMatchObject({
      event: { kind: 'revoked', reason: 'exposed' },
    });

    expect(team.describeSelection(chosen([soon.id]))).toMatchObject({ live: 1, made: 1 });
    expect(valueOf(team.revoke({ keys: chosen([soon.id]), reason: 'by-admin' }))).toEqual({ revoked: 1 });
    expect(accessKeys.get(ofSoon ?? '')).not.toBeNull();
    expect(accessKeys.get(key.id)).not.toBeNull();
  });
});
