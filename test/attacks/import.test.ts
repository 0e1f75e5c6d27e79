import { writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importSource } from '../../electron/importers/import-source.ts';
import { readChosen } from '../../electron/importers/read-chosen.ts';
import { readText } from '../../electron/importers/read-text.ts';
import { detectFormats } from '../../electron/importers/registry.ts';
import { liftSecrets } from '../../electron/importers/secrets/lift-secrets.ts';
import { englishNames } from '../support/import-fixtures.ts';
import { nameUnnamed } from '../../electron/importers/name-unnamed.ts';
import { holds } from '../support/holds.ts';
import { threadCpuMs } from '../support/cpu-time.ts';

const QUICK_MS = 5_000;
const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

/** The whole way from bytes to documents; the error's code, or what came out. */
async function importBytes(content: string | Buffer, path = 'file') {
  const text = readText(Buffer.from(content));
  if (!text.ok) return text.error.code;
  return await importFiles([{ path, text: text.value }]);
}

async function importFiles(files: readonly { readonly path: string; readonly text: string }[]) {
  const source = importSource(files);
  const formats = detectFormats(source);
  if (!formats.ok) return formats.error.code;
  const converted = await formats.value[0]?.convert(source);
  if (converted?.ok !== true) return converted?.error.code;
  const lifted = liftSecrets(nameUnnamed(converted.value, englishNames), {
    nonce: 'nonce',
    names: englishNames,
  });
  return lifted.ok ? lifted.value : lifted.error.code;
}

async function within(limitMs: number, work: () => Promise<unknown>): Promise<unknown> {
  const start = threadCpuMs();
  const result = await work();
  expect(threadCpuMs() - start).toBeLessThan(limitMs);
  return result;
}

const collection = (item: unknown, more: object = {}) =>
  JSON.stringify({ info: { name: 'C', schema: SCHEMA }, item, ...more });

