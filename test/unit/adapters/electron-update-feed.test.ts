import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  electronUpdateFeed,
  type ElectronUpdateFeedOptions,
  type Updater,
} from '../../../electron/adapters/electron-update-feed.ts';

type Listener = (progress: { readonly percent: number }) => void;

/** electron-updater as far as the adapter knows it; a download ends when the test says so. */
function fakeUpdater() {
  const listeners = new Map<string, Listener>();
  const downloads: PromiseWithResolvers<string[]>[] = [];
  const calls: string[] = [];
  const updater = {
    autoDownload: true,
    allowDowngrade: true,
    allowPrerelease: true,
    autoInstallOnAppQuit: true,
    disableWebInstaller: false,
    requestHeaders: null,
    logger: console,
    answer: (): Promise<unknown> => Promise.resolve(null),
    checkForUpdates: () => updater.answer(),
    downloadUpdate(token: { readonly onCancel?: () => void }) {
      calls.push('download');
      const download = Promise.withResolvers<string[]>();
      token.onCancel?.();
      downloads.push(download);
      return download.promise;
    },
    quitAndInstall: (...flags: readonly boolean[]) => void calls.push(`install ${flags.join()}`),
    on: (event: string, listener: Listener) => void listeners.set(event, listener),
    off: (event: string) => void listeners.delete(event),
  };
  return { updater, listeners, downloads, calls };
}

let resourcesPath: string;
beforeEach(async () => {
  resourcesPath = await mkdtemp(join(tmpdir(), 'keyfob-feed-'));
});
afterEach(() => rm(resourcesPath, { recursive: true, force: true }));

function setUp(changes: Partial<ElectronUpdateFeedOptions> = {}) {
  const fake = fakeUpdater();
  const cancelled: number[] = [];
  let loads = 0;
  const feed = electronUpdateFeed({
    ...{ isPackaged: true, resourcesPath, platform: 'linux', env: {} },
    load: () => {
      loads += 1;
      const cancel = () => {
        cancelled.push(fake.downloads.length);
        fake.downloads.at(-1)?.reject(new Error('cancelled'));
      };
      const updater = fake.updater as unknown as Updater; // as far as the adapter knows it
      return Promise.resolve({ updater, createToken: () => ({ cancel }) as never });
    },
    ...changes,
  });
  return { ...fake, feed, cancelled, loads: () => loads };
}

describe('support', () => {
  it('is none for what somebody built, and asks nobody', () => {
    const { feed, loads } = setUp();

    expect(feed.support()).toBe('self-built');
    expect(loads()).toBe(0);
  });

  it('is there for published copies that can be replaced', async () => {
    await writeFile(join(resourcesPath, 'app-update.yml'), 'provider: github');

    expect(setUp().feed.support()).toBe('by-hand');
    expect(setUp({ env: { APPIMAGE: '/opt/Keyfob.AppImage' } }).feed.support()).toBe('supported');
    expect(setUp({ platform: 'darwin' }).feed.support()).toBe('supported');
    expect(setUp({ isPackaged: false, platform: 'win32' }).feed.support()).toBe('self-built');
    await writeFile(join(resourcesPath, 'package-type'), 'deb');
    expect(setUp().feed.support()).toBe('supported');
  });
});

describe('looking', () => {
  it('downloads nothing, never goes back and tells the host no number of this copy', async () => {
    const { feed, updater } = setUp();

    expect(await feed.look()).toBeNull();
    expect(updater).toMatchObject({
      autoDownload: false,
      allowDowngrade: false,
      allowPrerelease: false,
      disableWebInstaller: true,
      requestHeaders: { 'x-user-staging-id': 'not-told' },
      logger: null,
    });
  });

  it('answers what is newer, and nothing for a copy whose turn it is not', async () => {
    const { feed, updater } = setUp();
    const updateInfo = { version: '2.0.0', releaseNotes: [{ version: '2.0.0', note: 'New' }] };
    updater.answer = () => Promise.resolve({ isUpdateAvailable: true, updateInfo });
    expect(await feed.look()).toEqual({ version: '2.0.0', notes: '2.0.0\nNew' });

    updater.answer = () => Promise.resolve({ isUpdateAvailable: false, updateInfo });
    expect(await feed.look()).toBeNull();
  });

  it('says that it could not learn it', async () => {
    const { feed, updater } = setUp();
    updater.answer = () => Promise.reject(new Error('net::ERR_NAME_NOT_RESOLVED'));

    await expect(feed.look()).rejects.toMatchObject({ code: 'update-check-failed' });
  });
});

describe('downloading', () => {
  it('tells how far it is, and listens no longer than that', async () => {
    const { feed, listeners, downloads } = setUp();
    const shares: number[] = [];
    const downloading = feed.download({
      signal: new AbortController().signal,
      onProgress: (share) => shares.push(share),
    });
    await expect.poll(() => downloads).toHaveLength(1);
    listeners.get('download-progress')?.({ percent: 40 });
    downloads[0]?.resolve(['file']);
    await downloading;

    expect(shares).toEqual([0.4]);
    expect(listeners.has('download-progress')).toBe(false);
  });

  it('is cancelled, and the next one waits until it is', async () => {
    const { feed, downloads, cancelled } = setUp();
    const first = new AbortController();
    const onProgress = () => undefined;
    const ended = feed.download({ signal: first.signal, onProgress });
    await expect.poll(() => downloads).toHaveLength(1);
    first.abort(new Error('by hand'));
    await expect(ended).rejects.toThrow('by hand');
    expect(cancelled).toEqual([1]);

    const second = feed.download({ signal: new AbortController().signal, onProgress });
    await expect.poll(() => downloads).toHaveLength(2);
    downloads[1]?.resolve(['file']);
    await second;
  });

  it.each([
    ['ERR_UPDATER_INVALID_SIGNATURE', 'update-not-trusted'],
    ['ERR_CHECKSUM_MISMATCH', 'update-damaged'],
    ['ENOSPC', 'update-no-room'],
    ['', 'update-download-failed'],
  ])('says what %s means: %s', async (code, failure) => {
    const { feed, downloads } = setUp();
    const downloading = feed.download({ signal: new AbortController().signal, onProgress: () => undefined });
    await expect.poll(() => downloads).toHaveLength(1);
    downloads[0]?.reject(Object.assign(new Error('some library text'), { code }));

    await expect(downloading).rejects.toMatchObject({ code: failure });
  });
});

it('installs without questions and starts again; what was thrown away is not installed at the end', async () => {
  const { feed, updater, calls } = setUp();
  feed.install();
  expect(calls).toEqual([]);
  await feed.look();
  feed.discard();
  feed.install();

  expect(updater.autoInstallOnAppQuit).toBe(false);
  expect(calls).toEqual(['install true,true']);
});
