import { link, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Dropped } from '../../../electron/importers/read-dropped.ts';
import { listActivity } from '../../../electron/keys/activity-rows.ts';
import { searchBytes } from '../../support/canary.ts';
import {
  importBench as importBenchIn,
  SHOP_CURL,
  SHOP_SECRET,
  shopFolder as shopFolderIn,
  suggestedChoices,
} from '../../support/import-bench.ts';
import { errorOf, valueOf } from '../../support/results.ts';
import { holds } from '../../support/holds.ts';

const EVERYTHING = { apiKeyId: null, group: null, since: null, search: '' };

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'keyfob-import-'));
});
afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

const importBench = (text?: string) => importBenchIn(root, text);
const shopFolder = () => shopFolderIn(root);

describe('what is dropped', () => {
  it('is looked at, whether files, a folder or a text', async () => {
    const { bench } = await shopFolder();
    const path = join(root, 'in');
    const look = async (thing: Dropped | null) => {
      bench.dropped.thing = thing;
      const answer = valueOf(await bench.imports.takeDropped());
      return answer.kind === 'preview' ? answer.preview.formats : answer.kind;
    };

    expect(await look({ kind: 'dropped', paths: [path], text: '' })).toEqual([
      'postman-collection',
      'postman-environment',
    ]);
    expect(
      await look({ kind: 'dropped', paths: [join(path, 'b.json'), join(path, 'a.json')], text: '' }),
    ).toEqual(['postman-environment', 'postman-collection']);
    expect(await look({ kind: 'dropped', paths: [], text: SHOP_CURL })).toEqual(['curl']);
    expect(await look(null)).toBe('cancelled');
  });

  it('is refused when it is too much, or no file and no text', async () => {
    const bench = importBench();
    bench.dropped.thing = { kind: 'too-much' };
    expect(errorOf(await bench.imports.takeDropped()).code).toBe('import-too-large');
    bench.dropped.thing = { kind: 'dropped', paths: [], text: ' ' };
    expect(errorOf(await bench.imports.takeDropped()).code).toBe('import-not-readable');
    bench.dropped.thing = { kind: 'dropped', paths: [join(root, 'gone.json')], text: '' };
    expect(errorOf(await bench.imports.takeDropped()).code).toBe('import-not-readable');
  });
});

