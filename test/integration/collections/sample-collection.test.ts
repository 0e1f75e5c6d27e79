import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { NO_KEYS } from '../../../electron/collections/auth-mapping.ts';
import { createCollectionFolder } from '../../../electron/collections/collection-folder.ts';
import { createCollectionStore } from '../../../electron/collections/collection-store.ts';
import { valueOf } from '../../support/results.ts';

test('adds a sample once, known by its mark whatever it is called, and of which a copy is none', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'kf-sample-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  const store = createCollectionStore({
    folder: createCollectionFolder({ path: join(parent, 'Collections'), newId: randomUUID }),
    secretScan: { holdsSecret: () => false },
    keyNames: NO_KEYS,
    newId: randomUUID,
    onChange: () => undefined,
  });
  const { id } = valueOf(await store.addSample());
  valueOf(await store.rename(id, 'Mine now'));
  expect(valueOf(await store.addSample())).toEqual({ id });
  valueOf(await store.duplicate(id));
  expect(
    valueOf(await store.list()).map(({ name, isSample, requestCount }) => [name, isSample, requestCount]),
  ).toEqual(
    expect.arrayContaining([
      ['Mine now', true, 5],
      ['Mine now copy', false, 5],
    ]),
  );
  const { undoId } = valueOf(await store.remove(id));
  expect(valueOf(await store.list()).some(({ isSample }) => isSample)).toBe(false);
  valueOf(await store.undo(undoId));
  expect(valueOf(await store.get(id)).isSample).toBe(true);
});
