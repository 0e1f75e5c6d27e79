import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { buildWhenStale, projectFolder } from './build.ts';
import { chooseHost } from './electron-binary.ts';
import { launchElectron } from './launch-electron.ts';
import { launchStandIn } from './launch-stand-in.ts';
import type { HostProcess, MainFunction } from './launched-host.ts';
import { unpackedApp } from './packaged-app.ts';
import { removeAtExit } from './remove-at-exit.ts';
import { hasSecretService } from './secret-service.ts';

export type { MainFunction, TestedElectron } from './launched-host.ts';

export interface LaunchOptions {
  /** A new temporary folder when not given; that one is removed when the calling process ends. */
  readonly userDataDir?: string;
  /** Over the environment of the calling process; a keyring's (keyring.ts), for example. */
  readonly env?: Readonly<Record<string, string>>;
  /** Who holds the master key. The keychain where there is one, else memory. */
  readonly masterKey?: 'keychain' | 'memory';
  /** Runs the packaged app of `dist/` instead of the build in `out/`. */
  readonly packaged?: boolean;
  /** Further command-line arguments of the app. */
  readonly args?: readonly string[];
}

export interface LaunchedKeyfob {
  /** The app's window: its page has loaded and set `data-ready`. */
  readonly window: Page;
  /** Runs the function in the main process with Electron's module; it is sent as text, and so are its argument and result. */
  evaluate: <Result, Argument = undefined>(
    fn: MainFunction<Result, Argument>,
    ...argument: Argument extends undefined ? [] : [Argument]
  ) => Promise<Result>;
  /** The embedded server, running. An empty address when it could not be started. */
  readonly localApi: { readonly url: string };
  readonly userDataDir: string;
  readonly host: 'electron' | 'stand-in';
  /** The main process. */
  readonly pid: number;
  /** What the main process has printed so far. */
  output(): string;
  /** The newest window, when it is ready: after the app closed one and opened another. */
  currentWindow(): Promise<Page>;
  /** Quits the app as its menu does, and waits until it is gone. */
  close(): Promise<void>;
  /** Ends it at once, as a crash or a power cut would (SIGKILL). */
  kill(): Promise<void>;
}

/**
 * Starts Keyfob as a person would, on Electron where its program is there and on the stand-in elsewhere, and waits for its
 * window. Builds first when the build is older than the sources.
 * Rejects, with what the main process printed, when the app ends or shows no window within 30 s.
 */
export async function launchKeyfob(options: LaunchOptions = {}): Promise<LaunchedKeyfob> {
  const isPackaged = options.packaged ?? false;
  if (!isPackaged) await buildWhenStale();
  const userDataDir = options.userDataDir ?? (await temporaryFolder());
  const env = { ...withoutKeys(process.env), ...options.env };
  const masterKey = options.masterKey ?? ((await hasSecretService(env)) ? 'keychain' : 'memory');
  const host = chooseHost(env);
  const start = host === 'electron' ? launchElectron : launchStandIn;
  const started = await start({
    userDataDir,
    env: { ...env, KEYFOB_MASTER_KEY: masterKey },
    args: options.args ?? [],
    app: isPackaged ? await unpackedApp(host) : { folder: projectFolder, isPackaged },
  });
  try {
    const window = await started.currentWindow();
    const url = await localApiUrl(window);
    return assemble({ started, window, userDataDir, host, url });
  } catch (cause) {
    await started.kill();
    throw new Error(`Keyfob showed no ready window. Its main process printed:\n${started.output()}`, {
      cause,
    });
  }
}

interface Parts {
  readonly started: HostProcess;
  readonly window: Page;
  readonly userDataDir: string;
  readonly host: LaunchedKeyfob['host'];
  readonly url: string;
}

function assemble({ started, window, userDataDir, host, url }: Parts): LaunchedKeyfob {
  return {
    window,
    // The result came through a copy between processes; that it is what the function returned, its author knows.
    evaluate: (fn, ...argument) => started.evaluate(fn.toString(), argument[0]) as never,
    localApi: { url },
    userDataDir,
    host,
    pid: started.pid,
    output: () => started.output(),
    currentWindow: () => started.currentWindow(),
    close: () => started.close(),
    kill: () => started.kill(),
  };
}

/** What the machine that tests has set shall not be offered in the app that is tested. */
function withoutKeys(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/_(?:API_?KEY|TOKEN)$/.test(name)));
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'keyfob-'));
  removeAtExit(folder);
  return folder;
}

/** Asks over the bridge, as the page itself would. A server that waits to be needed is started. */
async function localApiUrl(window: Page): Promise<string> {
  return window.evaluate(async () => {
    interface Reply {
      readonly ok: boolean;
      readonly value?: { readonly kind: string; readonly url?: string };
    }
    const bridge: unknown = Reflect.get(globalThis, 'keyfob');
    const { invoke } = bridge as { invoke(command: string, input: object): Promise<Reply> }; // The preload's.
    const state = await invoke('localApi.getState', {});
    const running = state.value?.kind === 'stopped' ? await invoke('localApi.start', {}) : state;
    return running.value?.url ?? '';
  });
}
