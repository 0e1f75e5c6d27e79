import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startRig, type Rig } from './rig.ts';

let rig: Rig;
let secret: string;

beforeEach(async () => {
  rig = await startRig();
  secret = rig.addKey();
});
afterEach(() => rig.close());

const item = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  owner: z.string().regex(/^\d+$/),
  createdAt: z.iso.datetime({ precision: 3 }),
  updatedAt: z.iso.datetime({ precision: 3 }),
  uid: z.string().regex(/^\d+-[0-9a-f-]{36}$/),
  isPublic: z.boolean(),
});
const collections = z.strictObject({ collections: z.array(item) });

async function listOf(path: string): Promise<z.infer<typeof item>[]> {
  return collections.parse(await (await rig.get(path, secret)).json()).collections;
}

describe('GET /me', () => {
  it('answers with the member and the calls of the month', async () => {
    const response = await rig.get('/me', secret);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      user: {
        id: rig.member.numericId,
        username: 'ada',
        email: 'ada@localhost',
        fullName: 'Ada',
        avatar: null,
        isPublic: false,
        teamId: 0,
        teamName: '',
        teamDomain: '',
        roles: ['admin'],
      },
      operations: [{ name: 'api_usage', limit: 1_000_000, usage: 1, overage: 0 }],
    });
  });

  it('takes the key from the query too, and the header’s where both are there', async () => {
    expect((await rig.get(`/me?apikey=${secret}`)).status).toBe(200);
    expect((await rig.get('/me?apikey=wrong', secret)).status).toBe(200);
    expect((await rig.get(`/me?apikey=${secret}`, 'wrong')).status).toBe(401);
  });
});

describe('the collections', () => {
  it('are listed in the documented shape', async () => {
    expect((await listOf('/collections')).map(({ name }) => name)).toEqual([
      'Keyfob sample',
      'Folders (sample)',
    ]);
  });

  it('can be filtered and paged', async () => {
    expect(await listOf('/collections?name=Keyfob%20sample')).toHaveLength(1);
    expect(await listOf('/collections?name=keyfob')).toHaveLength(0);
    expect((await listOf('/collections?limit=1&offset=1')).map(({ name }) => name)).toEqual([
      'Folders (sample)',
    ]);
    expect(await listOf('/collections?offset=5')).toHaveLength(0);
    expect(await listOf('/collections?workspace=no-such-workspace')).toHaveLength(0);
    expect((await rig.get('/collections?limit=-1', secret)).status).toBe(400);
    expect((await rig.get('/collections?offset=1e9', secret)).status).toBe(400);
  });

  it('are found by uid and by id, as Postman collections v2.1', async () => {
    const [first] = await listOf('/collections');
    for (const name of [first?.uid, first?.id]) {
      const body: unknown = await (await rig.get(`/collections/${name ?? ''}`, secret)).json();
      expect(body).toMatchObject({
        collection: {
          info: {
            _postman_id: first?.id,
            uid: first?.uid,
            name: 'Keyfob sample',
            schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
            createdAt: first?.createdAt,
            updatedAt: first?.updatedAt,
            lastUpdatedBy: String(rig.member.numericId),
          },
          item: [{ name: 'Who am I', request: { method: 'GET' } }, {}, {}],
        },
      });
    }
  });

  it.each(['nothing', '%00', "'%20OR%201=1--", '%F0%9F%98%80', '%zz', 'a'.repeat(3_000)])(
    'answer 400 for the unknown one %s, as the Postman API does',
    async (uid) => {
      const response = await rig.get(`/collections/${uid}`, secret);
      expect(response.status).toBe(400);
      expect(await response.json()).toEqual({
        error: {
          name: 'instanceNotFoundError',
          message: 'We could not find the collection you are looking for',
        },
      });
    },
  );

  it('are not opened by an access key alone', async () => {
    const [first] = await listOf('/collections');
    expect((await rig.get(`/collections/${first?.uid ?? ''}?access_key=${secret}`)).status).toBe(401);
  });
});

describe('the other routes', () => {
  it('list the workspace, and show it with what is in it', async () => {
    const list: unknown = await (await rig.get('/workspaces', secret)).json();
    const { workspaces } = z.object({ workspaces: z.array(z.looseObject({ id: z.string() })) }).parse(list);
    expect(workspaces).toEqual([
      {
        id: workspaces[0]?.id,
        name: 'My workspace',
        createdBy: rig.member.numericId,
        type: 'personal',
        visibility: 'personal',
      },
    ]);
    const detail: unknown = await (await rig.get(`/workspaces/${workspaces[0]?.id ?? ''}`, secret)).json();
    expect(detail).toMatchObject({
      workspace: {
        name: 'My workspace',
        collections: [{ name: 'Keyfob sample' }, { name: 'Folders (sample)' }],
        environments: [{ name: 'Keyfob sample environment' }],
      },
    });
    expect(await listOf(`/collections?workspace=${workspaces[0]?.id ?? ''}`)).toHaveLength(2);
  });

  it('list the environments, and show one with its values', async () => {
    const list: unknown = await (await rig.get('/environments', secret)).json();
    const { environments } = z.strictObject({ environments: z.array(item) }).parse(list);
    expect(environments).toHaveLength(1);
    const one: unknown = await (await rig.get(`/environments/${environments[0]?.uid ?? ''}`, secret)).json();
    expect(one).toMatchObject({ environment: { values: [{ key: 'baseUrl', enabled: true }] } });
  });

  it('list no collection access key as long as nothing was shared', async () => {
    const response = await rig.get('/collection-access-keys', secret);
    expect(await response.json()).toEqual({ data: [], meta: { nextCursor: '', prevCursor: '' } });
  });

  it.each([
    ['/workspaces/none', 'workspace'],
    ['/environments/none', 'environment'],
  ])('answer 404 for %s and name the item', async (path, kind) => {
    const response = await rig.get(path, secret);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      error: { name: 'instanceNotFoundError', details: { item: kind, id: 'none' } },
    });
  });

  it.each([
    '/',
    '/ME',
    '/me/',
    '/me/x',
    '//me',
    '/users/1',
    '/keyfob/v1/none',
    '/keyfob/v1/openapi.json/',
    '/favicon.ico',
    '/constructor',
  ])('answer 404 for %s', async (path) => {
    const response = await rig.get(path, secret);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { name: 'instanceNotFoundError' } });
  });

  it('answer 404 to a method that the path does not have', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const headers = { 'X-API-Key': secret, 'Content-Type': 'application/json' };
      const response = await fetch(`${rig.url}/me`, { method, headers });
      expect([method, response.status]).toEqual([method, 404]);
    }
  });

  it('answer HEAD as GET, without the body', async () => {
    const get = await rig.get('/workspaces', secret);
    const head = await fetch(`${rig.url}/workspaces`, { method: 'HEAD', headers: { 'X-API-Key': secret } });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(await get.text())));
    expect((await fetch(`${rig.url}/me`, { method: 'HEAD' })).status).toBe(401);
  });
});

describe('a failure inside', () => {
  it('is a 500 in the documented shape, and is logged', async () => {
    rig.ledger.run('UPDATE local_collections SET content = ?', ['{"damaged"']);
    const row = rig.ledger.get('SELECT uid FROM local_collections');
    const response = await rig.get(`/collections/${String(row?.['uid'])}`, secret);
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ error: { name: 'serverError' } });
    expect(rig.logger.lines.map(({ level }) => level)).toContain('error');
    expect((await rig.get('/me', secret)).status).toBe(200);
  });
});
