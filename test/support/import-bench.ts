import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSecretVariables } from '../../electron/environments/secret-variables.ts';
import { createImportService } from '../../electron/importers/import-service.ts';
import type { Dropped } from '../../electron/importers/read-dropped.ts';
import type { SecretChoice } from '../../shared/domain/import.ts';
import { inMemoryClipboard } from './in-memory-ports.ts';
import { memoryKeysBench } from './keys-bench.ts';
import { valueOf } from './results.ts';

export const SHOP_SECRET = 'shop-key-value-0001';
export const SHOP_CURL = `curl https://api.shop.example/items -H 'X-API-Key: ${SHOP_SECRET}'`;

/** An import service over an in-memory ledger; its files are in `root`. */
export function importBench(root: string, text = SHOP_CURL) {
  const bench = memoryKeysBench();
  bench.clipboard.formats = inMemoryClipboard(text).formats;
  const folders = { collections: join(root, 'Collections'), environments: join(root, 'Environments') };
  const chosen: { path: string | null } = { path: null };
  const dropped: { thing: Dropped | null } = { thing: null };
  const confirming = { answer: true, asked: [] as (readonly string[])[] };
  const secretVariables = createSecretVariables(bench);
  const imports = createImportService({
    ...bench,
    secretVariables,
    confirmVariableOrigins: async (_name, origins) => {
      confirming.asked.push(origins);
      return confirming.answer;
    },
    folders,
    onFilesKept: () => undefined,
    takeOpenedFiles: () => [],
    takeDropped: () => dropped.thing,
    fileDialog: {
      chooseExisting: async () => (chosen.path === null ? null : { path: chosen.path, name: 'x' }),
    },
    confirmOrigins: async (_name, origins) => {
      confirming.asked.push(origins);
      return confirming.answer;
    },
  });
  const paste = async () => {
    const answer = valueOf(await imports.paste());
    if (answer.kind !== 'preview') throw new Error(`Expected a preview, got ${answer.kind}`);
    return answer.preview;
  };
  const files = async () => (await readdir(root, { recursive: true })).toSorted();
  return { ...bench, secretVariables, imports, paste, files, folders, chosen, dropped, confirming };
}

/** The choices that the window suggests for what is on the clipboard. */
export async function suggestedChoices(bench: ReturnType<typeof importBench>) {
  const preview = await bench.paste();
  const choices = preview.found.map<SecretChoice>((found) =>
    found.suggestedService === null
      ? { kind: 'drop', foundId: found.id }
      : {
          kind: 'key',
          foundId: found.id,
          name: found.suggestedName,
          service: { kind: 'new', draft: found.suggestedService },
        },
  );
  return { preview, choices };
}

/** A request and the environment that holds the key which it sends. */
export async function shopFolder(root: string) {
  const bench = importBench(root);
  bench.chosen.path = join(root, 'in');
  await mkdir(bench.chosen.path);
  const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
  const header = [{ key: 'X-API-Key', value: SHOP_SECRET }];
  const item = [{ name: 'Items', request: { method: 'GET', url: 'https://api.shop.example/items', header } }];
  const values = [{ key: 'shopToken', value: SHOP_SECRET, enabled: true, type: 'default' }];
  await writeFile(
    join(bench.chosen.path, 'a.json'),
    JSON.stringify({ info: { name: 'Shop', schema }, item }),
  );
  await writeFile(
    join(bench.chosen.path, 'b.json'),
    JSON.stringify({ id: 'old-id', name: 'Shop prod', values, _postman_variable_scope: 'environment' }),
  );
  const answer = valueOf(await bench.imports.choose('folder'));
  if (answer.kind !== 'preview') throw new Error(`Expected a preview, got ${answer.kind}`);
  const [found] = answer.preview.found;
  if (found === undefined) throw new Error('Nothing was found');
  return { bench, preview: answer.preview, found };
}
