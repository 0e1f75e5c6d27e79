import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate, MIGRATIONS, versionOf } from '../../electron/keys/ledger/migrations.ts';
import { holds } from '../support/holds.ts';
import { restartingApp } from '../support/restarting-app.ts';

const CANARY = 'correct horse battery staple 91';

let place: ReturnType<typeof restartingApp>;

beforeEach(() => {
  place = restartingApp();
});
afterEach(() => place.end());

async function start() {
  const started = await place.start();
  const { app, value } = started;
  const url = await started.localApiUrl();
  const [key = await value('keys.generate', { name: 'CI', serviceId: 'local', expiry: { kind: 'never' } })] =
    await value('keys.list', {});
  await value('keys.copy', { id: key.id });
  const secret = await app.clipboard.readText();
  const ask = async (method: string, path: string, body?: unknown) => {
    const headers = { 'X-API-Key': secret, 'Content-Type': 'application/json' };
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(url + path, { method, headers, ...content });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  return { ...started, ask };
}

const environmentWith = (value: string) => ({
  environment: {
    name: 'Staging',
    values: [
      { key: 'host', value: 'https://staging.example', type: 'default', enabled: true },
      { key: 'password', value, type: 'secret', enabled: true, description: 'of the database' },
    ],
  },
});

function uidOf(body: Record<string, unknown>): string {
  return (body['environment'] as { uid: string }).uid;
}

function valuesOf(body: Record<string, unknown>): readonly { readonly value: string }[] {
  return (body['environment'] as { values: readonly { value: string }[] }).values;
}

/** Every file of the folder that holds the canary. */
function filesWith(text: string): readonly string[] {
  const files = readdirSync(place.folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return files
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => readFileSync(path).includes(text));
}

describe('a secret value that a client keeps in an environment of the Local API', () => {
  it(
    'comes back as it was, and lies in no file in the clear',
    holds('confinement.local-values'),
    async () => {
      const one = await start();
      const created = await one.ask('POST', '/environments', environmentWith(CANARY));
      expect(created.status).toBe(200);
      const uid = uidOf(created.body);
      expect(filesWith(CANARY)).toEqual([]);
      const read = await one.ask('GET', `/environments/${uid}`);
      expect(read.body).toMatchObject(environmentWith(CANARY));
      await one.stop();
      const again = await start();
      expect((await again.ask('GET', `/environments/${uid}`)).body).toMatchObject(environmentWith(CANARY));
      await again.stop();
      expect(filesWith(CANARY)).toEqual([]);
    },
  );

  it('can be sent back with its environment, and changed', holds('confinement.local-values'), async () => {
    const one = await start();
    const uid = uidOf((await one.ask('POST', '/environments', environmentWith(CANARY))).body);
    const { body } = await one.ask('GET', `/environments/${uid}`);
    expect((await one.ask('PUT', `/environments/${uid}`, body)).status).toBe(200);
    expect((await one.ask('GET', `/environments/${uid}`)).body).toMatchObject(environmentWith(CANARY));
    const sealed = () =>
      one.app.ledger.get("SELECT count(*) AS n FROM sealed_values WHERE id GLOB 'local:*'");
    expect(sealed()).toEqual({ n: 1 });

    await one.ask('PUT', `/environments/${uid}`, environmentWith(''));
    expect(valuesOf((await one.ask('GET', `/environments/${uid}`)).body)[1]?.value).toBe('');
    expect(sealed()).toEqual({ n: 0 });
    await one.ask('PUT', `/environments/${uid}`, environmentWith(CANARY));
    await one.ask('DELETE', `/environments/${uid}`);
    expect(sealed()).toEqual({ n: 0 });
  });

  it('is given to nobody while Keyfob is locked, and says so', holds('confinement.locked'), async () => {
    const one = await start();
    const uid = uidOf((await one.ask('POST', '/environments', environmentWith(CANARY))).body);
    await one.value('vault.lock', {});
    const read = await one.ask('GET', `/environments/${uid}`);
    expect(read).toMatchObject({ status: 503, body: { error: { name: 'serviceUnavailable' } } });
    expect(JSON.stringify(read.body)).not.toContain(CANARY);
    const replaced = await one.ask('PUT', `/environments/${uid}`, environmentWith('another value 12'));
    expect(replaced.status).toBe(503);
    await one.value('vault.unlock', { passphrase: null });
    expect((await one.ask('GET', `/environments/${uid}`)).body).toMatchObject(environmentWith(CANARY));
  });

  it('is no way in for a key', holds('confinement.local-values'), async () => {
    const one = await start();
    const key = await one.value('keys.generate', {
      name: 'Other',
      serviceId: 'local',
      expiry: { kind: 'never' },
    });
    await one.value('keys.copy', { id: key.id });
    const secret = await one.app.clipboard.readText();
    expect((await one.ask('POST', '/environments', environmentWith(secret))).status).toBe(400);
  });

  it(
    'that was kept in the clear by an older Keyfob is sealed, also in the backups',
    holds('confinement.local-values'),
    async () => {
      let one = await start();
      const uid = uidOf((await one.ask('POST', '/environments', environmentWith('x'))).body);
      const content = JSON.stringify({ values: environmentWith(CANARY).environment.values });
      one.app.ledger.run('UPDATE local_environments SET content = ? WHERE uid = ?', [content, uid]);
      await one.stop();
      expect(filesWith(CANARY).length).toBeGreaterThan(1);

      one = await start();
      expect((await one.ask('GET', `/environments/${uid}`)).body).toMatchObject(environmentWith(CANARY));
      expect(filesWith(CANARY)).toEqual([]);
      const report = await one.value('diagnostics.check', {});
      expect(report).toMatchObject({ ledger: 'whole', backups: { damaged: 0 } });
      expect(report.backups.total).toBeGreaterThan(0);
    },
  );

  it(
    'leaves a backup from before anything was sealed too, which can still be restored',
    holds('confinement.local-values'),
    async () => {
      let one = await start();
      await one.stop();
      const path = join(place.folder, 'backups', 'keyfob-2026-01-02T03-04-05-678Z-v1.db');
      const old = new DatabaseSync(path);
      migrate(old, MIGRATIONS.slice(0, 1), () => undefined);
      const content = JSON.stringify({ values: environmentWith(CANARY).environment.values });
      old.exec(
        `INSERT INTO local_workspaces (id, name, type, owner_id, created_at, updated_at)
         VALUES ('w', 'Mine', 'personal', 1, 0, 0)`,
      );
      old
        .prepare(
          `INSERT INTO local_environments (id, uid, workspace_id, name, content, owner_id, created_at, updated_at)
           VALUES ('e', '1-e', 'w', 'Staging', ?, 1, 0, 0)`,
        )
        .run(content);
      old.close();
      expect(filesWith(CANARY)).toEqual([path]);

      one = await start();

      expect(filesWith(CANARY)).toEqual([]);
      const again = new DatabaseSync(path, { readOnly: true });
      expect(versionOf(again)).toBe(MIGRATIONS.length);
      expect(again.prepare('SELECT count(*) AS n FROM sealed_values').get()).toEqual({ n: 1 });
      again.close();
      expect(await one.value('diagnostics.check', {})).toMatchObject({ backups: { damaged: 0 } });
    },
  );
});
