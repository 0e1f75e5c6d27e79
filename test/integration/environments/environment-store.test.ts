import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Environment, EnvironmentRowChange } from '../../../shared/domain/environment.ts';
import { environmentBench, type EnvironmentBench } from '../../support/environment-bench.ts';
import { errorOf, valueOf } from '../../support/results.ts';

let bench: EnvironmentBench;
let secret = '';

beforeEach(async () => {
  bench = await environmentBench();
  secret = `canary-${randomUUID()}`;
});
afterEach(() => bench.close());

const NAME = 'Staging.postman_environment.json';
const ID = `env:${NAME}`;
const HOST = 'https://staging.example.com';

/** As Postman exports it, in a style of its own. */
function exported(values: readonly object[]): string {
  const rest = { _postman_variable_scope: 'environment', _postman_exported_using: 'Postman/11' };
  return `${JSON.stringify({ id: 'e-1', name: 'Staging', values, ...rest }, null, 3)}\n`;
}

async function write(text: string): Promise<void> {
  await mkdir(bench.path, { recursive: true });
  await writeFile(join(bench.path, NAME), text);
}

const text = () => readFile(join(bench.path, NAME), 'utf8');
const get = async () => valueOf(await bench.files.get(ID));

/** The rows as they are, for a change of some of them. */
function unchanged({ rows }: Environment): EnvironmentRowChange[] {
  return rows.map((row, was) =>
    row.kind === 'plain'
      ? { kind: 'plain', was, name: row.name, value: row.value, isEnabled: row.isEnabled }
      : { kind: 'hidden', was, name: row.name, isEnabled: row.isEnabled },
  );
}

const HOST_ROW = { key: 'host', value: HOST, type: 'default', enabled: true };

describe('an environment', () => {
  it('is a Postman file: made, edited in its own lines, renamed, and noticed when another program changes it', async () => {
    const { id } = valueOf(await bench.files.create('Local'));
    expect(id).toBe('env:Local.postman_environment.json');

    await write(
      exported([
        { ...HOST_ROW, description: 'kept' },
        { key: 'page', value: '1', enabled: false },
      ]),
    );
    const opened = await get();
    expect(opened.rows.map(({ name, isEnabled }) => [name, isEnabled])).toEqual([
      ['host', true],
      ['page', false],
    ]);
    expect(opened.suggestedOrigins).toEqual([HOST]);
    const [host, page] = unchanged(opened);
    const before = await text();
    const rows = [host, { ...page, isEnabled: true }].filter(
      (row) => row !== undefined,
    ) as EnvironmentRowChange[];
    const saved = valueOf(await bench.files.saveRows({ id: ID, revision: opened.revision, rows }));
    expect(await text()).toBe(before.replace('"enabled": false', '"enabled": true'));

    // Somebody else writes the file.
    await write(before);
    expect(errorOf(await bench.files.saveRows({ id: ID, revision: saved.revision, rows })).code).toBe(
      'collection-changed-on-disk',
    );
    expect(await text()).toBe(before);
    valueOf(await bench.files.rename(ID, 'Stage'));
    expect((await get()).name).toBe('Stage');
    const list = valueOf(await bench.files.list());
    expect(list.map(({ name, variableCount }) => [name, variableCount])).toEqual([
      ['Local', 0],
      ['Stage', 2],
    ]);
  });

  it('that is no JSON is listed with the reason, and other files are not listed', async () => {
    await write('{');
    await writeFile(join(bench.path, 'other.json'), '{"a":1}');
    const list = valueOf(await bench.files.list());
    expect(list).toMatchObject([{ name: 'Staging', problem: { message: 'The file is not valid JSON.' } }]);
    expect(errorOf(await bench.files.get(ID)).code).toBe('file-unreadable');
  });

  it('that was made for typed values is so under any name and after its deletion was taken back, and no other is', async () => {
    const typed = async () => valueOf(await bench.library.list()).typedValuesId;
    const { id } = valueOf(await bench.library.create('Secrets', { isForTypedValues: true }));
    valueOf(await bench.files.rename(id, 'Mine'));
    valueOf(await bench.files.duplicate(id));
    valueOf(await bench.library.create('Other', { isForTypedValues: false }));
    expect(await typed()).toBe(id);
    const { undoId } = valueOf(await bench.library.remove(id));
    expect(await typed()).toBeNull();
    valueOf(await bench.library.undo(undoId));
    expect(await typed()).toBe(id);
    // A file under its name that came after it was deleted is another one.
    valueOf(await bench.library.remove(id));
    await writeFile(join(bench.path, id.replace('env:', '')), exported([HOST_ROW]));
    expect(await typed()).toBeNull();
  });
});

