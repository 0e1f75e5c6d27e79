import type { Socket } from 'node:net';
import { appError } from '../../shared/domain/app-error.ts';
import { ConnectError } from './connect-error.ts';
import type { ProxyCredentials } from './route.ts';
import { told } from '../told.ts';

const MAX_ANSWER_BYTES = 16 * 1024;

export interface TunnelTarget {
  /** Without brackets. */
  readonly host: string;
  readonly port: number;
}

/**
 * Asks an HTTP proxy for a tunnel (RFC 9110, 9.3.6). The proxy learns the server's name and port, and nothing of the request. Rejects
 * with a `ConnectError`.
 */
export async function openTunnel(
  socket: Socket,
  { host, port }: TunnelTarget,
  credentials: ProxyCredentials | null,
): Promise<void> {
  const authority = `${host.includes(':') ? `[${host}]` : host}:${String(port)}`;
  const lines = [`CONNECT ${authority} HTTP/1.1`, `Host: ${authority}`];
  if (credentials !== null) lines.push(`Proxy-Authorization: ${basicCredentials(credentials)}`);
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  const status = statusOf(await readUntil(socket, '\r\n\r\n'));
  if (status >= 200 && status < 300) return;
  if (status === 407) throw new ConnectError(appError('proxy-needs-credentials'));
  const words = status === 0 ? told('proxyNotHttp') : told('proxyRefused', { status });
  throw new ConnectError(appError('proxy-failed', words));
}

/** RFC 7617. */
export function basicCredentials({ userName, secret }: ProxyCredentials): string {
  return `Basic ${Buffer.from(`${userName}:${secret}`, 'utf8').toString('base64')}`;
}

function statusOf(answer: string): number {
  const match = /^HTTP\/1\.[01] (\d{3})(?: |\r)/.exec(answer);
  return match === null ? 0 : Number(match[1]);
}

/** The bytes up to the end mark, as latin1. What came after it stays in the socket. */
function readUntil(socket: Socket, mark: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let seen = Buffer.alloc(0);
    const stop = (): void => {
      socket.off('data', onData);
      socket.off('error', onEnd);
      socket.off('close', onEnd);
      socket.pause();
    };
    const onData = (chunk: Buffer): void => {
      seen = Buffer.concat([seen, chunk]);
      const at = seen.indexOf(mark);
      if (at === -1 && seen.length <= MAX_ANSWER_BYTES) return;
      stop();
      if (at === -1) {
        reject(new ConnectError(appError('proxy-failed')));
        return;
      }
      const rest = seen.subarray(at + mark.length);
      if (rest.length > 0) socket.unshift(rest);
      resolve(seen.toString('latin1', 0, at + mark.length));
    };
    const onEnd = (): void => {
      stop();
      reject(new ConnectError(appError('proxy-failed')));
    };
    socket.on('data', onData);
    socket.once('error', onEnd);
    socket.once('close', onEnd);
  });
}
