import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFolder } from '../test/support/build.ts';
import { findElectronBinary } from '../test/support/electron-binary.ts';

const day = 24 * 60 * 60 * 1000;
const failureNote = join(projectFolder, '.cache', 'electron-not-downloaded');

/**
 * Electron's program, downloaded if need be. `undefined` where that is not possible: the server is asked first, for 4 s at
 * most, and a failure is remembered for a day, so that a machine without the download does not wait at every start.
 */
export async function obtainElectron(): Promise<string | undefined> {
  const existing = findElectronBinary();
  if (existing !== undefined || process.env['KEYFOB_HOST'] === 'stand-in') return existing;
  if (failedLately()) return undefined;
  if (await canDownload()) {
    const install = join(projectFolder, 'node_modules', 'electron', 'install.js');
    spawnSync(process.execPath, [install], { stdio: 'inherit', timeout: 10 * 60 * 1000 });
  }
  const program = findElectronBinary();
  if (program === undefined) rememberFailure();
  else rmSync(failureNote, { force: true });
  return program;
}

function failedLately(): boolean {
  const note = statSync(failureNote, { throwIfNoEntry: false });
  return note !== undefined && Date.now() - note.mtimeMs < day;
}

function rememberFailure(): void {
  mkdirSync(dirname(failureNote), { recursive: true });
  writeFileSync(failureNote, 'Remove this file to let the next start try the download again.\n');
}

async function canDownload(): Promise<boolean> {
  const mirror =
    process.env['npm_config_electron_mirror'] ??
    process.env['ELECTRON_MIRROR'] ??
    'https://github.com/electron/electron/releases/download/';
  try {
    const response = await fetch(mirror, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(4000),
    });
    return response.status < 500;
  } catch {
    // No network, or this server is not reachable from here.
    return false;
  }
}
