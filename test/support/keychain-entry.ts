import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createSqliteLedger } from '../../electron/keys/ledger/sqlite-ledger.ts';
import { readKeychainAccount } from '../../electron/vault/vault-rows.ts';

const run = promisify(execFile);
const SERVICE = 'Keyfob';

type Environment = Readonly<Record<string, string>>;

/** The keyring of a test, and the user-data folder whose ledger names the entry. */
interface Place {
  readonly env: Environment;
  readonly userDataDir: string;
}

/** What lies in the keyring under Keyfob's entry, empty for nothing: read as another program would, in a process of its own. */
export async function readKeychainEntry({ env, userDataDir }: Place): Promise<string> {
  return (await ask(env, ['read', accountOf(userDataDir)])).trim();
}

/** Puts another value under Keyfob's entry, as a restored or foreign keyring would have it. */
export async function writeKeychainEntry({ env, userDataDir }: Place, value: string): Promise<void> {
  await ask(env, ['write', accountOf(userDataDir), value]);
}

/** Takes Keyfob's entry out of the keyring, as a keyring that was made anew. */
export async function removeKeychainEntry({ env, userDataDir }: Place): Promise<void> {
  await ask(env, ['remove', accountOf(userDataDir)]);
}

function accountOf(userDataDir: string): string {
  const database = new DatabaseSync(join(userDataDir, 'keyfob.db'), { readOnly: true });
  try {
    return readKeychainAccount(createSqliteLedger(database));
  } finally {
    database.close();
  }
}

async function ask(env: Environment, args: readonly string[]): Promise<string> {
  const script = fileURLToPath(import.meta.url);
  const { stdout } = await run(process.execPath, [script, ...args], { env: { ...process.env, ...env } });
  return stdout;
}

async function answer([verb, account = '', value]: readonly string[]): Promise<void> {
  const { AsyncEntry } = await import('keytar');
  const entry = new AsyncEntry(SERVICE, account, { linux: { store: 'secret-service' } });
  if (verb === 'write' && value !== undefined) await entry.setPassword(value);
  if (verb === 'remove') await entry.deletePassword();
  process.stdout.write((await entry.getPassword()) ?? '');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await answer(process.argv.slice(2));
