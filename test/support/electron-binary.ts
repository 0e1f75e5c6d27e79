import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './build.ts';

/**
 * Electron's program, when it was downloaded: npm's package holds types and a downloader alone. Looks at files only:
 * the package's own entry point would start a download.
 */
export function findElectronBinary(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const folder = join(projectFolder, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron';
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  const program = override === undefined ? join(folder, 'dist', name) : join(override, name);
  return existsSync(program) ? program : undefined;
}

/** Electron opens no window without a display; a headless Chromium does. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  return process.platform !== 'linux' || Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY']);
}

/** Which of the two runs the app here. `KEYFOB_HOST=stand-in` chooses the stand-in where Electron could run too. */
export function chooseHost(env: NodeJS.ProcessEnv = process.env): 'electron' | 'stand-in' {
  const canRunElectron = findElectronBinary(env) !== undefined && hasDisplay(env);
  return canRunElectron && env['KEYFOB_HOST'] !== 'stand-in' ? 'electron' : 'stand-in';
}
