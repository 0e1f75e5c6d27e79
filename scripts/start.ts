/** `npm start`: builds when needed and runs Keyfob, on Electron or on its stand-in. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { buildWhenStale, isBuildStale, projectFolder } from '../test/support/build.ts';
import { hasDisplay } from '../test/support/electron-binary.ts';
import { obtainElectron } from './obtain-electron.ts';
import { ensureSystemPackages } from './system-packages.ts';

const ownArguments = process.argv.slice(2);
const isVisible = hasDisplay();

function startElectron(program: string): ChildProcess {
  // Chromium refuses its sandbox to root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return spawn(program, [...sandbox, projectFolder, ...ownArguments], { stdio: 'inherit' });
}

function startStandIn(): ChildProcess {
  const runner = join(projectFolder, 'test/support/electron-stand-in/run.ts');
  const main = join(projectFolder, 'out/main/main.js');
  const window = isVisible ? { KEYFOB_STAND_IN_VISIBLE: '1' } : { KEYFOB_STAND_IN_INSPECTABLE: '1' };
  return spawn(process.execPath, [runner, main, ...ownArguments], {
    // The channel ends with this process, and the stand-in with the channel: nothing stays behind.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ...window },
  });
}

async function start(): Promise<number> {
  const electron = isVisible ? await obtainElectron() : undefined;
  if (electron === undefined && !ensureSystemPackages(['chromium'])) return 1;
  if (await isBuildStale()) {
    console.log('Building Keyfob …');
    await buildWhenStale();
  }
  if (electron === undefined) {
    const why = isVisible ? "Electron's program could not be downloaded" : 'There is no display';
    console.log(
      `${why}: Keyfob runs on the stand-in for Electron, in ${isVisible ? 'a' : 'a headless'} Chromium.`,
    );
  }
  const child = electron === undefined ? startStandIn() : startElectron(electron);
  // Ctrl+C reaches the child too, from the terminal; this process waits for it to end cleanly.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  await once(child, 'exit');
  return child.exitCode ?? 0;
}

process.exitCode = await start();
