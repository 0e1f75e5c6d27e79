import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { isLoopbackOrigin } from '../../shared/domain/origin.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';
import type { Clock } from '../ports/clock.ts';
import type { ProxyResolver } from '../ports/proxy-resolver.ts';
import {
  newRoute,
  proxyName,
  type NetworkRoutes,
  type ProxyAddress,
  type Route,
  type RouteWish,
} from '../requests/route.ts';
import { addressOf, isReachedDirectly, proxyOfSystem } from './choose-proxy.ts';
import { readNetwork, type KeptNetwork } from './network-rows.ts';
import { readyContext, type TlsMaterialParts } from './tls-material.ts';

export interface RouteFinderParts extends TlsMaterialParts {
  readonly ledger: Pick<Ledger, 'get' | 'mark'>;
  readonly clock: Clock;
  readonly proxyResolver: ProxyResolver;
  readonly proxyPassword: () => Result<string>;
}

/** What was found is used again so long: the system's proxy and the files may change at any time. */
const KEPT_MS = 5_000;
const MAX_KEPT = 500;

interface Found {
  readonly route: Route;
  readonly until: number;
  readonly network: KeptNetwork;
}

export interface SettledRoutes extends NetworkRoutes {
  /** Lets go of what was found: it may hold the proxy's password, or a private key. */
  readonly forget: () => void;
}

/** Routes by what the person settled: proxy, authorities, client certificates. */
export function createRoutes(parts: RouteFinderParts): SettledRoutes {
  const kept = new Map<string, Found>();
  let forgotten = 0;
  const network = rememberedNetwork(parts.ledger);
  const find = async (key: string, wish: RouteWish): Promise<Result<Route>> => {
    const settled = network();
    const before = forgotten;
    const route = await findRoute(wish, settled, parts);
    // What was forgotten while it was looked for is not kept again.
    if (!route.ok || before !== forgotten) return route;
    if (kept.size >= MAX_KEPT) kept.clear();
    kept.set(key, { route: route.value, until: parts.clock.now() + KEPT_MS, network: settled });
    return route;
  };
  return {
    find: (wish) => {
      const { origin } = wish;
      const { httpVersion, proxy } = wish.settings;
      const key = `${origin} ${httpVersion} ${proxy} ${String(wish.isVerified)}`;
      const known = kept.get(key);
      if (known !== undefined && known.network === network() && known.until > parts.clock.now())
        return ok(known.route);
      return find(key, wish);
    },
    forget: () => {
      forgotten += 1;
      kept.clear();
    },
    mayCarryKeyUnchecked: (origin) => network().uncheckedOrigins.includes(origin),
  };
}

/** Read once for each write to the ledger; the same object as long as it says the same. */
function rememberedNetwork(ledger: RouteFinderParts['ledger']): () => KeptNetwork {
  let at: object | null = null;
  let text = '';
  let network: KeptNetwork | null = null;
  return () => {
    const mark = ledger.mark();
    if (network !== null && mark === at) return network;
    at = mark;
    const read = readNetwork(ledger);
    const now = JSON.stringify(read);
    if (network === null || now !== text) network = read;
    text = now;
    return network;
  };
}

async function findRoute(
  { url, settings, isVerified }: RouteWish,
  network: KeptNetwork,
  parts: RouteFinderParts,
): Promise<Result<Route>> {
  const target = new URL(url);
  const { origin } = target;
  const { httpVersion } = settings;
  if (target.protocol !== 'https:' && httpVersion === 'http2') return failed('http2-not-spoken');
  const proxy = settings.proxy === 'none' ? ok(null) : await proxyFor(target, network, parts);
  if (!proxy.ok) return proxy;
  const ready = target.protocol === 'https:' ? await readyContext(origin, network, parts) : null;
  if (ready?.ok === false) return ready;
  const proxyReady =
    proxy.value?.scheme === 'https'
      ? await readyContext(proxyName(proxy.value), { ...network, clientCertificates: [] }, parts)
      : null;
  if (proxyReady?.ok === false) return proxyReady;
  return ok(
    newRoute({
      origin,
      proxy: proxy.value,
      httpVersion,
      isVerified,
      context: ready?.value.context,
      contextName: ready?.value.name ?? '',
      proxyContext: proxyReady?.value.context,
    }),
  );
}

async function proxyFor(
  target: URL,
  { proxy, hasProxyPassword }: KeptNetwork,
  parts: RouteFinderParts,
): Promise<Result<ProxyAddress | null>> {
  // What goes to this computer never leaves it, whatever a system says.
  if (proxy.kind === 'none' || isLoopbackOrigin(target.origin)) return ok(null);
  if (proxy.kind === 'system') return proxyOfSystem(await parts.proxyResolver.resolve(target.href));
  if (isReachedDirectly(target, proxy.exceptions)) return ok(null);
  const address = addressOf(proxy.address);
  if (address === null) return failed('proxy-failed');
  if (proxy.userName === '') return ok(address);
  const password = hasProxyPassword ? parts.proxyPassword() : ok('');
  if (!password.ok) return password;
  return ok({ ...address, credentials: { userName: proxy.userName, secret: password.value } });
}
