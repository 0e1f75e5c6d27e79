import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DEFAULT_RUN_OPTIONS } from '../../shared/domain/run.ts';
import { EVERY_TEAM_KEY } from '../../shared/domain/team.ts';
import { type App, expect } from './fixtures.ts';

/** A command with a key in it is imported from the clipboard, and the key kept. Returns its value. */
export async function importKey(app: App, origin: string): Promise<string> {
  const secret = `canary-import-${randomBytes(12).toString('hex')}`;
  await app.desktop.setClipboardText(`curl ${origin}/imported -H 'X-API-Key: ${secret}'`);
  await app.window.evaluate(async () => {
    const { invoke } = window.keyfob;
    const read = await invoke('import.paste', {});
    if (!read.ok || read.value.kind !== 'preview') throw new Error('Nothing to import');
    const { token, found, services } = { services: await invoke('services.list', {}), ...read.value.preview };
    const echo = services.ok ? services.value.find(({ name }) => name === 'Echo') : undefined;
    if (echo === undefined) throw new Error('No service');
    const choices = found.map(({ id }) => {
      const service = { kind: 'existing', id: echo.id } as const;
      return { kind: 'key', foundId: id, name: 'Canary imported', service } as const;
    });
    const kept = await invoke('import.keep', { token, choices });
    if (!kept.ok) throw new Error(kept.error.code);
  });
  return secret;
}

const RUN = 'canary-run';

/** Runs what was imported, with its key. */
export async function runImported(app: App): Promise<void> {
  const input = {
    ...{ id: RUN, collectionId: 'file:cURL.json', folderId: null, options: DEFAULT_RUN_OPTIONS },
    ...{ expectations: [], data: null },
  };
  const started = await app.window.evaluate((run) => window.keyfob.invoke('runs.start', run), input);
  expect(started).toMatchObject({ ok: true });
  await expect
    .poll(() =>
      app.window.evaluate(async () => {
        const listed = await window.keyfob.invoke('runs.list', {});
        return listed.ok ? listed.value.map(({ state }) => state) : [];
      }),
    )
    .toEqual(['finished']);
}

/** Everything that Keyfob writes as a file, into the folder. */
export async function exportEverything(app: App, folder: string): Promise<void> {
  const filter = { apiKeyId: null, group: null, since: null, search: '' };
  const historyIds = await app.window.evaluate(async () => {
    const listed = await window.keyfob.invoke('history.list', { limit: 100, before: null, search: '' });
    return listed.ok ? listed.value.entries.map(({ id }) => id) : [];
  });
  const exports: readonly (readonly [string, unknown])[] = [
    ['moving.export', { passphrase: null }],
    ['moving.export', { passphrase: 'four words that nobody guesses' }],
    ['vault.saveRecoveryKit', { passphrase: 'four words that nobody guesses' }],
    ['activity.export', { format: 'csv', filter }],
    ['activity.export', { format: 'json', filter }],
    ['team.exportCsv', { filter: EVERY_TEAM_KEY, sort: 'newest' }],
    ['exports.saveCollection', { id: 'file:cURL.json' }],
    ['runs.export', { id: RUN, format: 'junit' }],
    ['runs.export', { id: RUN, format: 'json' }],
    ['runs.export', { id: RUN, format: 'html' }],
    ...historyIds.map((id) => ['exports.saveHar', { id }] as const),
  ];
  for (const [index, [command, input]] of exports.entries()) {
    await app.desktop.queueDialogAnswer({ kind: 'files', paths: [join(folder, `${String(index)}.out`)] });
    const saved = await app.window.evaluate(
      ([name, given]) => window.keyfob.invoke(name as 'moving.export', given as { passphrase: null }),
      [command, input] as const,
    );
    expect([command, saved]).toEqual([
      command,
      { ok: true, value: expect.objectContaining({ kind: 'saved' }) },
    ]);
  }
}
