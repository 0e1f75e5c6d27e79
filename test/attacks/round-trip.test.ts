import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSecretVariables } from '../../electron/environments/secret-variables.ts';
import { createImportService } from '../../electron/importers/import-service.ts';
import type { SecretChoice } from '../../shared/domain/import.ts';
import { holds } from '../support/holds.ts';
import { importFixtures } from '../support/import-fixtures.ts';
import { memoryKeysBench } from '../support/keys-bench.ts';
import { valueOf } from '../support/results.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'keyfob-round-'));
});
afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

/** Imports this file or folder into a Keyfob of its own, keys kept where a service is known, and answers with the files that it wrote. */
async function importInto(name: string, path: string) {
  const home = join(root, name);
  await mkdir(home);
  const bench = memoryKeysBench();
  const imports = createImportService({
    ...bench,
    secretVariables: createSecretVariables(bench),
    confirmVariableOrigins: () => Promise.resolve(true),
    folders: { collections: home, environments: home },
    onFilesKept: () => undefined,
    takeOpenedFiles: () => [],
    takeDropped: () => null,
    fileDialog: { chooseExisting: () => Promise.resolve({ path, name: 'x' }) },
    confirmOrigins: () => Promise.resolve(true),
  });
  const keep = async (asKeys: boolean): Promise<boolean> => {
    const answer = valueOf(await imports.choose('file'));
    if (answer.kind !== 'preview') throw new Error(`Expected a preview, got ${answer.kind}`);
    const { token, found } = answer.preview;
    const choices = found.map<SecretChoice>(({ id, suggestedService: draft }, index) =>
      draft === null || !asKeys
        ? { kind: 'drop', foundId: id }
        : { kind: 'key', foundId: id, name: `Key ${String(index)}`, service: { kind: 'new', draft } },
    );
    const kept = await imports.keep(token, choices);
    // A value that cannot be a key is dropped.
    if (!kept.ok) return asKeys ? await keep(false) : Promise.reject(new Error(kept.error.code));
    return choices.every(({ kind }) => kind === 'key');
  };
  const isWhole = await keep(true);
  const files = await Promise.all(
    (await readdir(home)).map(async (file) => [file, await readFile(join(home, file), 'utf8')] as const),
  );
  return { files: new Map(files), isWhole };
}

describe('what was imported', () => {
  it.each(importFixtures().map(({ format, name, input }) => [`${format}/${name}`, input] as const))(
    '(%s) is the same byte for byte when the written files are imported into an empty Keyfob',
    holds('import.round-trip'),
    async (_fixture, input) => {
      const first = await importInto('first', input);
      expect(first.files.size).toBeGreaterThan(0);
      for (const [index, [name, text]] of [...first.files].entries()) {
        const second = await importInto(`second-${String(index)}`, join(root, 'first', name));
        // The place of a dropped secret may be written more simply once; nothing else changes.
        if (first.isWhole) expect([...second.files.values()]).toEqual([text]);
        const [again = ''] = second.files.keys();
        const third = await importInto(
          `third-${String(index)}`,
          join(root, `second-${String(index)}`, again),
        );
        expect([...third.files.values()]).toEqual([...second.files.values()]);
      }
    },
  );
});
