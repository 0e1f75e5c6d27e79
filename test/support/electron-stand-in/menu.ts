import { EventEmitter } from 'node:events';
import { createEvent } from './events.ts';

type Template = Electron.MenuItemConstructorOptions;
type ItemSurface = Pick<
  Electron.MenuItem,
  'id' | 'label' | 'sublabel' | 'toolTip' | 'type' | 'enabled' | 'visible' | 'checked' | 'commandId'
>;

/** What a role does; the rest of them are the window manager's. */
export type RoleActions = Readonly<Record<string, (() => void) | undefined>>;

export class StandInMenuItem implements ItemSurface {
  readonly id: string;
  readonly role: Template['role'];
  readonly type: NonNullable<Template['type']>;
  readonly accelerator: string | undefined;
  readonly icon: Template['icon'];
  readonly submenu: StandInMenu | undefined;
  readonly commandId: number;
  label: string;
  sublabel: string;
  toolTip: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  readonly #click: Template['click'];
  readonly #roles: RoleActions;

  constructor(options: Template, roles: RoleActions, commandId: number) {
    this.commandId = commandId;
    this.id = options.id ?? '';
    this.role = options.role;
    this.type = options.type ?? (options.submenu === undefined ? 'normal' : 'submenu');
    this.accelerator = options.accelerator ?? undefined;
    this.icon = options.icon;
    this.label = options.label ?? options.role ?? '';
    this.sublabel = options.sublabel ?? '';
    this.toolTip = options.toolTip ?? '';
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.submenu = Array.isArray(options.submenu) ? new StandInMenu(options.submenu, roles) : undefined;
    this.#click = options.click;
    this.#roles = roles;
  }

  /** As if the person chose it. Electron passes the item, the focused window and the event. */
  click = (event: unknown = createEvent(), window?: unknown): void => {
    if (!this.enabled) return;
    if (this.type === 'checkbox') this.checked = !this.checked;
    if (this.type === 'radio') this.checked = true;
    if (this.role !== undefined) this.#roles[this.role]?.();
    // The app's own click handlers read none of the parts that are missing here.
    this.#click?.(
      this as unknown as Electron.MenuItem,
      window as Electron.BaseWindow,
      event as Electron.KeyboardEvent,
    );
  };
}

export class StandInMenu extends EventEmitter {
  readonly items: StandInMenuItem[] = [];

  constructor(template: readonly Template[] = [], roles: RoleActions = {}) {
    super();
    for (const options of template)
      this.items.push(new StandInMenuItem(options, roles, this.items.length + 1));
  }

  append(item: StandInMenuItem): void {
    this.items.push(item);
  }
  insert(position: number, item: StandInMenuItem): void {
    this.items.splice(position, 0, item);
  }
  getMenuItemById(id: string): StandInMenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
  popup(): void {
    this.emit('menu-will-show', createEvent());
  }
  closePopup(): void {
    this.emit('menu-will-close', createEvent());
  }

  /** Clicks the item with this accelerator; false when there is none. `held` is Electron's form: Ctrl+Shift+N. */
  press(held: string, window: unknown): boolean {
    for (const item of this.items) {
      if (item.submenu?.press(held, window) === true) return true;
      if (item.accelerator === undefined || normalize(item.accelerator) !== normalize(held)) continue;
      item.click(createEvent({ triggeredByAccelerator: true }), window);
      return true;
    }
    return false;
  }
}

/** One spelling for an accelerator: `CmdOrCtrl+shift+N` and `Ctrl+Shift+n` are the same on Linux. */
function normalize(accelerator: string): string {
  const names: Record<string, string | undefined> = {
    cmdorctrl: 'ctrl',
    commandorcontrol: 'ctrl',
    control: 'ctrl',
    option: 'alt',
    plus: '=',
  };
  const keys = accelerator.toLowerCase().split('+');
  return keys
    .map((key) => names[key] ?? key)
    .sort()
    .join('+');
}

export function createMenuClass(roles: RoleActions) {
  let applicationMenu: StandInMenu | null = null;
  return class Menu extends StandInMenu {
    constructor() {
      super([], roles);
    }
    static buildFromTemplate = (template: readonly (Template | StandInMenuItem)[]): StandInMenu => {
      const menu = new StandInMenu([], roles);
      for (const item of template) {
        menu.append(
          item instanceof StandInMenuItem ? item : new StandInMenuItem(item, roles, menu.items.length + 1),
        );
      }
      return menu;
    };
    static setApplicationMenu = (menu: StandInMenu | null): void => {
      applicationMenu = menu;
    };
    static getApplicationMenu = (): StandInMenu | null => applicationMenu;
    static sendActionToFirstResponder = (): void => undefined;
  };
}

export function createMenuItemClass(roles: RoleActions) {
  return class MenuItem extends StandInMenuItem {
    constructor(options: Template) {
      super(options, roles, 0);
    }
  };
}
