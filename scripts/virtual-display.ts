import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hasDisplay } from '../test/support/electron-binary.ts';

/** Gives Electron a display where there is none (Xvfb); answers with the way to end it. */
export async function startDisplay(): Promise<() => void> {
  if (hasDisplay()) return () => undefined;
  // Xvfb chooses a free number itself and writes it on the descriptor that it is given.
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [number] = (await once(server.stdout, 'data')).map(String);
  process.env['DISPLAY'] = `:${(number ?? '').trim()}`;
  return () => void server.kill();
}
