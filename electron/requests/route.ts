import type { SecureContext } from 'node:tls';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { RequestSettings } from '../../shared/domain/http-request.ts';

/** A proxy on the way to a server. */
export interface ProxyAddress {
  readonly scheme: 'http' | 'https' | 'socks5';
  readonly host: string;
  readonly port: number;
  /** The value of `Proxy-Authorization`, or for SOCKS the user name and the password; `null` where it asks for none. */
  readonly credentials: ProxyCredentials | null;
}

export interface ProxyCredentials {
  readonly userName: string;
  readonly secret: string;
}

/** How one hop reaches its server. Connections are shared by what has the same `key`, and by nothing else. */
export interface Route {
  readonly key: string;
  /** Scheme, host and port, http or https. */
  readonly origin: string;
  readonly proxy: ProxyAddress | null;
  readonly httpVersion: RequestSettings['httpVersion'];
  /** Whether the server's certificate must be good. */
  readonly isVerified: boolean;
  /** Authorities and the client's own certificate; `undefined` for those that Node trusts and none. */
  readonly context: SecureContext | undefined;
  /** For a proxy that is spoken to by TLS; the client's certificate is for the server alone. */
  readonly proxyContext?: SecureContext | undefined;
}

export interface RouteWish {
  readonly url: string;
  /** Of the address. */
  readonly origin: string;
  readonly settings: Pick<RequestSettings, 'httpVersion' | 'proxy' | 'proxyAddress'>;
  readonly isVerified: boolean;
}

/** What the person settled about the network, asked for each hop. */
export interface NetworkRoutes {
  readonly find: (wish: RouteWish) => Result<Route> | Promise<Result<Route>>;
  /** Whether the person confirmed that keys may go to this origin though its certificate is not checked. */
  readonly mayCarryKeyUnchecked: (origin: string) => boolean;
  /** Whether a request may go through the proxy that it names; asks the person, the first time. `proxy-not-allowed`, `vault-locked`. */
  readonly allowProxy: (wish: ProxyWish) => Promise<Result<null>>;
}

/** A proxy that a request names itself. */
export interface ProxyWish {
  readonly address: string;
  /** Where the request goes. */
  readonly origin: string;
  readonly collectionId: string | null;
  /** Whether the person sends this very request, or it is one of many that they let run. */
  readonly isByHand: boolean;
}

export type RouteParts = Omit<Route, 'key'> & {
  /** Tells the context from others of the same origin. */
  readonly contextName: string;
};

export function newRoute(parts: RouteParts): Route {
  const { origin, proxy, httpVersion, isVerified, context, proxyContext } = parts;
  return { key: keyOf(parts), origin, proxy, httpVersion, isVerified, context, proxyContext };
}

function keyOf({ origin, proxy, httpVersion, isVerified, contextName }: RouteParts): string {
  const via = proxy === null ? '' : `${proxyName(proxy)} ${proxy.credentials?.userName ?? ''}`;
  const isPlain = via === '' && httpVersion === 'auto' && isVerified && contextName === '';
  return isPlain ? origin : [origin, via, httpVersion, String(isVerified), contextName].join('\n');
}

/** The proxy as it may be shown: without its credentials. */
export function proxyName({ scheme, host, port }: ProxyAddress): string {
  return `${scheme}://${host.includes(':') ? `[${host}]` : host}:${String(port)}`;
}

/** Every hop goes to its server directly. */
export function directRoutes(context: () => SecureContext | undefined): NetworkRoutes {
  return {
    find: ({ origin, settings, isVerified }) => {
      const { httpVersion } = settings;
      const own = origin.startsWith('https:') ? context() : undefined;
      return ok(newRoute({ origin, proxy: null, httpVersion, isVerified, context: own, contextName: '' }));
    },
    mayCarryKeyUnchecked: () => false,
    allowProxy: () => Promise.resolve(failed('proxy-not-allowed')),
  };
}
