import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The folder that holds package.json. */
export const projectFolder = dirname(dirname(import.meta.dirname));

const sources = ['shared', 'electron', 'renderer', 'electron.vite.config.ts', 'package.json'];
const outputs = [
  'out/main/main.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
  'out/first-page/draw-first-page.mjs',
];

/** True when a source is newer than what was built of it, or something was not built yet. */
export async function isBuildStale(folder: string = projectFolder): Promise<boolean> {
  const built = outputs.map((path) => join(folder, path));
  if (built.some((path) => !existsSync(path))) return true;
  const oldestOutput = Math.min(...(await Promise.all(built.map(modifiedAt))));
  const newestSource = await Promise.all(sources.map((path) => newestIn(join(folder, path))));
  return Math.max(...newestSource) > oldestOutput;
}

/** Builds when the build is older than the sources. Two processes that find it stale do not build twice. */
export async function buildWhenStale(): Promise<void> {
  const lock = join(projectFolder, '.cache', 'building');
  await mkdir(dirname(lock), { recursive: true });
  if (!(await isBuildStale())) return;
  if (!(await tryLock(lock))) {
    await untilUnlocked(lock);
    await buildWhenStale();
    return;
  }
  try {
    await build();
  } finally {
    await rmdir(lock);
  }
}

/** Runs electron-vite; rejects with its output when it fails. */
export async function build(): Promise<void> {
  const cli = join(projectFolder, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  await run(process.execPath, [cli, 'build', '--logLevel', 'warn'], {
    cwd: projectFolder,
    env: { ...process.env, NODE_ENV: 'production' },
    maxBuffer: 10_000_000,
  });
}

async function tryLock(lock: string): Promise<boolean> {
  try {
    await mkdir(lock);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** A lock older than two minutes was left by a build that was killed. */
async function untilUnlocked(lock: string): Promise<void> {
  while (existsSync(lock)) {
    if (Date.now() - (await modifiedAt(lock).catch(() => 0)) > 120_000) {
      await rmdir(lock).catch(() => undefined);
      return;
    }
    await delay(100);
  }
}

async function newestIn(path: string): Promise<number> {
  const own = await stat(path);
  if (!own.isDirectory()) return own.mtimeMs;
  const entries = await readdir(path, { withFileTypes: true });
  const times = await Promise.all(
    entries.map((entry) =>
      entry.isDirectory() ? newestIn(join(path, entry.name)) : modifiedAt(join(path, entry.name)),
    ),
  );
  // The folder's own time counts too: a file that was removed leaves no other trace.
  return Math.max(own.mtimeMs, ...times);
}

const modifiedAt = async (path: string): Promise<number> => (await stat(path)).mtimeMs;
