import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSpeaker } from '../../../electron/app/speaker.ts';
import { NO_KEYS } from '../../../electron/collections/auth-mapping.ts';
import { createCollectionFolder } from '../../../electron/collections/collection-folder.ts';
import {
  createCollectionStore,
  type CollectionStore,
} from '../../../electron/collections/collection-store.ts';
import type { CollectionItem } from '../../../shared/domain/collection.ts';
import { emptyRequestDraft } from '../../../shared/domain/http-request.ts';
import { errorOf, valueOf } from '../../support/results.ts';
import { holds } from '../../support/holds.ts';

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
/** As another program may have written it: odd spelling, unknown fields, no ids, no line break at the end. */
const TEXT = `{
    "info": { "name": "Shop", "schema": "${SCHEMA}", "_exporter_id": 1.0 },
    "item": [
        {
            "name": "Orders",
            "item": [
                { "name": "List", "request": { "method": "GET", "url": "http:\\/\\/127.0.0.1\\/orders" } },
                {
                    "name": "Create",
                    "event": [ { "listen": "test", "script": { "exec": [ "pm.test('x')" ] } } ],
                    "request": { "method": "POST", "header": [], "url": "http://127.0.0.1/orders", "x-odd": [1e2] },
                    "response": [ { "name": "ok", "code": 200 } ]
                }
            ],
            "variable": [ { "key": "page", "value": 2 } ]
        },
        { "name": "Health", "request": "http://127.0.0.1/health" }
    ],
    "variable": [ { "key": "page", "value": "1" }, { "key": "host", "value": "a" } ]
}`;

let path = '';
let changes = 0;
let secret = '';

beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'kf-coll-')), 'Collections');
  changes = 0;
  secret = `canary-${randomUUID()}`;
});
afterEach(async () => {
  await rm(join(path, '..'), { recursive: true, force: true });
});

function aStore(language: 'en' | 'de' = 'en'): CollectionStore {
  return createCollectionStore({
    folder: createCollectionFolder({ path, newId: randomUUID }),
    secretScan: { holdsSecret: (text) => text.includes(secret) },
    keyNames: NO_KEYS,
    newId: randomUUID,
    speaker: createSpeaker({ preference: () => language, locales: () => [] }),
    onChange: () => {
      changes += 1;
    },
  });
}

async function withFile(text = TEXT, name = 'shop.json'): Promise<CollectionStore> {
  await mkdir(path, { recursive: true });
  await writeFile(join(path, name), text);
  return aStore();
}

const contentOf = (name = 'shop.json') => readFile(join(path, name), 'utf8');
const ID = 'file:shop.json';

async function idOf(store: CollectionStore, name: string): Promise<string> {
  const find = (items: readonly CollectionItem[]): string | null => {
    for (const item of items) {
      const found = item.name === name ? item.id : item.kind === 'folder' ? find(item.items) : null;
      if (found !== null) return found;
    }
    return null;
  };
  return find(valueOf(await store.get(ID)).items) ?? '';
}

describe('the collections folder', () => {
  it('is empty, and not made, before anything is kept in it', async () => {
    expect(valueOf(await aStore().list())).toEqual([]);
    await expect(stat(path)).rejects.toThrow();
  });

  it('lists collections, names the reason of a file that cannot be read, and passes over other JSON', async () => {
    const store = await withFile();
    const broken = '{ "info": ';
    await writeFile(join(path, 'broken.json'), broken);
    await writeFile(join(path, 'twice.json'), '{"a":1,"a":2}');
    await writeFile(
      join(path, 'old.json'),
      JSON.stringify({ info: { name: 'o', schema: SCHEMA.replace('2.1.0', '2.0.0') }, item: [] }),
    );
    await writeFile(join(path, 'package.json'), '{"name":"x"}');
    await writeFile(join(path, 'notes.txt'), 'x');

    const listed = valueOf(await store.list());
    expect(
      listed.map(({ name, problem, requestCount }) => [
        name,
        problem?.message.split(/[,:.]/)[0] ?? null,
        requestCount,
      ]),
    ).toEqual([
      ['broken', 'The file is not valid JSON', 0],
      ['old', 'The file is a Postman collection of another version than v2', 0],
      ['Shop', null, 3],
      ['twice', 'An object in the file has the same key twice', 0],
    ]);
    expect(errorOf(await store.rename('file:broken.json', 'x')).code).toBe('file-unreadable');
    expect(await contentOf('broken.json')).toBe(broken);
  });

  it(
    'makes new files that only their owner reads, and keeps the permissions of others',
    holds('confinement.permissions'),
    async () => {
      const store = await withFile();
      const { id } = valueOf(await store.create('My/API: "x"'));
      expect(id).toBe('file:My API x.json');
      expect((await stat(join(path, 'My API x.json'))).mode & 0o777).toBe(0o600);
      expect(valueOf(await store.create('My/API: "x"')).id).toBe('file:My API x 2.json');
      await chmod(join(path, 'shop.json'), 0o644);
      valueOf(await store.rename(ID, 'Shop 2'));
      expect((await stat(join(path, 'shop.json'))).mode & 0o777).toBe(0o644);
      expect((await readdir(path)).filter((name) => name.startsWith('.'))).toEqual([]);
    },
  );

  it('reaches no file outside the folder', holds('confinement.collection-paths'), async () => {
    const store = await withFile();
    for (const id of [
      'file:../shop.json',
      'file:a/../../x.json',
      'file:.hidden.json',
      'file:C:\\x.txt',
      'shop.json',
    ])
      expect(errorOf(await store.get(id)).code).toBe('not-found');
    expect(errorOf(await store.remove('file:../shop.json')).code).toBe('not-found');
  });
});

