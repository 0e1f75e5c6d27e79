import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createChosenFolder } from '../../../electron/collections/chosen-folder.ts';
import { preferencesPatchSchema, preferencesSchema } from '../../../shared/domain/preferences.ts';
import { valueOf } from '../../support/results.ts';

let base: string;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'keyfob-folder-'));
});
afterEach(async () => {
  await rm(base, { recursive: true, force: true });
});

it('reads from the folder that the person chose, moves nothing, and goes back to its own', async () => {
  const own = join(base, 'own');
  const other = join(base, 'other');
  for (const [folder, name] of [
    [own, 'Mine.json'],
    [other, 'Theirs.json'],
  ] as const) {
    await mkdir(folder);
    await writeFile(join(folder, name), '{}');
  }
  let preferences = preferencesSchema.parse({});
  let chosen: string | null = other;
  const shown: string[] = [];
  let changes = 0;
  const folder = createChosenFolder({
    ownPath: own,
    preferences: {
      get: () => preferences,
      set: (patch) => (preferences = preferencesSchema.parse({ ...preferences, ...patch })),
    },
    fileDialog: {
      chooseExisting: () => Promise.resolve(chosen === null ? null : { path: chosen, name: 'other' }),
    },
    fileRevealer: { showInFolder: (path) => shown.push(path) },
    newId: () => 'id-12345678',
    onChange: () => (changes += 1),
  });
  const names = async () => valueOf(await folder.folder.list()).map(({ name }) => name);
  expect(await names()).toEqual(['Mine.json']);

  expect(valueOf(await folder.choose())).toEqual({ path: other, isOwn: false });
  expect(await names()).toEqual(['Theirs.json']);
  valueOf(await folder.showFile('file:Theirs.json'));
  expect(shown).toEqual([join(other, 'Theirs.json')]);
  for (const id of ['file:Mine.json', 'file:../own/Mine.json', 'postman-api'])
    expect(await folder.showFile(id)).toMatchObject({ ok: false, error: { code: 'not-found' } });

  chosen = null;
  expect(valueOf(await folder.choose())).toBeNull();
  expect(valueOf(folder.useOwn())).toEqual({ path: own, isOwn: true });
  expect(await names()).toEqual(['Mine.json']);
  expect(changes).toBe(2);
});

it('cannot be set by the window', () => {
  expect(preferencesPatchSchema.safeParse({ collectionsFolder: '/etc' }).success).toBe(false);
});
