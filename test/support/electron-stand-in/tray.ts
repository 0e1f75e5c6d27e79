import { EventEmitter } from 'node:events';

type Surface = Pick<
  Electron.Tray,
  'setContextMenu' | 'popUpContextMenu' | 'setToolTip' | 'setTitle' | 'setImage' | 'destroy' | 'isDestroyed'
>;

/** No tray is drawn; a test reads and clicks its menu. */
export class StandInTray extends EventEmitter implements Surface {
  image: unknown;
  menu: unknown = null;
  toolTip = '';
  title = '';
  #isDestroyed = false;

  constructor(image: unknown) {
    super();
    this.image = image;
  }
  setContextMenu(menu: unknown): void {
    this.menu = menu;
  }
  popUpContextMenu(menu: unknown): void {
    if (menu !== undefined) this.menu = menu;
  }
  setToolTip(toolTip: string): void {
    this.toolTip = toolTip;
  }
  setTitle(title: string): void {
    this.title = title;
  }
  setImage(image: unknown): void {
    this.image = image;
  }
  setPressedImage(): void {}
  setIgnoreDoubleClickEvents(): void {}
  getBounds = (): Electron.Rectangle => ({ x: 0, y: 0, width: 0, height: 0 });
  destroy(): void {
    this.#isDestroyed = true;
  }
  isDestroyed = (): boolean => this.#isDestroyed;
}

type NotificationSurface = Pick<Electron.Notification, 'show' | 'close' | 'title' | 'body' | 'actions'>;

export class StandInNotification extends EventEmitter implements NotificationSurface {
  title: string;
  body: string;
  silent: boolean;
  actions: Electron.NotificationAction[];

  constructor(options: Electron.NotificationConstructorOptions = {}) {
    super();
    this.title = options.title ?? '';
    this.body = options.body ?? '';
    this.silent = options.silent ?? false;
    this.actions = options.actions ?? [];
  }
  show(): void {
    setImmediate(() => this.emit('show', {}));
  }
  close(): void {
    setImmediate(() => this.emit('close', {}));
  }
  static isSupported = (): boolean => true;
}
