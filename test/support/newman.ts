import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const folder = join(import.meta.dirname, '../clients/newman');
const entry = join(folder, 'node_modules/newman/bin/newman.js');
const INSTALL_LIMIT_MS = 300_000;
const RUN_LIMIT_MS = 60_000;

export interface NewmanRun {
  readonly exitCode: number;
  /** What it wrote, both streams. */
  readonly text: string;
}

/** Installs newman as its lock file says, unless it is there. Its scripts do not run. */
export async function installNewman(): Promise<void> {
  if (existsSync(entry)) return;
  const options = { cwd: folder, timeout: INSTALL_LIMIT_MS };
  await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], options);
}

/** `newman run <collection>`, with the same Node as the tests. */
export async function runNewman(collection: string, ...more: readonly string[]): Promise<NewmanRun> {
  const parameters = [entry, 'run', collection, '--color', 'off', ...more];
  try {
    const { stdout, stderr } = await run(process.execPath, parameters, {
      cwd: folder,
      timeout: RUN_LIMIT_MS,
    });
    return { exitCode: 0, text: stdout + stderr };
  } catch (failure) {
    if (!isExit(failure)) throw failure;
    return { exitCode: failure.code, text: failure.stdout + failure.stderr };
  }
}

/** A program that ended with an error, and not one that could not be started or took too long. */
function isExit(
  failure: unknown,
): failure is { readonly code: number; readonly stdout: string; readonly stderr: string } {
  return (
    failure instanceof Error && 'code' in failure && typeof failure.code === 'number' && 'stdout' in failure
  );
}
