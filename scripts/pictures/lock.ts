import type { Camera } from './camera.ts';
import { someKeys } from './keys.ts';

const passphrase = 'correct horse battery staple';

/** Locked with and without a passphrase, a wrong one, and what Settings offers. */
export async function lockPictures(camera: Camera): Promise<void> {
  const { window, command, take, takeWithin, go, press } = camera;
  await someKeys(camera);
  await command('preferences.set', { isRecoveryKitOffered: false });
  await window.getByText('Save a recovery kit').waitFor();
  await take('recovery-kit-offer');
  await press('Save a kit…');
  await camera.dialog().waitFor();
  await take('recovery-kit-save');
  await window.keyboard.press('Escape');
  await command('preferences.set', { isRecoveryKitOffered: true });
  const heading = window.getByRole('heading', { name: 'Keyfob is locked' });
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
  await press('Use a passphrase…');
  await camera.dialog().waitFor();
  await take('passphrase');
  await window.keyboard.press('Escape');
  await command('vault.usePassphrase', { passphrase });
  await takeWithin('locked-passphrase', {
    async enter() {
      await lock();
      await window.getByLabel('Passphrase', { exact: true }).fill('correct horse');
      await press('Unlock');
      await window.getByText('This is not the passphrase.').waitFor();
    },
    leave: () => unlock(passphrase),
  });
}
