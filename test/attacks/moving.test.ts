import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeAll, open } from '../support/closing.ts';
import { holds } from '../support/holds.ts';
import { movingKeyfob, PASSPHRASE, type MovingKeyfob } from '../support/moving-rig.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let file: string;
let apps: MovingKeyfob['app'][] = [];

beforeEach(async () => {
  file = join(open(await temporaryFolder()).path, 'export.json');
});

afterEach(async () => {
  for (const app of apps) await app.close();
  apps = [];
  await closeAll();
});

async function keyfob() {
  const made = await movingKeyfob(file);
  apps.push(made.app);
  return made;
}

const WEATHER = {
  name: 'Weather',
  baseUrl: 'https://api.weather.example',
  headerName: 'X-API-Key',
  origins: ['https://api.weather.example'],
};

describe('an export', () => {
  it('holds no value, unless it is sealed under a passphrase', holds('storage.export-sealed'), async () => {
    const one = await keyfob();
    const key = await one.generate('CI pipeline');
    const secret = await one.secretOf(key);
    for (const passphrase of [null, PASSPHRASE]) {
      await one.value('moving.export', { passphrase });
      const text = readFileSync(file, 'utf8');
      expect(text).not.toContain(secret);
      expect(text).not.toContain(Buffer.from(secret).toString('base64').slice(0, 20));
      expect(text.includes('CI pipeline')).toBe(passphrase === null);
    }
    expect(await one.ask('moving.export', { passphrase: 'short' })).toMatchObject({
      error: { code: 'passphrase-too-short' },
    });
  });

  it('is not written in the clear with a key in a name', holds('import.exports'), async () => {
    const one = await keyfob();
    const key = await one.generate('CI pipeline');
    const secret = await one.secretOf(key);
    await one.value('services.create', { ...WEATHER, baseUrl: `https://api.weather.example/${secret}` });
    expect(await one.ask('moving.export', { passphrase: null })).toMatchObject({
      error: { code: 'export-holds-secret' },
    });
    expect(existsSync(file)).toBe(false);
  });

  it('is noted in the activity, with or without values', holds('storage.export-sealed'), async () => {
    const one = await keyfob();
    for (const passphrase of [null, PASSPHRASE]) await one.value('moving.export', { passphrase });
    const filter = { apiKeyId: null, group: null, since: null, search: '' };
    const { entries } = await one.value('activity.list', { filter, before: null, limit: 10 });
    expect(entries.map(({ event }) => event)).toEqual([
      { kind: 'exported', what: 'keys-with-values', format: 'json' },
      { kind: 'exported', what: 'keys', format: 'json' },
    ]);
  });

  it(
    'gives back the same keys elsewhere, which the Local API there accepts',
    holds('storage.export-restored'),
    async () => {
      const [one, other] = [await keyfob(), await keyfob()];
      const service = await one.value('services.create', WEATHER);
      const keys = [await one.generate('CI pipeline'), await one.generate('Forecasts', service.id)];
      await one.value('keys.setReadOnly', { id: keys[0]?.id, isReadOnly: true });
      await one.value('keys.setDisabled', { id: keys[1]?.id, isDisabled: true });
      await one.value('moving.export', { passphrase: PASSPHRASE });

      const { restored } = await other.restore();

      expect(restored).toMatchObject({ keys: 2, services: 1 });
      const there = await other.value('keys.list', {});
      expect(there.map(({ name, isReadOnly, isDisabled }) => ({ name, isReadOnly, isDisabled }))).toEqual(
        expect.arrayContaining([
          { name: 'CI pipeline', isReadOnly: true, isDisabled: false },
          { name: 'Forecasts', isReadOnly: false, isDisabled: true },
        ]),
      );
      const local = there.find(({ name }) => name === 'CI pipeline');
      const secret = await other.secretOf(local ?? { id: '' });
      expect(secret).toBe(await one.secretOf(keys[0] ?? { id: '' }));
      const state = await other.value('localApi.start', {});
      if (state.kind !== 'running') throw new Error('The Local API does not run');
      const answer = await fetch(`${state.url}/me`, { headers: { 'X-API-Key': secret } });
      expect(answer.status).toBe(200);
    },
  );

  it(
    'makes no key work at a Local API at which it did not, also one that was pasted',
    holds('storage.export-narrow'),
    async () => {
      const [one, other, third] = [await keyfob(), await keyfob(), await keyfob()];
      const secret = await one.secretOf(await one.generate('Of another Keyfob'));
      await other.app.clipboard.writeText(secret);
      const { token } = await other.value('keys.stagePaste', {});
      const added = { token, name: 'Pasted', serviceId: 'local', expiry: { kind: 'never' } };
      await other.value('keys.addStaged', { ...added, verification: 'skipped' });
      const statusAt = async ({ value }: MovingKeyfob): Promise<number> => {
        const state = await value('localApi.start', {});
        if (state.kind !== 'running') throw new Error('The Local API does not run');
        return (await fetch(`${state.url}/me`, { headers: { 'X-API-Key': secret } })).status;
      };
      expect(await statusAt(other)).toBe(401);
      await other.value('moving.export', { passphrase: PASSPHRASE });

      await third.restore();

      const [key] = await third.value('keys.list', {});
      expect(await third.secretOf(key ?? { id: '' })).toBe(secret);
      expect(await statusAt(third)).toBe(401);
    },
  );

  it('overwrites, widens and revives nothing', holds('storage.export-narrow'), async () => {
    const one = await keyfob();
    const service = await one.value('services.create', WEATHER);
    const [kept, deleted] = [await one.generate('Kept'), await one.generate('Deleted')];
    await one.value('moving.export', { passphrase: PASSPHRASE });
    await one.value('keys.rename', { id: kept.id, name: 'Kept, renamed' });
    await one.value('keys.setReadOnly', { id: kept.id, isReadOnly: true });
    await one.value('keys.delete', { id: deleted.id });
    await one.value('services.update', {
      id: service.id,
      draft: {
        ...WEATHER,
        baseUrl: 'https://narrow.weather.example',
        origins: ['https://narrow.weather.example'],
      },
    });
    const before = await one.value('keys.list', {});

    const { opened, restored } = await one.restore();

    expect(restored).toEqual({ keys: 0, services: 0, variables: 0, profiles: 0, hasPolicies: false });
    expect(opened.keys.map(({ outcome }) => outcome).toSorted()).toEqual(['deleted-here', 'here']);
    expect(await one.value('keys.list', {})).toEqual(before);
    const services = await one.value('services.list', {});
    expect(services.find(({ id }) => id === service.id)?.origins).toEqual(['https://narrow.weather.example']);
  });
});

