import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { electronLoginItem } from '../../../electron/adapters/electron-login-item.ts';
import { quoted, xdgLoginItem } from '../../../electron/adapters/xdg-login-item.ts';
import { loginCommand } from '../../../electron/app/login-command.ts';
import { isStartedHidden } from '../../../electron/app/start-hidden.ts';
import { createDesktop } from '../../../electron/desktop/desktop.ts';
import { LoginItemError } from '../../../electron/ports/login-item.ts';
import { errorOf } from '../../support/results.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function onLinux() {
  const folder = await temporaryFolder();
  open.push(folder.close);
  const file = join(folder.path, 'autostart', 'keyfob.desktop');
  return { file, item: xdgLoginItem({ file, command: ['/opt/Keyfob/keyfob', '--hidden'] }) };
}

describe('on Linux', () => {
  test('is a desktop entry, there only while it is on', async () => {
    const { file, item } = await onLinux();
    expect(item.isOn()).toBe(false);
    item.set(true);
    expect(item.isOn()).toBe(true);
    expect(readFileSync(file, 'utf8')).toContain('\nExec="/opt/Keyfob/keyfob" "--hidden"\n');
    item.set(false);
    expect([item.isOn(), existsSync(file)]).toEqual([false, false]);
    item.set(false);
  });

  test.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false'])(
    'is off when the desktop’s own settings say so: %s',
    async (line) => {
      const { file, item } = await onLinux();
      item.set(true);
      writeFileSync(file, `${readFileSync(file, 'utf8')}${line}\n`);
      expect(item.isOn()).toBe(false);
      item.set(true);
      expect(item.isOn()).toBe(true);
    },
  );

  test('says that it was refused where the folder cannot be written', async () => {
    const { file, item } = await onLinux();
    mkdirSync(file, { recursive: true });
    expect(() => {
      item.set(true);
    }).toThrow(LoginItemError);
  });

  test('a path with every odd character comes through as one argument', () => {
    const path = '/opt/My $HOME `id` "Keyfob" 100% \\ é/keyfob';
    // As a desktop reads it: the file's escapes first, then the quotes as a shell has them, then the percent signs.
    const argument = quoted(path)
      .replaceAll(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character))
      .replaceAll('%%', '%');
    expect(execFileSync('sh', ['-c', `printf %s ${argument}`], { encoding: 'utf8' })).toBe(path);
  });
});

test('on macOS and Windows the system is asked, and one that did not take it is said', () => {
  let opensAtLogin = false;
  const asked: unknown[] = [];
  const app = {
    getLoginItemSettings: (options: unknown) => {
      asked.push(options);
      return { openAtLogin: opensAtLogin } as Electron.LoginItemSettings;
    },
    setLoginItemSettings: ({ openAtLogin = false }: Electron.Settings) => void (opensAtLogin = openAtLogin),
  };
  const item = electronLoginItem(app, ['--hidden']); // the two that it calls
  item.set(true);
  expect(item.isOn()).toBe(true);
  expect(asked.at(-1)).toEqual({ args: ['--hidden'] });
  const refusing = electronLoginItem({ ...app, setLoginItemSettings: () => undefined }, []); // the same two
  const desktop = createDesktop({
    loginItem: refusing,
    publish: () => undefined,
    quickCopy: { state: () => ({}) as never, set: () => ({ ok: true, value: {} }) }, // not looked at here
  });
  expect(errorOf(desktop.setOpenAtLogin(false)).code).toBe('login-item-refused');
});

test('the same program is started on the same folder, hidden', () => {
  const app = { isPackaged: true, getAppPath: () => '/src/keyfob' };
  const program = { execPath: '/opt/keyfob', env: {} };
  expect(loginCommand(app, '', program)).toEqual(['/opt/keyfob', '--hidden']);
  expect(loginCommand(app, '/data', program)).toEqual(['/opt/keyfob', '--user-data-dir=/data', '--hidden']);
  const appImage = { execPath: '/tmp/.mount_Key/keyfob', env: { APPIMAGE: '/home/ada/Keyfob.AppImage' } };
  expect(loginCommand(app, '', appImage)[0]).toBe('/home/ada/Keyfob.AppImage');
  expect(loginCommand({ ...app, isPackaged: false }, '', program)).toEqual([
    '/opt/keyfob',
    '/src/keyfob',
    '--hidden',
  ]);
});

test('a start by the login item shows no window', () => {
  const app = (wasOpenedAtLogin: boolean) => ({
    getLoginItemSettings: () => ({ wasOpenedAtLogin }) as Electron.LoginItemSettings,
  });
  expect(isStartedHidden(app(false), ['keyfob', '--hidden'], 'linux')).toBe(true);
  expect(isStartedHidden(app(false), ['keyfob'], 'linux')).toBe(false);
  expect(isStartedHidden(app(true), ['Keyfob'], 'darwin')).toBe(true);
  expect(isStartedHidden(app(false), ['Keyfob'], 'darwin')).toBe(false);
});
