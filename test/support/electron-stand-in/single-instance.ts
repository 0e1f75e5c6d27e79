import {
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** What a second process tells the first before it quits. */
export interface SecondInstance {
  readonly argv: readonly string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
}

/**
 * Electron's lock answers at once, so that no socket can be asked. A symbolic link, made atomically, names the holder as
 * Chromium's own lock does; a second process leaves a file with its arguments, and the holder watches for it.
 */
export function requestLock(
  folder: string,
  message: SecondInstance,
  onSecondInstance: (message: SecondInstance) => void,
): (() => void) | undefined {
  const link = join(folder, 'lock');
  const letters = join(folder, 'second-instances');
  mkdirSync(letters, { recursive: true, mode: 0o700 });
  if (!tryLock(link)) {
    const letter = join(folder, `letter-${String(process.pid)}`);
    writeFileSync(letter, JSON.stringify(message), { mode: 0o600 });
    renameSync(letter, join(letters, `${String(process.pid)}.json`));
    return undefined;
  }
  const readLetters = (): void => {
    for (const name of readdirSync(letters)) {
      const path = join(letters, name);
      const letter = JSON.parse(readFileSync(path, 'utf8')) as SecondInstance; // Written whole, above, then renamed.
      rmSync(path);
      onSecondInstance(letter);
    }
  };
  for (const name of readdirSync(letters)) rmSync(join(letters, name));
  const watcher = watch(letters, { persistent: false }, readLetters);
  return () => {
    watcher.close();
    rmSync(link, { force: true });
  };
}

function tryLock(link: string): boolean {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      symlinkSync(String(process.pid), link);
      return true;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      if (isHeld(link)) return false;
      rmSync(link, { force: true });
    }
  }
  return false;
}

/** A lock outlives a `kill -9`: it counts only while the process that it names is one of the stand-in's. */
function isHeld(link: string): boolean {
  try {
    const pid = Number(readlinkSync(link));
    process.kill(pid, 0);
    if (process.platform !== 'linux') return true;
    return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').includes('electron-stand-in');
  } catch {
    // The link or the process went away in between: nobody holds it.
    return false;
  }
}
