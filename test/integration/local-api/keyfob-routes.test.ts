import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { insertApiKey, setDisabled } from '../../../electron/keys/api-key-rows.ts';
import type { Member } from '../../../electron/keys/member-rows.ts';
import { ensureBuiltInServices } from '../../../electron/keys/service-rows.ts';
import { listItems } from '../../../electron/local-api/workspace-rows.ts';
import { startRig, type Rig } from './rig.ts';

let rig: Rig;
let grace: Member;

beforeEach(async () => {
  rig = await startRig();
  grace = rig.addMember('Grace');
  ensureBuiltInServices(rig.ledger, rig.clock.now());
  add('mine', rig.member);
  rig.clock.advance(1_000);
  add('hers', grace);
  setDisabled(rig.ledger, 'hers', true);
});
afterEach(() => rig.close());

function add(id: string, { id: creatorId }: Member): void {
  const now = rig.clock.now();
  insertApiKey(rig.ledger, {
    ...{ id, name: `Key ${id}`, serviceId: 'local', mask: 'kfak_••••••••wxyz', createdAt: now },
    ...{ creatorId, isDefault: false, isIssuedHere: true, expiresAt: now + 86_400_000 },
  });
}

const keys = z.object({ keys: z.array(z.looseObject({ id: z.string() })) });

async function list(secret: string, query = '') {
  const response = await rig.get(`/keyfob/v1/keys${query}`, secret);
  expect(response.status).toBe(200);
  return keys.parse(await response.json()).keys;
}

describe('the keys', () => {
  it('are one’s own, with masks and states and no values; an admin’s answer has the team’s', async () => {
    const hers = rig.addKey('hers', 'works', grace);
    expect(await list(hers)).toEqual([
      {
        ...{ id: 'hers', name: 'Key hers', mask: 'kfak_••••••••wxyz', status: 'disabled' },
        ...{ userId: grace.numericId, lastUsedAt: null },
        ...{ createdAt: expect.any(String) as string, expiresAt: expect.any(String) as string },
      },
    ]);
    const admin = rig.addKey('mine');
    expect((await list(admin)).map(({ id }) => id)).toEqual(['hers', 'mine']);
    expect((await list(admin, '?limit=1&offset=1')).map(({ id }) => id)).toEqual(['mine']);
  });

  it('are made, renewed and revoked by no route, and read by no access key', async () => {
    const headers = { 'X-API-Key': rig.addKey('mine'), 'Content-Type': 'application/json' };
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      for (const path of ['/keyfob/v1/keys', '/keyfob/v1/keys/mine'])
        expect((await fetch(rig.url + path, { method, headers })).status).toBe(404);
    }
    expect((await rig.get('/keyfob/v1/keys')).status).toBe(401);
  });
});

describe('sharing a collection', () => {
  it('makes a new access key each time, whose address works by itself', async () => {
    const { uid = '' } = listItems(rig.ledger, 'local_collections')[0] ?? {};
    const hers = rig.addKey('hers', 'works', grace);
    const share = async () => {
      const path = `${rig.url}/keyfob/v1/collections/${uid}/access-keys`;
      const headers = { 'X-API-Key': hers, 'Content-Type': 'application/json' };
      const response = await fetch(path, { method: 'POST', headers });
      expect(response.status).toBe(200);
      return z
        .object({ accessKey: z.object({ id: z.string(), key: z.string(), url: z.string() }) })
        .parse(await response.json()).accessKey;
    };
    const [first, second] = [await share(), await share()];
    expect(first.key).not.toBe(second.key);
    expect(first.key).toMatch(/^kfat_/);
    expect((await fetch(first.url)).status).toBe(200);
    expect(rig.accessKeys.get(first.id)?.creatorId).toBe(grace.id);
    expect((await fetch(first.url.replace(`/collections/${uid}`, '/keyfob/v1/keys'))).status).toBe(401);
  });

  it('is remembered with the API key that asked, so that what it made can be ended with it', async () => {
    const { uid = '' } = listItems(rig.ledger, 'local_collections')[0] ?? {};
    const share = async (secret: string) => {
      const path = `${rig.url}/keyfob/v1/collections/${uid}/access-keys`;
      const headers = { 'X-API-Key': secret, 'Content-Type': 'application/json' };
      const body: unknown = await (await fetch(path, { method: 'POST', headers })).json();
      return z.object({ accessKey: z.object({ id: z.string(), url: z.string() }) }).parse(body).accessKey;
    };
    const leaked = rig.addKey('hers', 'works', grace);
    const made = [await share(leaked), await share(leaked)];
    const other = await share(rig.addKey('mine'));
    const byHand = rig.accessKeys.share(uid, grace.id);
    expect(
      rig.accessKeys
        .listMadeWith('hers')
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(made.map(({ id }) => id).toSorted());
    expect(rig.accessKeys.removeMadeWith('hers')).toMatchObject({ ok: true, value: { length: 2 } });
    for (const { url } of made) expect((await fetch(url)).status).toBe(401);
    expect((await fetch(other.url)).status).toBe(200);
    expect(byHand.ok && rig.accessKeys.get(byHand.value.key.id)?.hasExpired).toBe(false);
    expect(rig.accessKeys.removeMadeWith('hers')).toEqual({ ok: true, value: [] });
  });

  it('needs a collection that is there', async () => {
    const headers = { 'X-API-Key': rig.addKey('mine'), 'Content-Type': 'application/json' };
    const path = `${rig.url}/keyfob/v1/collections/none/access-keys`;
    expect((await fetch(path, { method: 'POST', headers })).status).toBe(404);
  });
});
