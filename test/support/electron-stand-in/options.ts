import { resolve } from 'node:path';
import { findAppFolder } from './app.ts';
import type { StandInOptions } from './create-electron.ts';

/** The main file that `run.ts` was told to run: `node run.ts <main.js> [arguments]`. */
export function mainFile(argv: readonly string[] = process.argv): string {
  const [, , file] = argv;
  if (file === undefined) throw new Error('Usage: node run.ts <path to main.js> [arguments]');
  return resolve(file);
}

export function readOptions(argv: readonly string[] = process.argv, env = process.env): StandInOptions {
  const flag = '--user-data-dir=';
  const folder = argv.find((argument) => argument.startsWith(flag))?.slice(flag.length);
  const isVisible = env['KEYFOB_STAND_IN_VISIBLE'] === '1';
  const isInspectable = env['KEYFOB_STAND_IN_INSPECTABLE'] === '1';
  return {
    appFolder: findAppFolder(mainFile(argv)),
    userDataFolder: folder === undefined ? undefined : resolve(folder),
    isPackaged: env['KEYFOB_STAND_IN_PACKAGED'] === '1',
    hasTouchId: env['KEYFOB_STAND_IN_TOUCH_ID'] === '1',
    isVisible,
    isInspectable,
    sharedEndpoint: isVisible || isInspectable ? undefined : env['KEYFOB_STAND_IN_BROWSER'],
    say: (text) => {
      console.error(`[stand-in] ${text}`);
    },
  };
}
