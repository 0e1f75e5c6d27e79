import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchKeyfob, type LaunchedKeyfob } from '../support/launch.ts';

const INVOKE_CHANNEL = 'keyfob:invoke';

let keyfob: LaunchedKeyfob;

beforeAll(async () => {
  keyfob = await launchKeyfob({ masterKey: 'memory' });
});

afterAll(async () => {
  await keyfob.close();
});

/** Only what a page could do: no test may leave the app's page. */
async function expectStillThere(): Promise<void> {
  expect(await keyfob.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  const url = await keyfob.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL() ?? '',
  );
  expect(url).toMatch(/^app:\/\/keyfob\/index\.html/);
  const state = await keyfob.window.evaluate(async () => {
    const bridge = Reflect.get(globalThis, 'keyfob') as {
      invoke(command: string, input: object): Promise<{ ok: boolean }>;
    };
    return bridge.invoke('app.getState', {});
  });
  expect(state.ok).toBe(true);
}

describe('the page', () => {
  test('sees two functions of the main process and nothing of Node or Electron', async () => {
    const seen = await keyfob.window.evaluate(() => {
      const bridge: unknown = Reflect.get(globalThis, 'keyfob');
      const names = [
        'require',
        'module',
        'process',
        'Buffer',
        'global',
        '__dirname',
        'electron',
        'ipcRenderer',
        'setImmediate',
      ];
      return {
        bridge: Object.keys(bridge as object).map(
          (name) => `${name}: ${typeof Reflect.get(Object(bridge), name)}`,
        ),
        leaked: names.filter((name) => name in globalThis),
      };
    });
    expect(seen).toEqual({ bridge: ['invoke: function', 'on: function'], leaked: [] });
  });

  test('cannot replace the bridge or what is on it', async () => {
    const changed = await keyfob.window.evaluate(() => {
      const bridge: unknown = Reflect.get(globalThis, 'keyfob');
      const isReplaced = Reflect.set(globalThis, 'keyfob', 1) && Reflect.get(globalThis, 'keyfob') === 1;
      const isPatched =
        Reflect.set(Object(bridge), 'invoke', 1) && Reflect.get(Object(bridge), 'invoke') === 1;
      return { isReplaced, isPatched };
    });
    expect(changed).toEqual({ isReplaced: false, isPatched: false });
  });

  test.each([
    ['location', `location.href = 'https://example.com/'`],
    [
      'a link',
      `Object.assign(document.body.appendChild(document.createElement('a')), { href: 'https://example.com/' }).click()`,
    ],
    [
      'a link to another window',
      `Object.assign(document.body.appendChild(document.createElement('a')), { href: 'https://example.com/', target: '_blank' }).click()`,
    ],
    [
      'a form',
      `const f = document.body.appendChild(document.createElement('form')); f.action = 'https://example.com/'; f.submit()`,
    ],
    ['window.open', `window.open('https://example.com/')`],
    ['window.open of its own page', `window.open('app://keyfob/index.html')`],
    ['a frame', `document.body.appendChild(document.createElement('iframe')).src = 'https://example.com/'`],
    [
      'a javascript: link',
      `Object.assign(document.body.appendChild(document.createElement('a')), { href: 'javascript:globalThis.isOwned = true' }).click()`,
    ],
    [
      'an inline handler',
      `document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="globalThis.isOwned = true">')`,
    ],
    [
      'an inline script',
      `document.head.appendChild(Object.assign(document.createElement('script'), { textContent: 'globalThis.isOwned = true' }))`,
    ],
    [
      'a remote script',
      `document.head.appendChild(Object.assign(document.createElement('script'), { src: 'https://example.com/x.js' }))`,
    ],
    [
      'a data: script',
      `document.head.appendChild(Object.assign(document.createElement('script'), { src: 'data:text/javascript,globalThis.isOwned=true' }))`,
    ],
  ])('goes nowhere and runs nothing by %s', async (_way, code) => {
    await keyfob.window
      .evaluate((text) => {
        try {
          // Playwright's own evaluation is not under the page's policy; what the code tries is.
          // eslint-disable-next-line @typescript-eslint/no-implied-eval
          Reflect.apply(Function(text), undefined, []);
        } catch {
          // Refused at once.
        }
      }, code)
      .catch(() => undefined);
    await keyfob.window.waitForTimeout(150);
    expect(await keyfob.window.evaluate(() => 'isOwned' in globalThis)).toBe(false);
    await expectStillThere();
  });

  test('cannot evaluate text, fetch, or open a socket', async () => {
    const refused = await keyfob.window.evaluate(async () => {
      const attempts: Record<string, () => unknown> = {
        fetch: () => fetch('https://example.com/'),
        'fetch of the Local API': () => fetch('http://127.0.0.1:5362/me'),
        'fetch of its own files': () => fetch('/index.html'),
        beacon: () => {
          if (!navigator.sendBeacon('https://example.com/', 'x')) throw new Error('refused');
        },
        websocket: () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket('ws://127.0.0.1:5362/');
            socket.onopen = resolve;
            socket.onerror = reject;
          }),
        worker: () =>
          new Promise((resolve, reject) => {
            const worker = new Worker('data:text/javascript,postMessage(1)');
            worker.onmessage = resolve;
            worker.onerror = reject;
          }),
      };
      const names: string[] = [];
      for (const [name, attempt] of Object.entries(attempts)) {
        try {
          await attempt();
        } catch {
          names.push(name);
        }
      }
      return names;
    });
    expect(refused).toEqual(
      expect.arrayContaining([
        'fetch',
        'fetch of the Local API',
        'fetch of its own files',
        'websocket',
        'worker',
      ]),
    );
  });

  test('gets no permission', async () => {
    const isGranted = await keyfob.window.evaluate(async () => {
      const answers = await Promise.allSettled([
        navigator.clipboard.readText(),
        navigator.mediaDevices.getUserMedia({ audio: true }),
        new Promise((resolve, reject) => {
          navigator.geolocation.getCurrentPosition(resolve, reject, { timeout: 2000 });
        }),
      ]);
      return answers.some(({ status }) => status === 'fulfilled');
    });
    expect(isGranted).toBe(false);
  });
});

