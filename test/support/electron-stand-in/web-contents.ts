import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';
import { toAppUrl, toBrowserUrl } from './addresses.ts';
import { ignoreClosed } from './chromium-host.ts';
import { createEvent } from './events.ts';
import { deliverSymbol, tellPathsSymbol, pageBinding, pageRuntime, type PageConfig } from './page-runtime.ts';
import { makeCodec } from './structured-clone.ts';
import type { StandInFrame } from './web-frame.ts';

type Surface = Pick<
  Electron.WebContents,
  | 'id'
  | 'send'
  | 'getURL'
  | 'getTitle'
  | 'reload'
  | 'isDestroyed'
  | 'isLoading'
  | 'setWindowOpenHandler'
  | 'setWebRTCIPHandlingPolicy'
  | 'getWebRTCIPHandlingPolicy'
  | 'openDevTools'
  | 'closeDevTools'
  | 'isDevToolsOpened'
  | 'toggleDevTools'
  | 'executeJavaScript'
  | 'focus'
  | 'isFocused'
  | 'setZoomFactor'
  | 'getZoomFactor'
  | 'setZoomLevel'
  | 'getZoomLevel'
  | 'zoomLevel'
  | 'setVisualZoomLevelLimits'
  | 'setBackgroundThrottling'
  | 'getType'
>;
type WebRtcPolicy = Parameters<Electron.WebContents['setWebRTCIPHandlingPolicy']>[0];
type WindowOpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];

export interface WebContentsOptions {
  readonly id: number;
  readonly page: Promise<Page>;
  readonly preload: string | undefined;
  readonly session: unknown;
  frameOf(frame: Frame): StandInFrame;
}

const codec = makeCodec();

export class StandInWebContents extends EventEmitter implements Surface {
  readonly id: number;
  readonly session: unknown;
  readonly #options: WebContentsOptions;
  #page: Page | undefined;
  #isLoading = false;
  #isDestroyed = false;
  zoomLevel = 0;
  #webRtcPolicy: WebRtcPolicy = 'default';
  #openHandler: WindowOpenHandler = () => ({ action: 'allow' });
  /** The address that main itself asked for: the page does not navigate on its own then. */
  #expectedUrl: string | undefined;

  constructor(options: WebContentsOptions) {
    super();
    this.#options = options;
    this.id = options.id;
    this.session = options.session;
  }

  get mainFrame(): StandInFrame | null {
    return this.#page === undefined ? null : this.#options.frameOf(this.#page.mainFrame());
  }

  isShownIn(page: Page | undefined): boolean {
    return page !== undefined && page === this.#page;
  }

