import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { ApiKey } from '../../../shared/domain/api-key.ts';
import type { Result } from '../../../shared/domain/app-error.ts';
import { projectFolder } from '../../support/build.ts';
import { hostControls, type HostControls } from '../../support/host-controls.ts';
import { launchKeyfob, type LaunchedKeyfob } from '../../support/launch.ts';
import { holds } from '../../support/holds.ts';

let keyfob: LaunchedKeyfob;
let host: HostControls;
let apiKey: ApiKey;

/** Gives any command as the page does; the types of one stand for all. */
function invoke(command: string, input: object): Promise<Result<unknown>> {
  return keyfob.window.evaluate(
    ([name, argument]) =>
      (Reflect.get(globalThis, 'keyfob') as Bridge).invoke(name as 'keys.list', argument as never),
    [command, input] as const,
  );
}

function isWindowVisible(): Promise<boolean> {
  return keyfob.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some((window) => window.isVisible()),
  );
}

async function trayLabels(): Promise<readonly string[]> {
  return (await host.trayMenuItems()).map(({ label }) => label);
}

beforeAll(async () => {
  keyfob = await launchKeyfob({ masterKey: 'memory' });
  host = hostControls(keyfob);
  const input = { name: 'R&D', serviceId: 'local', expiry: { kind: 'never' } };
  const generated = await invoke('keys.generate', input);
  if (!generated.ok) throw new Error(generated.error.code);
  apiKey = generated.value as ApiKey; // What this command answers.
});

afterAll(async () => {
  await keyfob.close();
});

const lastFour = (): string => apiKey.mask.slice(-4);
const trayLabel = (): string => `R&&D  ••••${lastFour()}`;

test(
  'the tray copies a key with the formats that keep it out of clipboard histories, and the screen lock takes it away',
  holds('clipboard.concealed', 'clipboard.cleared', 'clipboard.labels'),
  async () => {
    await expect.poll(trayLabels).toContain(trayLabel());
    await host.clickTrayItem(trayLabel());
    await expect.poll(() => host.clipboardText()).toMatch(new RegExp(`^kfak_.*${lastFour()}$`));
    if (process.platform === 'linux' && keyfob.host === 'stand-in') {
      expect(await host.clipboardFormats()).toContain(
        'electron application/osclipboard;format="x-kde-passwordManagerHint"',
      );
    }
    expect((await host.notifications()).at(-1)?.title).toContain('R&D');
    await host.lockScreen();
    await expect.poll(() => host.clipboardText()).toBe('');
  },
);

test('the tray leaves alone what was copied after the key', holds('clipboard.others'), async () => {
  await host.clickTrayItem(trayLabel());
  await expect.poll(() => host.clipboardText()).toMatch(/^kfak_/);
  await host.setClipboardText('something else');
  await host.lockScreen();
  // Answered after the clipboard was looked at: both go through the same main process, in order.
  await invoke('app.getState', {});
  expect(await host.clipboardText()).toBe('something else');
});

test('the tray refuses a disabled key, says why, and copies nothing', async () => {
  await invoke('keys.setDisabled', { id: apiKey.id, isDisabled: true });
  await expect.poll(trayLabels).toContain(`${trayLabel()} (disabled)`);
  await host.clickTrayItem(`${trayLabel()} (disabled)`);
  await expect.poll(async () => (await host.notifications()).at(-1)?.body).toMatch(/disabled/);
  expect(await host.clipboardText()).toBe('something else');
  await invoke('keys.setDisabled', { id: apiKey.id, isDisabled: false });
  await expect.poll(trayLabels).toContain(trayLabel());
});

test(
  'closing the window hides it in the tray, and a second start shows it again',
  holds('storage.second'),
  async () => {
    await keyfob.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    expect(await isWindowVisible()).toBe(false);
    expect((await host.notifications()).at(-1)?.title).toBe('Keyfob is still here');
    if (keyfob.host !== 'stand-in') return;
    const runner = join(projectFolder, 'test', 'support', 'electron-stand-in', 'run.ts');
    const main = join(projectFolder, 'out', 'main', 'main.js');
    const second = spawn(process.execPath, [runner, main, `--user-data-dir=${keyfob.userDataDir}`], {
      stdio: 'ignore',
    });
    expect((await once(second, 'exit'))[0]).toBe(0);
    await expect.poll(isWindowVisible).toBe(true);
  },
);

test('the tray and the menu lead to a new key, a new request and the settings', async () => {
  const dialog = keyfob.window.getByRole('dialog', { name: 'Generate API Key' });
  await host.clickTrayItem('Generate API Key…');
  await dialog.waitFor();
  await keyfob.window.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await host.clickTrayItem('New request…');
  await keyfob.window.getByLabel('URL', { exact: true }).waitFor();
  const fileMenu = (await host.menuItems())[process.platform === 'darwin' ? 1 : 0]?.label ?? '';
  await host.clickMenuItem(process.platform === 'darwin' ? 'Keyfob' : fileMenu, 'Settings…');
  await keyfob.window.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
});

test(
  'a link is opened only when the person agrees, and the question shows the host as it is',
  holds('bridge.links'),
  async () => {
    await invoke('app.openExternal', { url: 'https://pоstman.com/settings' });
    expect((await host.dialogs()).at(-1)?.message).toContain('xn--pstman-wqf.com');
    expect(await host.openedExternalUrls()).toEqual([]);
    await host.queueDialogAnswer({ kind: 'button', index: 0 });
    await invoke('app.openExternal', { url: 'https://postman.com/settings' });
    expect(await host.openedExternalUrls()).toEqual(['https://postman.com/settings']);
  },
);

test('a second origin of a service with keys is bound only when the person agrees', async () => {
  const draft = {
    name: 'Echo',
    baseUrl: 'http://127.0.0.1:9',
    headerName: 'X-API-Key',
    origins: ['http://127.0.0.1:9'],
  };
  const created = await invoke('services.create', draft);
  if (!created.ok) throw new Error(created.error.code);
  const { id } = created.value as { readonly id: string }; // A service.
  await invoke('keys.generate', { name: 'Bound', serviceId: id, expiry: { kind: 'never' } });
  const wider = { ...draft, origins: [...draft.origins, 'https://collector.example'] };
  expect(await invoke('services.update', { id, draft: wider })).toMatchObject({
    ok: false,
    error: { code: 'cancelled' },
  });
  expect((await host.dialogs()).at(-1)?.detail).toContain('https://collector.example');
  await host.queueDialogAnswer({ kind: 'button', index: 0 });
  expect(await invoke('services.update', { id, draft: wider })).toMatchObject({ ok: true });
});
