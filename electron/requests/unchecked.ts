import type { RequestSettings } from '../../shared/domain/http-request.ts';
import type { NetworkRoutes } from './route.ts';

export interface CheckWish {
  readonly request: { readonly url: string };
  readonly settings: Pick<RequestSettings, 'verifyCertificates' | 'proxy'>;
}

/**
 * Whether the server's certificate is not to be checked at this address: at the origin that the request is for, when its settings say so.
 * Where a redirect leads is checked in any case.
 */
export function isUnchecked(url: string, { request, settings }: CheckWish): boolean {
  if (settings.verifyCertificates) return false;
  const { origin, protocol } = new URL(url);
  return protocol === 'https:' && origin === new URL(request.url).origin;
}

/**
 * Whether a key must stay here, because the server's certificate is not checked and the person did not confirm that. Through a proxy that
 * the request names that confirmation does not count: it was given for the way that Settings says.
 */
export function isServerUnproven(
  url: string,
  wish: CheckWish,
  routes: Pick<NetworkRoutes, 'mayCarryKeyUnchecked'>,
): boolean {
  if (!isUnchecked(url, wish)) return false;
  return wish.settings.proxy === 'other' || !routes.mayCarryKeyUnchecked(new URL(url).origin);
}
