import { closeSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import { openPreferenceFile } from '../../electron/adapters/preference-file.ts';
import { createPreferences } from '../../electron/adapters/preferences.ts';
import type { Result } from '../../shared/domain/app-error.ts';
import { inMemoryKeychain, recordingLogger } from './in-memory-ports.ts';
import { valueOf } from './results.ts';
import { wholeApp } from './whole-app.ts';

// Runs the whole main process on a small file system of its own, fills that to the last byte, tries to write everything that
// Keyfob writes, and prints what came of it.
const [folder = ''] = process.argv.slice(2);
const ballast = join(folder, 'ballast');
const keychain = inMemoryKeychain();

function start() {
  const open = () =>
    new Conf({ cwd: folder, configName: 'preferences', configFileMode: 0o600, clearInvalidConfig: false });
  const file = openPreferenceFile({
    path: join(folder, 'preferences.json'),
    open,
    logger: recordingLogger(),
    now: () => Date.now(),
  });
  return wholeApp({ folder, keychain, preferences: createPreferences(file) });
}

/** Writes until there is no room for a single byte more. */
function fill(): void {
  const file = openSync(ballast, 'w');
  for (let size = 64 * 1024; size >= 1; size = Math.floor(size / 2)) {
    try {
      for (;;) writeSync(file, Buffer.alloc(size, 1));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    }
  }
  closeSync(file);
}

/** Every file that a person would miss, but for the ledger's, whose content is asked of the ledger. */
function kept(): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true }).map(String).toSorted();
  const files = names.filter(
    (name) => name !== 'ballast' && !name.startsWith('keyfob.db') && statSync(join(folder, name)).isFile(),
  );
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code);

const app = start();
await app.vault.open();
const never = { kind: 'never' };
const key = valueOf(await app.invoke('keys.generate', { name: 'Kept', serviceId: 'local', expiry: never }));
const { id } = key as { readonly id: string }; // what the command answers
const made = valueOf(await app.invoke('collections.create', { name: 'Mine' }));
const collection = made as { readonly id: string };
await app.invoke('preferences.set', { theme: 'dark' });
const keysOf = async () => JSON.stringify(valueOf(await app.invoke('keys.list', {})));
const before = { files: kept(), keys: await keysOf(), preferences: await app.invoke('preferences.get', {}) };
fill();

const attempts: Readonly<Record<string, () => Promise<Result<unknown>>>> = {
  generate: () => app.invoke('keys.generate', { name: 'Lost', serviceId: 'local', expiry: never }),
  rename: () => app.invoke('keys.rename', { id, name: 'Other' }),
  regenerate: () => app.invoke('keys.regenerate', { id, grace: '1h' }),
  delete: () => app.invoke('keys.delete', { id }),
  'a new collection': () => app.invoke('collections.create', { name: 'No room' }),
  'a collection': () =>
    app.invoke('collections.rename', { id: collection.id, name: 'Longer name'.repeat(9) }),
  'a preference': () => app.invoke('preferences.set', { theme: 'light' }),
  'an export': () =>
    app.invoke('activity.export', {
      format: 'json',
      filter: { apiKeyId: null, group: null, since: null, search: '' },
    }),
};
const refused: Record<string, string> = {};
for (const [name, attempt] of Object.entries(attempts)) refused[name] = codeOf(await attempt());
const after = { files: kept(), keys: await keysOf(), preferences: await app.invoke('preferences.get', {}) };
const isSame = JSON.stringify(after) === JSON.stringify(before);

rmSync(ballast);
const again = await app.invoke('keys.generate', { name: 'After', serviceId: 'local', expiry: never });
await app.close();
const restarted = start();
await restarted.vault.open();
const names = valueOf(await restarted.invoke('keys.list', {})) as readonly { readonly name: string }[];
const copied = codeOf(await restarted.invoke('keys.copy', { id }));
await restarted.close();
process.stdout.write(
  JSON.stringify({
    refused,
    isSame,
    usableAgain: codeOf(again),
    afterRestart: names.map(({ name }) => name).toSorted(),
    copied,
  }),
);
process.exit();
