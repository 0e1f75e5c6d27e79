import type { AsyncEntry } from 'keytar';
import type { Keychain, KeychainFailure, KeychainReading, KeychainWriting } from '../ports/keychain.ts';
import type { Environment } from './dbus-session.ts';
import { secretServiceStatus, type SecretServiceStatus } from './secret-service-status.ts';

const SERVICE = 'Keyfob';
const STATUS_TIMEOUT_MS = 5_000;

export interface KeytarKeychainOptions {
  /** Names the entry, asked before each call: it is the ledger's, and another ledger may have been opened since. */
  readonly account?: () => string;
  readonly platform?: NodeJS.Platform;
  readonly env?: Environment;
  /** How long the Secret Service may take to say whether it is locked, in milliseconds. */
  readonly statusTimeoutMs?: number;
}

type Call<Answer> = (entry: AsyncEntry) => Promise<Answer>;
type Called<Answer> =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'unavailable'; readonly reason: KeychainFailure };

/** The system's keychain: Keychain on macOS, the Credential Manager on Windows, the Secret Service on Linux and never another store. */
export function createKeytarKeychain(options: KeytarKeychainOptions = {}): Keychain {
  const { account = () => 'master-key', platform = process.platform, env = process.env } = options;
  const { statusTimeoutMs = STATUS_TIMEOUT_MS } = options;
  // One entry is kept: each costs milliseconds and, on Linux, holds a connection to the bus.
  let entry: AsyncEntry | null = null;
  let entryAccount = '';

  const status = (): Promise<SecretServiceStatus> =>
    platform === 'linux' ? secretServiceStatus(env, statusTimeoutMs) : Promise.resolve('unknown');

  const ask = async <Answer>(call: Call<Answer>, mayPrompt: boolean): Promise<Called<Answer>> => {
    const before = await status();
    if (before === 'no-service' || before === 'timeout') return { kind: 'unavailable', reason: before };
    if (before === 'locked' && !mayPrompt) return { kind: 'unavailable', reason: 'locked' };
    const asked = account();
    if (asked !== entryAccount) entry = null;
    entryAccount = asked;
    const kept = entry;
    try {
      return { kind: 'answered', answer: await call((entry ??= await createEntry(asked))) };
    } catch (error) {
      entry = null;
      const reason = failureOf(error, { platform, status: await status() });
      // The connection of a kept entry does not survive a restart of the service; a new one may do.
      return kept && reason === 'unknown' ? ask(call, mayPrompt) : { kind: 'unavailable', reason };
    }
  };
  const change = async (call: Call<unknown>): Promise<KeychainWriting> => {
    const called = await ask(call, true);
    return called.kind === 'answered' ? { kind: 'written' } : called;
  };

  return {
    async read({ mayPrompt }): Promise<KeychainReading> {
      const called = await ask((asked) => asked.getPassword(), mayPrompt);
      if (called.kind === 'unavailable') return called;
      const { answer: value } = called;
      if (typeof value === 'string') return { kind: 'found', value };
      // A locked collection may hide its entries: what it does not show is not absent.
      return (await status()) === 'locked' ? { kind: 'unavailable', reason: 'locked' } : { kind: 'absent' };
    },
    write: (value) => change((asked) => asked.setPassword(value)),
    remove: () => change((asked) => asked.deletePassword()),
  };
}

class ModuleMissingError extends Error {}

/** Loaded when it is needed: without its native part Keyfob starts and says that there is no keychain. */
async function createEntry(account: string): Promise<AsyncEntry> {
  const keytar = await import('keytar').catch((cause: unknown) => {
    throw new ModuleMissingError('The keychain module is missing', { cause });
  });
  return new keytar.AsyncEntry(SERVICE, account, { linux: { store: 'secret-service' } });
}

/**
 * What a refusal means. On Linux the Secret Service itself is asked. Elsewhere the library leaves only its text: the kind of its
 * error stands at the beginning ("Platform failure: …", "Couldn't access platform storage: …", keyring-rs `Error`). This is
 * the one place that looks at it; what comes after the kind is not looked at, and the text goes no further.
 */
export function failureOf(
  error: unknown,
  { platform, status }: { readonly platform: NodeJS.Platform; readonly status: SecretServiceStatus },
): KeychainFailure {
  if (error instanceof ModuleMissingError) return 'no-service';
  if (platform === 'linux') return status === 'unlocked' ? 'unknown' : status;
  if (!(error instanceof Error)) return 'unknown';
  // macOS: not available, read-only, no such keychain, interaction not allowed.
  if (error.message.startsWith("Couldn't access platform storage")) return 'locked';
  // macOS: the person said no, or the wrong password. Windows: the logon session has no credential store.
  if (error.message.startsWith('Platform failure')) return platform === 'darwin' ? 'denied' : 'no-service';
  return 'unknown';
}
