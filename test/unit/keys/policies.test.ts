import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apiKeyStatus } from '../../../shared/domain/api-key.ts';
import { DAY_MS } from '../../../shared/domain/expiry.ts';
import {
  effectiveEnd,
  NO_POLICIES,
  type TeamPolicy,
  type UserPolicy,
} from '../../../shared/domain/key-policy.ts';
import { watchExpiry } from '../../../electron/keys/expiry-watch.ts';
import { listEndingIds } from '../../../electron/keys/seen-expired.ts';
import { START } from '../../support/builders.ts';
import { memoryKeysBench } from '../../support/keys-bench.ts';
import { errorOf, valueOf } from '../../support/results.ts';

const user = (changes: Partial<UserPolicy>) => ({ user: { ...NO_POLICIES.user, ...changes }, team: null });
const team = (changes: Partial<TeamPolicy>) => ({ user: null, team: { ...NO_POLICIES.team, ...changes } });

/** A bench with one key of the Local API under the policy. */
async function keyUnder(draft: Parameters<ReturnType<typeof memoryKeysBench>['policies']['set']>[0]) {
  const bench = memoryKeysBench();
  valueOf(bench.policies.set(draft));
  const { id } = await bench.generate();
  return { bench, id, secret: bench.secretOf(id) };
}

describe.each([
  ['unused', user({ idleDays: 30 })],
  ['maximum-lifetime', user({ maximumLifetimeDays: 30 })],
  ['unused', team({ idleDays: 30 })],
  ['maximum-lifetime', team({ maximumLifetimeDays: 30 })],
] as const)('a policy (%s)', (kind, draft) => {
  it('ends the key to the millisecond, for the list, the sender, the clipboard and the server alike', async () => {
    const { bench, id, secret } = await keyUnder(draft);
    bench.clock.advance(30 * DAY_MS - 1);
    expect(bench.stateAtServer(secret)).toBe('works');
    expect(bench.signingKeys.openSecret(id).ok).toBe(true);
    bench.clock.advance(1);
    expect(bench.stateAtServer(secret)).toBe('expired');
    expect(errorOf(bench.signingKeys.openSecret(id)).code).toBe('key-expired');
    expect(errorOf(await bench.copier.copy(id, 'tray')).code).toBe('key-expired');
    const [apiKey] = bench.keys.list();
    expect(apiKey).toMatchObject({ expiresAt: START + 30 * DAY_MS, expiresBy: { kind, days: 30 } });
    expect(apiKey === undefined ? null : apiKeyStatus(apiKey, bench.clock.now())).toBe('expired');
  });

  it.each(['list', 'sender', 'server', 'watch'] as const)(
    'does not give the key back when the clock goes back, once the %s has seen it ended',
    async (witness) => {
      const { bench, id, secret } = await keyUnder(draft);
      bench.clock.setNow(START + 30 * DAY_MS);
      const look = {
        list: () => void bench.keys.list(),
        sender: () => void bench.signingKeys.findKey(id),
        server: () => void bench.stateAtServer(secret),
        watch: () => {
          watchExpiry(bench)();
        },
      };
      look[witness]();
      bench.clock.setNow(START + 1);
      expect(bench.stateAtServer(secret)).toBe('expired');
      expect(errorOf(bench.signingKeys.openSecret(id)).code).toBe('key-expired');
      expect(bench.keys.list()[0]).toMatchObject({ hasExpired: true, expiresBy: { kind } });
    },
  );

  it('does not give the key back when the policy is taken away', async () => {
    const { bench, secret } = await keyUnder(draft);
    bench.clock.setNow(START + 30 * DAY_MS);
    valueOf(bench.policies.set({ user: NO_POLICIES.user, team: NO_POLICIES.team }));
    expect(bench.stateAtServer(secret)).toBe('expired');
  });

  it('lets the key start anew with a new value, without a grace for the old one', async () => {
    const { bench, id, secret } = await keyUnder(draft);
    bench.clock.setNow(START + 30 * DAY_MS);
    const apiKey = valueOf(await bench.keys.regenerate({ id, grace: '7d' }));
    expect(apiKey).toMatchObject({ hasExpired: false, expiresAt: START + 60 * DAY_MS, graceEndsAt: null });
    expect([secret, bench.secretOf(id)].map(bench.stateAtServer)).toEqual(['grace-ended', 'works']);
  });

  it('does not take a later expiration for a way around it', async () => {
    const { bench, id, secret } = await keyUnder(draft);
    bench.clock.setNow(START + 30 * DAY_MS);
    const error = errorOf(bench.keys.setExpiration({ id, expiry: { kind: 'never' } }));
    expect(error).toMatchObject({ code: 'invalid-input', field: 'expiry' });
    expect(bench.stateAtServer(secret)).toBe('expired');
  });
});

