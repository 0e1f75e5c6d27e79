import { existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chromium, type BrowserContext, type Frame, type Page, type Route } from 'playwright-core';
import { pageBinding, type PageMessage } from './page-runtime.ts';

export interface ChromiumHostOptions {
  readonly profileFolder: string;
  /** A window on the display; else headless. */
  readonly isVisible: boolean;
  /** Lets another browser on this machine look at a headless window through Chromium's inspector. */
  readonly isInspectable: boolean;
  /** The DevTools address of a headless Chromium that several apps share, each in a context of its own (shared-chromium.ts). */
  readonly sharedEndpoint: string | undefined;
  onRequest(route: Route): Promise<void>;
  onMessage(source: { readonly page: Page; readonly frame: Frame }, message: PageMessage): unknown;
  /** Every window was closed by the person, or Chromium ended. */
  onGone(): void;
}

/** The one Chromium of a process, started when it is first needed. */
export interface ChromiumHost {
  readonly isVisible: boolean;
  /** Starts Chromium, so that the first window comes sooner. */
  prewarm(): void;
  openPage(): Promise<Page>;
  /** The address of the DevTools protocol on loopback. */
  endpoint(): Promise<string>;
  /** The DevTools protocol's id of the newest page: finds it among those of other apps in the same Chromium. */
  newestTarget(): Promise<string | undefined>;
  close(): Promise<void>;
}

/** The system's Chromium: `KEYFOB_CHROMIUM`, else the first known name in PATH. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = env['KEYFOB_CHROMIUM'];
  if (named !== undefined && named !== '') return named;
  // Debian's /usr/bin/chromium is a shell script that costs time and needs nothing here; the program is beside its data.
  const direct = '/usr/lib/chromium/chromium';
  if (existsSync(direct)) return direct;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = (env['PATH'] ?? '').split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

export const quietFlags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-features=Translate,MediaRouter,OptimizationHints,GlobalMediaControls',
  // Never the keyring: that one belongs to the app under test.
  '--password-store=basic',
  // The page reaches nothing but the app's own protocol handlers: those are intercepted before a name is looked up.
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

export function createChromiumHost(options: ChromiumHostOptions): ChromiumHost {
  const opened = new Set<Page>();
  let starting: Promise<BrowserContext> | undefined;
  let isFirstPageFree = true;
  // Chosen here where a person must be told it; else Chromium chooses, and writes it into its profile.
  let port = 0;

  const startOwn = async (): Promise<BrowserContext> => {
    endOrphan(options.profileFolder);
    port = options.isInspectable ? await freePort() : 0;
    return launch(options, port);
  };
  const start = async (): Promise<BrowserContext> => {
    const context = await (options.sharedEndpoint === undefined
      ? startOwn()
      : joinShared(options.sharedEndpoint));
    await context.exposeBinding(pageBinding, ({ page, frame }, message: PageMessage) =>
      options.onMessage({ page, frame }, message),
    );
    await context.route('**/*', (route) => options.onRequest(route));
    // setWindowOpenHandler decides by Chromium's own event; a window that the page opened never stays.
    context.on('page', (page) => {
      void page.opener().then(async (opener) => {
        if (opener !== null && !opened.has(page)) await page.close();
      }, ignoreClosed);
    });
    context.on('close', () => {
      starting = undefined;
      isFirstPageFree = true;
      options.onGone();
    });
    return context;
  };
  const started = () => (starting ??= start());

  return {
    isVisible: options.isVisible,
    prewarm: () => void started().catch(ignoreClosed),
    async openPage() {
      const context = await started();
      const [first] = options.sharedEndpoint === undefined ? context.pages() : [];
      const page = isFirstPageFree && first !== undefined ? first : await context.newPage();
      isFirstPageFree = false;
      opened.add(page);
      page.on('close', () => opened.delete(page));
      return page;
    },
    async endpoint() {
      await started();
      if (options.sharedEndpoint !== undefined) return options.sharedEndpoint;
      if (port !== 0) return `http://127.0.0.1:${String(port)}`;
      const file = join(options.profileFolder, 'DevToolsActivePort');
      for (let tries = 0; tries < 200 && !existsSync(file); tries += 1) await delay(10);
      return `http://127.0.0.1:${readFileSync(file, 'utf8').split('\n')[0] ?? ''}`;
    },
    async newestTarget() {
      const page = [...opened].at(-1);
      return page === undefined ? undefined : targetOf(page);
    },
    async close() {
      const context = await starting?.catch(() => undefined);
      starting = undefined;
      await context?.close();
      // Of a shared Chromium only the connection ends.
      if (options.sharedEndpoint !== undefined) await context?.browser()?.close();
    },
  };
}

