import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { createKnownKeys, type KnownValue } from './known-keys.ts';
import { startSoakProcess, type SoakProcess, type Told } from './soak-process.ts';

export const CLIENTS = 64;
export const KILLS = 20;
const OWN_KEYS = 8;
const MEMBERS = 40;
/** So that nearly all answers tell of the key: 64 clients ask about 20,000 times a minute at most. */
const NO_LIMIT = 1_000_000;
/** How many of the answers without the limit must be of a key: accepted, or refused as one. */
const MOST_OTHERS = 0.02;
/** How much of the time is spent under the limit, at the end. */
const LIMITED_SHARE = 1 / 10;
/** How much the last life may grow between its first quarter and its end. */
export const MOST_GROWTH_MIB = 32;
const MIB = 1024 * 1024;

export interface SoakFigures {
  readonly requests: number;
  readonly byStatus: ReadonlyMap<string, number>;
  /** Of the last phase, with the limits as they are. */
  readonly underLimits: ReadonlyMap<string, number>;
  readonly kills: number;
  readonly regenerated: number;
  readonly unsureAfterKill: number;
  readonly memory: { readonly early: number; readonly late: number };
  /** What must not happen; nothing when all is well. */
  readonly problems: readonly string[];
}

/** 64 clients with good, expired, revoked and made-up keys, while keys are regenerated and the process is killed and started again. */
export async function runSoak(lastsMs: number): Promise<SoakFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'keyfob-soak-'));
  const run = createRun(folder);
  try {
    await run.begin();
    const clients = Promise.all(Array.from({ length: CLIENTS }, run.client));
    // The third before the limits is one life without a kill, in which the memory is looked at.
    const killUntil = lastsMs * (2 / 3 - LIMITED_SHARE);
    for (let kill = 1; kill <= KILLS; kill += 1) await run.changeThenKill(killUntil / KILLS);
    const samples = await run.watchMemory(lastsMs / 3);
    await run.setLimits();
    await delay(lastsMs * LIMITED_SHARE);
    run.stop();
    await clients;
    await run.removeLimits();
    await run.checkAll('at the end');
    return run.figures(samples);
  } finally {
    run.stop();
    await run.end();
    await rm(folder, { recursive: true, force: true });
  }
}