describe('importing', () => {
  it('shows what would come in and keeps nothing', async () => {
    const bench = importBench();

    const preview = await bench.paste();

    expect(preview).toMatchObject({
      formats: ['curl'],
      collections: [{ name: 'cURL', folders: 0, requests: 1 }],
      found: [{ label: 'X-API-Key', origins: ['https://api.shop.example'], canBeKey: true }],
    });
    expect(searchBytes('preview', JSON.stringify(preview), [SHOP_SECRET])).toEqual([]);
    expect(await bench.files()).toEqual([]);
    expect(bench.keys.list()).toEqual([]);
  });

  it('keeps the key with its service, and the file that refers to it', holds('import.lifted'), async () => {
    const bench = importBench();
    const { preview, choices } = await suggestedChoices(bench);

    expect(valueOf(await bench.imports.keep(preview.token, choices))).toMatchObject({
      collections: ['cURL'],
      environments: [],
      keys: 1,
      variables: 0,
    });

    expect(await bench.files()).toEqual(['Collections', 'Collections/cURL.json']);
    const path = join(bench.folders.collections, 'cURL.json');
    const text = await readFile(path, 'utf8');
    expect(text).toContain('{{key:api.shop.example X-API-Key}}');
    expect(searchBytes('file', text, [SHOP_SECRET])).toEqual([]);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const [key] = bench.keys.list();
    const service = bench.services.list().find(({ id }) => id === key?.serviceId);
    expect(service).toMatchObject({ origins: ['https://api.shop.example'], headerName: 'X-API-Key' });
    expect(bench.confirming.asked).toEqual([]);
  });

  it('notes the import, without a word of what was in it', async () => {
    const bench = importBench();
    const { preview, choices } = await suggestedChoices(bench);
    valueOf(await bench.imports.keep(preview.token, choices));

    const events = listActivity(bench.ledger, EVERYTHING, { before: null, limit: 10 }).map(
      ({ event }) => event,
    );
    expect(events).toContainEqual(
      expect.objectContaining({ kind: 'imported', collections: 1, environments: 0, keys: 1 }),
    );
  });

  it('leaves the place of a dropped secret empty', holds('import.lifted'), async () => {
    const bench = importBench();
    const preview = await bench.paste();

    valueOf(await bench.imports.keep(preview.token, []));

    const text = await readFile(join(bench.folders.collections, 'cURL.json'), 'utf8');
    expect(text).not.toContain('keyfob-');
    expect(bench.keys.list()).toEqual([]);
  });

  it(
    'writes over nothing: a second import of the same name gets a number',
    holds('import.overwrite'),
    async () => {
      const bench = importBench();
      for (let round = 0; round < 3; round += 1) {
        const preview = await bench.paste();
        valueOf(await bench.imports.keep(preview.token, []));
      }

      expect(await readdir(bench.folders.collections)).toEqual(['cURL 2.json', 'cURL 3.json', 'cURL.json']);
    },
  );

  it('keeps nothing when the ledger refuses', holds('import.whole'), async () => {
    const bench = importBench();
    const { preview, choices } = await suggestedChoices(bench);
    bench.ledger.writesUntilFull = 2;

    expect(errorOf(await bench.imports.keep(preview.token, choices)).code).toBe('ledger-write-failed');

    bench.ledger.writesUntilFull = Infinity;
    expect(await bench.files()).toEqual(['Collections']);
    expect(bench.keys.list()).toEqual([]);
    expect(bench.services.list().some(({ kind }) => kind === 'custom')).toBe(false);
    // Nothing is lost by the failure: the same preview can be kept once there is room.
    expect(valueOf(await bench.imports.keep(preview.token, choices)).keys).toBe(1);
  });

  it('keeps nothing when a file cannot be written', holds('import.whole'), async () => {
    const bench = importBench();
    const { preview, choices } = await suggestedChoices(bench);
    await writeFile(bench.folders.collections, 'a file where the folder should be');

    expect(errorOf(await bench.imports.keep(preview.token, choices)).code).toBe('export-failed');

    expect(bench.keys.list()).toEqual([]);
    expect(await bench.files()).toEqual(['Collections']);
  });

  it('keeps nothing when two keys would have the same name', async () => {
    const bench = importBench(
      `${SHOP_CURL}\ncurl https://api.shop.example/b -H 'X-Token: another-value-0002'`,
    );
    const { preview, choices } = await suggestedChoices(bench);
    const [one, two] = choices;
    if (one?.kind !== 'key' || two?.kind !== 'key') throw new Error('Two keys were expected');

    const same = [one, { ...two, name: one.name, service: one.service }];
    expect(errorOf(await bench.imports.keep(preview.token, same)).code).toBe('name-taken');

    expect(bench.keys.list()).toEqual([]);
    expect(await bench.files()).toEqual(['Collections']);
  });

  it(
    'asks before a key goes where the files do not use it, and keeps nothing without a yes',
    holds('import.widening'),
    async () => {
      const bench = importBench();
      const { preview, choices } = await suggestedChoices(bench);
      const [choice] = choices;
      if (choice?.kind !== 'key' || choice.service.kind !== 'new')
        throw new Error('A new service was expected');
      const draft = {
        ...choice.service.draft,
        origins: [...choice.service.draft.origins, 'https://evil.example'],
      };
      bench.confirming.answer = false;

      const wider = [{ ...choice, service: { kind: 'new' as const, draft } }];
      expect(errorOf(await bench.imports.keep(preview.token, wider)).code).toBe('cancelled');

      expect(bench.confirming.asked).toEqual([['https://evil.example']]);
      expect(bench.keys.list()).toEqual([]);
      expect(await bench.files()).toEqual([]);
    },
  );

  it('suggests no service whose keys go further than this one did', holds('import.widening'), async () => {
    const bench = importBench();
    valueOf(
      bench.services.create({
        name: 'Wide',
        baseUrl: 'https://api.shop.example',
        headerName: 'X-API-Key',
        origins: ['https://api.shop.example', 'https://other.example'],
        checkUrl: null,
        keyPrefix: null,
      }),
    );

    expect((await bench.paste()).found[0]?.suggestedServiceId).toBeNull();
  });

  it('asks which format it is when several fit', async () => {
    const bench = importBench(
      JSON.stringify({ openapi: '3.0.0', info: { title: 'T' }, paths: {}, name: 'E', values: [] }),
    );

    const answer = valueOf(await bench.imports.paste());
    expect(answer).toMatchObject({ kind: 'ambiguous', formats: ['postman-environment', 'openapi'] });
    if (answer.kind !== 'ambiguous') return;
    expect(valueOf(await bench.imports.asFormat(answer.token, 'openapi'))).toMatchObject({
      kind: 'preview',
      preview: { formats: ['openapi'], collections: [{ name: 'T' }] },
    });
    expect(errorOf(await bench.imports.asFormat(answer.token, 'openapi')).code).toBe('import-gone');
  });

  it('forgets what was found after ten minutes, when it is discarded, and at lock', async () => {
    const bench = importBench();
    const late = await bench.paste();
    bench.clock.advance(10 * 60_000);
    expect(errorOf(await bench.imports.keep(late.token, [])).code).toBe('import-gone');

    const discarded = await bench.paste();
    bench.imports.discard(discarded.token);
    expect(errorOf(await bench.imports.keep(discarded.token, [])).code).toBe('import-gone');

    const locked = await bench.paste();
    bench.imports.forgetHeldSecrets();
    expect(errorOf(await bench.imports.keep(locked.token, [])).code).toBe('import-gone');
  });

  it('imports a folder of several files together, and names what it left out', async () => {
    const bench = importBench();
    bench.chosen.path = join(root, 'in');
    await mkdir(bench.chosen.path);
    await writeFile(
      join(bench.chosen.path, 'a.json'),
      '{"name":"E","values":[{"key":"apiKey","value":"folder-key-0001"}]}',
    );
    await writeFile(join(bench.chosen.path, 'b.json'), '{"nothing":1}');

    expect(valueOf(await bench.imports.choose('folder'))).toMatchObject({
      kind: 'preview',
      preview: {
        environments: [{ name: 'E', variables: 1 }],
        notes: [{ what: { message: 'a file that cannot be imported' }, where: 'b.json' }],
      },
    });
  });

  it(
    'seals a found value as that of its variable, which the requests then refer to',
    holds('import.lifted'),
    async () => {
      const { bench, preview, found } = await shopFolder();
      expect(found).toMatchObject({ variables: ['shopToken'] });
      const origins = ['https://api.shop.example', 'https://eu.shop.example'];

      const choice = { kind: 'variable', foundId: found.id, origins } as const;
      expect(valueOf(await bench.imports.keep(preview.token, [choice]))).toMatchObject({
        keys: 0,
        variables: 1,
      });

      // The file says that it goes to the first; the second is the person's word.
      expect(bench.confirming.asked).toEqual([['https://eu.shop.example']]);
      const environment = await readFile(
        join(bench.folders.environments, 'Shop prod.postman_environment.json'),
        'utf8',
      );
      const { id, values } = JSON.parse(environment) as { id: string; values: object[] };
      expect(values[0]).toMatchObject({ key: 'shopToken', value: '', type: 'secret' });
      expect(valueOf(bench.secretVariables.open(id, 'shopToken'))).toBe(SHOP_SECRET);
      expect(bench.secretVariables.list(id)).toMatchObject([{ origins }]);
      const collection = await readFile(join(bench.folders.collections, 'Shop.json'), 'utf8');
      expect(collection).toContain('{{shopToken}}');
      expect(searchBytes('files', environment + collection, [SHOP_SECRET])).toEqual([]);
      expect(bench.keys.list()).toEqual([]);
    },
  );

  it('seals nothing and writes nothing when the person refuses an origin, or it is the value of no variable', async () => {
    const { bench, preview, found } = await shopFolder();
    bench.confirming.answer = false;
    const refused = { kind: 'variable', foundId: found.id, origins: ['https://eu.shop.example'] } as const;
    expect(errorOf(await bench.imports.keep(preview.token, [refused])).code).toBe('cancelled');
    expect(await readdir(root)).toEqual(['in']);

    const other = importBench();
    const curl = await other.paste();
    const [inHeader] = curl.found;
    expect(inHeader?.variables).toEqual([]);
    const choice = { kind: 'variable', foundId: inHeader?.id ?? '', origins: [] } as const;
    expect(errorOf(await other.imports.keep(curl.token, [choice])).code).toBe('not-found');
  });

  it(
    'takes back the files of an import that was killed before it was kept',
    holds('import.whole'),
    async () => {
      const bench = importBench();
      await mkdir(bench.folders.collections);
      const part = join(bench.folders.collections, '.keyfob-import-killed-0.part');
      await writeFile(part, '{}');
      await link(part, join(bench.folders.collections, 'Half.json'));
      await writeFile(join(bench.folders.collections, 'Other.json'), '{}');
      await symlink('nowhere', join(bench.folders.collections, 'Dangling.json'));

      const preview = await bench.paste();
      valueOf(await bench.imports.keep(preview.token, []));

      expect(await readdir(bench.folders.collections)).toEqual([
        '.trash',
        'Dangling.json',
        'Other.json',
        'cURL.json',
      ]);
    },
  );
});
