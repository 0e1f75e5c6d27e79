import { rmSync } from 'node:fs';

const folders = new Set<string>();

/** Removes the folder when this process ends; until then a test can look into it, or start the app on it again. */
export function removeAtExit(folder: string): void {
  if (folders.size === 0) process.once('exit', removeAll);
  folders.add(folder);
}

function removeAll(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
