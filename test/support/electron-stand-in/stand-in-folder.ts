import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Where the stand-in keeps what Electron would keep among the user's data: Chromium's profile and the single-instance lock.
 * It is apart from the user-data folder, so that what a test finds there is the app's own, and the same for the same folder.
 */
export function standInFolder(userDataFolder: string): string {
  const name = createHash('sha256').update(resolve(userDataFolder)).digest('hex').slice(0, 16);
  const folder = join(tmpdir(), `keyfob-stand-in-${String(userInfo().uid)}`, name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}