describe('a request in a file', () => {
  it('is saved in its own lines, and every other byte stays', async () => {
    const store = await withFile();
    const itemId = await idOf(store, 'Create');
    const opened = valueOf(await store.getRequest({ collectionId: ID, itemId }));
    expect(opened.notes).toHaveLength(2);

    const draft = { ...opened.draft, url: 'http://127.0.0.1/orders/new' };
    valueOf(await store.saveRequest({ collectionId: ID, itemId, draft, revision: opened.revision }));

    expect(await contentOf()).toBe(
      TEXT.replace('"http://127.0.0.1/orders", "x-odd"', '"http://127.0.0.1/orders/new", "x-odd"'),
    );
    expect(changes).toBe(1);
  });

  it('that was changed in its file is not overwritten; one whose neighbour was changed is saved beside that change', async () => {
    const store = await withFile();
    const itemId = await idOf(store, 'Create');
    const { draft, revision } = valueOf(await store.getRequest({ collectionId: ID, itemId }));
    const save = () =>
      store.saveRequest({ collectionId: ID, itemId, draft: { ...draft, method: 'PUT' }, revision });

    const theirs = TEXT.replace('"method": "POST"', '"method": "PATCH"');
    await writeFile(join(path, 'shop.json'), theirs);
    expect(errorOf(await save()).code).toBe('collection-changed-on-disk');
    expect(await contentOf()).toBe(theirs);

    const neighbour = TEXT.replace('/health', '/healthz');
    await writeFile(join(path, 'shop.json'), neighbour);
    valueOf(await save());
    expect(await contentOf()).toBe(neighbour.replace('"POST"', '"PUT"'));
  });

  it(
    'with a key’s value in it is refused, and the error says which request',
    holds('confinement.collection-key'),
    async () => {
      const store = await withFile();
      const itemId = await idOf(store, 'List');
      const { draft, revision } = valueOf(await store.getRequest({ collectionId: ID, itemId }));
      const headers = [{ name: 'Authorization', value: `Bearer ${secret}`, isEnabled: true }];

      const refused = errorOf(
        await store.saveRequest({ collectionId: ID, itemId, draft: { ...draft, headers }, revision }),
      );

      expect(refused.code).toBe('collection-holds-secret');
      expect(refused.message).toContain('the request “List”');
      expect(JSON.stringify(refused)).not.toContain(secret);
      expect(await contentOf()).toBe(TEXT);
      expect(
        errorOf(await store.setVariables(ID, [{ name: 't', value: secret, isEnabled: true }])).code,
      ).toBe('collection-holds-secret');
      expect(errorOf(await store.create(secret)).code).toBe('collection-holds-secret');
    },
  );

  it('moves a folder into another collection, with the ids of what is in it, and back', async () => {
    const store = await withFile();
    const folder = await idOf(store, 'Orders');
    const list = await idOf(store, 'List');
    const { id: other } = valueOf(await store.create('Other'));
    const end = { folderId: null, beforeId: null };

    const there = { collectionId: other, place: end };
    expect(
      valueOf(await store.moveItemTo({ from: { collectionId: ID, itemId: folder }, to: there })),
    ).toEqual({
      id: folder,
      keepsIds: true,
    });
    const again = aStore();
    expect(valueOf(await again.get(other)).items).toMatchObject([
      { id: folder, name: 'Orders', items: [{ id: list, name: 'List' }, { name: 'Create' }] },
    ]);
    expect(valueOf(await again.get(ID)).items).toMatchObject([{ name: 'Health' }]);

    // Where an id is taken, what comes gets other ones.
    valueOf(await again.duplicate(other));
    const copy = valueOf(await again.list()).find(({ name }) => name === 'Other copy')?.id ?? '';
    const twice = { from: { collectionId: copy, itemId: valueOf(await again.get(copy)).items[0]?.id ?? '' } };
    const back = valueOf(await again.moveItemTo({ ...twice, to: there }));
    expect(back.keepsIds).toBe(false);
    expect(valueOf(await again.get(copy)).items).toEqual([]);
    const items = valueOf(await again.get(other)).items;
    expect(new Set(items.map(({ id }) => id)).size).toBe(2);
    expect(items.map(({ name }) => name)).toEqual(['Orders', 'Orders']);
  });

  it('leaves both files as they are when the folder to move into is gone', async () => {
    const store = await withFile();
    const { id: other } = valueOf(await store.create('Other'));
    const from = { collectionId: ID, itemId: await idOf(store, 'List') };
    const to = { collectionId: other, place: { folderId: 'gone', beforeId: null } };
    expect(errorOf(await store.moveItemTo({ from, to })).code).toBe('not-found');
    expect(await contentOf()).toBe(TEXT);
  });

  it('keeps its id when it is renamed and moved, with the ids of what is in its folder', async () => {
    const store = await withFile();
    const folder = await idOf(store, 'Orders');
    const list = await idOf(store, 'List');
    const health = await idOf(store, 'Health');

    valueOf(await store.renameItem({ collectionId: ID, itemId: folder }, 'All orders'));
    valueOf(await store.moveItem({ collectionId: ID, itemId: health }, { folderId: folder, beforeId: list }));

    const again = aStore();
    expect(await idOf(again, 'All orders')).toBe(folder);
    expect(await idOf(again, 'List')).toBe(list);
    expect(await idOf(again, 'Health')).toBe(health);
    expect(valueOf(await again.get(ID)).items).toMatchObject([
      { name: 'All orders', items: [{ name: 'Health' }, { name: 'List' }, { name: 'Create' }] },
    ]);
    expect(
      errorOf(
        await again.moveItem({ collectionId: ID, itemId: folder }, { folderId: folder, beforeId: null }),
      ).code,
    ).toBe('invalid-input');
  });

  it('comes back whole when its removal is undone', async () => {
    const store = await withFile();
    const itemId = await idOf(store, 'Create');
    const { undoId } = valueOf(await store.removeItem({ collectionId: ID, itemId }));
    expect(await idOf(store, 'Create')).toBe('');

    valueOf(await store.undo(undoId));

    const after: unknown = JSON.parse(await contentOf());
    const before = JSON.parse(TEXT) as { item: [{ item: unknown[] }] };
    expect(after).toEqual({
      ...before,
      item: [
        {
          ...before.item[0],
          item: [before.item[0].item[0], { ...(before.item[0].item[1] as object), id: itemId }],
        },
        ...before.item.slice(1),
      ],
    });
    expect(errorOf(await store.undo(undoId)).code).toBe('not-found');
  });

  it('are read together as they are one by one, in scopes that are the same where nothing differs', async () => {
    const own = '"variable": [ { "key": "size", "value": 3 } ],';
    const store = await withFile(
      TEXT.replace('{ "name": "Health",', `{ "name": "Health", ${own}`).replace(
        '"response": [',
        '"variable": [], "response": [',
      ),
    );
    const names = ['List', 'Create', 'Health'];
    const ids = await Promise.all(names.map((name) => idOf(store, name)));
    const one = async (itemId: string) => [
      valueOf(await store.getRequest({ collectionId: ID, itemId })).draft,
      valueOf(await store.placeOf(ID, itemId)),
    ];

    const drafts = valueOf(await store.getDrafts(ID, ids));
    const places = valueOf(await store.placesOf(ID, ids));

    const each = await Promise.all(ids.map(one));
    expect(drafts.map((draft, index) => [draft, places[index]])).toEqual(each);
    expect(places[0]?.scopes).toBe(places[1]?.scopes);
    expect(places[2]?.scopes[0]).toEqual([{ name: 'size', value: '3', isEnabled: true }]);
    expect(errorOf(await store.getDrafts(ID, [...ids, 'gone'])).code).toBe('not-found');
  });

  it('takes its variables from itself, its folder and its collection, the nearest first', async () => {
    const store = await withFile();
    const place = valueOf(await store.placeOf(ID, await idOf(store, 'Create')));
    expect(place.scopes.map((rows) => rows.map(({ name, value }) => `${name}=${value}`))).toEqual([
      [],
      ['page=2'],
      ['page=1', 'host=a'],
    ]);
  });

  it('can be added, duplicated and found again', async () => {
    const store = await withFile();
    const draft = { ...emptyRequestDraft(), name: 'New', url: 'http://127.0.0.1/new' };
    const added = valueOf(
      await store.addRequest({ collectionId: ID, place: { folderId: null, beforeId: null }, draft }),
    );
    expect(added.draft).toEqual(draft);
    const copy = valueOf(
      await store.duplicateItem({ collectionId: ID, itemId: await idOf(store, 'Orders') }),
    );
    const { items } = valueOf(await store.get(ID));
    expect(items.map(({ name }) => name)).toEqual(['Orders', 'Orders copy', 'Health', 'New']);
    expect(items[1]?.id).toBe(copy.id);
    // In German it is named in German.
    const german = valueOf(await aStore('de').duplicate(ID));
    expect(valueOf(await store.get(german.id)).name).toBe('Shop Kopie');
    expect((await contentOf()).startsWith(TEXT.slice(0, TEXT.indexOf('        { "name": "Health"')))).toBe(
      true,
    );
  });
});

