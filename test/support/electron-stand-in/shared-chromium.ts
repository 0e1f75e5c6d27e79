import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findChromium, quietFlags } from './chromium-host.ts';

export interface SharedChromium {
  /** For `KEYFOB_STAND_IN_BROWSER` in the environment of the apps. */
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** What makes a headless page behave as a window in front: no timer is slowed down, no scroll bar takes room, colours are exact. */
const windowFlags = [
  '--headless',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-breakpad',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-hang-monitor',
  '--disable-popup-blocking',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  '--mute-audio',
  '--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4',
];

/**
 * Starts a Chromium for many starts of the app: starting one costs more than the rest of a start. Every app has a context of its
 * own in it. Rejects when it does not answer within 30 s.
 */
export async function startSharedChromium(): Promise<SharedChromium> {
  const program = findChromium();
  if (program === undefined) throw new Error('The stand-in for Electron needs Chromium');
  const folder = await mkdtemp(join(tmpdir(), 'keyfob-chromium-'));
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [...quietFlags, ...windowFlags, ...sandbox, '--remote-debugging-port=0'];
  const child = spawn(program, [...args, `--user-data-dir=${folder}`, 'about:blank'], {
    stdio: 'ignore',
    env: { ...process.env, TMPDIR: folder },
  });
  const ended = once(child, 'exit');
  const kill = (): void => {
    child.kill('SIGKILL');
  };
  process.once('exit', kill);
  const stop = async (): Promise<void> => {
    process.off('exit', kill);
    kill();
    await ended;
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline && child.exitCode === null) {
    const port = (await readFile(join(folder, 'DevToolsActivePort'), 'utf8').catch(() => '')).split('\n')[0];
    if (port !== undefined && port !== '') return { endpoint: `http://127.0.0.1:${port}`, stop };
    await delay(20);
  }
  await stop();
  throw new Error('Chromium did not start');
}
