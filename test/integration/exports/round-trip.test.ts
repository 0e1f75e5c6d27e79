import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NO_KEYS } from '../../../electron/collections/auth-mapping.ts';
import { createCollectionFolder } from '../../../electron/collections/collection-folder.ts';
import { createCollectionStore } from '../../../electron/collections/collection-store.ts';
import { createExportFiles } from '../../../electron/exports/export-files.ts';
import { importSource } from '../../../electron/importers/import-source.ts';
import { stageImport } from '../../../electron/importers/stage-import.ts';
import type { Vault } from '../../../electron/vault/vault.ts';
import { environmentBench, type EnvironmentBench } from '../../support/environment-bench.ts';
import { fakeVault } from '../../support/fake-vault.ts';
import { englishNames } from '../../support/import-fixtures.ts';
import { inMemoryFiles } from '../../support/in-memory-ports.ts';
import { installNewman, runNewman } from '../../support/newman.ts';
import { errorOf, valueOf } from '../../support/results.ts';
import { startServer } from '../../support/servers.ts';

let bench: EnvironmentBench;
let root = '';

beforeEach(async () => {
  bench = await environmentBench();
  root = await mkdtemp(join(tmpdir(), 'kf-export-'));
});
afterEach(async () => {
  await bench.close();
  await rm(root, { recursive: true, force: true });
});

function exportBench(vault: Pick<Vault, 'state'> = fakeVault()) {
  const path = join(root, 'Collections');
  const folder = createCollectionFolder({ path, newId: randomUUID });
  const common = { secretScan: bench.scan, newId: randomUUID, onChange: () => undefined };
  const collections = createCollectionStore({ folder, keyNames: NO_KEYS, ...common });
  const files = inMemoryFiles();
  const exports = createExportFiles({
    ...files,
    vault,
    collections: { files: collections },
    environments: { files: bench.files },
    history: { get: () => ({ ok: false, error: errorOf({ ok: false, error: NOT_FOUND }) }) },
    secretScan: bench.scan,
    version: '1.2.3',
  });
  return { path, collections, files, exports };
}
const NOT_FOUND = { code: 'not-found', message: '', remedy: '' } as const;

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
/** Plain words: what a secret is looked for by its look is another test's matter. */
const word = fc.stringMatching(/^[a-z][a-z ]{0,10}[a-z]$/);
const row = fc.record({ key: word, value: word });
const keep = fc.record(
  {
    name: word,
    from: fc.constantFrom('json-path', 'header', 'status'),
    at: word,
    secret: fc.constant(true),
    disabled: fc.constant(true),
  },
  { requiredKeys: ['name', 'from'] },
);
const request = fc.record({
  name: word,
  protocolProfileBehavior: fc.record({ keyfobKeep: fc.array(keep, { minLength: 1, maxLength: 3 }) }),
  request: fc.record({
    method: fc.constantFrom('GET', 'POST', 'DELETE'),
    header: fc.array(row, { maxLength: 3 }),
    url: fc.record({
      raw: fc.constant('https://api.example.com/orders'),
      protocol: fc.constant('https'),
      host: fc.constant(['api', 'example', 'com']),
      path: fc.constant(['orders']),
    }),
    description: word,
  }),
  response: fc.constant([]),
});
const folder = fc.record({ name: word, item: fc.array(request, { maxLength: 3 }) });
const collection = fc.record({
  info: fc.record({ name: word, schema: fc.constant(SCHEMA) }),
  item: fc.array(fc.oneof(request, folder), { maxLength: 4 }),
  variable: fc.array(row, { minLength: 1, maxLength: 3 }),
});
const environment = fc.record({
  id: fc.uuid(),
  name: word,
  values: fc.array(
    fc.record({ key: word, value: word, type: fc.constant('default'), enabled: fc.boolean() }),
    { maxLength: 5 },
  ),
  _postman_variable_scope: fc.constant('environment'),
});

/** What an import makes of a text, without what it names things by. */
async function imported(
  text: string,
): Promise<{ collections: readonly unknown[]; environments: readonly unknown[] }> {
  const staged = valueOf(
    await stageImport([importSource([{ path: 'x.json', text }])], {
      notes: [],
      format: null,
      nonce: 'n',
      names: englishNames,
    }),
  );
  if ('kind' in staged) throw new Error('The format is not clear');
  return { collections: staged.collections, environments: staged.environments };
}