describe('many reads of one file', () => {
  const countingStore = (): { readonly store: CollectionStore; readonly looks: () => number } => {
    const folder = createCollectionFolder({ path, newId: randomUUID });
    let looks = 0;
    const counting = { ...folder, mark: (name: string) => ((looks += 1), folder.mark(name)) };
    const common = { secretScan: { holdsSecret: () => false }, keyNames: NO_KEYS, newId: randomUUID };
    const onChange = (): void => undefined;
    return { store: createCollectionStore({ folder: counting, ...common, onChange }), looks: () => looks };
  };

  it('that follow each other at once look at it once, and any later one looks again', async () => {
    await withFile();
    const { store, looks } = countingStore();
    const place = { collectionId: ID, itemId: valueOf(await store.get(ID)).items.at(-1)?.id ?? '' };
    for (let count = 0; count < 100; count += 1) valueOf(await store.getRequest(place));
    expect(looks()).toBe(1);
    await writeFile(
      join(path, 'shop.json'),
      TEXT.replace('http://127.0.0.1/health', 'http://127.0.0.1/ready'),
    );
    expect(valueOf(await store.getRequest(place)).draft.url).toBe('http://127.0.0.1/ready');
    expect(looks()).toBe(2);
  });

  it('read what was just saved', async () => {
    await withFile();
    const { store } = countingStore();
    const place = { collectionId: ID, itemId: valueOf(await store.get(ID)).items.at(-1)?.id ?? '' };
    const { draft, revision } = valueOf(await store.getRequest(place));
    const saved = await store.saveRequest({ ...place, draft: { ...draft, method: 'PUT' }, revision });
    expect(valueOf(saved).draft.method).toBe('PUT');
    expect(valueOf(await store.getRequest(place)).draft.method).toBe('PUT');
  });
});

