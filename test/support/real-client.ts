import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const clients = join(import.meta.dirname, '../clients');
const RUN_LIMIT_MS = 60_000;

export const INSTALL_LIMIT_MS = 300_000;

/** A program that people use with the Postman API, in its folder under `test/clients/`. */
export function clientPath(...parts: readonly string[]): string {
  return join(clients, ...parts);
}

/**
 * Installs a client as its lock file says, unless `entry`, a path inside its folder, is there. No script of its packages runs.
 * `isLockComplete`: `npm ci` refuses a lock file without the optional packages that cannot be had; then it is `npm install`, which
 * leaves the lock file as it is.
 */
export async function installClient(name: string, entry: string, isLockComplete = true): Promise<void> {
  if (existsSync(clientPath(name, entry))) return;
  const how = isLockComplete ? ['ci'] : ['install', '--no-save'];
  const parameters = [...how, '--ignore-scripts', '--no-audit', '--no-fund'];
  await run('npm', parameters, { cwd: clientPath(name), timeout: INSTALL_LIMIT_MS });
}

/**
 * The environment of a client: nothing of the tests' own, `home` for what it writes, and a closed port of this computer as the
 * proxy to everywhere else, so that it reaches loopback alone.
 */
export function clientEnvironment(home: string): Record<string, string> {
  const nowhere = 'http://127.0.0.1:9';
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    USERPROFILE: home,
    NO_COLOR: '1',
    NODE_USE_ENV_PROXY: '1',
    HTTP_PROXY: nowhere,
    HTTPS_PROXY: nowhere,
    http_proxy: nowhere,
    https_proxy: nowhere,
    NO_PROXY: '127.0.0.1,localhost',
    no_proxy: '127.0.0.1,localhost',
  };
}

export interface ClientRun {
  readonly exitCode: number;
  /** What it wrote, both streams. */
  readonly text: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a client's script, with the same Node as the tests. */
export async function runClient(
  script: string,
  parameters: readonly string[],
  options: RunOptions,
): Promise<ClientRun> {
  try {
    const { stdout, stderr } = await run(process.execPath, [script, ...parameters], {
      ...options,
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
