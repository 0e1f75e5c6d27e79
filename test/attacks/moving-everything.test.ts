import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { movedDocumentSchema, type MovedDocument } from '../../electron/moving/moved-document.ts';
import { readMovedFile, sealedFileText } from '../../electron/moving/moved-file.ts';
import { createAttemptLimit } from '../../electron/vault/attempt-limit.ts';
import { createSystemRandom } from '../../electron/adapters/system-random.ts';
import { NO_POLICIES, type KeyPolicies } from '../../shared/domain/key-policy.ts';
import { closeAll, open } from '../support/closing.ts';
import { holds } from '../support/holds.ts';
import { movingKeyfob, PASSPHRASE, type MovingKeyfob } from '../support/moving-rig.ts';
import { realClock } from '../support/sender-bench.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let file: string;
let apps: MovingKeyfob['app'][] = [];

beforeEach(async () => {
  file = join(open(await temporaryFolder()).path, 'export.json');
});

const closeApps = async () => {
  for (const app of apps) await app.close();
  apps = [];
};

afterEach(async () => {
  await closeApps();
  await closeAll();
});

async function keyfob() {
  const made = await movingKeyfob(file);
  apps.push(made.app);
  return made;
}

const random = createSystemRandom();

async function exported(one: MovingKeyfob): Promise<MovedDocument> {
  await one.value('moving.export', { passphrase: PASSPHRASE });
  const read = await readMovedFile(readFileSync(file, 'utf8'), PASSPHRASE, createAttemptLimit(realClock));
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

/** A file of somebody's who knows the passphrase. */
async function writeExport(change: Partial<MovedDocument>): Promise<void> {
  const empty = { services: [], keys: [], variables: [], policies: null, profiles: [] };
  const document = movedDocumentSchema.parse({ ...empty, ...change });
  writeFileSync(file, await sealedFileText(document, PASSPHRASE, { random, wrapCost: 2 ** 14 }));
}

const WEATHER = {
  name: 'Weather',
  baseUrl: 'https://api.weather.example',
  headerName: 'X-API-Key',
  origins: ['https://api.weather.example'],
};

const days = fc.option(fc.integer({ min: 1, max: 3650 }), { nil: null });
const policies: fc.Arbitrary<KeyPolicies> = fc.record({
  user: fc.record({ defaultLifetimeDays: days, maximumLifetimeDays: days, idleDays: days }),
  team: fc.record({
    generation: fc.constantFrom('everyone' as const, 'admins' as const),
    maximumLifetimeDays: days,
    idleDays: days,
    isUserPolicyAllowed: fc.constant(true),
  }),
});

const population = fc.record({
  services: fc.integer({ min: 0, max: 2 }),
  keys: fc.array(
    fc.record({
      isLocal: fc.boolean(),
      isReadOnly: fc.boolean(),
      isDisabled: fc.boolean(),
      isDefault: fc.boolean(),
      hasOrigin: fc.boolean(),
      isInProfile: fc.boolean(),
    }),
    { maxLength: 5 },
  ),
  variables: fc.array(
    fc.record({
      secret: fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
      isBound: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  policies,
});

async function populate(
  one: MovingKeyfob,
  wanted: typeof population extends fc.Arbitrary<infer T> ? T : never,
) {
  const services: string[] = [];
  for (let count = 0; count < wanted.services; count += 1) {
    services.push((await one.value('services.create', { ...WEATHER, name: `Weather ${String(count)}` })).id);
  }
  const defaults = new Map<string, string>();
  for (const [index, key] of wanted.keys.entries()) {
    const serviceId = key.isLocal ? 'local' : (services[index % 2] ?? 'local');
    const { id } = await one.generate(`Key ${String(index)}`, serviceId);
    if (key.isReadOnly) await one.value('keys.setReadOnly', { id, isReadOnly: true });
    if (key.isDefault) await one.value('keys.makeDefault', { id });
    if (key.hasOrigin) await one.value('keys.addOrigin', { id, origin: 'https://eu.weather.example' });
    if (key.isDisabled) await one.value('keys.setDisabled', { id, isDisabled: true });
    if (key.isInProfile) defaults.set(serviceId, id);
  }
  if (defaults.size > 0) {
    const entries = [...defaults].map(([serviceId, apiKeyId]) => ({ serviceId, apiKeyId }));
    await one.value('profiles.save', { id: null, name: 'Work', defaults: entries });
  }
  for (const [index, { secret, isBound }] of wanted.variables.entries()) {
    await one.keepVariable({
      ...{ environment: `Staging ${String(index)}`, name: `TOKEN_${String(index)}`, secret },
      origins: isBound ? ['https://staging.example'] : [],
    });
  }
  await one.value('policy.set', { draft: wanted.policies });
}

/** In one order; what is read of the clock aside. */
function comparable(document: MovedDocument) {
  const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
  return {
    ...document,
    keys: document.keys.toSorted(byText),
    variables: document.variables.toSorted(byText),
    services: document.services.toSorted(byText),
  };
}

describe('an export of everything', () => {
  it(
    'restored on an empty Keyfob, and exported there, is the same',
    holds('storage.export-everything'),
    async () => {
      await fc.assert(
        fc.asyncProperty(population, async (wanted) => {
          const [one, other] = [await keyfob(), await keyfob()];
          await populate(one, wanted);
          const document = await exported(one);
          if (wanted.variables.length > 0) {
            cpSync(join(one.app.folder, 'Environments'), join(other.app.folder, 'Environments'), {
              recursive: true,
            });
          }
          const { restored } = await other.restore();
          expect(restored.keys).toBe(wanted.keys.length);
          expect(comparable(await exported(other))).toEqual(comparable(document));
          await closeApps();
        }),
        { numRuns: 12 },
      );
    },
  );

  it(
    'names variables without their values, when no passphrase is given',
    holds('storage.export-sealed'),
    async () => {
      const one = await keyfob();
      const secret = 'correct horse battery staple 42';
      await one.keepVariable({
        environment: 'Staging',
        name: 'TOKEN',
        secret,
        origins: ['https://a.example'],
      });
      await one.value('moving.export', { passphrase: null });
      const text = readFileSync(file, 'utf8');
      expect(text).toContain('TOKEN');
      expect(text).not.toContain(secret);
      const other = await keyfob();
      const { opened, restored } = await other.restore();
      expect(opened.variables).toMatchObject([{ environmentName: 'Staging', outcome: 'without-value' }]);
      expect(restored.variables).toBe(0);
    },
  );
});

describe('an export of somebody else', () => {
  const variable = {
    environmentId: 'environment-1',
    environmentName: 'Staging',
    name: 'TOKEN',
    origins: ['https://evil.example'],
    secret: 'their value of the variable',
  };

  it('changes no variable, profile or origin that is here', holds('storage.export-narrow'), async () => {
    const one = await keyfob();
    const key = await one.generate('CI pipeline');
    await one.keepVariable({
      environment: 'S',
      name: 'TOKEN',
      secret: 'my value 12',
      origins: ['https://a.example'],
    });
    const defaults = [{ serviceId: 'local', apiKeyId: key.id }];
    await one.value('profiles.save', { id: null, name: 'Work', defaults });
    const before = await exported(one);
    const mine = before.variables[0];
    await writeExport({
      keys: before.keys.map((each) => ({ ...each, extraOrigins: ['https://evil.example'] })),
      variables: [{ ...variable, environmentId: mine?.environmentId ?? '' }],
      profiles: [
        { id: 'other', name: 'work', defaults },
        { id: before.profiles[0]?.id ?? '', name: 'Mine', defaults },
      ],
    });
    const { opened, restored } = await one.restore();
    expect(restored).toEqual({ keys: 0, services: 0, variables: 0, profiles: 0, hasPolicies: false });
    expect([opened.keys, opened.variables, opened.profiles].flat()).toMatchObject(
      Array.from({ length: 4 }, () => ({ outcome: 'here' })),
    );
    expect(await exported(one)).toEqual(before);
  });

  it('loosens no policy, and ends no key', holds('storage.export-policies'), async () => {
    await fc.assert(
      fc.asyncProperty(policies, policies, async (here, theirs) => {
        const one = await keyfob();
        await one.generate('CI pipeline');
        await one.value('policy.set', { draft: here });
        const before = await one.value('keys.list', {});
        await writeExport({ policies: theirs });
        await one.restore();
        const [key] = await one.value('keys.list', {});
        const end = (at: number | null | undefined) => at ?? Infinity;
        expect(end(key?.expiresAt)).toBeLessThanOrEqual(end(before[0]?.expiresAt));
        expect(key?.hasExpired).toBe(false);
        const after = await one.value('policy.get', {});
        if (here.team.generation === 'admins') expect(after.team.generation).toBe('admins');
        await closeApps();
      }),
      { numRuns: 10 },
    );
  });

  it(
    'with a rule that would end a key here leaves the rule out',
    holds('storage.export-policies'),
    async () => {
      const one = await keyfob();
      const { id } = await one.generate('Old');
      const yearAgo = Date.now() - 400 * 86_400_000;
      one.app.ledger.run('UPDATE api_keys SET created_at = ? WHERE id = ?', [yearAgo, id]);
      await writeExport({
        policies: { ...NO_POLICIES, user: { ...NO_POLICIES.user, maximumLifetimeDays: 30 } },
      });
      const { opened, restored } = await one.restore();
      expect(opened.policies?.outcome).toBe('would-end-keys');
      expect(restored.hasPolicies).toBe(false);
      expect(await one.value('keys.list', {})).toMatchObject([{ hasExpired: false, expiresAt: null }]);
    },
  );

  it(
    'keeps no API key as a variable, and binds none to plain http',
    holds('storage.export-hostile'),
    async () => {
      const one = await keyfob();
      const secret = await one.secretOf(await one.generate('CI pipeline'));
      await writeExport({ variables: [{ ...variable, secret }] });
      const { opened, restored } = await one.restore();
      expect(opened.variables).toMatchObject([{ outcome: 'is-key' }]);
      expect(restored.variables).toBe(0);
      const loose = { ...variable, origins: ['http://evil.example'] };
      expect(movedDocumentSchema.safeParse({ services: [], keys: [], variables: [loose] }).success).toBe(
        false,
      );
    },
  );

  it('that was made by an older Keyfob still opens', holds('storage.export-restored'), async () => {
    const one = await keyfob();
    await one.generate('CI pipeline');
    await one.value('moving.export', { passphrase: null });
    const plain = JSON.parse(readFileSync(file, 'utf8')) as { version: number; content: MovedDocument };
    const { services, keys } = plain.content;
    const old = keys.map(({ isDefault: _, extraOrigins: __, ...key }) => key);
    writeFileSync(file, JSON.stringify({ ...plain, version: 1, content: { services, keys: old } }));
    const { opened } = await one.restore();
    expect(opened.keys).toMatchObject([{ name: 'CI pipeline', outcome: 'here' }]);
  });
});

describe('what takes long', () => {
  it('can be ended, and leaves nothing', holds('storage.export-cancelled'), async () => {
    const one = await keyfob();
    const keys = movedKeys(10_000);
    await writeExport({ keys });
    const opened = await one.value('moving.open', { passphrase: PASSPHRASE });
    if (opened.kind !== 'preview') throw new Error('Nothing was opened');
    const restoring = one.ask('moving.restore', { token: opened.token });
    await new Promise((resolve) => setImmediate(resolve));
    await one.value('moving.cancel', {});
    expect(await restoring).toMatchObject({ error: { code: 'cancelled' } });
    expect(await one.value('keys.list', {})).toEqual([]);

    const restored = await one.value('moving.restore', { token: opened.token });
    expect(restored.keys).toBe(10_000);
    const before = readFileSync(file, 'utf8');
    const exporting = one.ask('moving.export', { passphrase: PASSPHRASE });
    await new Promise((resolve) => setImmediate(resolve));
    await one.value('moving.cancel', {});
    expect(await exporting).toMatchObject({ value: { kind: 'cancelled' } });
    expect(readFileSync(file, 'utf8')).toBe(before);
  });
});

/** Keys of the built-in Postman service: they need no checksum. */
function movedKeys(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    ...{ id: `key-${String(index)}`, serviceId: 'postman', name: `Key ${String(index)}`, mask: '••••••••' },
    ...{ createdAt: 1, expiresAt: null, hasExpired: false, isDisabled: false, isReadOnly: false },
    ...{ isIssuedHere: false, isDefault: false, extraOrigins: [] },
    secret: `value-of-nobody-${String(index).padStart(8, '0')}`,
  }));
}
