import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AppUpdater } from 'electron-updater';
import { codeOf } from '../error-code.ts';
import { UpdateFailure, type UpdateFeed, type UpdateSupport } from '../ports/update-feed.ts';

/** The part of electron-updater that Keyfob uses. */
export type Updater = Pick<
  AppUpdater,
  | 'allowDowngrade'
  | 'allowPrerelease'
  | 'autoDownload'
  | 'autoInstallOnAppQuit'
  | 'disableWebInstaller'
  | 'requestHeaders'
  | 'logger'
  | 'checkForUpdates'
  | 'downloadUpdate'
  | 'quitAndInstall'
  | 'on'
  | 'off'
>;
type Found = NonNullable<Awaited<ReturnType<Updater['checkForUpdates']>>>;
type Token = NonNullable<Parameters<Updater['downloadUpdate']>[0]>;

export interface ElectronUpdateFeedOptions {
  readonly isPackaged: boolean;
  /** Where the packaged program keeps what belongs to it. */
  readonly resourcesPath: string;
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  /** electron-updater and the token with which a download is cancelled; loaded when a host is to be asked. */
  readonly load: () => Promise<{ readonly updater: Updater; readonly createToken: () => Token }>;
}

/** For the program that runs. electron-updater is in a chunk of its own, so that neither the start nor a run reads it. */
export function packagedUpdateFeed(isPackaged: boolean): UpdateFeed {
  const { resourcesPath, platform, env } = process;
  return electronUpdateFeed({
    ...{ isPackaged, resourcesPath, platform, env },
    load: async () => {
      const { autoUpdater, CancellationToken } = await import('electron-updater');
      return { updater: autoUpdater, createToken: () => new CancellationToken() };
    },
  });
}

/** electron-updater, told to do nothing by itself but to check signatures and digests. */
export function electronUpdateFeed(options: ElectronUpdateFeedOptions): UpdateFeed {
  let loading: ReturnType<ElectronUpdateFeedOptions['load']> | null = null;
  let loaded: Updater | null = null;
  let ending: Promise<unknown> = Promise.resolve();
  const load = async () => {
    loading ??= options.load();
    const parts = await loading;
    if (loaded === null) prepare(parts.updater);
    loaded = parts.updater;
    return parts;
  };
  return {
    support: () => supportOf(options),
    async look() {
      try {
        const { updater } = await load();
        const found = await updater.checkForUpdates();
        if (found === null || !found.isUpdateAvailable) return null;
        return { version: found.updateInfo.version, notes: notesOf(found) };
      } catch (cause) {
        throw new UpdateFailure('update-check-failed', { cause });
      }
    },
    async download({ signal, onProgress }) {
      const { updater, createToken } = await load();
      const token = createToken();
      const cancel = (): void => {
        token.cancel();
      };
      const report = ({ percent }: { readonly percent: number }): void => {
        onProgress(percent / 100);
      };
      signal.throwIfAborted();
      signal.addEventListener('abort', cancel);
      updater.on('download-progress', report);
      updater.autoInstallOnAppQuit = true;
      try {
        // It joins one that is being cancelled, and would be cancelled with it.
        await ending;
        signal.throwIfAborted();
        const running = updater.downloadUpdate(token);
        ending = running.catch(() => undefined);
        await running;
      } catch (cause) {
        signal.throwIfAborted();
        throw new UpdateFailure(downloadFailure(cause), { cause });
      } finally {
        signal.removeEventListener('abort', cancel);
        updater.off('download-progress', report);
      }
    },
    discard() {
      if (loaded !== null) loaded.autoInstallOnAppQuit = false;
    },
    install() {
      // Without questions, and started again afterwards.
      loaded?.quitAndInstall(true, true);
    },
  };
}

function supportOf({ isPackaged, resourcesPath, platform, env }: ElectronUpdateFeedOptions): UpdateSupport {
  // The release workflow writes it; a copy that somebody built has none (electron-builder.yml).
  if (!isPackaged || !existsSync(join(resourcesPath, 'app-update.yml'))) return 'self-built';
  const isReplaceable =
    platform !== 'linux' || env['APPIMAGE'] !== undefined || existsSync(join(resourcesPath, 'package-type'));
  return isReplaceable ? 'supported' : 'by-hand';
}

function prepare(updater: Updater): void {
  updater.autoDownload = false;
  updater.allowDowngrade = false;
  updater.allowPrerelease = false;
  // What it loads afterwards nobody would check.
  updater.disableWebInstaller = true;
  // The number by which a copy draws its place in a staged roll-out stays on this computer.
  updater.requestHeaders = { 'x-user-staging-id': 'not-told' };
  // It writes addresses and paths; what matters comes back as errors.
  updater.logger = null;
  // Each failure rejects the call as well; without a listener it would end the process.
  updater.on('error', () => undefined);
}

function notesOf({ updateInfo: { releaseNotes } }: Found): string {
  if (typeof releaseNotes === 'string') return releaseNotes;
  return (releaseNotes ?? []).map(({ version, note }) => `${version}\n${note ?? ''}`).join('\n\n');
}

function downloadFailure(cause: unknown): UpdateFailure['code'] {
  switch (codeOf(cause)) {
    case 'ERR_UPDATER_INVALID_SIGNATURE':
      return 'update-not-trusted';
    case 'ERR_CHECKSUM_MISMATCH':
    case 'ERR_UPDATER_NO_CHECKSUM':
      return 'update-damaged';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'update-no-room';
    default:
      return 'update-download-failed';
  }
}
