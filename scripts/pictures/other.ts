import type { Camera } from './camera.ts';
import { someKeys } from './keys.ts';

/** Screens with nothing on them yet, Settings, the palette and the shortcuts. */
export async function otherPictures(camera: Camera): Promise<void> {
  const { window, take, go } = camera;
  await go('History');
  await take('history-empty');
  await go('Activity');
  await take('activity-empty');
  await someKeys(camera);
  await go('Settings');
  await take('settings');
  await window.keyboard.press('Control+K');
  await take('palette');
  await window.keyboard.press('Escape');
  await window.keyboard.press('?');
  await take('shortcuts');
  await window.keyboard.press('Escape');
}