/** The DevTools protocol's id of a page; the same for every client. */
export async function targetOf(page: Page): Promise<string> {
  const protocol = await page.context().newCDPSession(page);
  const { targetInfo } = await protocol.send('Target.getTargetInfo');
  await protocol.detach();
  return targetInfo.targetId;
}

/** A context of the app's own: nothing of another app's, and gone with the connection, also after a kill. */
async function joinShared(endpoint: string): Promise<BrowserContext> {
  const browser = await chromium.connectOverCDP(endpoint, { noDefaults: true, isLocal: true });
  return browser.newContext({
    viewport: { width: 800, height: 600 },
    serviceWorkers: 'block',
    acceptDownloads: false,
  });
}

async function launch(options: ChromiumHostOptions, port: number): Promise<BrowserContext> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    throw new Error('The stand-in for Electron needs Chromium: install it, or name it in KEYFOB_CHROMIUM');
  }
  rmSync(join(options.profileFolder, 'DevToolsActivePort'), { force: true });
  const args = [...quietFlags, `--remote-debugging-port=${String(port)}`];
  // The inspector's own page is served from the same port, and its web socket is refused without this.
  if (options.isInspectable) args.push(`--remote-allow-origins=http://127.0.0.1:${String(port)}`);
  // No tab strip and no address bar around a visible window.
  if (options.isVisible) args.push('--app=data:text/html,');
  // Temporary files beside the profile: after a kill nobody else would remove them.
  const temporary = join(options.profileFolder, '..', 'tmp');
  mkdirSync(temporary, { recursive: true, mode: 0o700 });
  return chromium.launchPersistentContext(options.profileFolder, {
    executablePath,
    args,
    artifactsDir: temporary,
    env: { ...process.env, TMPDIR: temporary },
    headless: !options.isVisible,
    chromiumSandbox: process.getuid?.() !== 0,
    viewport: options.isVisible ? null : { width: 800, height: 600 },
    serviceWorkers: 'block',
    acceptDownloads: false,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return address !== null && typeof address === 'object' ? address.port : 0;
}

/**
 * After a `kill -9` of the app its Chromium can live for a moment longer and hold the profile. This process holds the app's
 * single-instance lock, so that whoever holds the profile is such an orphan.
 */
function endOrphan(profileFolder: string): void {
  const lock = join(profileFolder, 'SingletonLock');
  if (lstatSync(lock, { throwIfNoEntry: false }) === undefined) return;
  const pid = Number(/-(\d+)$/.exec(readlinkSync(lock))?.[1]);
  try {
    if (pid > 0 && readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').includes(profileFolder)) {
      process.kill(pid, 'SIGKILL');
    }
  } catch (error) {
    if (!isGone(error)) throw error;
  }
  for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket'])
    rmSync(join(profileFolder, name), { force: true });
}

const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ESRCH', 'ENOENT'].includes(String(error.code));

/** Playwright rejects what was under way when a page or the browser closed: nobody waits for it then. */
export function ignoreClosed(error: unknown): void {
  if (error instanceof Error && /closed|detached|destroyed|navigat/i.test(error.message)) return;
  console.error('[stand-in]', error);
}
