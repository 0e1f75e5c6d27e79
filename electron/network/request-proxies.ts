import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { AllowedProxy } from '../../shared/domain/network-settings.ts';
import { changeLedger } from '../keys/change-ledger.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';
import type { Publish } from '../keys/publish.ts';
import type { ProxyWish } from '../requests/route.ts';
import { told } from '../told.ts';
import type { Vault } from '../vault/vault.ts';
import { readNetwork, writeNetwork } from './network-rows.ts';

export interface ProxyQuestionParts {
  readonly ledger: Ledger;
  readonly vault: Pick<Vault, 'state'>;
  readonly publish: Publish;
  /** Asks outside the page, so that no page can answer. */
  readonly confirmProxy: (address: string, origin: string) => Promise<boolean>;
}

const MAX_ALLOWED = 500;

/**
 * Asks once for each collection and proxy whether its requests may go through it, and keeps a yes. A collection's file may name a proxy
 * that the person never heard of, and it sees which servers are asked, and all of plain http.
 */
export function createProxyQuestion(parts: ProxyQuestionParts): (wish: ProxyWish) => Promise<Result<null>> {
  const { ledger, vault } = parts;
  const asking = new Map<string, Promise<boolean>>();
  const declined = new Set<string>();
  return async ({ address, origin, collectionId, isByHand }) => {
    if (address === '') return failed('proxy-failed', told('proxyMissing'));
    const wished: AllowedProxy = { collectionId: collectionId ?? '', address };
    if (readNetwork(ledger).allowedProxies.some((each) => isSameProxy(each, wished))) return ok(null);
    const question = JSON.stringify(wished);
    // A run of a thousand requests takes no for an answer.
    if (!isByHand && declined.has(question)) return notThrough(address);
    const asked = asking.get(question) ?? parts.confirmProxy(asNetworkKnows(address), origin);
    asking.set(question, asked);
    const isAgreed = await asked.finally(() => asking.delete(question));
    if (vault.state().kind === 'locked') return failed('vault-locked');
    if (!isAgreed) {
      declined.add(question);
      return notThrough(address);
    }
    declined.delete(question);
    return keep(wished, parts);
  };
}

/** What was allowed for a collection that is gone is allowed no more. */
export function forgetProxiesOf(
  collectionId: string,
  { ledger, publish }: Pick<ProxyQuestionParts, 'ledger' | 'publish'>,
): void {
  const network = readNetwork(ledger);
  const allowedProxies = network.allowedProxies.filter((each) => each.collectionId !== collectionId);
  if (allowedProxies.length === network.allowedProxies.length) return;
  const forgotten = changeLedger(ledger, () => {
    writeNetwork(ledger, { ...network, allowedProxies });
    return ok(null);
  });
  if (forgotten.ok) publish('network.changed', {});
}

export function isSameProxy(one: AllowedProxy, other: AllowedProxy): boolean {
  return one.collectionId === other.collectionId && one.address === other.address;
}

function keep(wished: AllowedProxy, { ledger, publish }: ProxyQuestionParts): Result<null> {
  const kept = changeLedger(ledger, () => {
    const network = readNetwork(ledger);
    const others = network.allowedProxies.filter((each) => !isSameProxy(each, wished));
    writeNetwork(ledger, { ...network, allowedProxies: [...others, wished].slice(-MAX_ALLOWED) });
    return ok(null);
  });
  if (kept.ok) publish('network.changed', {});
  return kept;
}

/** With its host in punycode: names that look alike are told apart. */
function asNetworkKnows(address: string): string {
  const [, scheme = '', host = '', port = ''] = /^(\w+:\/\/)(.+)(:\d+)$/.exec(address) ?? [];
  const url = URL.parse(`http://${host}`);
  return url === null ? address : scheme + url.hostname + port;
}

function notThrough(address: string): Result<never> {
  return failed('proxy-not-allowed', told('proxyNotAllowed', { proxy: address }));
}
