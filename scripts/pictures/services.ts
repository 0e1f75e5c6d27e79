import { randomBytes } from 'node:crypto';
import { hostControls } from '../../test/support/host-controls.ts';
import type { Camera } from './camera.ts';
import { someKeys } from './keys.ts';
import { startApi } from './some-api.ts';

/** Services, a key from elsewhere, what is known of a key, and profiles. */
export async function servicePictures(camera: Camera): Promise<void> {
  const { window, take, press, choose } = camera;
  const secret = `wx_${randomBytes(20).toString('hex')}`;
  const api = await startApi();
  try {
    await someKeys(camera);
    await press('Add service');
    await take('service-form');
    await window.keyboard.press('Escape');
    await camera.command('services.create', {
      name: 'Weather',
      baseUrl: `${api.url}/v1`,
      headerName: 'X-Weather',
      origins: [api.url],
      checkUrl: `${api.url}/check`,
      keyPrefix: 'wx_',
    });
    await take('services', window.getByRole('region', { name: 'Services' }));
    await press('Add existing key');
    await take('add-key');
    await hostControls(camera.keyfob).setClipboardText(secret);
    await press(/^Paste/);
    await window.getByLabel('Name', { exact: true }).fill('Forecast');
    await press('Verify');
    await window.getByText('Weather accepts this key').waitFor();
    await take('add-key-verified');
    await press('Save');
    await camera.dialog().waitFor({ state: 'detached' });
    await choose('Forecast', 'Details');
    await take('key-details');
    await press('Close');
    await profilePictures(camera);
  } finally {
    api.close();
  }
}

async function profilePictures(camera: Camera): Promise<void> {
  const { window, take, press, command } = camera;
  await press('Manage profiles');
  await take('profiles-empty');
  await press('New profile');
  await window.getByLabel('Name', { exact: true }).fill('Work');
  await take('profile-form');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Escape');
  const keys = await command<{ id: string; serviceId: string; isDefault: boolean }[]>('keys.list', {});
  const defaults = keys
    .filter(({ isDefault }) => isDefault)
    .map(({ id, serviceId }) => ({ serviceId, apiKeyId: id }));
  for (const name of ['Work', 'Personal']) await command('profiles.save', { id: null, name, defaults });
  await press('Manage profiles');
  await take('profiles');
  await window.keyboard.press('Escape');
}