describe('a file that is opened as an export', () => {
  it(
    'is refused when it is cut, changed by one bit, or asks for much',
    holds('storage.export-hostile'),
    async () => {
      const one = await keyfob();
      await one.generate('CI pipeline');
      await one.value('moving.export', { passphrase: PASSPHRASE });
      const good = readFileSync(file, 'utf8');
      const parsed = JSON.parse(good) as { key: { kdf: Record<string, unknown> }; sealed: string };
      const at = parsed.sealed.length / 2;
      const flipped =
        parsed.sealed.slice(0, at) + (parsed.sealed[at] === 'A' ? 'B' : 'A') + parsed.sealed.slice(at + 1);
      const costly = { ...parsed, key: { ...parsed.key, kdf: { ...parsed.key.kdf, N: 2 ** 40 } } };
      const other = await keyfob();
      for (const text of [
        '',
        '{}',
        '[]',
        good.slice(0, -20),
        JSON.stringify({ ...parsed, sealed: flipped }),
        JSON.stringify({ ...parsed, version: 1 }),
        JSON.stringify({ ...parsed, version: 3 }),
        JSON.stringify(costly),
      ]) {
        writeFileSync(file, text);
        expect(await other.openExport()).toMatchObject({ ok: false, error: { code: 'export-file-invalid' } });
      }
      expect(await other.value('keys.list', {})).toEqual([]);
    },
  );

  it('takes no value that lies in it in the clear', holds('storage.export-hostile'), async () => {
    const one = await keyfob();
    const service = await one.value('services.create', WEATHER);
    await one.generate('CI pipeline', service.id);
    await one.value('moving.export', { passphrase: null });
    const plain = JSON.parse(readFileSync(file, 'utf8')) as { content: { keys: { secret: unknown }[] } };
    for (const key of plain.content.keys) key.secret = 'value-that-somebody-wrote';
    writeFileSync(file, JSON.stringify(plain));
    const other = await keyfob();
    const { opened, restored } = await other.restore();
    expect(opened.keys).toMatchObject([{ outcome: 'without-value' }]);
    expect(restored.keys).toBe(0);
  });

  it('adds once what stands in it twice', holds('storage.export-hostile'), async () => {
    const one = await keyfob();
    await one.value('services.create', WEATHER);
    await one.value('moving.export', { passphrase: null });
    const plain = JSON.parse(readFileSync(file, 'utf8')) as { content: { services: unknown[] } };
    plain.content.services.push(...plain.content.services);
    writeFileSync(file, JSON.stringify(plain));
    const other = await keyfob();
    const { opened, restored } = await other.restore();
    expect(opened.services.map(({ outcome }) => outcome)).toEqual(['new', 'here']);
    expect(restored).toMatchObject({ keys: 0, services: 1 });
  });

  it('slows down who guesses its passphrase', holds('storage.export-guessing'), async () => {
    const one = await keyfob();
    await one.value('moving.export', { passphrase: PASSPHRASE });
    const codes: string[] = [];
    for (let guess = 0; guess < 5; guess += 1) {
      const result = await one.openExport(`guess number ${String(guess)}`);
      codes.push(result.ok ? 'opened' : result.error.code);
    }
    expect(codes.slice(0, 3)).toEqual(Array.from({ length: 3 }, () => 'passphrase-wrong'));
    expect(codes.slice(3)).toContain('passphrase-wait');
  });

  it('is forgotten when Keyfob is locked', holds('confinement.locked'), async () => {
    const one = await keyfob();
    await one.generate('CI pipeline');
    await one.value('moving.export', { passphrase: PASSPHRASE });
    const opened = await one.openExport();
    if (!opened.ok || opened.value.kind !== 'preview') throw new Error('Nothing was opened');
    await one.value('vault.lock', {});
    await one.value('vault.unlock', { passphrase: null });
    expect(await one.ask('moving.restore', { token: opened.value.token })).toMatchObject({
      error: { code: 'not-found' },
    });
  });
});
