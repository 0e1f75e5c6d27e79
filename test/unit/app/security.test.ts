import { EventEmitter } from 'node:events';
import type { App, Session } from 'electron';
import { describe, expect, test } from 'vitest';
import {
  blockForeignRequests,
  denyPermissions,
  guardEveryPage,
  isOwnRequest,
  pagePreferences,
} from '../../../electron/app/security.ts';
import { holds } from '../../support/holds.ts';

/** Emits as Electron does; answers whether a listener prevented what was about to happen. */
function isPrevented(emitter: EventEmitter, event: string): boolean {
  let prevented = false;
  emitter.emit(event, { preventDefault: () => (prevented = true) });
  return prevented;
}

function guardedPage() {
  const app = new EventEmitter();
  guardEveryPage(app as unknown as App); // The one event that it listens to.
  const policies: string[] = [];
  let windowOpenHandler: ((details: { url: string }) => unknown) | undefined;
  const page = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: typeof windowOpenHandler) => {
      windowOpenHandler = handler;
    },
    setWebRTCIPHandlingPolicy: (policy: string) => policies.push(policy),
  });
  app.emit('web-contents-created', {}, page);
  return { page, policies, open: (url: string) => windowOpenHandler?.({ url }) };
}

describe('every page', () => {
  test('is sandboxed, isolated, without Node and without webviews', holds('bridge.windows'), () => {
    expect(pagePreferences('/preload.cjs')).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    });
    expect(pagePreferences('/preload.cjs')).not.toHaveProperty('enableBlinkFeatures');
    expect(pagePreferences('/preload.cjs')).not.toHaveProperty('allowRunningInsecureContent');
  });

  test.each(['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview'])(
    'prevents %s',
    (event) => {
      expect(isPrevented(guardedPage().page, event)).toBe(true);
    },
  );

  test('tells no server the addresses of this computer by WebRTC', holds('bridge.webrtc'), () => {
    expect(guardedPage().policies).toEqual(['disable_non_proxied_udp']);
  });

  test('opens no second window', holds('bridge.navigation'), () => {
    expect(guardedPage().open('https://example.com/')).toEqual({ action: 'deny' });
    expect(guardedPage().open('app://keyfob/index.html')).toEqual({ action: 'deny' });
  });

  test('is granted no permission', holds('bridge.permissions'), () => {
    const answers: boolean[] = [];
    denyPermissions({
      setPermissionRequestHandler: (
        handler: (page: null, permission: string, answer: (isGranted: boolean) => void) => void,
      ) => {
        handler(null, 'clipboard-read', (isGranted) => answers.push(isGranted));
      },
      setPermissionCheckHandler: (handler: () => boolean) => answers.push(handler()),
      setDevicePermissionHandler: (handler: () => boolean) => answers.push(handler()),
    } as unknown as Session); // The three methods that it calls.
    expect(answers).toEqual([false, false, false]);
  });

  test('fetches nothing but Keyfob’s own files', () => {
    const cancelled: (boolean | undefined)[] = [];
    blockForeignRequests(
      {
        webRequest: {
          onBeforeRequest: (
            listener: (details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void,
          ) => {
            for (const url of ['app://keyfob/index.html', 'https://example.com/']) {
              listener({ url }, ({ cancel }) => cancelled.push(cancel));
            }
          },
        },
      } as unknown as Session, // The one method that it calls.
      true,
    );
    expect(cancelled).toEqual([false, true]);
  });
});

test.each([
  ['app://keyfob/index.html', true],
  ['data:image/png;base64,AAAA', true],
  ['app://other/index.html', false],
  ['app://keyfob.evil/', false],
  ['https://example.com/', false],
  ['http://127.0.0.1:5362/me', false],
  ['ws://localhost/', false],
  ['file:///etc/passwd', false],
  ['chrome://settings/', false],
  ['devtools://devtools/bundled/x.js', false],
  ['', false],
])('a request to %s is its own: %s', (url, isOwn) => {
  expect(isOwnRequest(url, true)).toBe(isOwn);
});

test('the developer tools may load in development alone', () => {
  expect(isOwnRequest('devtools://devtools/bundled/x.js', false)).toBe(true);
});
