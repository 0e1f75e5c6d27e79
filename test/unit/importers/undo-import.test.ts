import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holds } from '../../support/holds.ts';
import { importBench, shopFolder, suggestedChoices } from '../../support/import-bench.ts';
import { errorOf, valueOf } from '../../support/results.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'keyfob-undo-import-'));
});
afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

describe('taking an import back', () => {
  async function imported() {
    const { bench, preview, found } = await shopFolder(root);
    const { token } = preview;
    const draft = found.suggestedService;
    if (draft === null) throw new Error('No service was suggested');
    const name = found.suggestedName;
    const choice = { kind: 'key', foundId: found.id, name, service: { kind: 'new', draft } } as const;
    const { undoId } = valueOf(await bench.imports.keep(token, [choice]));
    return { bench, undoId };
  }

  it('removes the key, its service and the files, and nothing else', holds('import.undo'), async () => {
    const before = importBench(root);
    const { preview, choices } = await suggestedChoices(before);
    valueOf(await before.imports.keep(preview.token, choices));
    const { bench, undoId } = await imported();

    expect(valueOf(bench.imports.undo(undoId))).toEqual({ kind: 'undone' });

    expect(bench.keys.list()).toEqual([]);
    expect(bench.services.list().filter(({ isBuiltIn }) => !isBuiltIn)).toEqual([]);
    const files = (await bench.files()).filter((path) => /\.json$/.test(path) && !path.startsWith('in'));
    expect(files.map((path) => path.replace(/\/[\w-]{8} /, '/'))).toEqual([
      'Collections/.trash/Shop.json',
      'Collections/cURL.json',
      'Environments/.trash/Shop prod.postman_environment.json',
    ]);
    expect(errorOf(bench.imports.undo(undoId)).code).toBe('import-gone');
  });

  it('removes the sealed value of a secret variable', async () => {
    const { bench, preview, found } = await shopFolder(root);
    const choice = { kind: 'variable', foundId: found.id, origins: ['https://api.shop.example'] } as const;
    const { undoId } = valueOf(await bench.imports.keep(preview.token, [choice]));
    const count = () => bench.ledger.all('SELECT * FROM secret_variables').length;
    expect(count()).toBe(1);

    expect(valueOf(bench.imports.undo(undoId))).toEqual({ kind: 'undone' });

    expect(count()).toBe(0);
    expect(bench.ledger.all('SELECT * FROM sealed_values')).toEqual([]);
  });

  it(
    'removes nothing when something of it is another by now, and says what',
    holds('import.undo'),
    async () => {
      const { bench, undoId } = await imported();
      const [key] = bench.keys.list();
      if (key === undefined) throw new Error('No key');
      valueOf(bench.keys.rename({ id: key.id, name: 'Mine' }));
      const file = join(bench.folders.collections, 'Shop.json');
      const text = await readFile(file, 'utf8');
      await writeFile(file, text.replace('Items', 'My items'));
      await rm(join(bench.folders.environments, 'Shop prod.postman_environment.json'));

      const stays = {
        kind: 'stays',
        reasons: [
          { what: 'collection', name: 'Shop', why: 'changed' },
          { what: 'environment', name: 'Shop prod', why: 'gone' },
          { what: 'key', name: key.name, why: 'changed' },
        ],
      };
      expect(valueOf(bench.imports.undo(undoId))).toEqual(stays);
      expect(bench.keys.list()).toHaveLength(1);
      expect(await bench.files()).not.toContain('Collections/.trash');
    },
  );

  it('leaves everything as it is when a file cannot be moved', async () => {
    const { bench, undoId } = await imported();
    await writeFile(join(bench.folders.environments, '.trash'), 'a file');

    expect(errorOf(bench.imports.undo(undoId)).code).toBe('file-write-failed');

    expect(bench.keys.list()).toHaveLength(1);
    expect(await bench.files()).toContain('Collections/Shop.json');
  });
});
