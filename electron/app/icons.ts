import { join } from 'node:path';
import { nativeImage, type NativeImage } from 'electron';

export interface TrayIcons {
  readonly usual: NativeImage;
  /** With a dot: while the secrets cannot be opened, or a key ends soon. */
  readonly attention: NativeImage;
}

export interface Icons {
  /** Null where the file is missing: the system's own icon is shown. */
  readonly window: NativeImage | null;
  readonly tray: TrayIcons;
}

/** Keyfob's own icons, from the app's `resources`; larger ones beside a file (`@2x`) are found by name. */
export function loadIcons(folder: string, platform: NodeJS.Platform): Icons {
  const window = nativeImage.createFromPath(join(folder, 'icon.png'));
  return { window: window.isEmpty() ? null : window, tray: loadTrayIcons(join(folder, 'tray'), platform) };
}

function loadTrayIcons(folder: string, platform: NodeJS.Platform): TrayIcons {
  const load = (name: string): NativeImage => nativeImage.createFromPath(join(folder, name));
  if (platform === 'darwin') {
    // A template has no colour of its own: macOS gives it the menu bar's, and the menu's labels say what is wrong.
    const template = load('trayTemplate.png');
    template.setTemplateImage(true);
    return { usual: template, attention: template };
  }
  const extension = platform === 'win32' ? 'ico' : 'png';
  return { usual: load(`tray.${extension}`), attention: load(`tray-attention.${extension}`) };
}
