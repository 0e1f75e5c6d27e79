import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { chooseHost } from '../support/electron-binary.ts';
import { startSharedChromium } from '../support/electron-stand-in/shared-chromium.ts';
import { type HostControls, hostControls } from '../support/host-controls.ts';
import { type Keyring, type KeyringState, startKeyring } from '../support/keyring.ts';
import { launchKeyfob, type LaunchedKeyfob } from '../support/launch.ts';
import { ApiKeysPage } from './pages/api-keys-page.ts';
import { RequestsPage } from './pages/requests-page.ts';

/** A running Keyfob with its pages. */
export interface App extends LaunchedKeyfob {
  readonly apiKeys: ApiKeysPage;
  readonly requests: RequestsPage;
  /** Tray, menus, notifications, dialogs and clipboard. */
  readonly desktop: HostControls;
}

interface WorkerFixtures {
  /** One Chromium for all starts of a worker; undefined on Electron, which brings its own. */
  readonly sharedBrowser: string | undefined;
}

interface StartOptions {
  readonly masterKey?: 'keychain' | 'memory';
  /** Over the keyring's. */
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** Another one than the test's. */
  readonly userDataDir?: string;
}

interface Fixtures {
  /** True where a test looks at the browser's profile or its processes: the app then has a Chromium of its own. */
  readonly hasOwnBrowser: boolean;
  /** The state in which the test finds its own, real keyring; set it with `test.use`. */
  readonly keyringState: KeyringState;
  readonly keyring: Keyring;
  /** A user-data folder of the test's own, kept over restarts. */
  readonly userDataDir: string;
  /** Starts Keyfob on the test's keyring and folder; what still runs at the end of the test is closed. */
  readonly start: (options?: StartOptions) => Promise<App>;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  sharedBrowser: [
    async ({}, use) => {
      if (chooseHost() === 'electron') return use(undefined);
      const chromium = await startSharedChromium();
      await use(chromium.endpoint);
      await chromium.stop();
    },
    { scope: 'worker' },
  ],
  hasOwnBrowser: [false, { option: true }],
  keyringState: ['unlocked', { option: true }],
  keyring: async ({ keyringState }, use) => {
    const keyring = await startKeyring({ state: keyringState });
    await use(keyring);
    await keyring.stop();
  },
  // Playwright asks for a destructured first parameter even where nothing is taken.
  userDataDir: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'keyfob-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  start: async ({ keyring, userDataDir, sharedBrowser, hasOwnBrowser }, use) => {
    const shared =
      hasOwnBrowser || sharedBrowser === undefined ? {} : { KEYFOB_STAND_IN_BROWSER: sharedBrowser };
    const env = { ...keyring.env, ...shared };
    const running: LaunchedKeyfob[] = [];
    await use(async (options = {}) => {
      const keyfob = await launchKeyfob({
        ...{ userDataDir, masterKey: 'keychain', ...options },
        env: { ...env, ...options.env },
      });
      running.push(keyfob);
      return {
        ...keyfob,
        apiKeys: new ApiKeysPage(keyfob.window),
        requests: new RequestsPage(keyfob.window),
        desktop: hostControls(keyfob),
      };
    });
    for (const keyfob of running) await keyfob.close();
  },
});

export { expect } from '@playwright/test';
