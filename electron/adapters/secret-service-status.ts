import {
  openDbusSession,
  sessionBusPath,
  type DbusAnswer,
  type DbusSession,
  type Environment,
} from './dbus-session.ts';

/** `unknown`: it cannot be told from here; asking the service itself will tell. */
export type SecretServiceStatus = 'unlocked' | 'locked' | 'no-service' | 'timeout' | 'unknown';

const NAME = 'org.freedesktop.secrets';
const SERVICE_GONE =
  /^org\.freedesktop\.DBus\.Error\.(ServiceUnknown|NameHasNoOwner|Spawn\..+|Disconnected)$/;
const TOO_SLOW = /^org\.freedesktop\.DBus\.Error\.(NoReply|Timeout|TimedOut)$/;

/**
 * Whether a Secret Service answers, and whether its default collection is locked (Secret Service API 0.2, `ReadAlias` and
 * the property `Locked`). Asks the person nothing. The keyring library cannot tell this: it answers "no entry" for a locked
 * collection that hides its items, opens a prompt for one that does not, and blocks the thread while a service starts.
 */
export async function secretServiceStatus(env: Environment, timeoutMs: number): Promise<SecretServiceStatus> {
  const path = sessionBusPath(env);
  if (path === null) return 'no-service';
  if (path === undefined) return 'unknown';
  const session = openDbusSession(path);
  const { promise: tooLate, resolve } = Promise.withResolvers<'timeout'>();
  const timer = setTimeout(() => resolve('timeout'), timeoutMs);
  try {
    return await Promise.race([askStatus(session), tooLate]);
  } finally {
    clearTimeout(timer);
    session.close();
  }
}

async function askStatus(session: DbusSession): Promise<SecretServiceStatus> {
  const alias = await session.call({
    destination: NAME,
    path: '/org/freedesktop/secrets',
    interfaceName: 'org.freedesktop.Secret.Service',
    member: 'ReadAlias',
    arguments: ['default'],
  });
  if (alias.kind !== 'reply') return statusOfFailure(alias);
  if (typeof alias.value !== 'string') return 'unknown';
  // No default collection yet: there is nothing that could be locked.
  if (alias.value === '/') return 'unlocked';
  const isLocked = await session.call({
    destination: NAME,
    path: alias.value,
    interfaceName: 'org.freedesktop.DBus.Properties',
    member: 'Get',
    arguments: ['org.freedesktop.Secret.Collection', 'Locked'],
  });
  if (isLocked.kind !== 'reply') return statusOfFailure(isLocked);
  if (typeof isLocked.value !== 'boolean') return 'unknown';
  return isLocked.value ? 'locked' : 'unlocked';
}

function statusOfFailure(answer: Exclude<DbusAnswer, { kind: 'reply' }>): SecretServiceStatus {
  if (answer.kind !== 'error') return answer.kind === 'refused' ? 'unknown' : 'no-service';
  if (SERVICE_GONE.test(answer.name)) return 'no-service';
  return TOO_SLOW.test(answer.name) ? 'timeout' : 'unknown';
}
