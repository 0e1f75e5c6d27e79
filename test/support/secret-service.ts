import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Whether the operating system's keychain can be asked in this environment. On Linux: some program offers the Secret Service
 * on the session bus, or the bus would start one. Elsewhere the system has its own.
 */
export async function hasSecretService(env: NodeJS.ProcessEnv): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  if (!env['DBUS_SESSION_BUS_ADDRESS']) return false;
  const names = await Promise.all([askBus(env, 'ListNames'), askBus(env, 'ListActivatableNames')]);
  return names.join().includes('"org.freedesktop.secrets"');
}

async function askBus(env: NodeJS.ProcessEnv, method: string): Promise<string> {
  const bus = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus'];
  try {
    const { stdout } = await run('dbus-send', [...bus, `org.freedesktop.DBus.${method}`], {
      env,
      timeout: 3000,
    });
    return stdout;
  } catch {
    // No dbus-send, no bus, or one that does not answer: no keychain either.
    return '';
  }
}
