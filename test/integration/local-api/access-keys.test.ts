import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ACCESS_KEY_LIFETIME_MS } from '../../../shared/domain/access-key.ts';
import { DAY_MS } from '../../../shared/domain/expiry.ts';
import { composeKey, parseKey } from '../../../electron/local-api/key-format.ts';
import { listItems } from '../../../electron/local-api/workspace-rows.ts';
import { valueOf } from '../../support/results.ts';
import { startRig, type Rig } from './rig.ts';
import { holds } from '../../support/holds.ts';

let rig: Rig;
let apiKey: string;
let uid: string;
let otherUid: string;

beforeEach(async () => {
  rig = await startRig();
  apiKey = rig.addKey();
  const [first, second] = listItems(rig.ledger, 'local_collections');
  uid = first?.uid ?? '';
  otherUid = second?.uid ?? '';
});
afterEach(() => rig.close());

function share(collectionUid = uid) {
  const { key, secret } = valueOf(rig.accessKeys.share(collectionUid, rig.member.id));
  return { id: key.id, secret };
}

async function status(path: string, init: RequestInit = {}): Promise<number> {
  return (await fetch(rig.url + path, init)).status;
}

const opens = (secret: string, collectionUid = uid): Promise<number> =>
  status(`/collections/${collectionUid}?access_key=${secret}`);

const accessKey = z.strictObject({
  id: z.string(),
  token: z.string().regex(/^kfat_\*{22}[0-9A-Za-z]{4}$/),
  status: z.enum(['ACTIVE', 'INACTIVE']),
  teamId: z.number(),
  userId: z.number(),
  collectionId: z.string(),
  expiresAfter: z.iso.datetime({ precision: 3 }),
  lastUsedAt: z.union([z.literal(''), z.iso.datetime({ precision: 3 })]),
  createdAt: z.iso.datetime({ precision: 3 }),
  updatedAt: z.iso.datetime({ precision: 3 }),
});
const pageSchema = z.strictObject({
  data: z.array(accessKey),
  meta: z.strictObject({ nextCursor: z.string(), prevCursor: z.string() }),
});

async function page(query = ''): Promise<z.infer<typeof pageSchema>> {
  return pageSchema.parse(await (await rig.get(`/collection-access-keys${query}`, apiKey)).json());
}

function remove(id: string, secret = apiKey): Promise<Response> {
  return fetch(`${rig.url}/collection-access-keys/${id}`, {
    method: 'DELETE',
    headers: { 'X-API-Key': secret },
  });
}

