import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchStandIn } from '../support/launch-stand-in.ts';
import type { HostProcess } from '../support/launched-host.ts';

const main = `
import { app, BrowserWindow, ipcMain, nativeTheme, protocol } from 'electron';
import { createRequire } from 'node:module';
const isSame = createRequire(import.meta.url)('electron').app === app;
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
if (!app.requestSingleInstanceLock()) app.quit();
else {
  globalThis.seconds = [];
  globalThis.opened = [];
  app.on('second-instance', (_event, argv) => globalThis.seconds.push(argv.at(-1)));
  app.on('web-contents-created', (_event, page) => {
    page.on('will-navigate', (event) => event.preventDefault());
    page.setWindowOpenHandler(({ url }) => {
      globalThis.opened.push(url);
      return { action: 'deny' };
    });
  });
  let isQuitting = false;
  app.on('before-quit', () => { isQuitting = true; });
  app.whenReady().then(async () => {
    protocol.handle('app', (request) => {
      const headers = { 'content-security-policy': "default-src 'none'; script-src 'self'", 'content-type': 'text/html' };
      if (request.url === 'app://keyfob/page.js') {
        return new Response('document.documentElement.dataset.ready = "true"', { headers: { 'content-type': 'text/javascript' } });
      }
      return new Response('<title>Keyfob</title><a href="https://example.com/" target="_blank">out</a>'
        + '<a href="https://example.com/away">away</a><script>window.isInline = true</script><script src="page.js"></script>', { headers });
    });
    ipcMain.handle('ask', (event, value) => {
      if (value === 'fail') throw new Error('no');
      const { url, origin, parent } = event.senderFrame;
      return { value, url, origin, isTop: parent === null, isSame };
    });
    const window = new BrowserWindow({ width: 640, height: 480, show: false, webPreferences: { preload: process.argv[1].replace('main/main.js', 'preload/preload.cjs') } });
    window.on('close', (event) => { if (!isQuitting) { event.preventDefault(); window.hide(); } });
    window.once('ready-to-show', () => window.show());
    await window.loadURL('app://keyfob/index.html');
  });
}
`;

const preload = `
const { contextBridge, ipcRenderer } = require('electron');
contextBridge.exposeInMainWorld('bridge', {
  ask: (value) => ipcRenderer.invoke('ask', value),
  on: (listener) => { ipcRenderer.on('event', (_event, value) => listener(value)); },
});
`;

interface TestBridge {
  ask(value: unknown): Promise<unknown>;
  on(listener: (value: unknown) => void): void;
}

declare global {
  var bridge: TestBridge;
}

