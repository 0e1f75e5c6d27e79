import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchKeyfob, type LaunchedKeyfob } from '../support/launch.ts';
import { holds } from '../support/holds.ts';

const INVOKE_CHANNEL = 'keyfob:invoke';
const DROP_CHANNEL = 'keyfob:drop';

let keyfob: LaunchedKeyfob;

beforeAll(async () => {
  keyfob = await launchKeyfob({ masterKey: 'memory' });
  await keyfob.window.evaluate(() => {
    const refusals: string[] = [];
    Reflect.set(globalThis, 'refusals', refusals);
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      refusals.push(effectiveDirective);
    });
  });
  await keyfob.evaluate(({ BrowserWindow }) => {
    const refusals: string[] = [];
    Reflect.set(globalThis, 'refusals', refusals);
    // After the app's own listener, which decides.
    BrowserWindow.getAllWindows()[0]?.webContents.on('will-frame-navigate', (event) => {
      if (event.defaultPrevented) refusals.push(event.url);
    });
  });
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

/** What was refused so far: by the page's policy, and where it may not go. */
async function refused(): Promise<readonly string[]> {
  const byPolicy = await keyfob.window.evaluate(() => Reflect.get(globalThis, 'refusals') as string[]);
  const byNavigation = await keyfob.evaluate(() => Reflect.get(globalThis, 'refusals') as string[]);
  return [...byPolicy, ...byNavigation];
}

let attempts = 0;

/** Everything that the page asked for before this has been decided on: it asks, in order, for one thing more. */
async function everythingDecided(): Promise<void> {
  attempts += 1;
  const last = `https://example.com/last-${String(attempts)}`;
  await keyfob.window.evaluate((url) => {
    location.href = url;
  }, last);
  await expect.poll(refused).toContain(last);
}

describe('the page', () => {
  test(
    'sees two functions of the main process and nothing of Node or Electron',
    holds('bridge.surface'),
    async () => {
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
    },
  );

  test('cannot replace the bridge or what is on it', holds('bridge.surface'), async () => {
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
    ['location', `location.href = 'https://example.com/'`, 'https://example.com/'],
    [
      'a link',
      `Object.assign(document.body.appendChild(document.createElement('a')), { href: 'https://example.com/' }).click()`,
      'https://example.com/',
    ],
    [
      'a link to another window',
      `Object.assign(document.body.appendChild(document.createElement('a')), { href: 'https://example.com/', target: '_blank' }).click()`,
      null,
    ],
    [
      'a form',
      `const f = document.body.appendChild(document.createElement('form')); f.action = 'https://example.com/'; f.submit()`,
      'form-action',
    ],
    ['window.open', `window.open('https://example.com/')`, null],
    ['window.open of its own page', `window.open('app://keyfob/index.html')`, null],
    [
      'a frame',
      `document.body.appendChild(document.createElement('iframe')).src = 'https://example.com/'`,
      'frame-src',
    ],
    [
      'a javascript: link',
      `Object.assign(document.body.appendChild(document.createElement('a')), { href: 'javascript:globalThis.isOwned = true' }).click()`,
      'script-src-elem',
    ],
    [
      'an inline handler',
      `document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="globalThis.isOwned = true">')`,
      'script-src-attr',
    ],
    [
      'an inline script',
      `document.head.appendChild(Object.assign(document.createElement('script'), { textContent: 'globalThis.isOwned = true' }))`,
      'script-src-elem',
    ],
    [
      'a remote script',
      `document.head.appendChild(Object.assign(document.createElement('script'), { src: 'https://example.com/x.js' }))`,
      'script-src-elem',
    ],
    [
      'a data: script',
      `document.head.appendChild(Object.assign(document.createElement('script'), { src: 'data:text/javascript,globalThis.isOwned=true' }))`,
      'script-src-elem',
    ],
  ])(
    'goes nowhere and runs nothing by %s',
    holds('bridge.navigation', 'bridge.policy'),
    async (_way, code, refusal) => {
      const before = (await refused()).filter((each) => each === refusal).length;
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
      // A new window is refused without a word; what is asked for after it tells that it was decided on.
      if (refusal !== null) {
        await expect
          .poll(async () => (await refused()).filter((each) => each === refusal).length)
          .toBeGreaterThan(before);
      }
      await everythingDecided();
      expect(await keyfob.window.evaluate(() => 'isOwned' in globalThis)).toBe(false);
      await expectStillThere();
    },
  );

  test('cannot evaluate text, fetch, or open a socket', holds('bridge.policy'), async () => {
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

  test('gets no permission', holds('bridge.permissions'), async () => {
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

describe('a call from elsewhere', holds('bridge.sender'), () => {
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

  test.each(frames)('what %s says was dropped is not taken', async (_who, frame) => {
    await keyfob.evaluate(
      ({ ipcMain }, { sender, channel }) => {
        const senderFrame = sender === null ? null : { ...sender, detached: false, isDestroyed: () => false };
        const drop = { paths: [], text: 'curl https://a.example/' };
        ipcMain.emit(channel, { sender: null, senderFrame }, drop);
      },
      { sender: frame, channel: DROP_CHANNEL },
    );
    const taken = await keyfob.window.evaluate(() => {
      const bridge = Reflect.get(globalThis, 'keyfob') as {
        invoke(command: string, input: object): Promise<unknown>;
      };
      return bridge.invoke('import.takeDropped', {});
    });
    expect(taken).toEqual({ ok: true, value: { kind: 'cancelled' } });
  });

  test('no other channel of the main process answers, and one listens: to what the preload says was dropped', async () => {
    const channels = await keyfob.evaluate(({ ipcMain }) => ipcMain.eventNames().map(String));
    expect(channels).toEqual([DROP_CHANNEL]);
  });
});
