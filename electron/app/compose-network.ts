import { createRoutes } from '../network/create-routes.ts';
import { createNetworkSecrets } from '../network/network-secrets.ts';
import {
  createNetworkService,
  PROXY_PASSWORD,
  type NetworkService,
  type NetworkServiceOptions,
} from '../network/network-service.ts';
import type { ProxyQuestionParts } from '../network/request-proxies.ts';
import type { Clock } from '../ports/clock.ts';
import type { ProxyResolver } from '../ports/proxy-resolver.ts';
import type { NetworkRoutes } from '../requests/route.ts';
import type { Vault } from '../vault/vault.ts';
import { whileUnlocked } from '../vault/while-unlocked.ts';
import { createTlsContexts } from '../requests/tls-contexts.ts';

export interface NetworkParts extends Omit<NetworkServiceOptions, 'secrets'> {
  readonly clock: Clock;
  readonly proxyResolver: ProxyResolver;
  readonly vault: Vault;
  readonly confirmProxy: ProxyQuestionParts['confirmProxy'];
}

/** What is settled about the network, and the routes that requests take because of it. */
export function composeNetwork(parts: NetworkParts): {
  readonly network: NetworkService;
  readonly routes: NetworkRoutes;
  /** To be called when Keyfob locks and quits: what is sealed stays sealed. */
  readonly forgetNetworkSecrets: () => void;
} {
  const secrets = createNetworkSecrets(parts);
  const contexts = createTlsContexts();
  const publish: NetworkParts['publish'] = (event, payload) => {
    // What was settled counts at once, a password that was typed anew too.
    routes.forget();
    parts.publish(event, payload);
  };
  const routes = createRoutes({
    ...parts,
    publish,
    contexts,
    passphraseOf: (id) => secrets.open(id),
    proxyPassword: () => secrets.open(PROXY_PASSWORD),
  });
  const confirmUnchecked = whileUnlocked(parts.vault, parts.confirmUnchecked);
  return {
    network: createNetworkService({ ...parts, secrets, publish, confirmUnchecked }),
    routes,
    forgetNetworkSecrets: () => {
      secrets.forget();
      routes.forget();
      contexts.forget();
    },
  };
}
