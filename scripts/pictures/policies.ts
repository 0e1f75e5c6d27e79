import type { Camera } from './camera.ts';
import { someKeys } from './keys.ts';

/** API key settings: both tabs, and which keys a rule would end sooner. */
export async function policyPictures(camera: Camera): Promise<void> {
  const { window, take, press } = camera;
  await someKeys(camera);
  await press('API key settings');
  const dialog = window.getByRole('dialog', { name: 'API key settings' });
  await dialog.waitFor();
  await take('key-settings');
  await dialog.getByRole('button', { name: /^.*Maximum lifetime/ }).click();
  await window.getByRole('option', { name: '30 days', exact: true }).click();
  await dialog.getByRole('region', { name: 'Keys that end sooner' }).waitFor();
  await take('key-settings-preview');
  await dialog.getByRole('tab', { name: 'Team policy' }).click();
  await take('key-settings-team');
}
