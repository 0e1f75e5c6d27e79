/** One item of a menu as a person sees it; separators have the type alone. */
export interface MenuItemSnapshot {
  readonly label: string;
  readonly sublabel: string;
  readonly type: string;
  readonly isEnabled: boolean;
  readonly isVisible: boolean;
  readonly isChecked: boolean;
  readonly accelerator: string | null;
  readonly items: readonly MenuItemSnapshot[];
}

/** What the operating system would have shown: texts alone, so that it crosses between processes. */
export interface HostRecorder {
  hasTray(): boolean;
  trayToolTip(): string;
  trayMenu(): readonly MenuItemSnapshot[];
  /** Chooses the item with these labels, outermost first. Throws when there is none, or it is disabled. */
  clickTrayItem(path: readonly string[]): void;
  /** The plain click on the tray's icon. */
  clickTray(): void;
  applicationMenu(): readonly MenuItemSnapshot[];
  clickMenuItem(path: readonly string[]): void;
  notifications(): readonly NotificationSnapshot[];
  /** Clicks the newest notification with this title, or one of its buttons. Throws when there is none. */
  answerNotification(title: string, button: string | null): void;
  dialogs(): readonly DialogSnapshot[];
  /** The answer to the next dialog that the app shows; without one a dialog is cancelled. */
  queueDialogAnswer(answer: DialogAnswer): void;
  openedUrls(): readonly string[];
  /** Files that were shown in the system's file manager. */
  shownFiles(): readonly string[];
  /** How the open questions of Touch ID end. */
  touchIdQuestions(): readonly string[];
  /** Puts a finger on the sensor, or cancels. Throws when nothing is asked. */
  answerTouchId(isThere: boolean): void;
  setIdleSeconds(seconds: number): void;
  lockScreen(): void;
}

export interface NotificationSnapshot {
  readonly title: string;
  readonly body: string;
  readonly buttons: readonly string[];
}

export interface DialogSnapshot {
  readonly kind: string;
  readonly title: string;
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
}

export type DialogAnswer =
  | { readonly kind: 'button'; readonly index: number; readonly isChecked?: boolean }
  | { readonly kind: 'files'; readonly paths: readonly string[] };

/** Where the recorder lies in the main process: `globalThis[Symbol.for(recorderSymbol)]`. */
export const recorderSymbol = 'keyfob.test.host-recorder';

interface ElectronItem {
  readonly label: string;
  readonly sublabel?: string;
  readonly type: string;
  readonly enabled: boolean;
  readonly visible: boolean;
  readonly checked: boolean;
  readonly accelerator?: string | null | undefined;
  readonly submenu?: ElectronMenu | null | undefined;
  click(): void;
}
interface ElectronMenu {
  readonly items: readonly ElectronItem[];
}
interface AnyMethods {
  // What is replaced has every signature; the recorder passes on what it was given.
  [name: string]: (this: unknown, ...args: never[]) => unknown;
}

/**
 * Puts itself between the app and the parts of Electron that talk to the operating system. It works on Electron's own module
 * and on the stand-in's alike, so that a spec cannot tell them apart. On Electron it is sent as source text and loaded before
 * the app (`--require`): it refers to nothing outside itself.
 */
