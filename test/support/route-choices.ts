import { ok } from '../../shared/domain/app-error.ts';
import { newRoute, type NetworkRoutes, type ProxyAddress } from '../../electron/requests/route.ts';
import { createTlsContexts, type ClientIdentity } from '../../electron/requests/tls-contexts.ts';

export interface RouteChoices {
  readonly proxy?: ProxyAddress;
  readonly authorities?: readonly string[];
  readonly identity?: ClientIdentity;
  /** Origins to which keys may go unchecked. */
  readonly confirmed?: readonly string[];
}

/** The same route for every hop, as a person could have settled it. */
export function routesWith(choices: RouteChoices): NetworkRoutes {
  const { proxy = null, authorities = [], identity = null, confirmed = [] } = choices;
  const contexts = createTlsContexts();
  const context = contexts.find({ system: false, own: { name: 'test', pem: authorities } }, identity);
  return {
    find: ({ url, settings, isVerified }) => {
      const { origin } = new URL(url);
      const { httpVersion } = settings;
      return ok(newRoute({ origin, proxy, httpVersion, isVerified, context, contextName: 'test' }));
    },
    mayCarryKeyUnchecked: (origin) => confirmed.includes(origin),
    allowProxy: () => Promise.resolve(ok(null)),
  };
}

export function proxyOn(port: number, scheme: ProxyAddress['scheme'] = 'http'): ProxyAddress {
  return { scheme, host: '127.0.0.1', port, credentials: null };
}