describe('expiring when unused', () => {
  it('starts anew with each use, at the sender and at the server', async () => {
    const { bench, id, secret } = await keyUnder(user({ idleDays: 30 }));
    bench.clock.advance(20 * DAY_MS);
    bench.signingKeys.recordSent({
      apiKeyId: id,
      method: 'GET',
      origin: 'http://127.0.0.1:5362',
      status: 200,
    });
    bench.clock.advance(20 * DAY_MS);
    bench.issuedKeys.recordUse(id, bench.clock.now(), 'http://127.0.0.1:5362');
    bench.clock.advance(30 * DAY_MS - 1);
    expect(bench.stateAtServer(secret)).toBe('works');
    bench.clock.advance(1);
    expect(bench.stateAtServer(secret)).toBe('expired');
  });

  it('does not start anew with a request from which the key was withheld', async () => {
    const { bench, id, secret } = await keyUnder(user({ idleDays: 30 }));
    bench.clock.advance(20 * DAY_MS);
    const withheld = { method: 'GET', origin: 'https://a.example', reason: 'origin-not-bound' } as const;
    bench.signingKeys.recordWithheld({ apiKeyId: id, ...withheld });
    bench.clock.advance(10 * DAY_MS);
    expect(bench.stateAtServer(secret)).toBe('expired');
  });
});

describe('the preview of a policy', () => {
  it('names the keys that it ends sooner, soonest first, with when and why, and saves nothing', async () => {
    const bench = memoryKeysBench();
    await bench.generate({ name: 'old' });
    await bench.generate({ name: 'short', expiry: { kind: 'after-days', days: 60 } });
    bench.clock.advance(50 * DAY_MS);
    await bench.generate({ name: 'young' });
    await bench.generate({ name: 'shorter', expiry: { kind: 'after-days', days: 3 } });
    const preview = bench.policies.preview(user({ maximumLifetimeDays: 30 }));
    expect(preview).toMatchObject({ count: 3, atOnceCount: 2 });
    const rule = { kind: 'maximum-lifetime', days: 30, isTeams: false };
    const seen = preview.shortened.map(({ id: _id, ...rest }) => rest);
    expect(seen.slice(0, 2)).toEqual(
      expect.arrayContaining([
        { name: 'old', endsAt: START + 30 * DAY_MS, rule, endsNowAt: null, isAtOnce: true },
        { name: 'short', endsAt: START + 30 * DAY_MS, rule, endsNowAt: START + 60 * DAY_MS, isAtOnce: true },
      ]),
    );
    expect(seen[2]).toEqual({
      name: 'young',
      endsAt: START + 80 * DAY_MS,
      rule,
      endsNowAt: null,
      isAtOnce: false,
    });
    expect(bench.policies.get().user).toEqual(NO_POLICIES.user);
    expect(bench.keys.list().some(({ hasExpired }) => hasExpired)).toBe(false);
  });

  it('says what the saving then does', async () => {
    const bench = memoryKeysBench();
    await bench.generate({ name: 'old' });
    bench.clock.advance(50 * DAY_MS);
    await bench.generate({ name: 'young' });
    const draft = team({ idleDays: 10 });
    const { shortened } = bench.policies.preview(draft);
    valueOf(bench.policies.set(draft));
    const ends = new Map(bench.keys.list().map(({ id, expiresAt }) => [id, expiresAt]));
    expect(shortened.map(({ id, endsAt }) => ends.get(id) === endsAt)).toEqual([true, true]);
    expect(bench.published).toContain('policy.changed');
  });
});