describe('items without ids that are called the same', () => {
  it('are not lost or mistaken when one goes into the other', async () => {
    const folder = (n: number) => ({ name: 'Same', item: [{ name: `r${String(n)}`, request: 'http://a' }] });
    const text = JSON.stringify({
      info: { name: 'S', schema: SCHEMA },
      item: [folder(1), folder(2), folder(3)],
    });
    const store = await withFile(text);
    const ids = valueOf(await store.get(ID)).items.map(({ id }) => id);
    const [first = '', second = '', third = ''] = ids;

    valueOf(await store.moveItem({ collectionId: ID, itemId: first }, { folderId: third, beforeId: null }));

    const { items } = valueOf(await store.get(ID));
    expect(items.map(({ id }) => id)).toContain(third);
    expect(items).toMatchObject([
      { name: 'Same', items: [{ name: 'r2' }] },
      { id: third, items: [{ name: 'r3' }, { id: first, name: 'Same', items: [{ name: 'r1' }] }] },
    ]);
    expect(second).not.toBe('');
  });
});

describe('a collection', () => {
  it('is put into the trash folder, and comes back with undo', async () => {
    const store = await withFile();
    const { undoId } = valueOf(await store.remove(ID));
    expect(valueOf(await store.list())).toEqual([]);
    expect(await readdir(join(path, '.trash'))).toHaveLength(1);
    valueOf(await store.undo(undoId));
    expect(await contentOf()).toBe(TEXT);
  });

  it('that cannot be written is as it was', holds('storage.full-disk'), async () => {
    const store = await withFile();
    // A folder that cannot be made: a file stands in its place.
    await rm(path, { recursive: true });
    await writeFile(path, 'not a folder');
    expect(errorOf(await store.create('x')).code).toBe('file-write-failed');
    expect(await readFile(path, 'utf8')).toBe('not a folder');
  });

  it('keeps every change when many come at once', holds('storage.parallel'), async () => {
    const store = await withFile();
    const names = Array.from({ length: 20 }, (_, index) => `Folder ${String(index)}`);
    const place = { folderId: null, beforeId: null };
    const added = await Promise.all(names.map((name) => store.addFolder({ collectionId: ID, place, name })));
    expect(added.every(({ ok }) => ok)).toBe(true);
    expect(valueOf(await store.get(ID)).items.map(({ name }) => name)).toEqual([
      'Orders',
      'Health',
      ...names,
    ]);
  });
});
