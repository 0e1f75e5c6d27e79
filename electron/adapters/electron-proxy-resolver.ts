import type { Session } from 'electron';
import type { ProxyResolver } from '../ports/proxy-resolver.ts';

/** Chromium knows the system's settings and its auto-config scripts; it is asked for the origin alone. */
export function electronProxyResolver(session: Pick<Session, 'resolveProxy'>): ProxyResolver {
  return { resolve: (url) => session.resolveProxy(`${new URL(url).origin}/`) };
}
