import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { decodeMessage, encodeCall, type DbusCall } from './dbus-message.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export type DbusAnswer =
  | { readonly kind: 'reply'; readonly value: string | boolean | null }
  /** The name of the error as the D-Bus specification or the service defines it. */
  | { readonly kind: 'error'; readonly name: string }
  /** The bus does not take this user for who they are, or the connection could not be made, or it ended. */
  | { readonly kind: 'refused' | 'broken' };

export interface DbusSession {
  call(call: DbusCall): Promise<DbusAnswer>;
  close(): void;
}

/**
 * The socket of the session bus (D-Bus specification, "Server Addresses"): null when there is none, `undefined` when the
 * address is of a kind that is not read here.
 */
export function sessionBusPath(env: Environment): string | null | undefined {
  const runtime = env['XDG_RUNTIME_DIR'];
  const address = env['DBUS_SESSION_BUS_ADDRESS'] ?? '';
  if (address === '') return runtime === undefined ? null : join(runtime, 'bus');
  for (const one of address.split(';')) {
    const [transport, options = ''] = one.split(':', 2);
    if (transport !== 'unix') continue;
    const pairs = options.split(',').map((pair) => pair.split('=', 2));
    const values = Object.fromEntries(
      pairs.map(([key = '', value = '']) => [key, decodeURIComponent(value)]),
    );
    if (values['path'] !== undefined) return values['path'];
    if (values['abstract'] !== undefined) return `\0${values['abstract']}`;
    if (values['runtime'] === 'yes' && runtime !== undefined) return join(runtime, 'bus');
  }
  return undefined;
}

/** Connects to a bus, for a few calls and a short time. Waits as long as it takes: `close` ends every wait. */
export function openDbusSession(path: string): DbusSession {
  const socket = connect(path);
  const waiting = new Map<number, (answer: DbusAnswer) => void>();
  let serial = 0;
  let ended: 'refused' | 'broken' | null = null;
  const end = (kind: 'refused' | 'broken'): void => {
    ended ??= kind;
    for (const answer of waiting.values()) answer({ kind: ended });
    waiting.clear();
    socket.destroy();
  };
  const breakUp = (): void => end('broken');
  const call = (sent: DbusCall): Promise<DbusAnswer> => {
    if (ended) return Promise.resolve({ kind: ended });
    serial += 1;
    const { promise, resolve } = Promise.withResolvers<DbusAnswer>();
    waiting.set(serial, resolve);
    const message = encodeCall(serial, sent);
    authenticated.then(
      () => socket.write(message),
      () => end('refused'),
    );
    return promise;
  };
  const authenticated = authenticate(socket, (stream) => {
    const rest = dispatch(stream, waiting);
    if (rest === null) breakUp();
    return rest ?? stream;
  });
  socket.on('error', breakUp);
  socket.on('close', breakUp);
  void call({ ...BUS, member: 'Hello', arguments: [] });
  return { call, close: breakUp };
}

const BUS = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interfaceName: 'org.freedesktop.DBus',
};

/** Says who we are (the kernel vouches for it), then passes on what arrives. */
function authenticate(socket: Socket, onMessages: (stream: Buffer) => Buffer): Promise<true> {
  const user = Buffer.from(String(process.getuid?.() ?? 0)).toString('hex');
  socket.write(`\0AUTH EXTERNAL ${user}\r\n`);
  const { promise, resolve, reject } = Promise.withResolvers<true>();
  let stream = Buffer.alloc(0);
  let isAccepted = false;
  socket.on('data', (chunk: Buffer) => {
    stream = Buffer.concat([stream, chunk]);
    const lineEnd = stream.indexOf('\r\n');
    if (!isAccepted && lineEnd >= 0) {
      isAccepted = stream.toString('ascii', 0, 3) === 'OK ';
      if (!isAccepted) {
        reject(new Error('The session bus refused this user'));
        return;
      }
      stream = stream.subarray(lineEnd + 2);
      socket.write('BEGIN\r\n');
      resolve(true);
    }
    if (isAccepted) stream = Buffer.from(onMessages(stream));
  });
  return promise;
}

/** Hands the answers to those who wait. Returns what is left of the stream; null when it makes no sense. */
function dispatch(stream: Buffer, waiting: Map<number, (answer: DbusAnswer) => void>): Buffer | null {
  let rest = stream;
  try {
    for (let message = decodeMessage(rest); message !== null; message = decodeMessage(rest)) {
      rest = rest.subarray(message.size);
      const answer = waiting.get(message.replyTo);
      if (!answer || message.kind === 'other') continue;
      waiting.delete(message.replyTo);
      answer(
        message.kind === 'error'
          ? { kind: 'error', name: message.errorName }
          : { kind: 'reply', value: message.value },
      );
    }
    return rest;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