describe('who may do what', () => {
  it('leaves generating to admins when the team says so', async () => {
    const { bench } = await keyUnder(team({ generation: 'admins' }));
    expect(bench.policies.get()).toMatchObject({ isAdmin: true, mayGenerate: true });
    bench.ledger.run("UPDATE members SET role = 'member'");
    expect(bench.policies.get()).toMatchObject({ isAdmin: false, mayGenerate: false });
    const input = { name: 'Mine', serviceId: 'local', expiry: { kind: 'never' } } as const;
    expect(errorOf(await bench.keys.generate(input)).code).toBe('generation-not-allowed');
  });

  it('leaves the team’s policy to admins, and the person’s to nobody when it is turned off', () => {
    const bench = memoryKeysBench();
    valueOf(bench.policies.set(team({ isUserPolicyAllowed: false })));
    expect(errorOf(bench.policies.set(user({ idleDays: 7 }))).code).toBe('policy-locked');
    bench.ledger.run("UPDATE members SET role = 'member'");
    expect(errorOf(bench.policies.set(team({}))).code).toBe('policy-locked');
    expect(bench.policies.get().team.isUserPolicyAllowed).toBe(false);
  });

  it('changes nothing when the disk refuses', async () => {
    const { bench, secret } = await keyUnder(user({ idleDays: 30 }));
    bench.ledger.writesUntilFull = 1;
    expect(errorOf(bench.policies.set(user({ idleDays: 1 }))).code).toBe('ledger-write-failed');
    expect(bench.policies.get().user.idleDays).toBe(30);
    expect(bench.stateAtServer(secret)).toBe('works');
  });
});

it('finds the same ended keys in the ledger as the rules do', async () => {
  const days = fc.integer({ min: 0, max: 40 });
  const sometimes = fc.option(days, { nil: null });
  const dates = fc.record({ created: days, regenerated: sometimes, used: sometimes, own: sometimes });
  const limits = fc.record({
    maximum: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }),
    idle: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }),
    now: fc.integer({ min: 0, max: 90 }),
  });
  const { bench, id } = await keyUnder(user({}));
  fc.assert(
    fc.property(dates, limits, fc.integer({ min: -1, max: 1 }), (key, { maximum, idle, now }, off) => {
      const at = (day: number | null) => (day === null ? null : START + day * DAY_MS);
      bench.ledger.run(
        `UPDATE api_keys SET created_at = ?, regenerated_at = ?, last_used_at = ?, last_used_origin = 'x',
           expires_at = ?, expired_seen_at = NULL`,
        [at(key.created), at(key.regenerated), at(key.used), at(key.own)],
      );
      const draft = user({ maximumLifetimeDays: maximum, idleDays: idle });
      bench.ledger.run("UPDATE key_policies SET policy = ? WHERE scope = 'user'", [
        JSON.stringify(draft.user),
      ]);
      const instant = START + now * DAY_MS + off;
      const end = effectiveEnd(
        {
          createdAt: START + key.created * DAY_MS,
          regeneratedAt: at(key.regenerated),
          lastUsedAt: at(key.used),
          ownExpiresAt: at(key.own),
        },
        { user: draft.user, team: NO_POLICIES.team },
      );
      expect(listEndingIds(bench.ledger, instant)).toEqual(end !== null && end.at <= instant ? [id] : []);
    }),
    { numRuns: 500 },
  );
});