function createRun(folder: string) {
  const masterKey = `v1:${randomBytes(32).toString('base64url')}`;
  const known = createKnownKeys();
  const problems: string[] = [];
  const byStatus = new Map<string, number>();
  const underLimits = new Map<string, number>();
  let limit: number | null = NO_LIMIT;
  const begin = () => startSoakProcess({ folder, masterKey, callsPerMinute: limit });
  const dispatcher = new Agent({ connections: CLIENTS });
  let life: SoakProcess;
  let isOver = false;
  let counts = { requests: 0, kills: 0, regenerated: 0, unsureAfterKill: 0 };

  const problem = (text: string): void => {
    if (problems.length < 20) problems.push(text);
  };
  const note = (status: string): void => {
    const statuses = limit === null ? underLimits : byStatus;
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  };
  const must = (told: Told, what: string): Told => {
    if (!told.result.ok) problem(`${what}: ${told.result.error.code}`);
    if (told.bugs > 0) problem(`${what}: ${String(told.bugs)} errors in the log`);
    return told;
  };
  const idOf = (told: Told): string =>
    told.result.ok ? (told.result.value as { readonly id: string }).id : ''; // what the command answers
  const valueOf = async (id: string): Promise<string> =>
    must(await life.command('keys.copy', { id }), 'copy').copied ?? '';

  const ask = async (secret: string): Promise<number | null> => {
    try {
      const { statusCode, body } = await request(`${life.url}/me`, {
        headers: { 'X-API-Key': secret },
        dispatcher,
      });
      await body.dump();
      counts = { ...counts, requests: counts.requests + 1 };
      note(String(statusCode));
      if (statusCode >= 500) problem(`a ${String(statusCode)}`);
      return statusCode;
    } catch {
      note('no answer');
      return null;
    }
  };
  /** Asks with a value, and compares with what was known before and after: a change in between makes either answer right. */
  const check = async (value: KnownValue, when: string): Promise<void> => {
    const before = known.standingOf(value, Date.now());
    const asked = life;
    const status = await ask(value.secret);
    const after = known.standingOf(value, Date.now());
    if (status === null && asked.isAlive()) problem(`no answer from a process that runs, ${when}`);
    if (status === null || before !== after) return;
    if (before === 'dead' && status === 200) problem(`a dead key was accepted, ${when}`);
    if (before === 'alive' && status === 401) problem(`a good key was refused, ${when}`);
  };
  const pick = (): KnownValue => {
    const madeUp = `kfak_${'0'.repeat(12)}_${randomBytes(19).toString('hex')}`;
    const bad: KnownValue = { secret: madeUp, apiKeyId: '', endsAt: null, standing: 'dead' };
    if (randomInt(10) === 0) return bad;
    // Dead ones pile up: half of what is asked shall work.
    const values = randomInt(2) === 0 ? known.withStanding('alive', Date.now()) : known.values;
    return values[randomInt(Math.max(1, values.length))] ?? bad;
  };

  return {
    async begin() {
      life = await begin();
      const never = { kind: 'never' };
      for (let index = 0; index < OWN_KEYS; index += 1) {
        const input = { name: `Own ${String(index)}`, serviceId: 'local', expiry: never };
        const id = idOf(must(await life.command('keys.generate', input), 'generate'));
        known.add(await valueOf(id), id);
      }
      for (let index = 0; index < MEMBERS; index += 1) {
        const email = `m${String(index)}@example.com`;
        const member = { name: `Member ${String(index)}`, email, role: 'member' };
        const memberId = idOf(must(await life.command('team.addMember', member), 'add a member'));
        const endsAt = index % 4 === 0 ? Date.now() + 5_000 + index * 500 : null;
        const expiry = endsAt === null ? never : { kind: 'at', at: endsAt };
        const issued = await life.command('team.issueKey', { memberId, name: 'Issued', expiry });
        const id = idOf(must(issued, 'issue'));
        known.add(await valueOf(id), id, endsAt);
      }
    },
    async client() {
      while (!isOver) {
        await check(pick(), 'under load');
        await delay(randomInt(20, 400));
      }
    },
    /** Regenerates and revokes for this long, and kills in the middle of a change. */
    async changeThenKill(lastsMs: number) {
      const until = Date.now() + lastsMs;
      const own = [...new Set(known.values.slice(0, OWN_KEYS).map(({ apiKeyId }) => apiKeyId))];
      while (Date.now() < until) {
        const id = own[randomInt(own.length)] ?? '';
        known.mark(id, 'unsure');
        must(await life.command('keys.regenerate', { id, grace: 'now' }), 'regenerate');
        known.settle(id, await valueOf(id));
        counts = { ...counts, regenerated: counts.regenerated + 1 };
        await delay(randomInt(50, 300));
      }
      const revoked = known.withStanding('alive', Date.now()).find(({ apiKeyId }) => !own.includes(apiKeyId));
      if (revoked !== undefined && counts.kills % 2 === 0) {
        known.mark(revoked.apiKeyId, 'unsure');
        const keys = { kind: 'ids', ids: [revoked.apiKeyId] };
        must(await life.command('team.revoke', { keys, reason: 'by-admin' }), 'revoke');
        known.mark(revoked.apiKeyId, 'dead');
        revoked.standing = 'dead';
      }
      const changing = own[randomInt(own.length)] ?? '';
      known.mark(changing, 'unsure');
      const change = life.command('keys.regenerate', { id: changing, grace: 'now' }).then(
        () => true,
        () => false,
      );
      await delay(randomInt(0, 30));
      await life.kill();
      const isHeard = await change;
      counts = {
        ...counts,
        kills: counts.kills + 1,
        unsureAfterKill: counts.unsureAfterKill + (isHeard ? 0 : 1),
      };
      life = await begin();
      known.settle(changing, await valueOf(changing));
      await this.checkAll(`after kill ${String(counts.kills)}`);
    },
    /** Starts anew with the Local API's own limits. */
    async setLimits() {
      await life.kill();
      limit = null;
      life = await begin();
    },
    async removeLimits() {
      await life.kill();
      limit = NO_LIMIT;
      life = await begin();
    },
    /** Every value there is, once: after a restart no limit stands in the way. */
    async checkAll(when: string) {
      const listed = must(await life.command('keys.list', {}), 'list');
      const ids = listed.result.ok ? (listed.result.value as readonly { readonly id: string }[]) : [];
      if (ids.length !== OWN_KEYS)
        problem(`${String(ids.length)} of ${String(OWN_KEYS)} keys are there, ${when}`);
      for (const value of [...known.values]) await check(value, when);
    },
    async watchMemory(lastsMs: number): Promise<readonly number[]> {
      const samples: number[] = [];
      const until = Date.now() + lastsMs;
      while (Date.now() < until) {
        await delay(1_000);
        samples.push((await life.memory()).rss / MIB);
      }
      return samples;
    },
    stop() {
      isOver = true;
    },
    async end() {
      await life.kill();
      await dispatcher.destroy();
    },
    figures(samples: readonly number[]): SoakFigures {
      const quarter = Math.max(1, Math.floor(samples.length / 4));
      const median = (list: readonly number[]): number =>
        list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
      const memory = { early: median(samples.slice(0, quarter)), late: median(samples.slice(-quarter)) };
      if (memory.late - memory.early > MOST_GROWTH_MIB) problem('the memory grows');
      if (!byStatus.has('200') || !byStatus.has('401')) problem('nothing was asked');
      const all = [...byStatus].reduce(
        (sum, [status, count]) => sum + (status === 'no answer' ? 0 : count),
        0,
      );
      const ofKeys = (byStatus.get('200') ?? 0) + (byStatus.get('401') ?? 0);
      if (all - ofKeys > all * MOST_OTHERS) problem('too few answers told of a key');
      if (!underLimits.has('429') || !underLimits.has('200')) problem('the limits did nothing');
      return { ...counts, byStatus, underLimits, memory, problems };
    },
  };
}
