import { describe, expect, it } from 'vitest';
import { StandInClipboard, StandInClipboardItem } from '../../support/electron-stand-in/clipboard.ts';
import { createDialog } from '../../support/electron-stand-in/dialog.ts';
import { createMenuClass } from '../../support/electron-stand-in/menu.ts';
import { StandInNotification, StandInTray } from '../../support/electron-stand-in/tray.ts';
import { installHostRecorder, type HostRecorder } from '../../support/host-recorder.ts';

let installed = 0;

function setUp() {
  installed += 1;
  const name = `recorder of test ${String(installed)}`;
  const Menu = createMenuClass({});
  // Classes of its own: the recorder changes prototypes.
  class Tray extends StandInTray {
    override setContextMenu(menu: unknown): void {
      super.setContextMenu(menu);
    }
  }
  class Notification extends StandInNotification {
    override show(): void {
      super.show();
    }
  }
  const electron = { Menu, Tray, Notification, dialog: createDialog(() => undefined) };
  installHostRecorder(electron, name);
  const recorder = Reflect.get(globalThis, Symbol.for(name)) as HostRecorder; // Put there by the line above.
  return { ...electron, recorder };
}

describe('the recorder at the edge of the window', () => {
  it("reads and clicks the tray's menu by its labels", () => {
    const { Tray, Menu, recorder } = setUp();
    const clicked: string[] = [];
    const template = [
      { label: 'Copy', submenu: [{ label: 'CI key', click: () => clicked.push('CI key') }] },
      { label: 'Locked', enabled: false },
    ];
    new Tray(undefined).setContextMenu(Menu.buildFromTemplate(template));
    recorder.clickTrayItem(['Copy', 'CI key']);
    expect(clicked).toEqual(['CI key']);
    expect(recorder.trayMenu().map((item) => [item.label, item.isEnabled])).toEqual([
      ['Copy', true],
      ['Locked', false],
    ]);
    expect(() => {
      recorder.clickTrayItem(['Copy', 'Other']);
    }).toThrow('The menu has no "Other"; it has: "CI key"');
    expect(() => {
      recorder.clickTrayItem(['Locked']);
    }).toThrow('disabled');
  });

  it('answers dialogs in the order in which answers were queued, and cancels the rest', async () => {
    const { dialog, recorder } = setUp();
    recorder.queueDialogAnswer({ kind: 'button', index: 0 });
    const question = { message: 'Open it?', buttons: ['Open', 'Cancel'], cancelId: 1 };
    expect((await dialog.showMessageBox(question)).response).toBe(0);
    expect((await dialog.showMessageBox({}, question)).response).toBe(1);
    expect(recorder.dialogs().map((shown) => shown.message)).toEqual(['Open it?', 'Open it?']);
  });

  it('keeps what notifications said', () => {
    const { Notification, recorder } = setUp();
    new Notification({ title: 'Copied', body: 'CI key' }).show();
    expect(recorder.notifications()).toEqual([{ title: 'Copied', body: 'CI key', buttons: [] }]);
  });
});

describe("the stand-in's menu", () => {
  it.each([
    ['CmdOrCtrl+Shift+N', 'Ctrl+Shift+N', true],
    ['CmdOrCtrl+,', 'Ctrl+,', true],
    ['CmdOrCtrl+N', 'Ctrl+Shift+N', false],
    ['F5', 'F5', true],
  ])('%s is chosen by %s: %s', (accelerator, held, isChosen) => {
    let count = 0;
    const menu = createMenuClass({}).buildFromTemplate([
      { label: 'File', submenu: [{ label: 'Do', accelerator, click: () => (count += 1) }] },
    ]);
    expect(menu.press(held, undefined)).toBe(isChosen);
    expect(count).toBe(isChosen ? 1 : 0);
  });
});

describe("the stand-in's clipboard", () => {
  it('holds every format of one write, and nothing of a write that failed', async () => {
    const clipboard = new StandInClipboard();
    await clipboard.write([new StandInClipboardItem({ 'text/plain': 'value', 'x/hint': 'secret' })]);
    expect(await clipboard.has('x/hint')).toBe(true);
    expect(await clipboard.readText()).toBe('value');
    clipboard.failNextWrite = true;
    await expect(clipboard.writeText('other')).rejects.toThrow('Failed to write');
    expect(await clipboard.readText()).toBe('value');
    clipboard.clear();
    expect(await clipboard.read()).toEqual([]);
  });
});