describe('a call from elsewhere', () => {
  const frames = [
    ['another origin', { url: 'https://example.com/', parent: null }],
    ['a subframe of its own page', { url: 'app://keyfob/index.html', parent: {} }],
    ['about:blank', { url: 'about:blank', parent: null }],
    ['a look-alike', { url: 'app://keyfob.evil/index.html', parent: null }],
    ['a frame that is gone', null],
  ] as const;

  test.each(frames)('%s is refused', async (_who, frame) => {
    // Another frame can be played on the stand-in alone; on Electron itself no page gets there.
    if (keyfob.host !== 'stand-in') return;
    const reply: unknown = await keyfob.evaluate(
      (electron, { sender, channel }) => {
        const controls: unknown = Reflect.get(electron, 'standIn');
        const invokeAs: unknown = Reflect.get(Object(controls), 'invokeAs');
        const senderFrame = sender === null ? null : { ...sender, detached: false, isDestroyed: () => false };
        if (typeof invokeAs !== 'function') throw new Error('The stand-in has no controls');
        return Reflect.apply(invokeAs, controls, [senderFrame, channel, 'keys.list', {}]) as unknown;
      },
      { sender: frame, channel: INVOKE_CHANNEL },
    );
    expect(reply).toMatchObject({ kind: 'value', value: { ok: false, error: { code: 'forbidden-sender' } } });
  });

  test('no other channel of the main process answers', async () => {
    const channels = await keyfob.evaluate(({ ipcMain }) => ipcMain.eventNames().map(String));
    expect(channels).toEqual([]);
  });
});
