import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../test/support/build.ts';

/** In every build of Electron this text stands before its fuses: https://github.com/electron/fuses */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** Electron 45 has nine fuses; '1' is on and '0' off, here as Electron ships them. */
const shippedFuses = '101100011';

/**
 * A folder in the shape of an unpacked Electron for Linux, with a program that only says what it is. electron-builder packages
 * around it, and sets and reads its fuses, as it does with the real one.
 */
export async function writeStandInDistribution(): Promise<string> {
  const folder = join(projectFolder, '.cache', 'stand-in-distribution');
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'resources'), { recursive: true });
  await mkdir(join(folder, 'locales'));
  const program =
    '#!/bin/sh\necho "This stands in for Electron\'s program, to check the packaging; it runs nothing."\nexit 1\n';
  const version = 1;
  const wire = Buffer.concat([
    Buffer.from(program + sentinel, 'latin1'),
    Buffer.from([version, shippedFuses.length]),
    Buffer.from(shippedFuses, 'latin1'),
  ]);
  await writeFile(join(folder, 'electron'), wire, { mode: 0o755 });
  await writeFile(join(folder, 'version'), 'stand-in');
  await writeFile(join(folder, 'LICENSE'), '');
  await writeFile(join(folder, 'locales', 'en-US.pak'), '');
  return folder;
}
