import { EventEmitter } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createEvent, emitPreventable } from './events.ts';
import { requestLock } from './single-instance.ts';
import { standInFolder } from './stand-in-folder.ts';

type Surface = Pick<
  Electron.App,
  | 'whenReady'
  | 'isReady'
  | 'quit'
  | 'exit'
  | 'relaunch'
  | 'getPath'
  | 'setPath'
  | 'setAppLogsPath'
  | 'getAppPath'
  | 'getVersion'
  | 'getName'
  | 'setName'
  | 'getLocale'
  | 'getSystemLocale'
  | 'getPreferredSystemLanguages'
  | 'isPackaged'
  | 'name'
  | 'requestSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'enableSandbox'
  | 'setAboutPanelOptions'
  | 'showAboutPanel'
  | 'setAppUserModelId'
  | 'setAsDefaultProtocolClient'
  | 'setBadgeCount'
  | 'getBadgeCount'
  | 'setLoginItemSettings'
  | 'getLoginItemSettings'
  | 'disableHardwareAcceleration'
  | 'focus'
  | 'hide'
  | 'show'
  | 'dock'
>;

export interface AppOptions {
  /** The folder that holds the app's package.json. */
  readonly appFolder: string;
  readonly isPackaged: boolean;
  readonly userDataFolder: string | undefined;
  /** The single-instance lock was taken: this process will show windows. */
  onLocked(): void;
  /** Closes the windows as the app quits; false when one of them refused. */
  closeWindows(): boolean;
  /** Ends what the process started, then the process. */
  end(exitCode: number): void;
}

interface PackageFile {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
}

export class StandInApp extends EventEmitter implements Surface {
  readonly isPackaged: boolean;
  readonly dock = undefined;
  readonly commandLine = new StandInCommandLine(process.argv);
  name: string;
  readonly #options: AppOptions;
  readonly #version: string;
  readonly #paths = new Map<string, string>();
  readonly #ready = Promise.withResolvers<undefined>();
  #isReady = false;
  #isQuitting = false;
  #badgeCount = 0;
  #opensAtLogin = false;
  #releaseLock: (() => void) | undefined;

  constructor(options: AppOptions) {
    super();
    this.#options = options;
    this.isPackaged = options.isPackaged;
    const file = join(options.appFolder, 'package.json');
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '{}';
    const { name, productName, version } = JSON.parse(text) as PackageFile; // Three strings at most.
    this.name = productName ?? name ?? 'Electron';
    this.#version = version ?? '0.0.0';
    if (options.userDataFolder !== undefined) this.#paths.set('userData', options.userDataFolder);
  }

  /** Main has run to its end: the moment at which Electron becomes ready. */
  becomeReady(): void {
    this.#isReady = true;
    this.emit('will-finish-launching');
    this.emit('ready', createEvent(), {});
    this.#ready.resolve(undefined);
  }

  isReady = (): boolean => this.#isReady;
  whenReady = (): Promise<void> => this.#ready.promise;
  getName = (): string => this.name;
  setName(name: string): void {
    this.name = name;
  }
  getVersion = (): string => this.#version;
  getAppPath = (): string => this.#options.appFolder;
  /** What its Chromium speaks. */
  getLocale = (): string => 'en-US';
  getSystemLocale = (): string => 'en-GB';
  getPreferredSystemLanguages = (): string[] => ['en-GB'];

  getPath(name: Parameters<Electron.App['getPath']>[0]): string {
    const set = this.#paths.get(name);
    if (set !== undefined) return set;
    const home = homedir();
    const appData = process.env['XDG_CONFIG_HOME'] ?? join(home, '.config');
    const userData = (): string => this.getPath('userData');
    const known: Partial<Record<string, () => string>> = {
      home: () => home,
      appData: () => appData,
      userData: () => join(appData, this.name),
      sessionData: userData,
      logs: () => join(userData(), 'logs'),
      crashDumps: () => join(userData(), 'Crashpad'),
      temp: () => tmpdir(),
      exe: () => process.execPath,
      module: () => process.execPath,
      downloads: () => join(home, 'Downloads'),
      documents: () => join(home, 'Documents'),
      desktop: () => join(home, 'Desktop'),
    };
    const path = known[name];
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path();
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }

  setAppLogsPath(path?: string): void {
    this.#paths.set('logs', path ?? join(this.getPath('userData'), 'logs'));
  }

  requestSingleInstanceLock(additionalData: Record<string, unknown> = {}): boolean {
    if (this.#releaseLock !== undefined) return true;
    const message = { argv: process.argv, workingDirectory: process.cwd(), additionalData };
    this.#releaseLock = requestLock(standInFolder(this.getPath('userData')), message, (second) => {
      this.emit(
        'second-instance',
        createEvent(),
        second.argv,
        second.workingDirectory,
        second.additionalData,
      );
    });
    if (this.#releaseLock !== undefined) this.#options.onLocked();
    return this.#releaseLock !== undefined;
  }

  hasSingleInstanceLock = (): boolean => this.#releaseLock !== undefined;

  releaseSingleInstanceLock(): void {
    this.#releaseLock?.();
    this.#releaseLock = undefined;
  }

  quit(): void {
    if (this.#isQuitting || emitPreventable(this, 'before-quit')) return;
    this.#isQuitting = true;
    this.#isQuitting = this.#options.closeWindows();
    if (this.#isQuitting) setImmediate(() => this.#shutDown());
  }

  #shutDown(): void {
    if (emitPreventable(this, 'will-quit')) {
      this.#isQuitting = false;
      return;
    }
    this.exit(0);
  }

  exit(exitCode = 0): void {
    this.emit('quit', createEvent(), exitCode);
    this.releaseSingleInstanceLock();
    this.#options.end(exitCode);
  }

  /** The last window was closed. Electron quits unless someone listens. */
  allWindowsClosed(): void {
    if (this.#isQuitting) return;
    if (this.listenerCount('window-all-closed') === 0) this.quit();
    else this.emit('window-all-closed');
  }

  setBadgeCount(count = 0): boolean {
    this.#badgeCount = count;
    return true;
  }
  getBadgeCount = (): number => this.#badgeCount;
  /** As on macOS and Windows; Keyfob writes an autostart entry of its own on Linux. */
  setLoginItemSettings({ openAtLogin = false }: Electron.Settings = {}): void {
    this.#opensAtLogin = openAtLogin;
  }
  getLoginItemSettings = (): Electron.LoginItemSettings => ({
    openAtLogin: this.#opensAtLogin,
    wasOpenedAtLogin: false,
    status: this.#opensAtLogin ? 'enabled' : 'not-registered',
    executableWillLaunchAtLogin: this.#opensAtLogin,
    launchItems: [],
  });
  setAsDefaultProtocolClient = (): boolean => true;

  // What changes nothing that a test could see.
  relaunch(): void {}
  enableSandbox(): void {}
  setAboutPanelOptions(): void {}
  showAboutPanel(): void {}
  setAppUserModelId(): void {}
  disableHardwareAcceleration(): void {}
  focus(): void {}
  hide(): void {}
  show(): void {}
}

/** The switches that the app was started with; Chromium gets its own (chromium-host.ts). */
class StandInCommandLine implements Omit<Electron.CommandLine, 'appendArgument'> {
  readonly #switches = new Map<string, string>();

  constructor(argv: readonly string[]) {
    for (const argument of argv) {
      const [, name, value] = /^--([^=]+)(?:=(.*))?$/s.exec(argument) ?? [];
      if (name !== undefined) this.#switches.set(name, value ?? '');
    }
  }
  appendSwitch(name: string, value = ''): void {
    this.#switches.set(name, value);
  }
  hasSwitch = (name: string): boolean => this.#switches.has(name);
  getSwitchValue = (name: string): string => this.#switches.get(name) ?? '';
  removeSwitch(name: string): void {
    this.#switches.delete(name);
  }
}

/** The folder of the package.json nearest above the main file. */
export function findAppFolder(mainFile: string): string {
  for (let folder = dirname(mainFile); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (dirname(folder) === folder) return dirname(mainFile);
  }
}