describe('the stand-in for Electron', () => {
  let folder: string;
  const running: HostProcess[] = [];
  const start = async (...args: readonly string[]): Promise<HostProcess> => {
    const started = await launchStandIn({
      userDataDir: join(folder, 'user-data'),
      env: process.env,
      args,
      app: { folder, isPackaged: false },
    });
    running.push(started);
    return started;
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'keyfob-fixture-'));
    await mkdir(join(folder, 'out', 'main'), { recursive: true });
    await mkdir(join(folder, 'out', 'preload'));
    await writeFile(join(folder, 'package.json'), '{"name":"fixture","type":"module"}');
    await writeFile(join(folder, 'out', 'main', 'main.js'), main);
    await writeFile(join(folder, 'out', 'preload', 'preload.cjs'), preload);
  });
  afterEach(async () => {
    for (const started of running.splice(0)) await started.kill();
    await rm(folder, { recursive: true, force: true });
  });

  it('runs a main process, its protocol handler and its preload', async () => {
    const started = await start();
    const window = await started.currentWindow();
    expect(
      await window.evaluate(() => bridge.ask({ bytes: new Uint8Array([1]), nothing: undefined })),
    ).toEqual({
      value: { bytes: new Uint8Array([1]), nothing: undefined },
      url: 'app://keyfob/index.html',
      origin: 'app://keyfob',
      isTop: true,
      isSame: true,
    });
    expect(await window.evaluate(() => [innerWidth, innerHeight])).toEqual([640, 480]);
    expect(await window.evaluate(() => 'isInline' in globalThis), 'the policy is enforced').toBe(false);
    expect(await window.evaluate(() => typeof Reflect.get(globalThis, 'require'))).toBe('undefined');
    await expect(window.evaluate(() => bridge.ask('fail'))).rejects.toThrow(
      "Error invoking remote method 'ask': Error: no",
    );
    await expect(window.evaluate(() => bridge.ask(() => undefined))).rejects.toThrow('could not be cloned');
  });

  it('delivers events, and follows the theme and the size that main sets', async () => {
    const started = await start();
    const window = await started.currentWindow();
    await window.evaluate(() => {
      bridge.on((value) => Reflect.set(globalThis, 'got', value));
    });
    await started.evaluate(
      `({ BrowserWindow, nativeTheme }) => {
        const [window] = BrowserWindow.getAllWindows();
        window.setBounds({ width: 800, height: 500 });
        nativeTheme.themeSource = 'dark';
        window.webContents.send('event', { at: new Date(0) });
      }`,
      undefined,
    );
    await expect
      .poll(() => window.evaluate(() => Reflect.get(globalThis, 'got') as unknown))
      .toEqual({ at: new Date(0) });
    await expect.poll(() => window.evaluate(() => innerWidth)).toBe(800);
    await expect
      .poll(() => window.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
      .toBe(true);
  });

  it('shows a handler the subframe that called it', async () => {
    const window = await (await start()).currentWindow();
    const reply: unknown = await window.evaluate(async () => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const bind: unknown = Reflect.get(frame.contentWindow ?? {}, '__standInForElectron');
      const message = { kind: 'invoke', channel: 'ask', args: '{"i":0,"a":["hello"]}' };
      return (bind as (sent: object) => Promise<{ value: string }>)(message); // The stand-in's own binding.
    });
    expect(JSON.stringify(reply)).toContain('about:blank');
    expect(JSON.stringify(reply)).toContain(String.raw`[\"isTop\",false]`);
  });

  it('asks the app before a page opens a window or goes elsewhere, and reaches no network', async () => {
    const started = await start();
    const window = await started.currentWindow();
    await window.getByRole('link', { name: 'out' }).click();
    await window.getByRole('link', { name: 'away' }).click();
    await expect
      .poll(() => started.evaluate('() => globalThis.opened', undefined))
      .toEqual(['https://example.com/']);
    await expect
      .poll(() => started.evaluate('({ standIn }) => standIn.blockedUrls', undefined))
      .toContain('https://example.com/away');
    expect(window.url()).toContain('/index.html');
  });

  it('lets one process run, and tells it of a second', async () => {
    const first = await start();
    await first.currentWindow();
    const second = await start('--from-second');
    await second.close();
    await expect.poll(() => first.evaluate('() => globalThis.seconds', undefined)).toEqual(['--from-second']);
  });

  it('hides its window when closing is prevented, quits, and starts again after a kill', async () => {
    const first = await start();
    await first.currentWindow();
    const isVisible = `({ BrowserWindow }) => { const [w] = BrowserWindow.getAllWindows(); w.close(); return w.isVisible(); }`;
    expect(await first.evaluate(isVisible, undefined)).toBe(false);
    await first.kill();
    const second = await start();
    await second.currentWindow();
    await second.close();
    await expect(second.evaluate('() => 1', undefined)).rejects.toThrow('ended');
    expect(existsSync(`/proc/${String(second.pid)}`)).toBe(false);
  });

  it('says what the main process printed when it could not start', async () => {
    await writeFile(join(folder, 'out', 'main', 'main.js'), "throw new Error('broken at the start')");
    const started = await start();
    await expect(started.currentWindow()).rejects.toThrow('broken at the start');
  });
});
