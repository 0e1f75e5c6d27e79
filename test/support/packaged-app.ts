import { cp, mkdtemp } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll } from '@electron/asar';
import { projectFolder } from './build.ts';
import type { HostedApp } from './launched-host.ts';
import { removeAtExit } from './remove-at-exit.ts';

export const packagedFolder = join(projectFolder, 'dist', 'linux-unpacked');

/**
 * The packaged app in a form that the host can run. Electron runs the program; Node cannot read an asar, so that the stand-in
 * gets its contents in a temporary folder, with the unpacked files beside it where Electron would look for them.
 */
export async function unpackedApp(host: 'electron' | 'stand-in'): Promise<HostedApp> {
  const program = join(packagedFolder, 'keyfob');
  const asar = join(packagedFolder, 'resources', 'app.asar');
  if (!existsSync(asar)) throw new Error('There is no packaged app: run `npm run package` first');
  if (host === 'electron') return { folder: packagedFolder, isPackaged: true, program };
  const folder = await mkdtemp(join(tmpdir(), 'keyfob-packaged-'));
  removeAtExit(folder);
  extractAll(asar, folder);
  if (existsSync(`${asar}.unpacked`)) await cp(`${asar}.unpacked`, folder, { recursive: true });
  return { folder, isPackaged: true };
}
