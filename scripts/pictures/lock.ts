import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appError } from '../../shared/domain/app-error.ts';
import { vaultTexts } from '../../shared/texts/en/vault.ts';
import { hostControls } from '../../test/support/host-controls.ts';
import type { Camera } from './camera.ts';
import { someKeys } from './keys.ts';

const passphrase = 'correct horse battery staple';

/** Locked with and without a passphrase, a wrong one, and what Settings offers. */
export async function lockPictures(camera: Camera): Promise<void> {
  const { window, command, take, takeWithin, go, press } = camera;
  const texts = camera.speech.textsOf(vaultTexts);
  const wrong = camera.speech.wordsOf(appError('passphrase-wrong'));
  await someKeys(camera);
  await command('preferences.set', { isRecoveryKitOffered: false });
  await window.getByText('Save a recovery kit').waitFor();
  await take('recovery-kit-offer');
  await press('Save a kit…');
  await camera.dialog().waitFor();
  await take('recovery-kit-save');
  await window.keyboard.press('Escape');
  await command('preferences.set', { isRecoveryKitOffered: true });
  const heading = window.getByRole('heading', { name: texts.locked.title });
  const lock = async (): Promise<void> => {
    await command('vault.lock', {});
    await heading.waitFor();
  };
  const unlock = async (given: string | null): Promise<void> => {
    await command('vault.unlock', { passphrase: given });
    await heading.waitFor({ state: 'detached' });
  };
  await takeWithin('locked', { enter: lock, leave: () => unlock(null) });
  await go('Settings');
  for (const [button, name] of [
    ['Export…', 'export-keys'],
    ['Restore…', 'restore-keys'],
  ] as const) {
    await press(button);
    await camera.dialog().waitFor();
    await take(name);
    await window.keyboard.press('Escape');
  }
  await restorePreview(camera);
  await press('Use a passphrase…');
  await camera.dialog().waitFor();
  await take('passphrase');
  await window.keyboard.press('Escape');
  await command('vault.usePassphrase', { passphrase });
  await takeWithin('locked-passphrase', {
    async enter() {
      await lock();
      await window.getByLabel(texts.passphrase.label, { exact: true }).fill('correct horse');
      await press(texts.locked.unlock);
      await window.getByText(wrong.message).waitFor();
    },
    leave: () => unlock(passphrase),
  });
}

/** What an export would add, where one of its keys is here and everything else was lost. */
async function restorePreview(camera: Camera): Promise<void> {
  const { window, command, press, take, keyfob } = camera;
  const folder = await mkdtemp(join(tmpdir(), 'keyfob-pictures-'));
  const paths = [join(folder, 'keyfob-export.json')];
  const desktop = hostControls(keyfob);
  const { id } = await command<{ id: string }>('environments.create', { name: 'Staging' });
  const origins = ['https://api.staging.example.com'];
  await command('environments.setSecret', { id, name: 'TOKEN', secret: passphrase, origins });
  await desktop.queueDialogAnswer({ kind: 'files', paths });
  await command('moving.export', { passphrase });
  await command('environments.delete', { id });
  const [first] = await command<{ id: string }[]>('keys.list', {});
  if (first !== undefined) await command('keys.delete', { id: first.id });
  await press('Restore…');
  await camera.dialog().getByLabel('Passphrase of the file', { exact: true }).fill(passphrase);
  await desktop.queueDialogAnswer({ kind: 'files', paths });
  await camera.dialog().getByRole('button', { name: 'Choose a file…' }).click();
  await camera.dialog().getByRole('row').first().waitFor();
  await take('restore-preview');
  await window.keyboard.press('Escape');
  await rm(folder, { recursive: true, force: true });
}
