import type {
  DialogAnswer,
  DialogSnapshot,
  HostRecorder,
  MenuItemSnapshot,
  NotificationSnapshot,
} from './host-recorder.ts';
import type { LaunchedKeyfob } from './launch.ts';

/** What a spec does at the edge of the window: tray, menus, notifications, dialogs, clipboard. The same on both hosts. */
export interface HostControls {
  trayMenuItems(): Promise<readonly MenuItemSnapshot[]>;
  trayToolTip(): Promise<string>;
  /** `clickTrayItem('Copy', 'CI key ····1234')`: the labels from the outside in. */
  clickTrayItem(...path: readonly string[]): Promise<void>;
  clickTray(): Promise<void>;
  menuItems(): Promise<readonly MenuItemSnapshot[]>;
  clickMenuItem(...path: readonly string[]): Promise<void>;
  notifications(): Promise<readonly NotificationSnapshot[]>;
  /** `null` for a plain click. */
  answerNotification(title: string, button: string | null): Promise<void>;
  dialogs(): Promise<readonly DialogSnapshot[]>;
  queueDialogAnswer(answer: DialogAnswer): Promise<void>;
  openedExternalUrls(): Promise<readonly string[]>;
  /** Files that were shown in the system's file manager. */
  shownFiles(): Promise<readonly string[]>;
  clipboardText(): Promise<string>;
  /** Every format on the clipboard, as Electron names them. */
  clipboardFormats(): Promise<readonly string[]>;
  setClipboardText(text: string): Promise<void>;
  /** How the open questions of Touch ID end; start with `KEYFOB_STAND_IN_TOUCH_ID=1` for a Mac that has one. */
  touchIdQuestions(): Promise<readonly string[]>;
  answerTouchId(isThere: boolean): Promise<void>;
  setIdleSeconds(seconds: number): Promise<void>;
  lockScreen(): Promise<void>;
}

export function hostControls(keyfob: Pick<LaunchedKeyfob, 'evaluate'>): HostControls {
  const ask = async <Name extends keyof HostRecorder>(
    method: Name,
    ...args: Parameters<HostRecorder[Name]>
  ): Promise<ReturnType<HostRecorder[Name]>> => {
    const result: unknown = await keyfob.evaluate(
      (_electron, request: { readonly method: string; readonly args: readonly unknown[] }) => {
        const recorder: unknown = Reflect.get(globalThis, Symbol.for('keyfob.test.host-recorder'));
        const call: unknown = Reflect.get(Object(recorder), request.method);
        if (typeof call !== 'function')
          throw new Error('The host recorder is not there (it is not in a packaged app)');
        return Reflect.apply(call, recorder, request.args) as unknown;
      },
      { method, args },
    );
    return result as ReturnType<HostRecorder[Name]>; // What the recorder's method of this name returned.
  };
  return {
    trayMenuItems: () => ask('trayMenu'),
    trayToolTip: () => ask('trayToolTip'),
    clickTrayItem: (...path) => ask('clickTrayItem', path),
    clickTray: () => ask('clickTray'),
    menuItems: () => ask('applicationMenu'),
    clickMenuItem: (...path) => ask('clickMenuItem', path),
    notifications: () => ask('notifications'),
    answerNotification: (title, button) => ask('answerNotification', title, button),
    dialogs: () => ask('dialogs'),
    queueDialogAnswer: (answer) => ask('queueDialogAnswer', answer),
    openedExternalUrls: () => ask('openedUrls'),
    shownFiles: () => ask('shownFiles'),
    clipboardText: () => keyfob.evaluate(({ clipboard }) => clipboard.readText()),
    clipboardFormats: () =>
      keyfob.evaluate(async ({ clipboard }) => (await clipboard.read()).flatMap((item) => item.types)),
    setClipboardText: (text) =>
      keyfob.evaluate(({ clipboard }, value: string) => clipboard.writeText(value), text),
    touchIdQuestions: () => ask('touchIdQuestions'),
    answerTouchId: (isThere) => ask('answerTouchId', isThere),
    setIdleSeconds: (seconds) => ask('setIdleSeconds', seconds),
    lockScreen: () => ask('lockScreen'),
  };
}
