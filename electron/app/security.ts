import type { App, Session, WebContents, WebPreferences } from 'electron';
import { APP_ORIGIN } from '../../shared/contract/bridge.ts';

// One function for each item of Electron's checklist that Keyfob can break: https://www.electronjs.org/docs/latest/tutorial/security
// Items 1 (only secure content), 6 (no disabled web security) and 8 (no experiments) hold by what is not configured;
// item 17 (senders of messages) stands in `ipc/sender.ts`, 18 (no file: protocol) in `app-protocol.ts`, 19 (fuses) in the packaging.

/** 2, 3, 4: no Node in the page, its world apart from the preload's, every process in the sandbox. */
export function pagePreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  };
}

/** 4: also for a page that nobody thought of. https://www.electronjs.org/docs/latest/tutorial/security#4-enable-process-sandboxing */
export function sandboxEveryProcess(app: Pick<App, 'enableSandbox'>): void {
  app.enableSandbox();
}

/** 5: https://www.electronjs.org/docs/latest/tutorial/security#5-handle-session-permission-requests-from-remote-content */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_page, _permission, answer) => {
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

/**
 * 7: no inline script, no eval, nothing remote. Styles come from files, or from elements that carry this response's nonce
 * (the editor and the controls make such elements). https://www.electronjs.org/docs/latest/tutorial/security#7-define-a-content-security-policy
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "frame-src 'none'",
    "worker-src 'none'",
    "object-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** 7, 1: whatever a page asks for, only Keyfob's own files are fetched. */
export function blockForeignRequests(session: Session, isPackaged: boolean): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOwnRequest(details.url, isPackaged) });
  });
}

/** `data:` and `blob:` carry what the page already has; the developer tools are there in development alone. */
export function isOwnRequest(url: string, isPackaged: boolean): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  if (protocol === 'data:' || protocol === 'blob:') return true;
  if (protocol === 'devtools:') return !isPackaged;
  return `${protocol}//${host}` === APP_ORIGIN;
}

/** 11, 12: https://www.electronjs.org/docs/latest/tutorial/security#12-verify-webview-options-before-creation */
export function refuseWebviews(page: WebContents): void {
  page.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
}

/** 13: the page never goes anywhere; screens change without navigation. https://www.electronjs.org/docs/latest/tutorial/security#13-disable-or-limit-navigation */
export function refuseNavigation(page: WebContents): void {
  page.on('will-navigate', (event) => {
    event.preventDefault();
  });
  page.on('will-redirect', (event) => {
    event.preventDefault();
  });
  page.on('will-frame-navigate', (event) => {
    // The document that the page itself gives its sandboxed preview frame; nothing else can be at this address.
    if (!event.isMainFrame && event.url === 'about:srcdoc') return;
    event.preventDefault();
  });
}

/** 14, 15: no second window; a link is opened by the `app.openExternal` command, after a confirmation. https://www.electronjs.org/docs/latest/tutorial/security#14-disable-or-limit-creation-of-new-windows */
export function refuseNewWindows(page: WebContents): void {
  page.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/**
 * 7: WebRTC asks servers for this computer's addresses by UDP, past the content security policy and every rule about requests. What is left
 * goes by a proxy alone, and Keyfob's page has none. https://www.electronjs.org/docs/latest/api/web-contents#contentssetwebrtciphandlingpolicypolicy
 */
export function keepAddressesFromWebRtc(page: WebContents): void {
  page.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** Every page that will ever exist gets the rules, before it loads anything. */
export function guardEveryPage(app: App): void {
  app.on('web-contents-created', (_event, page) => {
    refuseWebviews(page);
    refuseNavigation(page);
    refuseNewWindows(page);
    keepAddressesFromWebRtc(page);
  });
}
