import { chmodSync, mkdirSync } from 'node:fs';

/** Makes the folder when it is missing, and lets nobody but this user look into it. Returns its path. */
export function makePrivateFolder(path: string): string {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  chmodSync(path, 0o700);
  return path;
}