describe('export, wipe, import', () => {
  it('gives the same collection, whatever stands in it', async () => {
    const { path, exports, files } = exportBench();
    await mkdir(path, { recursive: true });
    await fc.assert(
      fc.asyncProperty(collection, async (document) => {
        await writeFile(join(path, 'a.json'), JSON.stringify(document));
        valueOf(await exports.saveCollection('file:a.json'));
        const text = files.saved.at(-1)?.content ?? '';
        expect(JSON.parse(text)).toEqual(document);
        expect(await imported(text)).toEqual(await imported(JSON.stringify(document)));
        expect((await imported(text)).collections).toMatchObject([{ info: document.info }]);
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same environment but for the values of its secret variables', async () => {
    const { exports, files } = exportBench();
    await mkdir(bench.path, { recursive: true });
    await fc.assert(
      fc.asyncProperty(environment, async (document) => {
        await writeFile(join(bench.path, 'a.json'), JSON.stringify(document));
        valueOf(await exports.saveEnvironment('env:a.json'));
        const text = files.saved.at(-1)?.content ?? '';
        expect(JSON.parse(text)).toEqual(document);
        const [back] = (await imported(text)).environments;
        expect(back).toMatchObject({ name: document.name, values: document.values });
      }),
      { numRuns: 60 },
    );
    const { id } = valueOf(await bench.files.create('Secret'));
    const secret = `canary-${randomUUID()}`;
    valueOf(await bench.files.setSecret({ id, name: 'token', secret, origins: [] }));
    valueOf(await exports.saveEnvironment(id));
    expect(files.saved.at(-1)?.content).not.toContain(secret);
    expect(files.saved.at(-1)?.content).toContain('"type": "secret"');
  });

  it('writes nothing when Keyfob was locked while the dialog was open', async () => {
    const vault = fakeVault();
    const { exports, files } = exportBench(vault);
    const { id } = valueOf(await bench.files.create('Local'));
    vault.become({ kind: 'locked', reason: 'hand', holder: 'passphrase' });
    expect(errorOf(await exports.saveEnvironment(id)).code).toBe('vault-locked');
    expect(files.saved).toEqual([]);
  });

  it('writes nothing that holds a sealed value', async () => {
    const { path, exports, files } = exportBench();
    const { id } = valueOf(await bench.files.create('Secret'));
    const secret = `canary-${randomUUID()}`;
    valueOf(await bench.files.setSecret({ id, name: 'token', secret, origins: [] }));
    await mkdir(path, { recursive: true });
    const leaky = { info: { name: 'a', schema: SCHEMA }, item: [], variable: [{ key: 'x', value: secret }] };
    await writeFile(join(path, 'a.json'), JSON.stringify(leaky));
    expect(errorOf(await exports.saveCollection('file:a.json')).code).toBe('export-holds-secret');
    expect(files.saved).toEqual([]);
  });
});

describe('newman', () => {
  beforeAll(installNewman, 300_000);

  it('sends from an exported collection and environment what stands in it', async () => {
    const server = await startServer();
    try {
      const { path, exports, files } = exportBench();
      await mkdir(path, { recursive: true });
      const item = [
        { name: 'List', request: { method: 'GET', url: '{{host}}/orders?page={{page}}' } },
        {
          name: 'Create',
          request: {
            method: 'POST',
            header: [{ key: 'X-Trace', value: 'a{{page}}' }],
            body: { mode: 'raw', raw: '{"n":{{page}}}', options: { raw: { language: 'json' } } },
            url: '{{host}}/orders',
          },
        },
      ];
      const document = {
        info: { name: 'Shop', schema: SCHEMA },
        item,
        variable: [{ key: 'page', value: '2' }],
      };
      await writeFile(join(path, 'a.json'), JSON.stringify(document));
      const { id } = valueOf(await bench.files.create('Local'));
      const { revision } = valueOf(await bench.files.get(id));
      const rows = [
        { kind: 'plain', was: null, name: 'host', value: server.origin(), isEnabled: true },
      ] as const;
      valueOf(await bench.files.saveRows({ id, revision, rows }));
      valueOf(await exports.saveCollection('file:a.json'));
      valueOf(await exports.saveEnvironment(id));
      const [collectionFile, environmentFile] = await Promise.all(
        files.saved.map(async ({ content }, index) => {
          const file = join(root, `${String(index)}.json`);
          await writeFile(file, content);
          return file;
        }),
      );
      const run = await runNewman(collectionFile ?? '', '--environment', environmentFile ?? '');
      expect(run.exitCode).toBe(0);
      expect(server.received.map(({ method, url, body }) => [method, url, body])).toEqual([
        ['GET', '/orders?page=2', ''],
        ['POST', '/orders', '{"n":2}'],
      ]);
      expect(server.received[1]?.headers['x-trace']).toBe('a2');
      expect(await readFile(collectionFile ?? '', 'utf8')).toBe(files.saved[0]?.content);
    } finally {
      await server.close();
    }
  }, 120_000);
});