describe('importing hostile files', () => {
  it('refuses 100 MB fast', holds('import.sizes'), async () => {
    const bytes = Buffer.alloc(100_000_000, 0x20);

    expect(await within(QUICK_MS, () => importBytes(bytes))).toBe('import-too-large');
  });

  it.each<[string, () => string]>([
    ['lists in lists', () => `{"info":{},"item":${'['.repeat(10_000)}${']'.repeat(10_000)}}`],
    ['objects in objects', () => `{"a":`.repeat(10_000) + '1' + '}'.repeat(10_000)],
    ['open lists', () => '['.repeat(10_000_000)],
  ])('refuses JSON of depth 10,000 fast: %s', holds('import.sizes'), async (_what, text) => {
    expect(await within(QUICK_MS, () => importBytes(text()))).toBe('import-too-large');
  });

  it('refuses folders within folders beyond the limit', async () => {
    let item: unknown = [{ name: 'R', request: 'https://x.example' }];
    for (let depth = 0; depth < 200; depth += 1) item = [{ name: 'F', item }];

    expect(await importBytes(collection(item))).toBe('import-too-large');
  });

  it('refuses a million items fast', holds('import.sizes'), async () => {
    const text = `{"info":{"name":"C","schema":"${SCHEMA}"},"item":[${'{},'.repeat(1_000_000)}{}]}`;

    expect(await within(QUICK_MS, () => importBytes(text))).toBe('import-too-large');
  });

  it.each<[string, () => string]>([
    ['flow lists', () => `a: ${'['.repeat(1_000_000)}`],
    ['block lists', () => `${'- '.repeat(500_000)}x`],
    ['indentation', () => Array.from({ length: 1_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('refuses deep YAML fast: %s', async (_what, text) => {
    const result = await within(QUICK_MS, () => importBytes(text()));

    expect(['import-not-readable', 'import-too-large', 'import-unknown-format']).toContain(result);
  });

  it('refuses a YAML alias bomb fast', holds('import.sizes'), async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
    const lines = names.map((name, index) => {
      const inner = index === 0 ? 'x' : `*${names[index - 1] ?? ''}`;
      return `${name}: &${name} [${Array.from({ length: 9 }, () => inner).join(', ')}]`;
    });

    expect(await within(QUICK_MS, () => importBytes(`openapi: 3.0.0\n${lines.join('\n')}\n`))).toBe(
      'import-too-large',
    );
  });

  it('refuses YAML that holds itself, and tags that make objects', async () => {
    expect(await importBytes('openapi: 3.0.0\npaths: &a\n  x: *a\n')).toBe('import-too-large');
    expect(await importBytes('openapi: 3.0.0\npaths: !!js/function "function () {}"\n')).toBe(
      'import-not-readable',
    );
  });

  it('refuses YAML beyond 4 MiB fast', async () => {
    const text = `openapi: 3.0.0\nlist:\n${'  - a: b\n'.repeat(500_000)}`;

    expect(await within(QUICK_MS, () => importBytes(text))).toBe('import-too-large');
  });

  it.each([
    '{"info":{"name":"C","schema":"x"},"item":[],"__proto__":{"polluted":true}}',
    '{"info":{"name":"C","\\u005f_proto__":{"polluted":true}},"item":[]}',
    'openapi: 3.0.0\n__proto__:\n  polluted: true\n',
  ])('refuses a prototype’s key: %s', holds('import.prototype'), async (text) => {
    expect(await importBytes(text)).toBe('import-not-readable');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('takes names of what objects inherit for data', holds('import.prototype'), async () => {
    const environment = {
      name: 'E',
      values: [
        { key: 'constructor', value: 'a' },
        { key: 'toString', value: '{{constructor}}' },
      ],
    };
    const openapi = {
      openapi: '3.0.0',
      info: { title: 'T' },
      paths: { '/a': { $ref: '#/constructor/prototype' } },
    };

    expect(await importBytes(JSON.stringify(environment))).toMatchObject({ environments: [{ name: 'E' }] });
    expect(await importBytes(JSON.stringify(openapi))).toMatchObject({ collections: [{ item: [] }] });
  });

  it(
    'follows no reference out of an OpenAPI file, and ends with references that go in a circle',
    holds('import.inert'),
    async () => {
      const schema = { $ref: '#/components/schemas/A' };
      const text = JSON.stringify({
        openapi: '3.1.0',
        info: { title: 'T' },
        paths: {
          '/a': {
            post: {
              parameters: [{ $ref: 'file:///etc/passwd' }, { $ref: 'http://127.0.0.1:1/x' }],
              requestBody: { content: { 'application/json': { schema } } },
            },
          },
          '/b': { $ref: '#/paths/~1b' },
        },
        components: {
          schemas: { A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' } },
        },
      });

      const result = await importBytes(text);
      expect(typeof result === 'object' && result.notes.map(({ where }) => where)).toContain(
        'file:///etc/passwd',
      );
    },
  );

  it('makes examples of schemas that multiply each other within bounds', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `S${index}`);
    const schemas = Object.fromEntries(
      names.map((name, index) => [
        name,
        {
          type: 'object',
          properties: Object.fromEntries(
            Array.from({ length: 20 }, (_, field) => [
              `f${field}`,
              { $ref: `#/components/schemas/S${(index + field + 1) % 30}` },
            ]),
          ),
        },
      ]),
    );
    const paths = {
      '/a': {
        post: {
          requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/S0' } } } },
        },
      },
    };
    const text = JSON.stringify({ openapi: '3.0.0', info: { title: 'T' }, paths, components: { schemas } });

    const result = await within(QUICK_MS, () => importBytes(text));
    expect(JSON.stringify(result).length).toBeLessThan(20_000_000);
  });

  it.each<[string, () => string]>([
    ['spaces in a .env line', () => `A=${' '.repeat(300_000)}x`],
    ['a form of equals signs', () => `curl https://x.example -d '${'a=&'.repeat(200_000)}b'`],
    ['backslashes for cmd', () => `curl ^"https://x.example^" ${'\\a'.repeat(300_000)}`],
    [
      'quotes in JSON',
      () =>
        collection([
          {
            name: 'R',
            request: {
              url: 'https://x.example',
              body: { mode: 'raw', raw: `{${'"token":"\\'.repeat(100_000)}` },
            },
          },
        ]),
    ],
    [
      'a long token shape',
      () =>
        collection([
          {
            name: 'R',
            request: {
              url: 'https://x.example',
              description: `${'eyJ'.repeat(100_000)}.${'a'.repeat(100_000)}`,
            },
          },
        ]),
    ],
    [
      'braces',
      () =>
        collection([
          {
            name: 'R',
            request: {
              url: '{{'.repeat(50_000),
              header: [{ key: 'Authorization', value: '{{'.repeat(100_000) }],
            },
          },
        ]),
    ],
    [
      'white space in an Insomnia template',
      () =>
        JSON.stringify({
          _type: 'export',
          __export_format: 4,
          resources: [
            { _id: 'w', _type: 'workspace', name: 'W' },
            {
              _id: 'r',
              parentId: 'w',
              _type: 'request',
              name: 'R',
              method: 'GET',
              url: `{{ _.${' '.repeat(200_000)}`,
            },
          ],
        }),
    ],
    [
      'a Bruno file of spaces',
      () =>
        `meta {\n  name: ${' '.repeat(200_000)}x @contentType(${' '.repeat(200_000)}\n}\nget {\n  url: https://x.example\n}\n`,
    ],
  ])('is not slowed down by %s', async (_what, text) => {
    await within(QUICK_MS, () => importBytes(text()));
  });

  it('ends with folders and groups that hold each other', async () => {
    const v1 = {
      id: 'c',
      name: 'C',
      order: [],
      folders_order: ['a'],
      requests: [],
      folders: [
        { id: 'a', name: 'A', order: [], folders_order: ['b'] },
        { id: 'b', name: 'B', order: [], folders_order: ['a'] },
      ],
    };

    expect(await importBytes(JSON.stringify(v1))).toMatchObject({ collections: [{ info: { name: 'C' } }] });
  });

  it(
    'keeps the name of a file that a body refers to, and never reads it',
    holds('import.inert'),
    async () => {
      const result = await importBytes('curl https://x.example -d @/etc/passwd');

      expect(result).toMatchObject({
        collections: [{ item: [{ request: { body: { mode: 'file', file: { src: '/etc/passwd' } } } }] }],
      });
      expect(JSON.stringify(result)).not.toContain('root:');
    },
  );
});

describe('importing a hostile folder', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'keyfob-import-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const request = 'meta {\n  name: R\n}\n\nget {\n  url: https://x.example\n}\n';

  it('follows no symbolic link, neither to a file nor to a folder', holds('import.inert'), async () => {
    const outside = join(folder, 'outside');
    const inside = join(folder, 'inside');
    await mkdir(outside);
    await mkdir(inside);
    await writeFile(join(outside, 'secret.bru'), request.replace('name: R', 'name: Outside'));
    await writeFile(join(inside, 'bruno.json'), '{"name":"Farm"}');
    await writeFile(join(inside, 'R.bru'), request);
    await symlink(join(outside, 'secret.bru'), join(inside, 'link.bru'));
    await symlink(outside, join(inside, 'linked'));

    const read = await readChosen([inside]);

    expect(read).toMatchObject({ ok: true });
    if (!read.ok) return;
    expect(read.value.sources[0]?.files.map(({ path }) => path)).toEqual(['R.bru', 'bruno.json']);
    expect(read.value.notes.map(({ where }) => where).toSorted()).toEqual(['link.bru', 'linked']);
  });

  it(
    'takes a path with dots for the name of a folder, never for a way out',
    holds('import.inert'),
    async () => {
      const result = await importFiles([
        { path: 'bruno.json', text: '{"name":"Farm"}' },
        { path: '../../evil.bru', text: request },
        { path: '__proto__/x.bru', text: request },
      ]);

      expect(result).toMatchObject({ collections: [{ info: { name: 'Farm' } }] });
      expect(Reflect.get({}, 'folders')).toBeUndefined();
    },
  );

  it('refuses a folder with too many files, and one without any', async () => {
    expect(await readChosen([folder])).toMatchObject({ ok: false, error: { code: 'import-not-readable' } });
    for (let index = 0; index <= 5_000; index += 1) writeFileSync(join(folder, `${index}.json`), '{}');

    expect(await readChosen([folder])).toMatchObject({ ok: false, error: { code: 'import-too-large' } });
  });

  it('refuses what is no file', async () => {
    expect(await readChosen(['/dev/zero'])).toMatchObject({
      ok: false,
      error: { code: 'import-not-readable' },
    });
    expect(await readChosen([join(folder, 'missing')])).toMatchObject({
      ok: false,
      error: { code: 'import-not-readable' },
    });
  });
});