export function installHostRecorder(electronModule: object, symbolName = 'keyfob.test.host-recorder'): void {
  const electron = electronModule as Record<string, AnyMethods & { prototype: AnyMethods }>; // Reached by name.
  let tray: { emit?: (name: string, event: unknown) => void } | undefined;
  let trayMenu: ElectronMenu | null = null;
  let toolTip = '';
  const notifications: NotificationSnapshot[] = [];
  const shownNotifications: { title: string; emit: (name: string, event: object) => void }[] = [];
  const dialogs: DialogSnapshot[] = [];
  const answers: DialogAnswer[] = [];
  const openedUrls: string[] = [];
  const shownFiles: string[] = [];
  let touchIdQuestions: { reason: string; answer: (isThere: boolean) => void }[] = [];
  let idleSeconds: number | undefined;

  const wrap = (
    target: AnyMethods | undefined,
    name: string,
    around: (self: unknown, args: unknown[], original: () => unknown) => unknown,
  ): void => {
    const original = target?.[name];
    if (target === undefined || original === undefined) return;
    target[name] = function (this: unknown, ...args: never[]): unknown {
      return around(this, args, () => Reflect.apply(original, this, args));
    };
  };

  wrap(electron['Tray']?.prototype, 'setContextMenu', (self, [menu], original) => {
    tray = self as typeof tray; // `this` of a Tray's method.
    trayMenu = menu as ElectronMenu | null; // Its only parameter.
    return original();
  });
  wrap(electron['Tray']?.prototype, 'popUpContextMenu', (self, [menu]) => {
    tray = self as typeof tray; // `this` of a Tray's method.
    if (menu !== undefined) trayMenu = menu as ElectronMenu; // Its first parameter.
  });
  wrap(electron['Tray']?.prototype, 'setToolTip', (self, [text], original) => {
    tray = self as typeof tray; // `this` of a Tray's method.
    toolTip = String(text);
    return original();
  });
  wrap(electron['Tray']?.prototype, 'destroy', (_self, _args, original) => {
    tray = undefined;
    trayMenu = null;
    return original();
  });
  wrap(electron['Notification']?.prototype, 'show', (self, _args, original) => {
    // `this` of a Notification's method.
    const shown = self as (typeof shownNotifications)[number] &
      Pick<Electron.Notification, 'body' | 'actions'>;
    const buttons = shown.actions.map(({ text = '' }) => text);
    notifications.push({ title: shown.title, body: shown.body, buttons });
    shownNotifications.push(shown);
    return original();
  });
  wrap(electron['shell'], 'openExternal', (_self, [url]) => {
    openedUrls.push(String(url));
    return Promise.resolve();
  });
  wrap(electron['shell'], 'showItemInFolder', (_self, [path]) => {
    shownFiles.push(String(path));
  });
  // Where the system has none, there is nothing to wrap.
  wrap(electron['systemPreferences'], 'canPromptTouchID', () => true);
  wrap(electron['systemPreferences'], 'promptTouchID', (_self, [reason]) => {
    return new Promise<void>((resolve, reject) => {
      const answer = (isThere: boolean): void => {
        if (isThere) resolve();
        else reject(new Error('Canceled by user.'));
      };
      touchIdQuestions.push({ reason: String(reason), answer });
    });
  });
  wrap(electron['powerMonitor'], 'getSystemIdleTime', (_self, _args, original) => idleSeconds ?? original());

  const record = (kind: string, args: unknown[]): Electron.MessageBoxOptions => {
    const options = (args.at(-1) ?? {}) as Electron.MessageBoxOptions; // The window before it may be left out.
    const { title = '', message, detail = '', buttons = [] } = options;
    dialogs.push({ kind, title, message, detail, buttons });
    return options;
  };
  wrap(electron['dialog'], 'showMessageBox', (_self, args) => {
    const { cancelId = 0 } = record('message', args);
    const answer = answers.shift();
    const chosen = answer?.kind === 'button' ? answer : { index: cancelId, isChecked: false };
    return Promise.resolve({ response: chosen.index, checkboxChecked: chosen.isChecked ?? false });
  });
  wrap(electron['dialog'], 'showMessageBoxSync', (_self, args) => {
    const { cancelId = 0 } = record('message', args);
    const answer = answers.shift();
    return answer?.kind === 'button' ? answer.index : cancelId;
  });
  const chooseFiles = (kind: string, args: unknown[]): readonly string[] => {
    record(kind, args);
    const answer = answers.shift();
    return answer?.kind === 'files' ? answer.paths : [];
  };
  wrap(electron['dialog'], 'showOpenDialog', (_self, args) => {
    const filePaths = chooseFiles('open', args);
    return Promise.resolve({ canceled: filePaths.length === 0, filePaths });
  });
  wrap(electron['dialog'], 'showSaveDialog', (_self, args) => {
    const [filePath] = chooseFiles('save', args);
    return Promise.resolve({ canceled: filePath === undefined, filePath: filePath ?? '' });
  });
  wrap(electron['dialog'], 'showErrorBox', (_self, [title, content]) => {
    dialogs.push({
      kind: 'error',
      title: String(title),
      message: String(content),
      detail: '',
      buttons: [],
    });
  });

  const snapshot = (item: ElectronItem): MenuItemSnapshot => ({
    label: item.label,
    sublabel: item.sublabel ?? '',
    type: item.type,
    isEnabled: item.enabled,
    isVisible: item.visible,
    isChecked: item.checked,
    accelerator: item.accelerator ?? null,
    items: (item.submenu?.items ?? []).map(snapshot),
  });
  const click = (menu: ElectronMenu | null | undefined, path: readonly string[]): void => {
    let items = menu?.items ?? [];
    let found: ElectronItem | undefined;
    for (const label of path) {
      found = items.find((item) => item.visible && item.label === label);
      if (found === undefined) {
        const labels = items.map((item) => `"${item.label}"`).join(', ');
        throw new Error(`The menu has no "${label}"; it has: ${labels}`);
      }
      items = found.submenu?.items ?? [];
    }
    if (found?.enabled !== true) throw new Error(`The menu's "${path.join('" > "')}" is disabled`);
    found.click();
  };
  const applicationMenu = (): ElectronMenu | null =>
    electron['Menu']?.['getApplicationMenu']?.() as ElectronMenu | null; // Electron's own return type.

  const recorder: HostRecorder = {
    hasTray: () => tray !== undefined,
    trayToolTip: () => toolTip,
    trayMenu: () => (trayMenu?.items ?? []).map(snapshot),
    clickTrayItem: (path) => {
      click(trayMenu, path);
    },
    clickTray: () => tray?.emit?.('click', {}),
    applicationMenu: () => (applicationMenu()?.items ?? []).map(snapshot),
    clickMenuItem: (path) => {
      click(applicationMenu(), path);
    },
    notifications: () => notifications,
    answerNotification: (title, button) => {
      const at = notifications.findLastIndex((each) => each.title === title);
      const actionIndex = button === null ? -1 : (notifications[at]?.buttons.indexOf(button) ?? -1);
      if (at < 0 || (button !== null && actionIndex < 0))
        throw new Error(`No notification "${title}" with "${button ?? 'a click'}"`);
      if (button === null) shownNotifications[at]?.emit('click', {});
      else shownNotifications[at]?.emit('action', { actionIndex });
    },
    dialogs: () => dialogs,
    queueDialogAnswer: (answer) => void answers.push(answer),
    openedUrls: () => openedUrls,
    shownFiles: () => shownFiles,
    touchIdQuestions: () => touchIdQuestions.map(({ reason }) => reason),
    answerTouchId: (isThere) => {
      if (touchIdQuestions.length === 0) throw new Error('Nothing asks for Touch ID');
      for (const { answer } of touchIdQuestions) answer(isThere);
      touchIdQuestions = [];
    },
    setIdleSeconds: (seconds) => {
      idleSeconds = seconds;
    },
    lockScreen: () => {
      const emit = electron['powerMonitor']?.['emit'] as ((name: string) => void) | undefined; // An EventEmitter's.
      emit?.call(electron['powerMonitor'], 'lock-screen');
    },
  };
  Object.defineProperty(globalThis, Symbol.for(symbolName), { value: recorder });
}
