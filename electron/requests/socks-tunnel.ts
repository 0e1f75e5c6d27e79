import type { Socket } from 'node:net';
import { appError, type AppErrorDetails } from '../../shared/domain/app-error.ts';
import { ConnectError } from './connect-error.ts';
import type { TunnelTarget } from './proxy-tunnel.ts';
import type { ProxyCredentials } from './route.ts';
import { told } from '../told.ts';

const VERSION = 5;
const NO_CREDENTIALS = 0;
const USER_AND_PASSWORD = 2;
const CONNECT = 1;
const DOMAIN_NAME = 3;
const ADDRESS_BYTES: ReadonlyMap<number, number> = new Map([
  [1, 4],
  [4, 16],
]);

/** Asks a SOCKS 5 proxy for a connection (RFC 1928, 1929); the proxy resolves the name. Rejects with a `ConnectError`. */
export async function openSocks(
  socket: Socket,
  { host, port }: TunnelTarget,
  credentials: ProxyCredentials | null,
): Promise<void> {
  const methods = credentials === null ? [NO_CREDENTIALS] : [NO_CREDENTIALS, USER_AND_PASSWORD];
  socket.write(Buffer.from([VERSION, methods.length, ...methods]));
  const [version, method] = await read(socket, 2);
  if (version !== VERSION) throw refused(told('noSocks'));
  if (method === USER_AND_PASSWORD && credentials !== null) await authenticate(socket, credentials);
  else if (method !== NO_CREDENTIALS) throw new ConnectError(appError('proxy-needs-credentials'));
  const name = Buffer.from(host, 'utf8');
  if (name.length > 255) throw refused(told('socksNameTooLong'));
  const target = Buffer.concat([Buffer.from([name.length]), name, Buffer.from([port >> 8, port & 0xff])]);
  socket.write(Buffer.concat([Buffer.from([VERSION, CONNECT, 0, DOMAIN_NAME]), target]));
  const [, reply, , kind = 0] = await read(socket, 4);
  if (reply !== 0) throw refused(told('socksNotConnected', { reply: reply ?? -1 }));
  const addressBytes = ADDRESS_BYTES.get(kind) ?? (await read(socket, 1))[0] ?? 0;
  await read(socket, addressBytes + 2);
}

async function authenticate(socket: Socket, { userName, secret }: ProxyCredentials): Promise<void> {
  const user = Buffer.from(userName, 'utf8');
  const password = Buffer.from(secret, 'utf8');
  if (user.length > 255 || password.length > 255) throw refused(told('socksCredentialsTooLong'));
  socket.write(
    Buffer.concat([Buffer.from([1, user.length]), user, Buffer.from([password.length]), password]),
  );
  const [, status] = await read(socket, 2);
  if (status !== 0) throw new ConnectError(appError('proxy-needs-credentials'));
}

function refused(words: AppErrorDetails): ConnectError {
  return new ConnectError(appError('proxy-failed', words));
}

/** Exactly so many bytes. */
function read(socket: Socket, count: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      socket.off('readable', onReadable);
      socket.off('error', onEnd);
      socket.off('end', onEnd);
      socket.off('close', onEnd);
    };
    const onReadable = (): void => {
      const chunk: unknown = socket.read(count);
      if (!Buffer.isBuffer(chunk) || chunk.length < count) return;
      stop();
      resolve(chunk);
    };
    const onEnd = (): void => {
      stop();
      reject(refused(told('proxyEnded')));
    };
    socket.on('readable', onReadable);
    socket.once('error', onEnd);
    socket.once('end', onEnd);
    socket.once('close', onEnd);
    onReadable();
  });
}
