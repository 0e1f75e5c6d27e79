import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { isLoopbackOrigin } from '../../shared/domain/origin.ts';
import type { ProxyChoice } from '../../shared/domain/network-settings.ts';
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
import { createProxyQuestion, type ProxyQuestionParts } from './request-proxies.ts';
import { readyContext, type TlsMaterialParts } from './tls-material.ts';

export interface RouteFinderParts extends TlsMaterialParts, ProxyQuestionParts {
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
      const { httpVersion, proxy, proxyAddress } = wish.settings;
      const key = `${origin} ${httpVersion} ${proxy} ${proxyAddress} ${String(wish.isVerified)}`;
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
    allowProxy: createProxyQuestion(parts),
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
  const proxy = await wishedProxy({ target, settings }, network, parts);
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

async function wishedProxy(
  { target, settings }: { readonly target: URL; readonly settings: RouteWish['settings'] },
  network: KeptNetwork,
  parts: RouteFinderParts,
): Promise<Result<ProxyAddress | null>> {
  switch (settings.proxy) {
    case 'app':
      return proxyFor(target, network, parts);
    case 'none':
      return ok(null);
    case 'other': {
      if (isLoopbackOrigin(target.origin)) return ok(null);
      const { proxy } = network;
      // The one of Settings is logged in to as ever; a login goes to no other.
      if (proxy.kind === 'manual' && proxy.address === settings.proxyAddress)
        return withLogin(proxy, network, parts);
      const address = addressOf(settings.proxyAddress);
      return address === null ? failed('proxy-failed') : ok(address);
    }
  }
}

async function proxyFor(
  target: URL,
  network: KeptNetwork,
  parts: RouteFinderParts,
): Promise<Result<ProxyAddress | null>> {
  const { proxy } = network;
  // What goes to this computer never leaves it, whatever a system says.
  if (proxy.kind === 'none' || isLoopbackOrigin(target.origin)) return ok(null);
  if (proxy.kind === 'system') return proxyOfSystem(await parts.proxyResolver.resolve(target.href));
  if (isReachedDirectly(target, proxy.exceptions)) return ok(null);
  return withLogin(proxy, network, parts);
}

function withLogin(
  proxy: Extract<ProxyChoice, { kind: 'manual' }>,
  { hasProxyPassword }: KeptNetwork,
  parts: Pick<RouteFinderParts, 'proxyPassword'>,
): Result<ProxyAddress> {
  const address = addressOf(proxy.address);
  if (address === null) return failed('proxy-failed');
  if (proxy.userName === '') return ok(address);
  const password = hasProxyPassword ? parts.proxyPassword() : ok('');
  if (!password.ok) return password;
  return ok({ ...address, credentials: { userName: proxy.userName, secret: password.value } });
}
