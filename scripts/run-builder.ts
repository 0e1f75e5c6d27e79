import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectFolder } from '../test/support/build.ts';

/** Runs electron-builder; `isQuiet` keeps its output unless it fails. Resolves with its exit code. */
export async function runBuilder(args: readonly string[], isQuiet: boolean): Promise<number> {
  const cli = join(projectFolder, 'node_modules', 'electron-builder', 'cli.js');
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: projectFolder,
    env: { ...process.env, ELECTRON_BUILDER_DISABLE_UPDATE_NOTIFIER: 'true' },
    stdio: ['ignore', isQuiet ? 'pipe' : 'inherit', isQuiet ? 'pipe' : 'inherit'],
  });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  }
  await once(child, 'close');
  if (child.exitCode !== 0) process.stderr.write(chunks.join(''));
  return child.exitCode ?? 1;
}
