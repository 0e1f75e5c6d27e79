import { join } from 'node:path';
import { nativeImage, type NativeImage } from 'electron';

export interface Icons {
  readonly window: NativeImage | null;
  readonly tray: NativeImage;
}

const TRAY_FILE: Partial<Record<NodeJS.Platform, string>> = { darwin: 'trayTemplate.png', win32: 'tray.ico' };

/** Keyfob's own icons, from the app's `resources`. macOS colours a template image itself; larger ones beside it (`@2x`) are found by name. */
export function loadIcons(folder: string, platform: NodeJS.Platform): Icons {
  const load = (name: string): NativeImage => nativeImage.createFromPath(join(folder, name));
  const window = load('icon.png');
  const tray = load(join('tray', TRAY_FILE[platform] ?? 'tray.png'));
  if (platform === 'darwin') tray.setTemplateImage(true);
  return { window: window.isEmpty() ? null : window, tray };
}