  /** Joins the page: from here on its events are this object's. */
  async attach(): Promise<Page> {
    const page = await this.#options.page;
    this.#page = page;
    await page.addInitScript({ content: this.#initScript() });
    page.on('domcontentloaded', () => this.emit('dom-ready', createEvent()));
    page.on('load', () => {
      this.#isLoading = false;
      this.emit('did-finish-load', createEvent());
    });
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame())
        this.emit('did-navigate', createEvent(), toAppUrl(frame.url()), 200, 'OK');
    });
    page.on('crash', () =>
      this.emit('render-process-gone', createEvent(), { reason: 'crashed', exitCode: 1 }),
    );
    page.on('console', (message) =>
      this.emit('console-message', createEvent({ level: message.type(), message: message.text() })),
    );
    await this.#watchNewWindows(page);
    return page;
  }

  async load(url: string): Promise<void> {
    const page = this.#page ?? (await this.#options.page);
    this.#isLoading = true;
    this.#expectedUrl = toBrowserUrl(url);
    this.emit('did-start-loading', createEvent());
    try {
      await page.goto(this.#expectedUrl, { waitUntil: 'load' });
    } catch (error) {
      this.#isLoading = false;
      if (this.#isDestroyed) return;
      this.emit('did-fail-load', createEvent(), -2, 'ERR_FAILED', url, true);
      throw new Error(`ERR_FAILED (-2) loading '${url}'`, { cause: error });
    }
  }

  /** Asks the app's listeners; true when the frame may go there. */
  allowsNavigation(url: string, frame: Frame): boolean {
    const isMainFrame = frame.parentFrame() === null;
    if (isMainFrame && (url === this.#expectedUrl || url === frame.url())) return true;
    const details = {
      url: toAppUrl(url),
      isMainFrame,
      isSameDocument: false,
      frame: this.#options.frameOf(frame),
    };
    const anywhere = createEvent({ ...details });
    this.emit('will-frame-navigate', anywhere);
    if (anywhere.defaultPrevented || !isMainFrame) return !anywhere.defaultPrevented;
    const event = createEvent({ ...details });
    this.emit('will-navigate', event, details.url, false, true);
    return !event.defaultPrevented;
  }

  send(channel: string, ...args: unknown[]): void {
    const text = codec.encode(args);
    void this.#page
      ?.evaluate(
        ([symbol, name, coded]) => {
          const deliver: unknown = Reflect.get(globalThis, Symbol.for(symbol));
          if (typeof deliver === 'function') Reflect.apply(deliver, undefined, [name, coded]);
        },
        [deliverSymbol, channel, text] as const,
      )
      .catch(ignoreClosed);
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#openHandler = handler;
  }

  /** Kept, so that it can be told; Chromium takes it at its start alone. */
  setWebRTCIPHandlingPolicy(policy: WebRtcPolicy): void {
    this.#webRtcPolicy = policy;
  }

  getWebRTCIPHandlingPolicy(): WebRtcPolicy {
    return this.#webRtcPolicy;
  }

  async executeJavaScript(code: string): Promise<unknown> {
    return (await this.#options.page).evaluate(code);
  }

  reload(): void {
    this.#expectedUrl = this.#page?.url();
    void this.#page?.reload().catch(ignoreClosed);
  }

  getURL(): string {
    const url = this.#page?.url() ?? '';
    return url === 'about:blank' && this.#expectedUrl === undefined ? '' : toAppUrl(url);
  }

  getTitle(): string {
    return 'Keyfob';
  }

  getType(): 'window' {
    return 'window';
  }

  isLoading(): boolean {
    return this.#isLoading;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  markDestroyed(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    this.emit('destroyed', createEvent());
  }

  focus(): void {
    void this.#page?.bringToFront().catch(ignoreClosed);
  }

  isFocused(): boolean {
    return !this.#isDestroyed;
  }

  getZoomFactor(): number {
    return 1.2 ** this.zoomLevel;
  }

  setZoomFactor(factor: number): void {
    this.zoomLevel = Math.log(factor) / Math.log(1.2);
  }

  setZoomLevel(level: number): void {
    this.zoomLevel = level;
  }

  getZoomLevel(): number {
    return this.zoomLevel;
  }

  setVisualZoomLevelLimits(): Promise<void> {
    return Promise.resolve();
  }

  setBackgroundThrottling(): void {
    // Chromium's own throttling stays as it is.
  }

  openDevTools(): void {
    // The person's own tools can join at the debugging address.
  }

  closeDevTools(): void {
    // None were opened.
  }

  isDevToolsOpened(): boolean {
    return false;
  }

  toggleDevTools(): void {
    // None to toggle.
  }

  async #watchNewWindows(page: Page): Promise<void> {
    const protocol = await page.context().newCDPSession(page);
    protocol.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
      this.#openHandler({
        url: toAppUrl(url),
        frameName: windowName,
        features: windowFeatures.join(','),
        disposition: 'foreground-tab',
        referrer: { url: '', policy: 'strict-origin-when-cross-origin' },
      });
    });
    await protocol.send('Page.enable');
  }

  #initScript(): string {
    const { preload } = this.#options;
    const bundle = preload === undefined ? '' : readFileSync(preload, 'utf8');
    const config: PageConfig = {
      binding: pageBinding,
      deliver: deliverSymbol,
      tellPaths: tellPathsSymbol,
      platform: process.platform,
      versions: process.versions,
    };
    return `(${pageRuntime.toString()})((${makeCodec.toString()})(), ${JSON.stringify(config)},
      ({ require, module, process }) => { const { exports } = module;\n${bundle}\n});`;
  }
}
