import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const SERVICE = 'Keyfob';
const ACCOUNT = 'master-key';

type Environment = Readonly<Record<string, string>>;

/** What lies in the keyring under Keyfob's entry: read as another program would, in a process of its own. */
export async function readKeychainEntry(env: Environment): Promise<string> {
  return (await ask(env, ['read'])).trim();
}

/** Puts another value under Keyfob's entry, as a restored or foreign keyring would have it. */
export async function writeKeychainEntry(env: Environment, value: string): Promise<void> {
  await ask(env, ['write', value]);
}

async function ask(env: Environment, args: readonly string[]): Promise<string> {
  const script = fileURLToPath(import.meta.url);
  const { stdout } = await run(process.execPath, [script, ...args], { env: { ...process.env, ...env } });
  return stdout;
}

async function answer([verb, value]: readonly string[]): Promise<void> {
  const { AsyncEntry } = await import('keytar');
  const entry = new AsyncEntry(SERVICE, ACCOUNT, { linux: { store: 'secret-service' } });
  if (verb === 'write' && value !== undefined) await entry.setPassword(value);
  process.stdout.write((await entry.getPassword()) ?? '');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await answer(process.argv.slice(2));
