import type { Page } from 'playwright-core';
import type { StandInControls } from './electron-stand-in/create-electron.ts';

/** Electron's module in the main process; on the stand-in with its controls beside it. */
export type TestedElectron = typeof Electron.Main & { readonly standIn?: StandInControls };

export type MainFunction<Result, Argument> = (
  electron: TestedElectron,
  argument: Argument,
) => Result | Promise<Result>;

export interface HostOptions {
  readonly userDataDir: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly args: readonly string[];
  readonly app: HostedApp;
}

/** What to run: a folder with a package.json and a build in `out/`. */
export interface HostedApp {
  readonly folder: string;
  readonly isPackaged: boolean;
  /** The packaged program; only Electron can run it. */
  readonly program?: string;
}

/** One running app, on either host. */
export interface HostProcess {
  readonly pid: number;
  output(): string;
  /** The newest window whose page says that it is ready. */
  currentWindow(): Promise<Page>;
  evaluate(source: string, argument: unknown): Promise<unknown>;
  close(): Promise<void>;
  kill(): Promise<void>;
}

/** How long a window may take to be ready, and an app to quit, in milliseconds. */
export const readyTimeout = 30_000;
export const quitTimeout = 10_000;

/** The page sets this when it has shown its first screen. */
export async function untilReady(page: Page): Promise<Page> {
  await page.waitForSelector('html[data-ready="true"]', { state: 'attached', timeout: readyTimeout });
  return page;
}
