import { EventEmitter } from 'node:events';
import type { Request as PageRequest, Route } from 'playwright-core';
import { toAppUrl, toBrowserHeaders } from './addresses.ts';
import type { StandInBrowserWindow } from './browser-window.ts';

type Handler = (request: Request) => Response | Promise<Response>;
type RequestListener = (
  details: Electron.OnBeforeRequestListenerDetails,
  answer: (response: Electron.CallbackResponse) => void,
) => void;
type HeadersListener = (
  details: Electron.OnHeadersReceivedListenerDetails,
  answer: (response: Electron.HeadersReceivedResponse) => void,
) => void;

export class StandInProtocol implements Pick<
  Electron.Protocol,
  'handle' | 'unhandle' | 'isProtocolHandled' | 'registerSchemesAsPrivileged'
> {
  readonly handlers = new Map<string, Handler>();
  readonly privileged: Electron.CustomScheme[] = [];
  readonly #isReady: () => boolean;

  constructor(isReady: () => boolean) {
    this.#isReady = isReady;
  }

  registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]): void {
    if (this.#isReady()) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    }
    this.privileged.push(...schemes);
  }

  handle(scheme: string, handler: Handler): void {
    if (this.handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    this.handlers.set(scheme, handler);
  }

  unhandle(scheme: string): void {
    this.handlers.delete(scheme);
  }

  isProtocolHandled(scheme: string): boolean {
    return this.handlers.has(scheme) || ['http', 'https', 'file'].includes(scheme);
  }
}

class StandInWebRequest {
  beforeRequest: RequestListener | null = null;
  headersReceived: HeadersListener | null = null;

  onBeforeRequest(
    ...args: [RequestListener | null] | [Electron.WebRequestFilter, RequestListener | null]
  ): void {
    this.beforeRequest = args.length === 1 ? args[0] : args[1];
  }
  onHeadersReceived(
    ...args: [HeadersListener | null] | [Electron.WebRequestFilter, HeadersListener | null]
  ): void {
    this.headersReceived = args.length === 1 ? args[0] : args[1];
  }
  // Nothing leaves the page, so that there is nothing to tell these.
  onBeforeSendHeaders(): void {}
  onSendHeaders(): void {}
  onBeforeRedirect(): void {}
  onResponseStarted(): void {}
  onCompleted(): void {}
  onErrorOccurred(): void {}
}

type PermissionRequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0];
type PermissionCheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0];

export class StandInSession
  extends EventEmitter
  implements
    Pick<
      Electron.Session,
      | 'setPermissionRequestHandler'
      | 'setPermissionCheckHandler'
      | 'setDevicePermissionHandler'
      | 'setDisplayMediaRequestHandler'
      | 'setProxy'
      | 'resolveProxy'
      | 'setSpellCheckerEnabled'
      | 'clearCache'
      | 'clearStorageData'
      | 'setUserAgent'
      | 'getUserAgent'
    >
{
  readonly protocol: StandInProtocol;
  readonly webRequest = new StandInWebRequest();
  permissionRequestHandler: PermissionRequestHandler = null;
  permissionCheckHandler: PermissionCheckHandler = null;

  constructor(protocol: StandInProtocol) {
    super();
    this.protocol = protocol;
  }

  setPermissionRequestHandler(handler: PermissionRequestHandler): void {
    this.permissionRequestHandler = handler;
  }
  setPermissionCheckHandler(handler: PermissionCheckHandler): void {
    this.permissionCheckHandler = handler;
  }
  setProxy = (): Promise<void> => Promise.resolve();
  resolveProxy = (): Promise<string> => Promise.resolve('DIRECT');
  clearCache = (): Promise<void> => Promise.resolve();
  clearStorageData = (): Promise<void> => Promise.resolve();
  getUserAgent = (): string => 'Keyfob';
  setUserAgent(): void {}
  setDevicePermissionHandler(): void {}
  setDisplayMediaRequestHandler(): void {}
  setSpellCheckerEnabled(): void {}
  registerPreloadScript = (): string => 'not run by the stand-in';
}

export interface RequestServerOptions {
  readonly protocol: StandInProtocol;
  readonly session: StandInSession;
  windowOf(request: PageRequest): StandInBrowserWindow | undefined;
  /** What the page tried to reach and did not. */
  readonly blockedUrls: string[];
}

/** Answers every request of every page: by the app's own protocol handlers, or not at all. */
export function createRequestServer(options: RequestServerOptions): (route: Route) => Promise<void> {
  const { protocol, session, windowOf, blockedUrls } = options;
  let count = 0;

  const isAllowed = (route: Route): boolean => {
    const request = route.request();
    const window = windowOf(request);
    if (window === undefined) return false;
    if (
      request.isNavigationRequest() &&
      !window.webContents.allowsNavigation(request.url(), request.frame())
    ) {
      return false;
    }
    let isCancelled = false;
    count += 1;
    const details = {
      id: count,
      url: toAppUrl(request.url()),
      method: request.method(),
      resourceType: resourceTypes[request.resourceType()] ?? 'other',
      webContentsId: window.id,
      referrer: '',
      timestamp: Date.now(),
    } as Electron.OnBeforeRequestListenerDetails; // Without the parts that Keyfob does not read.
    session.webRequest.beforeRequest?.(details, (response) => {
      isCancelled = response.cancel ?? false;
    });
    return !isCancelled;
  };

  return async (route) => {
    const request = route.request();
    const url = toAppUrl(request.url());
    const scheme = new URL(url).protocol.slice(0, -1);
    const handler = protocol.handlers.get(scheme);
    // The app is asked first, as Electron asks it, also about what nobody here would answer.
    if (!isAllowed(route) || handler === undefined) {
      blockedUrls.push(url);
      await route.abort(request.isNavigationRequest() ? 'aborted' : 'blockedbyclient');
      return;
    }
    const body = request.postDataBuffer();
    const init = { method: request.method(), headers: request.headers() };
    const response = await handler(
      new Request(url, body === null ? init : { ...init, body: new Uint8Array(body) }),
    );
    if (response.type === 'error') {
      await route.abort('failed');
      return;
    }
    await route.fulfill({
      status: response.status,
      headers: toBrowserHeaders(withListener(session, response, url), scheme),
      body: Buffer.from(await response.arrayBuffer()),
    });
  };
}

function withListener(session: StandInSession, response: Response, url: string): Headers {
  const headers = new Headers(response.headers);
  const listener = session.webRequest.headersReceived;
  const responseHeaders = Object.fromEntries([...headers].map(([name, value]) => [name, [value]]));
  const details = { url, responseHeaders } as unknown as Electron.OnHeadersReceivedListenerDetails; // What Keyfob reads.
  listener?.(details, (answer) => {
    for (const [name, value] of Object.entries(answer.responseHeaders ?? {}))
      headers.set(name, String(value));
  });
  return headers;
}

const resourceTypes: Record<string, Electron.OnBeforeRequestListenerDetails['resourceType'] | undefined> = {
  document: 'mainFrame',
  stylesheet: 'stylesheet',
  script: 'script',
  image: 'image',
  font: 'font',
  fetch: 'xhr',
  xhr: 'xhr',
  media: 'media',
  websocket: 'webSocket',
};
