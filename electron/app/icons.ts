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
  /** The dot at the window's button in the taskbar of Windows. */
  readonly overlay: NativeImage;
}

/** Keyfob's own icons, from the app's `resources`; larger ones beside a file (`@2x`) are found by name. */
export function loadIcons(folder: string, platform: NodeJS.Platform): Icons {
  const window = nativeImage.createFromPath(join(folder, 'icon.png'));
  return {
    window: window.isEmpty() ? null : window,
    tray: loadTrayIcons(join(folder, 'tray'), platform),
    overlay: nativeImage.createFromPath(join(folder, 'tray', 'overlay.png')),
  };
}

function loadTrayIcons(folder: string, platform: NodeJS.Platform): TrayIcons {
  const load = (name: string): NativeImage => nativeImage.createFromPath(join(folder, name));
  if (platform === 'darwin') {
    // A template has no colour of its own: macOS gives it the menu bar's, so that its dot is told by its shape.
    const [usual, attention] = [load('trayTemplate.png'), load('trayAttentionTemplate.png')];
    usual.setTemplateImage(true);
    attention.setTemplateImage(true);
    return { usual, attention };
  }
  const extension = platform === 'win32' ? 'ico' : 'png';
  return { usual: load(`tray.${extension}`), attention: load(`tray-attention.${extension}`) };
}
