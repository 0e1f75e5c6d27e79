import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';

/** Follows `themeSource`; the system itself is light unless a test says otherwise. */
export class StandInNativeTheme
  extends EventEmitter
  implements Pick<Electron.NativeTheme, 'themeSource' | 'shouldUseDarkColors'>
{
  #source: Electron.NativeTheme['themeSource'] = 'system';
  #system: 'light' | 'dark' = 'light';
  readonly shouldUseHighContrastColors = false;
  readonly shouldUseInvertedColorScheme = false;
  readonly shouldUseDarkColorsForSystemIntegratedUI = false;
  readonly prefersReducedTransparency = false;
  readonly inForcedColorsMode = false;

  get themeSource(): Electron.NativeTheme['themeSource'] {
    return this.#source;
  }
  set themeSource(source: Electron.NativeTheme['themeSource']) {
    this.#source = source;
    this.emit('updated');
  }
  get shouldUseDarkColors(): boolean {
    return (this.#source === 'system' ? this.#system : this.#source) === 'dark';
  }
  setSystemTheme(theme: 'light' | 'dark'): void {
    this.#system = theme;
    this.emit('updated');
  }
}

/** Emits nothing by itself; a test emits 'lock-screen' and sets the idle time. */
export class StandInPowerMonitor
  extends EventEmitter
  implements
    Pick<
      Electron.PowerMonitor,
      'getSystemIdleTime' | 'getSystemIdleState' | 'isOnBatteryPower' | 'onBatteryPower'
    >
{
  idleSeconds = 0;
  readonly onBatteryPower = false;
  getSystemIdleTime = (): number => this.idleSeconds;
  getSystemIdleState = (threshold: number): 'active' | 'idle' =>
    this.idleSeconds >= threshold ? 'idle' : 'active';
  getCurrentThermalState = () => 'unknown' as const;
  isOnBatteryPower = (): boolean => this.onBatteryPower;
}

const area = { x: 0, y: 0, width: 1920, height: 1080 };
const display = {
  id: 1,
  label: 'the stand-in',
  bounds: area,
  workArea: area,
  size: { width: area.width, height: area.height },
  workAreaSize: { width: area.width, height: area.height },
  scaleFactor: 1,
  rotation: 0,
  internal: true,
} satisfies Partial<Electron.Display>;

export class StandInScreen extends EventEmitter {
  getPrimaryDisplay = () => display;
  getAllDisplays = () => [display];
  getDisplayMatching = () => display;
  getDisplayNearestPoint = () => display;
  getCursorScreenPoint = (): Electron.Point => ({ x: 0, y: 0 });
}

export class StandInGlobalShortcut implements Pick<
  Electron.GlobalShortcut,
  'register' | 'unregister' | 'isRegistered' | 'unregisterAll'
> {
  readonly callbacks = new Map<string, () => void>();
  /** Those that another program has: they are refused, as by a system. */
  readonly taken = new Set<string>();
  register(accelerator: string, callback: () => void): boolean {
    if (this.taken.has(accelerator)) return false;
    this.callbacks.set(accelerator, callback);
    return true;
  }
  isRegistered = (accelerator: string): boolean => this.callbacks.has(accelerator);
  unregister(accelerator: string): void {
    this.callbacks.delete(accelerator);
  }
  unregisterAll(): void {
    this.callbacks.clear();
  }
}

/** Opens nothing: what would have been opened is said on the terminal, and a test reads it (host-recorder.ts). */
export function createShell(say: (text: string) => void) {
  return {
    openExternal(url: string): Promise<void> {
      say(`would open in the browser: ${url}`);
      return Promise.resolve();
    },
    openPath(path: string): Promise<string> {
      say(`would open: ${path}`);
      return Promise.resolve('');
    },
    showItemInFolder(path: string): void {
      say(`would show in its folder: ${path}`);
    },
    trashItem: (): Promise<void> => Promise.reject(new Error('The stand-in moves nothing to the trash')),
    beep: (): void => undefined,
  } satisfies Pick<Electron.Shell, 'openExternal' | 'openPath' | 'showItemInFolder' | 'trashItem' | 'beep'>;
}

const touchId = {
  canPromptTouchID: () => true,
  promptTouchID: () => Promise.reject(new Error('Canceled by user.')),
} satisfies Pick<Electron.SystemPreferences, 'canPromptTouchID' | 'promptTouchID'>;

/** With Touch ID only where a test plays a Mac: elsewhere Electron does not have these methods. It is cancelled, unless a test answers it. */
export function createSystemPreferences(hasTouchId: boolean) {
  return Object.assign(new EventEmitter(), hasTouchId ? touchId : {}, {
    getAccentColor: () => '000000ff',
    getAnimationSettings: () => ({
      shouldRenderRichAnimation: true,
      scrollAnimationsEnabledBySystem: true,
      prefersReducedMotion: false,
    }),
  }) satisfies Pick<Electron.SystemPreferences, 'getAccentColor' | 'getAnimationSettings'>;
}

/** `net.fetch` of files alone, for protocol handlers; Keyfob's requests do not go through Chromium. */
export const net = {
  isOnline: () => true,
  async fetch(input: string | URL): Promise<Response> {
    const url = new URL(input);
    if (url.protocol !== 'file:')
      throw new Error(`The stand-in's net.fetch reads files alone, not ${url.protocol}`);
    return new Response(new Uint8Array(await readFile(url)));
  },
};
