import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

const password = 'keyring password of the tests';
const loginCollection = '/org/freedesktop/secrets/collection/login';

export type KeyringState = 'unlocked' | 'locked' | 'none';

/** A Secret Service of its own for one test: its own D-Bus session, its own home folder, its own keyring. */
export interface Keyring {
  /** What a child process needs to see this keyring and no other. Merge it over `process.env`. */
  readonly env: Readonly<Record<string, string>>;
  /** The temporary home folder; everything below it is removed by `stop`. */
  readonly home: string;
  /** Locks the default collection, as a user's "Lock" in Seahorse does. */
  lock(): Promise<void>;
  /** Unlocks the default collection without a prompt. Starts the service first when there is none. */
  unlock(): Promise<void>;
  /** Ends the Secret Service and leaves the session bus: from here on "no such service". */
  stopService(): Promise<void>;
  /** Ends every process and removes the home folder. Safe to call twice. */
  stop(): Promise<void>;
}

/** True where the programs for a private keyring are installed (gnome-keyring and dbus). */
export function canStartKeyring(): boolean {
  return ['dbus-daemon', 'dbus-send', 'gnome-keyring-daemon'].every((program) =>
    (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program))),
  );
}

/**
 * Starts a private session bus and, unless `state` is 'none', a gnome-keyring on it.
 * The bus activates nothing, so that 'none' stays none: the system's service files would start a keyring on demand.
 */
export async function startKeyring({ state }: { readonly state: KeyringState }): Promise<Keyring> {
  const home = await mkdtemp(join(tmpdir(), 'kf-ring-'));
  const env = await prepareHome(home);
  const bus = await startBus(home, env);
  let service: ChildProcess | undefined;
  const children = () => [service, bus].filter((child) => child !== undefined);
  const killAll = () => {
    for (const child of children()) child.kill('SIGKILL');
  };
  process.once('exit', killAll);

  const keyring: Keyring = {
    env,
    home,
    async lock() {
      await callService(env, 'org.freedesktop.Secret.Service.Lock', `array:objpath:${loginCollection}`);
    },
    async unlock() {
      if (service === undefined) service = await startService(env);
      else await unlockOverControlSocket(join(home, 'run', 'keyring', 'control'));
    },
    async stopService() {
      if (service !== undefined) await end(service);
      service = undefined;
    },
    async stop() {
      process.off('exit', killAll);
      await Promise.all(children().map(end));
      await rm(home, { recursive: true, force: true });
    },
  };

  try {
    if (state !== 'none') await keyring.unlock();
    if (state === 'locked') await keyring.lock();
    return keyring;
  } catch (cause) {
    await keyring.stop();
    throw new Error('The private keyring did not start', { cause });
  }
}

async function prepareHome(home: string): Promise<Record<string, string>> {
  const runtime = join(home, 'run');
  const folders = { data: join(home, 'data'), config: join(home, 'config'), cache: join(home, 'cache') };
  for (const folder of [runtime, ...Object.values(folders)]) await mkdir(folder, { mode: 0o700 });
  return {
    HOME: home,
    XDG_RUNTIME_DIR: runtime,
    XDG_DATA_HOME: folders.data,
    XDG_CONFIG_HOME: folders.config,
    XDG_CACHE_HOME: folders.cache,
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(runtime, 'bus')}`,
    GNOME_KEYRING_CONTROL: join(runtime, 'keyring'),
  };
}

const busConfig = (socket: string): string => `<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <policy context="default">
    <allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/>
  </policy>
</busconfig>
`;

async function startBus(home: string, env: Record<string, string>): Promise<ChildProcess> {
  const config = join(home, 'bus.conf');
  await writeFile(config, busConfig(join(home, 'run', 'bus')));
  const bus = spawn('dbus-daemon', ['--nofork', '--print-address=1', `--config-file=${config}`], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await Promise.race([once(bus.stdout, 'data'), failure(bus)]);
  return bus;
}

/** Given the password on standard input, the daemon creates the login keyring at its first start, and opens it. */
async function startService(env: Record<string, string>): Promise<ChildProcess> {
  const service = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  service.stdin.end(password);
  await Promise.race([untilCollectionExists(env), failure(service)]);
  return service;
}

async function untilCollectionExists(env: Record<string, string>): Promise<void> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const reply = await callService(env, 'org.freedesktop.Secret.Service.ReadAlias', 'string:default').catch(
      () => '',
    );
    if (reply.includes(loginCollection)) return;
    if (Date.now() > deadline) throw new Error('gnome-keyring did not open its login collection in 10 s');
    await delay(20);
  }
}

async function failure(child: ChildProcess): Promise<never> {
  await once(child, 'exit');
  throw new Error(`${child.spawnfile} ended at once with ${String(child.exitCode)}`);
}

async function callService(
  env: Record<string, string>,
  method: string,
  ...args: readonly string[]
): Promise<string> {
  const target = ['--session', '--print-reply', '--dest=org.freedesktop.secrets', '/org/freedesktop/secrets'];
  const { stdout } = await run('dbus-send', [...target, method, ...args], {
    env: { ...process.env, ...env },
  });
  return stdout;
}

/**
 * Unlocks the login keyring the way the login screen's PAM module does: gnome-keyring's control socket takes a zero byte
 * (which carries the caller's credentials) and then one packet of big-endian words: total length, operation 1 (unlock),
 * length of the password, password. It answers with its length and a result, 0 for done. The Secret Service's own Unlock
 * would show a prompt.
 */
async function unlockOverControlSocket(path: string): Promise<void> {
  const text = Buffer.from(password);
  const packet = Buffer.alloc(12 + text.length);
  packet.writeUInt32BE(packet.length, 0);
  packet.writeUInt32BE(1, 4);
  packet.writeUInt32BE(text.length, 8);
  text.copy(packet, 12);
  const socket = connect(path);
  try {
    socket.write(Buffer.from([0]));
    socket.write(packet);
    const bytes: unknown = (await once(socket, 'data')).at(0);
    if (!Buffer.isBuffer(bytes) || bytes.length < 8 || bytes.readUInt32BE(4) !== 0) {
      throw new Error('gnome-keyring did not unlock');
    }
  } finally {
    socket.destroy();
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
