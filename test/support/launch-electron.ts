import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication } from 'playwright-core';
import { findElectronBinary } from './electron-binary.ts';
import { installHostRecorder, recorderSymbol } from './host-recorder.ts';
import { quitTimeout, untilReady, type HostOptions, type HostProcess } from './launched-host.ts';

/** Starts the app on Electron itself, with the recorder loaded before it. */
export async function launchElectron({ userDataDir, env, args, app }: HostOptions): Promise<HostProcess> {
  const executablePath = app.program ?? findElectronBinary();
  if (executablePath === undefined) throw new Error('Electron was not downloaded');
  const folder = await mkdtemp(join(tmpdir(), 'keyfob-recorder-'));
  const recorder = join(folder, 'recorder.cjs');
  await writeFile(
    recorder,
    `(${installHostRecorder.toString()})(require('electron'), ${JSON.stringify(recorderSymbol)});`,
  );
  // The packaged program takes neither a folder nor --require: its fuses are set.
  const development = app.isPackaged ? [] : ['--require', recorder, app.folder];
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const electron = await _electron.launch({
    executablePath,
    args: [...sandbox, `--user-data-dir=${userDataDir}`, ...development, ...args],
    env: Object.fromEntries(
      Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
  });
  await rm(folder, { recursive: true, force: true });
  return hosted(electron);
}

function hosted(electron: ElectronApplication): HostProcess {
  const child = electron.process();
  const chunks: string[] = [];
  child.stdout?.on('data', (chunk) => chunks.push(String(chunk)));
  child.stderr?.on('data', (chunk) => chunks.push(String(chunk)));
  const ended = once(child, 'exit');
  return {
    pid: child.pid ?? 0,
    output: () => chunks.join(''),
    currentWindow: async () => untilReady(electron.windows().at(-1) ?? (await electron.firstWindow())),
    evaluate: (source, argument) =>
      electron.evaluate(
        (module, [text, value]) => {
          // eslint-disable-next-line @typescript-eslint/no-implied-eval -- The test's own function, sent as text.
          const fn: unknown = Reflect.apply(new Function(`return (${text})`), undefined, []);
          return typeof fn === 'function'
            ? (Reflect.apply(fn, undefined, [module, value]) as unknown)
            : undefined;
        },
        [source, argument] as const,
      ),
    async close() {
      const timer = setTimeout(() => child.kill('SIGKILL'), quitTimeout);
      await electron.close();
      clearTimeout(timer);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