describe('an access key', () => {
  it('has the format of the Local API’s keys, and is new at each share', () => {
    const keys = [share(), share()];
    for (const { secret } of keys) {
      expect(parseKey(secret)).toMatchObject({ kind: 'well-formed', prefix: 'kfat' });
    }
    expect(keys[0]?.secret).not.toBe(keys[1]?.secret);
  });

  it('opens its collection without an API key, by uid and by id, with the limit’s headers', async () => {
    const { secret } = share();
    const response = await fetch(`${rig.url}/collections/${uid}?access_key=${secret}`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ collection: { info: { uid, name: 'Keyfob sample' } } });
    expect(response.headers.get('x-ratelimit-remaining')).toBe('299');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await opens(secret, uid.slice(uid.indexOf('-') + 1))).toBe(200);
    expect(await status(`/collections/${uid}?access_key=${secret}`, { method: 'HEAD' })).toBe(200);
  });

  it('opens nothing else: the answer is that of every bad key', holds('issue.access-keys'), async () => {
    const { secret } = share();
    const bad: unknown = await (await fetch(`${rig.url}/me`)).json();
    for (const path of [
      `/collections/${otherUid}`,
      '/collections/unknown',
      `/collections/${uid}/`,
      `/collections/${uid}/folders`,
      '/collections',
      '/me',
      '/environments',
      '/workspaces',
      '/collection-access-keys',
      '/nothing',
    ]) {
      const response = await fetch(`${rig.url}${path}?access_key=${secret}`);
      expect([path, response.status, await response.json()]).toEqual([path, 401, bad]);
    }
  });

  it('only reads', holds('issue.access-keys'), async () => {
    const { secret } = share();
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const init = { method, headers: { 'Content-Type': 'application/json' } };
      expect([method, await status(`/collections/${uid}?access_key=${secret}`, init)]).toEqual([method, 401]);
    }
    expect(listItems(rig.ledger, 'local_collections')).toHaveLength(2);
  });

  it('is no API key, and an API key is no access key', async () => {
    const { secret } = share();
    expect((await rig.get('/me', secret)).status).toBe(401);
    expect((await rig.get(`/collections/${uid}`, secret)).status).toBe(401);
    expect(await status(`/collections/${uid}?apikey=${secret}`)).toBe(401);
    expect(await opens(apiKey)).toBe(401);
  });

  it('is asked for after the API key, and not tried when there are two', async () => {
    const { secret } = share();
    const path = `/collections/${uid}?access_key=${secret}`;
    expect((await rig.get(path, 'wrong')).status).toBe(401);
    expect((await rig.get(`/collections/${otherUid}?access_key=${secret}`, apiKey)).status).toBe(200);
    expect(await status(`${path}&access_key=${secret}`)).toBe(401);
    expect(await status(`/collections/${uid}?ACCESS_KEY=${secret}`)).toBe(401);
  });

  it('is refused when a character of it is wrong, or its secret is another’s', async () => {
    const { secret } = share();
    const parsed = parseKey(secret);
    const publicId = parsed.kind === 'well-formed' ? parsed.publicId : '';
    expect(await opens(`${secret.slice(0, -1)}!`)).toBe(401);
    expect(await opens(composeKey({ prefix: 'kfat', publicId, random: '0'.repeat(32) }))).toBe(401);
    expect(
      await opens(composeKey({ prefix: 'kfat', publicId: '0'.repeat(12), random: '0'.repeat(32) })),
    ).toBe(401);
    expect(await opens('')).toBe(401);
  });

  it('meets the same defences as every request', async () => {
    const { secret } = share();
    const target = `/collections/${uid}?access_key=${secret}`;
    expect(await status(target, { headers: { Origin: 'https://evil.example' } })).toBe(403);
    expect(await status(target, { headers: { 'Sec-Fetch-Site': 'cross-site' } })).toBe(403);
    const foreign = await rig.raw(`GET ${target} HTTP/1.1\r\nHost: evil.example\r\n\r\n`);
    expect(foreign.text).toMatch(/^HTTP\/1\.1 403 /);
    expect((await fetch(rig.url + target)).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('says 400 once its collection is gone', async () => {
    const { secret } = share();
    rig.ledger.run('DELETE FROM local_collections WHERE uid = ?', [uid]);
    expect(await opens(secret)).toBe(400);
  });

  it('has its own minute', async () => {
    const { secret } = share();
    for (let call = 0; call < 300; call += 1) expect(await opens(secret)).toBe(200);
    expect(await opens(secret)).toBe(429);
    expect((await rig.get('/me', apiKey)).status).toBe(200);
  });

  it('is nowhere in the ledger, nor in the log', async () => {
    const { secret } = share();
    await opens(secret);
    await opens(secret, otherUid);
    const rows = JSON.stringify([
      rig.ledger.all('SELECT * FROM collection_access_keys'),
      rig.ledger.all('SELECT * FROM activity'),
      rig.logger.lines,
    ]);
    expect(rows).not.toContain(secret);
    expect(rows).not.toContain(secret.slice(20, 40));
    expect(rig.logger.lines).toContainEqual(
      expect.objectContaining({ level: 'info', fields: { reason: 'other-collection' } }),
    );
  });
});

describe('the end of an access key', () => {
  it('is sixty days after it was made, to the millisecond', async () => {
    const { secret } = share();
    const start = rig.clock.now();
    rig.clock.setNow(start + ACCESS_KEY_LIFETIME_MS);
    expect(await opens(secret)).toBe(401);

    const second = share().secret;
    rig.clock.setNow(rig.clock.now() + ACCESS_KEY_LIFETIME_MS - 1);
    expect(await opens(second)).toBe(200);
  });

  it('moves sixty days on with each use, also before the use is written', async () => {
    const { secret } = share();
    const last = rig.clock.now() + ACCESS_KEY_LIFETIME_MS - 1;
    rig.clock.setNow(last);
    expect(await opens(secret)).toBe(200);
    rig.clock.setNow(last + 1);
    expect(await opens(secret)).toBe(200);
    rig.clock.setNow(last + 1 + ACCESS_KEY_LIFETIME_MS - 1);
    expect(await opens(secret)).toBe(200);
    expect((await page()).data).toMatchObject([
      {
        status: 'ACTIVE',
        lastUsedAt: new Date(rig.clock.now()).toISOString(),
        expiresAfter: new Date(rig.clock.now() + ACCESS_KEY_LIFETIME_MS).toISOString(),
      },
    ]);
    rig.clock.setNow(rig.clock.now() + ACCESS_KEY_LIFETIME_MS);
    expect(await opens(secret)).toBe(401);
    expect((await page()).data).toMatchObject([{ status: 'INACTIVE' }]);
  });

  it('is not taken back by a clock that goes back', async () => {
    const { secret } = share();
    const start = rig.clock.now();
    rig.clock.setNow(start + ACCESS_KEY_LIFETIME_MS);
    expect(await opens(secret)).toBe(401);
    rig.clock.setNow(start);
    expect(await opens(secret)).toBe(401);
    expect((await page()).data).toMatchObject([{ status: 'INACTIVE' }]);
  });

  it('stays also when nobody asked in between but the watch', async () => {
    const { secret } = share();
    const start = rig.clock.now();
    rig.clock.setNow(start + ACCESS_KEY_LIFETIME_MS + DAY_MS);
    expect(rig.accessKeys.markExpired()).toBe(true);
    expect(rig.accessKeys.markExpired()).toBe(false);
    rig.clock.setNow(start);
    expect(await opens(secret)).toBe(401);
  });

  it('costs one write for many uses', async () => {
    const { id, secret } = share();
    const lastUse = () =>
      rig.ledger.get('SELECT last_used_at FROM collection_access_keys WHERE id = ?', [id])?.['last_used_at'];
    for (let use = 0; use < 5; use += 1) expect(await opens(secret)).toBe(200);
    expect(lastUse()).toBeNull();
    rig.clock.advance(1_000);
    expect(lastUse()).toBe(rig.clock.now() - 1_000);
  });

  it('is written when the server stops', async () => {
    const { secret } = share();
    await opens(secret);
    await rig.localApi.stop();
    const row = rig.ledger.get('SELECT last_used_at FROM collection_access_keys');
    expect(row).toEqual({ last_used_at: rig.clock.now() });
  });
});

describe('GET /collection-access-keys', () => {
  it('lists them in the documented shape, newest first', async () => {
    share();
    rig.clock.advance(5);
    const { id, secret } = share(otherUid);
    const { data, meta } = await page();
    expect(data).toHaveLength(2);
    expect(data[0]).toMatchObject({
      id,
      token: `kfat_${'*'.repeat(22)}${secret.slice(-4)}`,
      status: 'ACTIVE',
      userId: rig.member.numericId,
      collectionId: otherUid,
      lastUsedAt: '',
    });
    expect(meta).toEqual({ nextCursor: '', prevCursor: '' });
  });

  it('has pages of ten, and a cursor each way', async () => {
    for (let made = 0; made < 21; made += 1) share();
    const first = await page();
    const second = await page(`?cursor=${encodeURIComponent(first.meta.nextCursor)}`);
    const third = await page(`?cursor=${encodeURIComponent(second.meta.nextCursor)}`);
    expect([first, second, third].map(({ data }) => data.length)).toEqual([10, 10, 1]);
    expect(Buffer.from(first.meta.nextCursor, 'base64').toString()).toBe('offset=10&limit=10');
    expect([first.meta.prevCursor, third.meta.nextCursor]).toEqual(['', '']);
    expect(await page(`?cursor=${encodeURIComponent(second.meta.prevCursor)}`)).toEqual(first);
    const ids = [first, second, third].flatMap(({ data }) => data.map(({ id }) => id));
    expect(new Set(ids).size).toBe(21);
  });

  it('can be asked for one collection', async () => {
    share();
    share(otherUid);
    expect((await page(`?collectionId=${otherUid}`)).data).toMatchObject([{ collectionId: otherUid }]);
    expect((await page('?collectionId=unknown')).data).toEqual([]);
    expect((await page('?cursor=')).data).toHaveLength(2);
  });

  it.each([
    'x',
    'b2Zmc2V0PTEw',
    Buffer.from('offset=-10&limit=10').toString('base64'),
    Buffer.from('offset=10&limit=1000').toString('base64'),
    Buffer.from('offset=010&limit=10').toString('base64'),
    `${Buffer.from('offset=10&limit=10').toString('base64')}!`,
    '%00',
  ])('refuses the cursor %s with a problem', async (cursor) => {
    const response = await rig.get(`/collection-access-keys?cursor=${cursor}`, apiKey);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await response.json()).toMatchObject({ title: 'Malformed request', detail: 'Invalid cursor' });
  });
});

