import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { listActivityOf } from '../../../electron/keys/activity-rows.ts';
import { composeKey } from '../../../electron/local-api/key-format.ts';
import { listItems } from '../../../electron/local-api/workspace-rows.ts';
import { valueOf } from '../../support/results.ts';
import { startRig, type Rig } from './rig.ts';

let rig: Rig;
let secret: string;

beforeEach(async () => {
  rig = await startRig();
  secret = rig.addKey();
});
afterEach(() => rig.close());

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly key?: string;
}

const reply = z.looseObject({});

async function send({ method, path, body, key = secret }: Sent) {
  const headers = { 'X-API-Key': key, 'Content-Type': 'application/json' };
  const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
  const response = await fetch(rig.url + path, { method, headers, ...sent });
  return { status: response.status, body: reply.parse(await response.json()) };
}

const collection = (name: string, more: object = {}) => ({
  collection: {
    info: { name, schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    item: [{ name: 'One', request: { method: 'GET', url: 'https://example.com' } }],
    ...more,
  },
});
const environment = (name: string) => ({
  environment: { name, values: [{ key: 'host', value: 'example.com', enabled: true, type: 'default' }] },
});

async function create(name: string, key = secret): Promise<{ readonly id: string; readonly uid: string }> {
  const { body } = await send({ method: 'POST', path: '/collections', body: collection(name), key });
  return z.object({ collection: z.object({ id: z.string(), uid: z.string() }) }).parse(body).collection;
}

describe('a part of a collection', () => {
  it('is changed, and the rest stays as it was', async () => {
    const { uid } = await create('Billing');
    const part = {
      info: { name: 'Invoices', description: 'What is owed' },
      variable: [{ key: 'a', value: '1' }],
    };
    const path = `/collections/${uid}`;
    const changed = await send({ method: 'PATCH', path, body: { collection: part } });
    expect(changed).toMatchObject({ status: 200, body: { collection: { name: 'Invoices', uid } } });
    const { body } = await send({ method: 'GET', path });
    expect(body).toMatchObject({
      collection: {
        info: { name: 'Invoices', description: 'What is owed', uid },
        item: [{ name: 'One' }],
        variable: [{ key: 'a', value: '1' }],
      },
    });
  });

  it('is no request, no other member’s, and no key', async () => {
    const { uid } = await create('Billing');
    const path = `/collections/${uid}`;
    const patch = (body: unknown, key = secret) => send({ method: 'PATCH', path, body, key });
    expect((await patch({ collection: { item: [] } })).status).toBe(400);
    const grace = rig.addMember('Grace');
    const hers = rig.addKey('key-2', 'works', grace);
    expect((await patch({ collection: { info: { name: 'Hers' } } }, hers)).status).toBe(403);
    const key = composeKey({ prefix: 'kfak', publicId: 'AAAAAAAAAAAA', random: 'b'.repeat(32) });
    expect((await patch({ collection: { info: { description: key } } })).status).toBe(400);
    const unknown = await send({ method: 'PATCH', path: '/collections/none', body: { collection: {} } });
    expect(unknown.status).toBe(404);
  });
});

describe('a collection', () => {
  it('is created in the name of the key’s user, and read back as it was sent', async () => {
    const grace = rig.addMember('Grace');
    const sent = collection('Billing', { variable: [{ key: 'a', value: '1' }], odd: { kept: true } });
    const key = rig.addKey('key-2', 'works', grace);
    const created = await send({ method: 'POST', path: '/collections', body: sent, key });
    expect(created.status).toBe(200);
    const { id, uid } = z
      .object({ collection: z.strictObject({ id: z.uuid(), name: z.literal('Billing'), uid: z.string() }) })
      .parse(created.body).collection;
    expect(uid).toBe(`${String(grace.numericId)}-${id}`);
    const read = await send({ method: 'GET', path: `/collections/${uid}` });
    expect(read.body).toMatchObject({ collection: { ...sent.collection, odd: { kept: true } } });
    expect(read.body).toMatchObject({
      collection: { info: { lastUpdatedBy: String(grace.numericId), uid } },
    });
  });

  it('is replaced, keeps its identity and its maker, and says who changed it', async () => {
    const grace = rig.addMember('Grace');
    const { id, uid } = await create('Old', rig.addKey('key-2', 'works', grace));
    rig.clock.advance(5_000);
    const body = collection('New');
    const foreign = { ...body.collection.info, _postman_id: 'another', uid: 'another', updatedAt: 'never' };
    const replaced = await send({
      method: 'PUT',
      path: `/collections/${id}`,
      body: { collection: { ...body.collection, info: foreign } },
    });
    expect(replaced).toEqual({ status: 200, body: { collection: { id, name: 'New', uid } } });
    const { body: read } = await send({ method: 'GET', path: `/collections/${uid}` });
    expect(read).toMatchObject({
      collection: {
        info: {
          name: 'New',
          _postman_id: id,
          uid,
          lastUpdatedBy: String(rig.member.numericId),
          updatedAt: new Date(rig.clock.now()).toISOString(),
        },
      },
    });
  });

  it('is deleted, and with it end its access keys, which stay listed as inactive', async () => {
    const { id, uid } = await create('Shared');
    const { key, secret: accessKey } = valueOf(rig.accessKeys.share(uid, rig.member.id));
    const opens = async (): Promise<number> =>
      (await fetch(`${rig.url}/collections/${uid}?access_key=${accessKey}`)).status;
    expect(await opens()).toBe(200);
    expect(await send({ method: 'DELETE', path: `/collections/${uid}` })).toEqual({
      status: 200,
      body: { collection: { id, uid } },
    });
    expect(await opens()).toBe(401);
    expect((await send({ method: 'GET', path: '/collection-access-keys' })).body).toMatchObject({
      data: [{ id: key.id, status: 'INACTIVE', collectionId: uid }],
    });
    expect(listActivityOf(rig.ledger, key.id).map(({ event }) => event.kind)).toEqual([
      'generated',
      'expired',
    ]);
    rig.clock.setNow(rig.clock.now() - 1_000_000);
    expect(await opens()).toBe(401);
  });

  it('of another member is read by all, and written by an admin alone', async () => {
    const { uid } = await create('Ada’s');
    const key = rig.addKey('key-2', 'works', rig.addMember('Grace'));
    expect((await send({ method: 'GET', path: `/collections/${uid}`, key })).status).toBe(200);
    for (const sent of [{ method: 'PUT', body: collection('Mine now') }, { method: 'DELETE' }]) {
      expect(await send({ ...sent, path: `/collections/${uid}`, key })).toMatchObject({
        status: 403,
        body: { error: { name: 'forbiddenError' } },
      });
    }
    const admin = rig.addKey('key-3', 'works', rig.addMember('Alan', 'admin'));
    expect((await send({ method: 'DELETE', path: `/collections/${uid}`, key: admin })).status).toBe(200);
  });

  it('that is not there is a 404 for a write', async () => {
    for (const sent of [{ method: 'PUT', body: collection('New') }, { method: 'DELETE' }]) {
      expect(await send({ ...sent, path: '/collections/none' })).toEqual({
        status: 404,
        body: {
          error: {
            name: 'instanceNotFoundError',
            message: 'The specified item does not exist.',
            details: { item: 'collection', id: 'none' },
          },
        },
      });
    }
    const elsewhere = await send({
      method: 'POST',
      path: '/collections?workspace=none',
      body: collection('x'),
    });
    expect(elsewhere).toMatchObject({
      status: 404,
      body: { error: { details: { item: 'workspace', id: 'none' } } },
    });
  });

  it.each([
    ['without a body', undefined, 'paramMissingError'],
    ['that is no object', '[]', 'paramMissingError'],
    ['without its member', { name: 'x' }, 'paramMissingError'],
    ['without info', { collection: { item: [] } }, 'malformedRequestError'],
    ['without items', { collection: { info: { name: 'x' } } }, 'malformedRequestError'],
    ['with an empty name', collection('  '), 'malformedRequestError'],
    ['with a NUL in its name', collection('a\0b'), 'malformedRequestError'],
    ['with half a character in its name', collection('\ud800'), 'malformedRequestError'],
    ['with a long name', collection('x'.repeat(256)), 'malformedRequestError'],
    [
      'with items inside that are none',
      collection('x', { item: [{ item: [{ item: 'x' }] }] }),
      'malformedRequestError',
    ],
    [
      'of another format',
      collection('x', { info: { name: 'x', schema: 'https://example.com/' } }),
      'malformedRequestError',
    ],
  ])('%s is refused, and nothing is written', async (_, body, name) => {
    const before = listItems(rig.ledger, 'local_collections').length;
    const refused = await send({
      method: 'POST',
      path: '/collections',
      ...(body === undefined ? {} : { body }),
    });
    expect([
      refused.status,
      z.object({ error: z.looseObject({ name: z.string() }) }).parse(refused.body).error.name,
    ]).toEqual([400, name]);
    expect(listItems(rig.ledger, 'local_collections')).toHaveLength(before);
  });

  it('that holds a key is refused without repeating it', async () => {
    const key = composeKey({ prefix: 'kfak', publicId: 'AAAAAAAAAAAA', random: 'b'.repeat(32) });
    const body = collection('Leaky', { auth: { type: 'apikey', apikey: [{ key: 'value', value: key }] } });
    const refused = await send({ method: 'POST', path: '/collections', body });
    expect(refused).toMatchObject({ status: 400, body: { error: { name: 'malformedRequestError' } } });
    expect(JSON.stringify(refused.body)).not.toContain(key);
    expect((await send({ method: 'POST', path: '/collections', body: collection(`x ${key}`) })).status).toBe(
      400,
    );
  });

  it('that is larger than 1 MiB is refused, unless it is a collection: then 8 MiB are the most', async () => {
    const mib = 1_048_576;
    const large = (bytes: number) => collection('Large', { variable: [{ key: 'x'.repeat(bytes) }] });
    const kept = await send({ method: 'POST', path: '/collections', body: large(2 * mib) });
    expect(kept.status).toBe(200);
    expect((await send({ method: 'POST', path: '/collections', body: large(8 * mib) })).status).toBe(413);
    const values = [{ key: 'x'.repeat(mib), value: '' }];
    const refused = await send({
      method: 'POST',
      path: '/environments',
      body: { environment: { name: 'Large', values } },
    });
    expect(refused).toMatchObject({
      status: 413,
      body: { error: { message: 'The body is larger than 1 MiB.' } },
    });
    // Before a byte of it was sent.
    const head = `POST /me HTTP/1.1\r\nHost: 127.0.0.1:${String(rig.port)}\r\nX-API-Key: ${secret}\r\n`;
    const rest = `Content-Type: application/json\r\nContent-Length: ${String(2 * mib)}\r\n\r\n`;
    expect((await rig.raw(head + rest)).text).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('is written by no access key, and tells nobody who has no key', async () => {
    const { uid } = await create('Shared');
    const { secret: accessKey } = valueOf(rig.accessKeys.share(uid, rig.member.id));
    for (const method of ['PUT', 'DELETE']) {
      const headers = { 'Content-Type': 'application/json' };
      const response = await fetch(`${rig.url}/collections/${uid}?access_key=${accessKey}`, {
        method,
        headers,
      });
      expect(response.status).toBe(401);
    }
  });
});

describe('an environment', () => {
  it('is created, listed, read, replaced and deleted', async () => {
    const created = await send({ method: 'POST', path: '/environments', body: environment('Staging') });
    const { id, uid } = z
      .object({ environment: z.object({ id: z.string(), uid: z.string() }) })
      .parse(created.body).environment;
    expect(created).toEqual({ status: 200, body: { environment: { id, name: 'Staging', uid } } });
    expect((await send({ method: 'GET', path: `/environments/${uid}` })).body).toMatchObject(
      environment('Staging'),
    );
    const replaced = { environment: { name: 'Production' } };
    expect(await send({ method: 'PUT', path: `/environments/${uid}`, body: replaced })).toEqual({
      status: 200,
      body: { environment: { id, name: 'Production', uid } },
    });
    expect((await send({ method: 'GET', path: `/environments/${id}` })).body).toMatchObject({
      environment: { name: 'Production', values: [] },
    });
    expect((await send({ method: 'DELETE', path: `/environments/${uid}` })).body).toEqual({
      environment: { id, uid },
    });
    expect((await send({ method: 'GET', path: `/environments/${uid}` })).status).toBe(404);
    expect(JSON.stringify((await send({ method: 'GET', path: '/environments' })).body)).not.toContain(uid);
  });

  it('is refused where it is malformed', async () => {
    const values = [{ key: 1, value: 'x' }];
    const refused = await send({
      method: 'POST',
      path: '/environments',
      body: { environment: { name: 'x', values } },
    });
    expect(refused).toMatchObject({
      status: 400,
      body: { error: { details: [expect.stringContaining('environment.values.0.key')] } },
    });
  });
});

describe('the team', () => {
  it('is nobody’s as long as there is one person, and then has its members with their roles', async () => {
    expect((await send({ method: 'GET', path: '/me' })).body).toMatchObject({
      user: { teamId: 0, teamName: '' },
    });
    const grace = rig.addMember('Grace');
    const { body } = await send({ method: 'GET', path: '/me', key: rig.addKey('key-2', 'works', grace) });
    expect(body).toMatchObject({
      user: {
        id: grace.numericId,
        fullName: 'Grace',
        teamId: rig.member.numericId,
        teamName: 'Local team',
        roles: ['member'],
      },
    });
    expect((await send({ method: 'GET', path: '/users' })).body).toEqual({
      data: [
        expect.objectContaining({ id: rig.member.numericId, name: 'Ada', roles: ['admin'] }),
        {
          id: grace.numericId,
          name: 'Grace',
          username: 'grace',
          email: 'grace@example.com',
          roles: ['member'],
          joinedAt: new Date(grace.createdAt).toISOString(),
        },
      ],
    });
    expect((await send({ method: 'GET', path: '/workspaces?type=team' })).body).toMatchObject({
      workspaces: [{ type: 'team' }],
    });
    expect((await send({ method: 'GET', path: '/workspaces?type=personal' })).body).toEqual({
      workspaces: [],
    });
  });
});
