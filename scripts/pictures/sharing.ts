import type { Camera } from './camera.ts';

/** Sharing a collection, its URL shown once, and the list. */
export async function sharingPictures(camera: Camera): Promise<void> {
  const { window, take, press } = camera;
  const section = window.getByRole('region', { name: 'Collection access keys' });
  await take('access-keys-empty', section);
  await press('Share a collection');
  const dialog = window.getByRole('dialog', { name: 'Share a collection' });
  await dialog.getByRole('button', { name: /Collection/ }).click();
  await window.getByRole('option').first().click();
  await take('share');
  await dialog.getByRole('button', { name: 'Share', exact: true }).click();
  await window.getByRole('dialog', { name: 'Copy your access URL' }).waitFor();
  await take('access-url');
  await press('Close');
  await take('access-keys', section);
  await section.getByRole('button', { name: 'Delete' }).first().click();
  await take('access-key-delete');
  await window.keyboard.press('Escape');
}