describe('DELETE /collection-access-keys/{keyId}', () => {
  it('ends the key at once, and answers nothing', async () => {
    const { id, secret } = share();
    const kept = share();
    const response = await remove(id);
    expect([response.status, await response.text()]).toEqual([204, '']);
    expect(response.headers.has('content-length')).toBe(false);
    expect(response.headers.has('content-type')).toBe(false);
    expect(await opens(secret)).toBe(401);
    expect(await opens(kept.secret)).toBe(200);
    expect((await page()).data.map((key) => key.id)).toEqual([kept.id]);
  });

  it('answers 404 for a key that is not there, and for a token in place of an id', async () => {
    const { id, secret } = share();
    await remove(id);
    for (const unknown of [id, secret, 'x', '%00']) {
      const response = await remove(unknown);
      expect([unknown, response.status]).toEqual([unknown, 404]);
      expect(await response.json()).toMatchObject({ detail: 'The key was not found' });
    }
  });

  it('needs an API key', async () => {
    const { id, secret } = share();
    expect((await remove(id, 'wrong')).status).toBe(401);
    expect((await remove(id, secret)).status).toBe(401);
    expect((await page()).data).toHaveLength(1);
  });

  it('is for one’s own keys, and for admins', async () => {
    rig.ledger.run(
      `INSERT INTO members (id, numeric_id, name, username, email, role, created_at)
       VALUES ('m-2', 22222222, 'Grace', 'grace', 'grace@localhost', 'member', 9e15)`,
    );
    const mine = share();
    const { key: theirs } = valueOf(rig.accessKeys.share(uid, 'm-2'));
    const theirKey = rig.addKey('key-2');
    for (const [publicId, record] of rig.keyStore.records) {
      if (record.apiKeyId === 'key-2') rig.keyStore.records.set(publicId, { ...record, memberId: 'm-2' });
    }
    const refused = await remove(mine.id, theirKey);
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ title: 'Forbidden' });
    expect((await page()).data).toHaveLength(2);
    expect((await remove(theirs.id, theirKey)).status).toBe(204);
    const another = valueOf(rig.accessKeys.share(uid, 'm-2')).key;
    expect((await remove(another.id)).status).toBe(204);
  });

  it('survives a restart of the server', async () => {
    const gone = share();
    const kept = share();
    await remove(gone.id);
    await rig.localApi.stop();
    const state = await rig.localApi.start();
    const url = state.kind === 'running' ? state.url : '';
    const openAgain = async (secret: string) =>
      (await fetch(`${url}/collections/${uid}?access_key=${secret}`)).status;
    expect([await openAgain(gone.secret), await openAgain(kept.secret)]).toEqual([401, 200]);
  });
});
