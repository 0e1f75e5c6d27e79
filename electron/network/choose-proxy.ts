import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { isLoopbackOrigin } from '../../shared/domain/origin.ts';
import type { ProxyAddress } from '../requests/route.ts';
import { told } from '../told.ts';

const KINDS: Readonly<Record<string, ProxyAddress['scheme']>> = {
  PROXY: 'http',
  HTTP: 'http',
  HTTPS: 'https',
  SOCKS5: 'socks5',
};

/**
 * The first entry of a proxy auto-config answer that can be used; `null` for none (`DIRECT`). `proxy-failed` where each is of a kind that
 * Keyfob does not speak: to go directly then would be what the person's system does not want.
 */
export function proxyOfSystem(answer: string): Result<ProxyAddress | null> {
  const entries = answer.split(';').map((entry) => entry.trim());
  for (const entry of entries) {
    const [kind = '', place = ''] = entry.split(/\s+/);
    if (kind.toUpperCase() === 'DIRECT') return ok(null);
    const scheme = KINDS[kind.toUpperCase()];
    const address = scheme === undefined ? null : addressOf(`${scheme}://${place}`);
    if (address !== null) return ok(address);
  }
  if (entries.every((entry) => entry === '')) return ok(null);
  return failed('proxy-failed', told('proxyOfOtherKind'));
}

/** `scheme://host:port`, as the settings keep it. */
export function addressOf(text: string): ProxyAddress | null {
  const match = /^(http|https|socks5):\/\/(\[[0-9a-f:.]+\]|[^\s/:[\]]+):(\d{1,5})$/i.exec(text);
  const scheme = match?.[1]?.toLowerCase();
  if (match === null || (scheme !== 'http' && scheme !== 'https' && scheme !== 'socks5')) return null;
  const host = (match[2] ?? '').replace(/^\[|\]$/g, '');
  return { scheme, host, port: Number(match[3]), credentials: null };
}

/** Whether an address is reached without the proxy: this computer always, and what the exceptions name. */
export function isReachedDirectly(url: URL, exceptions: readonly string[]): boolean {
  if (isLoopbackOrigin(url.origin)) return true;
  const host = url.hostname.replace(/\.$/, '');
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  return exceptions.some((exception) => {
    const [, name = '', ofPort] =
      /^(?:\*?\.)?(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(exception.toLowerCase()) ?? [];
    if (ofPort !== undefined && ofPort !== port) return false;
    return name === '*' || host === name || host.endsWith(`.${name}`);
  });
}