describe('a secret variable', () => {
  beforeEach(() => write(exported([HOST_ROW])));

  const seal = (origins: readonly string[] = [HOST], value: string | null = secret) =>
    bench.files.setSecret({ id: ID, name: 'token', secret: value, origins });

  it('is sealed, and its value is in no file and in no answer', async () => {
    const sealed = valueOf(await seal());
    expect(sealed.rows[1]).toEqual({
      kind: 'hidden',
      name: 'token',
      isEnabled: true,
      state: 'kept',
      origins: [HOST],
    });
    expect(JSON.stringify(sealed)).not.toContain(secret);
    expect(await text()).not.toContain(secret);
    expect(JSON.stringify(bench.ledger.all('SELECT * FROM secret_variables'))).not.toContain(secret);
    expect(valueOf(bench.secrets.open('e-1', 'token'))).toBe(secret);
    expect(bench.asked).toEqual([]);
    expect(bench.scan.holdsSecret(`x${encodeURIComponent(secret)}`)).toBe(true);
  });

  it('opens neither in the place of another one nor after a flipped bit', async () => {
    await seal();
    await bench.files.setSecret({ id: ID, name: 'other', secret: 'something else 1', origins: [] });
    const rows = bench.ledger.all('SELECT id, sealed FROM sealed_values ORDER BY id');
    const [one, two] = rows;
    bench.ledger.run('UPDATE sealed_values SET sealed = ? WHERE id = ?', [
      two?.['sealed'] ?? '',
      one?.['id'] ?? '',
    ]);
    bench.ledger.run('UPDATE sealed_values SET sealed = ? WHERE id = ?', [
      one?.['sealed'] ?? '',
      two?.['id'] ?? '',
    ]);
    expect(errorOf(bench.secrets.open('e-1', 'token')).code).toBe('secret-damaged');
    expect(errorOf(bench.secrets.open('e-1', 'other')).code).toBe('secret-damaged');
  });

  it('asks the person outside the window before a value that is kept goes to a further origin', async () => {
    await seal();
    bench.agrees = false;
    expect(errorOf(await seal([HOST, 'https://evil.example'], null)).code).toBe('cancelled');
    expect(bench.asked).toEqual([{ name: 'token', origins: ['https://evil.example'] }]);
    expect(bench.secrets.list('e-1')[0]?.origins).toEqual([HOST]);
    // Fewer is no question.
    expect(valueOf(await seal([], null)).rows[1]).toMatchObject({ origins: [] });
    expect(bench.asked).toHaveLength(1);
  });

  it('whose value stands in the file is not used until it is sealed, which takes it out of the file', async () => {
    await write(exported([HOST_ROW, { key: 'token', value: secret, type: 'secret', enabled: true }]));
    bench.preferences.set({ activeEnvironmentId: ID });
    const opened = await get();
    expect(opened.rows[1]).toMatchObject({ state: 'in-file' });
    expect(JSON.stringify(opened)).not.toContain(secret);
    const before = await bench.active();
    expect(before?.values.has('token')).toBe(false);
    expect(before?.unusable.get('token')?.message).toContain('stands in the file');

    valueOf(await seal([HOST], null));
    expect(await text()).not.toContain(secret);
    const after = await bench.active();
    expect(after?.values.get('token')).toMatch(/^kfmark[0-9a-f]{36}$/);
    expect(JSON.stringify(after)).not.toContain(secret);
    expect(after?.secretVariables[0]?.open()).toEqual({ ok: true, value: secret });
  });

  it('is used by a run that chose its environment by the same rules, while another one is in use', async () => {
    await write(exported([HOST_ROW, { key: 'token', value: secret, type: 'secret', enabled: true }]));
    const inFile = valueOf(await bench.chosen(ID));
    expect(inFile.values.has('token')).toBe(false);
    expect(inFile.unusable.get('token')?.message).toContain('stands in the file');
    expect(JSON.stringify(inFile)).not.toContain(secret);
    valueOf(await seal([HOST], null));
    const sealed = valueOf(await bench.chosen(ID));
    expect(sealed.values.get('token')).toMatch(/^kfmark[0-9a-f]{36}$/);
    expect(sealed.secretVariables).toMatchObject([{ name: 'token', origins: [HOST] }]);
    expect(await bench.active()).toBeNull();
    for (const id of ['env:../../keyfob.db', 'env:nowhere.json', 'postman-api'])
      expect(errorOf(await bench.chosen(id)).code, id).toBe('not-found');
  });

  it('refuses an API key as its value', async () => {
    const key = `PMAK-${'a1'.repeat(12)}-${'b2'.repeat(17)}`;
    expect(errorOf(await seal([HOST], key))).toMatchObject({ code: 'invalid-input', field: 'secret' });
    expect(bench.secrets.list('e-1')).toEqual([]);
  });

  it('keeps its value under a new name, loses it with its row, and when it becomes plain', async () => {
    await seal();
    const first = await get();
    const renamed = unchanged(first).map((row) => (row.kind === 'hidden' ? { ...row, name: 'bearer' } : row));
    const second = valueOf(await bench.files.saveRows({ id: ID, revision: first.revision, rows: renamed }));
    expect(second.rows[1]).toMatchObject({ name: 'bearer', state: 'kept', origins: [HOST] });
    expect(valueOf(bench.secrets.open('e-1', 'bearer'))).toBe(secret);

    const plain = unchanged(second).map((row, was): EnvironmentRowChange => {
      const { name, isEnabled } = row;
      return row.kind === 'plain' ? row : { kind: 'plain', was, name, isEnabled, value: 'typed anew' };
    });
    const third = valueOf(await bench.files.saveRows({ id: ID, revision: second.revision, rows: plain }));
    expect(third.rows[1]).toEqual({ kind: 'plain', name: 'bearer', value: 'typed anew', isEnabled: true });
    expect(bench.ledger.all('SELECT 1 FROM sealed_values')).toEqual([]);
    expect(bench.ledger.scrubs).toBeGreaterThan(0);

    await seal();
    const fourth = await get();
    const rows = unchanged(fourth).slice(0, 1);
    valueOf(await bench.files.saveRows({ id: ID, revision: fourth.revision, rows }));
    expect(bench.ledger.all('SELECT 1 FROM secret_variables')).toEqual([]);
  });

  it('goes with its environment into a copy, out of the ledger when that is deleted, and comes back with it', async () => {
    await seal();
    const { id } = valueOf(await bench.files.duplicate(ID));
    const copy = valueOf(await bench.files.get(id));
    expect(copy.rows[1]).toMatchObject({ state: 'kept' });
    expect(await readFile(join(bench.path, id.slice(4)), 'utf8')).not.toContain(secret);

    valueOf(await bench.library.setActive(ID));
    const { undoId } = valueOf(await bench.library.remove(ID));
    expect(bench.secrets.list('e-1')).toEqual([]);
    expect(bench.preferences.get().activeEnvironmentId).toBeNull();
    expect(await readdir(bench.path)).not.toContain(NAME);
    valueOf(await bench.library.undo(undoId));
    expect(valueOf(bench.secrets.open('e-1', 'token'))).toBe(secret);
    expect(bench.preferences.get().activeEnvironmentId).toBe(ID);
    expect(valueOf(bench.secrets.open('e-1', 'token'))).toBe(secret);
  });

  it('stays when a copy of its file, made by hand, goes', async () => {
    await seal();
    await writeFile(join(bench.path, 'Copy.postman_environment.json'), await text());

    const { undoId } = valueOf(await bench.library.remove('env:Copy.postman_environment.json'));

    expect(valueOf(bench.secrets.open('e-1', 'token'))).toBe(secret);
    valueOf(await bench.library.undo(undoId));
    expect(valueOf(bench.secrets.open('e-1', 'token'))).toBe(secret);
  });

  it('is not that of a copy of its file, made by hand, which gets an id of its own', async () => {
    const COPY = 'Copy.postman_environment.json';
    const copied = () => readFile(join(bench.path, COPY), 'utf8');
    await seal();
    await get();
    await writeFile(join(bench.path, COPY), await text());
    valueOf(await bench.library.setActive(`env:${COPY}`));

    const copy = valueOf(await bench.files.get(`env:${COPY}`));
    expect(copy.rows[1]).toMatchObject({ state: 'absent', origins: [] });
    expect((await bench.active())?.secretVariables).toEqual([]);

    const rows = unchanged(copy).slice(0, 1);
    const saved = await bench.files.saveRows({ id: copy.id, revision: copy.revision, rows });
    expect(valueOf(saved).rows).toHaveLength(1);
    expect(valueOf(bench.secrets.open('e-1', 'token'))).toBe(secret);

    const own = { id: copy.id, name: 'token', secret: 'another one', origins: [HOST] };
    expect(valueOf(await bench.files.setSecret(own)).rows[1]).toMatchObject({ state: 'kept' });
    const { id } = JSON.parse(await copied()) as { id: string };
    expect(id).not.toBe('e-1');
    expect(valueOf(bench.secrets.open(id, 'token'))).toBe('another one');
    expect(valueOf(bench.secrets.open('e-1', 'token'))).toBe(secret);
    expect((await get()).rows[1]).toMatchObject({ state: 'kept' });
  });

  it('follows its file to another name, and goes with it though a copy is there', async () => {
    const MOVED = 'Moved.postman_environment.json';
    await seal();
    await get();
    await rename(join(bench.path, NAME), join(bench.path, MOVED));
    expect(valueOf(await bench.files.get(`env:${MOVED}`)).rows[1]).toMatchObject({ state: 'kept' });

    await writeFile(join(bench.path, NAME), await readFile(join(bench.path, MOVED), 'utf8'));
    expect((await get()).rows[1]).toMatchObject({ state: 'absent' });
    const { undoId } = valueOf(await bench.library.remove(`env:${MOVED}`));
    expect((await get()).rows[1]).toMatchObject({ state: 'absent' });
    expect(bench.secrets.list('e-1')).toEqual([]);
    valueOf(await bench.library.undo(undoId));
    expect(valueOf(await bench.files.get(`env:${MOVED}`)).rows[1]).toMatchObject({ state: 'kept' });
    expect((await get()).rows[1]).toMatchObject({ state: 'absent' });
  });

  it('is not copied from, and stays, when the disk refuses', async () => {
    bench.ledger.writesUntilFull = 1;
    expect(errorOf(await seal()).code).toBe('ledger-write-failed');
    bench.ledger.writesUntilFull = Infinity;
    expect(bench.ledger.all('SELECT 1 FROM sealed_values')).toEqual([]);
    expect(await text()).toBe(exported([HOST_ROW]));
  });

  it('alone keeps a new master key from being made over it', async () => {
    await seal();
    const { hasSealedSecrets } = await import('../../../electron/vault/vault-rows.ts');
    expect(hasSealedSecrets(bench.ledger)).toBe(true);
  });
});
