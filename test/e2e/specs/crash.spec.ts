import { randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { ApiKey } from '../../../shared/domain/api-key.ts';
import { type App, expect, test } from '../fixtures.ts';
import { holdsInApp } from '../../support/holds.ts';

const KILLS = Number(process.env['KEYFOB_TEST_KILLS'] ?? 100);
const PARTS = 2;

/** What the test knows of one key: what was acknowledged, and what was under way when the process was killed. */
interface KnownKey {
  names: Set<string>;
  /** Values that may be the current one. */
  secrets: Set<string>;
  /** Values that an acknowledged regeneration ended. */
  ended: Set<string>;
  mayBeGone: boolean;
}

/** Gives commands to the window as fast as it answers, until the process is gone; keeps account in `known`. */
async function workUntilKilled(app: App, known: Map<string, KnownKey>, round: number): Promise<void> {
  for (let step = 0; ; step += 1) {
    const ids = [...known.keys()];
    const id = ids[randomInt(Math.max(1, ids.length))];
    const action =
      id === undefined || ids.length < 3
        ? 'generate'
        : ((['regenerate', 'rename', 'delete', 'generate'] as const)[randomInt(4)] ?? 'generate');
    const name = `key ${String(round)}-${String(step)}`;
    if (action === 'generate' || id === undefined) await generate(app, known, name);
    else await change(app, { id, known, action, name });
  }
}

async function reveal(app: App, id: string): Promise<string> {
  const revealed = await app.window.evaluate((key) => window.keyfob.invoke('keys.reveal', { id: key }), id);
  if (!revealed.ok) throw new Error(revealed.error.code);
  return revealed.value.secret;
}

async function generate(app: App, known: Map<string, KnownKey>, name: string): Promise<void> {
  const generated = await app.window.evaluate(
    (chosen) =>
      window.keyfob.invoke('keys.generate', { name: chosen, serviceId: 'local', expiry: { kind: 'never' } }),
    name,
  );
  if (!generated.ok) throw new Error(generated.error.code);
  const key: KnownKey = { names: new Set([name]), secrets: new Set(), ended: new Set(), mayBeGone: false };
  known.set(generated.value.id, key);
  key.secrets.add(await reveal(app, generated.value.id));
}

async function change(
  app: App,
  task: {
    id: string;
    known: Map<string, KnownKey>;
    action: 'regenerate' | 'rename' | 'delete';
    name: string;
  },
): Promise<void> {
  const { id, known, action, name } = task;
  const key = known.get(id);
  if (key === undefined) throw new Error('a key that is not known');
  if (action === 'rename') {
    key.names.add(name);
    const renamed = await app.window.evaluate((input) => window.keyfob.invoke('keys.rename', input), {
      id,
      name,
    });
    if (!renamed.ok) throw new Error(renamed.error.code);
    key.names = new Set([name]);
    return;
  }
  if (action === 'delete') {
    key.mayBeGone = true;
    const deleted = await app.window.evaluate((input) => window.keyfob.invoke('keys.delete', input), { id });
    if (!deleted.ok) throw new Error(deleted.error.code);
    known.delete(id);
    return;
  }
  const before = new Set(key.secrets);
  // Until the new value is revealed the test does not know it: an empty set stands for "any".
  key.secrets = new Set();
  const regenerated = await app.window.evaluate(
    (key_) => window.keyfob.invoke('keys.regenerate', { id: key_, grace: 'now' }),
    id,
  );
  if (!regenerated.ok) throw new Error(regenerated.error.code);
  for (const secret of before) key.ended.add(secret);
  key.secrets.add(await reveal(app, id));
}

async function accepts(app: App, secret: string): Promise<boolean> {
  const response = await fetch(new URL('/me', app.localApi.url), { headers: { 'X-API-Key': secret } });
  await response.arrayBuffer();
  expect([200, 401]).toContain(response.status);
  return response.status === 200;
}

/** The window's list, the sealed secrets and the Local API tell one story, and nothing acknowledged is lost. */
async function expectAgreement(app: App, known: Map<string, KnownKey>): Promise<void> {
  const listed = await app.window.evaluate(() => window.keyfob.invoke('keys.list', {}));
  if (!listed.ok) throw new Error(listed.error.code);
  const byId = new Map<string, ApiKey>(listed.value.map((apiKey) => [apiKey.id, apiKey]));
  for (const [id, key] of known) {
    const apiKey = byId.get(id);
    if (apiKey === undefined) {
      expect(key.mayBeGone, `${[...key.names].join()} was lost`).toBe(true);
      for (const secret of key.secrets) expect(await accepts(app, secret)).toBe(false);
      known.delete(id);
      continue;
    }
    expect([...key.names]).toContain(apiKey.name);
    for (const secret of key.ended) expect(await accepts(app, secret)).toBe(false);
  }
  for (const apiKey of byId.values()) await expectKeyWorks(app, apiKey, known);
}

/** What the window copies of a key is what the server accepts, and it is the one that the mask shows. */
async function expectKeyWorks(app: App, apiKey: ApiKey, known: Map<string, KnownKey>): Promise<void> {
  await expect(app.apiKeys.row(apiKey.name)).toHaveCount(1);
  const copied = await app.window.evaluate((id) => window.keyfob.invoke('keys.copy', { id }), apiKey.id);
  expect(copied.ok).toBe(true);
  const secret = await app.desktop.clipboardText();
  expect(secret.slice(-4)).toBe(apiKey.mask.slice(-4));
  expect(await accepts(app, secret)).toBe(true);
  const key = known.get(apiKey.id);
  if (key !== undefined && key.secrets.size > 0) expect([...key.secrets]).toContain(secret);
  known.set(apiKey.id, {
    names: new Set([apiKey.name]),
    secrets: new Set([secret]),
    ended: key?.ended ?? new Set(),
    mayBeGone: false,
  });
}

// In parts, so that they run beside each other.
for (let part = 1; part <= PARTS; part += 1) {
  const kills = Math.ceil(KILLS / PARTS);
  test(
    `killed ${String(kills)} times in the middle of its work, Keyfob loses nothing and agrees with itself (${String(part)} of ${String(PARTS)})`,
    holdsInApp('storage.killed'),
    async ({ start }) => {
      test.setTimeout(kills * 30_000);
      const known = new Map<string, KnownKey>();
      for (let round = 0; round < kills; round += 1) {
        const app = await start();
        await expectAgreement(app, known);
        const work = workUntilKilled(app, known, round).then(
          () => 'stopped',
          () => 'killed',
        );
        // The moment is random, and it is the point of the test: nothing is waited for.
        await delay(randomInt(5, 120));
        await app.kill();
        expect(await work).toBe('killed');
      }
      await expectAgreement(await start(), known);
    },
  );
}
