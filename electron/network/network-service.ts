import { basename } from 'node:path';
import type { CommandInput } from '../../shared/contract/contract.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { AllowedProxy, NetworkSettings, ProxyChoice } from '../../shared/domain/network-settings.ts';
import { changeLedger } from '../keys/change-ledger.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';
import type { Publish } from '../keys/publish.ts';
import type { BytesReader } from '../ports/bytes-reader.ts';
import type { FileDialog } from '../ports/file-dialog.ts';
import type { Random } from '../ports/random.ts';
import { createTlsContexts } from '../requests/tls-contexts.ts';
import { readNetwork, writeNetwork, type KeptCertificate, type KeptNetwork } from './network-rows.ts';
import type { NetworkSecrets } from './network-secrets.ts';
import { isSameProxy } from './request-proxies.ts';
import { readAuthorities, readIdentity } from './tls-material.ts';

export const PROXY_PASSWORD = 'proxy';

/** The commands `network.*`. Each answers with the settings as they are then. */
export interface NetworkService {
  readonly getSettings: () => NetworkSettings;
  readonly setProxy: (input: CommandInput<'network.setProxy'>) => Promise<Result<NetworkSettings>>;
  readonly setTrustsSystem: (trustsSystem: boolean) => Result<NetworkSettings>;
  readonly chooseAuthorityFile: () => Promise<Result<NetworkSettings>>;
  readonly removeAuthorityFile: () => Result<NetworkSettings>;
  readonly addClientCertificate: (
    input: CommandInput<'network.addClientCertificate'>,
  ) => Promise<Result<NetworkSettings>>;
  readonly removeClientCertificate: (id: string) => Result<NetworkSettings>;
  readonly allowUnchecked: (origin: string) => Promise<Result<NetworkSettings>>;
  readonly disallowUnchecked: (origin: string) => Result<NetworkSettings>;
  readonly disallowProxy: (allowed: AllowedProxy) => Result<NetworkSettings>;
}

export interface NetworkServiceOptions {
  readonly ledger: Ledger;
  readonly secrets: NetworkSecrets;
  readonly fileDialog: FileDialog;
  readonly bytesReader: BytesReader;
  readonly random: Random;
  readonly publish: Publish;
  /** Asks outside the page, so that no page can answer. */
  readonly confirmUnchecked: (origin: string) => Promise<boolean>;
}

export function createNetworkService(options: NetworkServiceOptions): NetworkService {
  const { ledger, secrets, fileDialog, bytesReader } = options;
  const shown = (): NetworkSettings => shownSettings(readNetwork(ledger), secrets);
  const change: Change = (changed, alongside) => {
    const result = changeLedger(ledger, () => {
      alongside?.();
      writeNetwork(ledger, changed(readNetwork(ledger)));
      return ok(null);
    });
    if (!result.ok) return result;
    // What was sealed before is gone from the file too.
    if (alongside !== undefined) ledger.checkpointAndScrub();
    options.publish('network.changed', {});
    return ok(shown());
  };
  return {
    getSettings: shown,
    setProxy: (input) => setProxy(input, change, options),
    setTrustsSystem: (trustsSystem) => change((network) => ({ ...network, trustsSystem })),
    chooseAuthorityFile: async () => {
      const chosen = await fileDialog.chooseExisting({ purpose: 'authorities', kind: 'file' });
      if (chosen === null) return ok(shown());
      const read = await readAuthorities(chosen.path, bytesReader);
      if (!read.ok) return read;
      const authorityDigest = read.value?.name ?? null;
      return change((network) => ({ ...network, authorityFile: chosen.path, authorityDigest }));
    },
    removeAuthorityFile: () =>
      change((network) => ({ ...network, authorityFile: null, authorityDigest: null })),
    addClientCertificate: (input) => addClientCertificate(input, change, options),
    removeClientCertificate: (id) =>
      change(
        (network) => {
          const clientCertificates = network.clientCertificates.filter((each) => each.id !== id);
          return { ...network, clientCertificates };
        },
        () => secrets.remove(id),
      ),
    allowUnchecked: async (origin) => {
      if (readNetwork(ledger).uncheckedOrigins.includes(origin)) return ok(shown());
      if (!(await options.confirmUnchecked(origin))) return ok(shown());
      return change((network) => ({
        ...network,
        uncheckedOrigins: [...network.uncheckedOrigins.filter((each) => each !== origin), origin],
      }));
    },
    disallowUnchecked: (origin) =>
      change((network) => ({
        ...network,
        uncheckedOrigins: network.uncheckedOrigins.filter((each) => each !== origin),
      })),
    disallowProxy: (allowed) =>
      change((network) => ({
        ...network,
        allowedProxies: network.allowedProxies.filter((each) => !isSameProxy(each, allowed)),
      })),
  };
}

/** `alongside`: done with the secrets in the same transaction. */
type Change = (
  changed: (network: KeptNetwork) => KeptNetwork,
  alongside?: () => void,
) => Result<NetworkSettings>;

async function setProxy(
  { proxy, password }: CommandInput<'network.setProxy'>,
  change: Change,
  { secrets, ledger }: NetworkServiceOptions,
): Promise<Result<NetworkSettings>> {
  const asksForPassword = proxy.kind === 'manual' && proxy.userName !== '';
  // What was typed for one proxy, or for one name, goes to no other.
  const isForAnother = !isSameLogin(proxy, readNetwork(ledger).proxy);
  const typed = asksForPassword && password !== '' ? password : null;
  const prepared = typed === null ? ok(null) : await secrets.prepare();
  if (!prepared.ok) return prepared;
  return change(
    (network) => ({
      ...network,
      proxy,
      hasProxyPassword: asksForPassword && (password === null ? network.hasProxyPassword : password !== ''),
    }),
    () => {
      if (typed !== null) secrets.put(PROXY_PASSWORD, typed);
      else if (!asksForPassword || password === '' || isForAnother) secrets.remove(PROXY_PASSWORD);
    },
  );
}

function isSameLogin(one: ProxyChoice, other: ProxyChoice): boolean {
  if (one.kind !== 'manual' || other.kind !== 'manual') return one.kind === other.kind;
  return one.address === other.address && one.userName === other.userName;
}

async function addClientCertificate(
  { origin, kind, passphrase }: CommandInput<'network.addClientCertificate'>,
  change: Change,
  { secrets, fileDialog, bytesReader, random, ledger }: NetworkServiceOptions,
): Promise<Result<NetworkSettings>> {
  const purposes =
    kind === 'pfx' ? (['certificate-pfx'] as const) : (['certificate-pem', 'certificate-key'] as const);
  const paths: string[] = [];
  for (const purpose of purposes) {
    const chosen = await fileDialog.chooseExisting({ purpose, kind: 'file' });
    if (chosen === null) return ok(shownSettings(readNetwork(ledger), secrets));
    paths.push(chosen.path);
  }
  const certificate: KeptCertificate = {
    id: random.id(),
    origin,
    kind,
    paths,
    hasPassphrase: passphrase !== '',
  };
  const identity = await readIdentity(certificate, { bytesReader, passphraseOf: () => ok(passphrase) });
  if (!identity.ok) return identity;
  try {
    createTlsContexts().find({ system: false, own: null }, identity.value);
  } catch (error) {
    // OpenSSL's message may repeat what stands in the file.
    if (error instanceof Error) return failed('client-certificate-unusable');
    throw error;
  }
  const prepared = passphrase === '' ? ok(null) : await secrets.prepare();
  if (!prepared.ok) return prepared;
  const isReplaced = (each: KeptCertificate): boolean => each.origin === origin;
  return change(
    (network) => {
      const others = network.clientCertificates.filter((each) => !isReplaced(each));
      return { ...network, clientCertificates: [...others, certificate] };
    },
    () => {
      for (const each of readNetwork(ledger).clientCertificates)
        if (isReplaced(each)) secrets.remove(each.id);
      if (passphrase !== '') secrets.put(certificate.id, passphrase);
    },
  );
}

function shownSettings(network: KeptNetwork, secrets: Pick<NetworkSecrets, 'has'>): NetworkSettings {
  const { authorityFile } = network;
  return {
    proxy: network.proxy,
    isProxyPasswordHeld: secrets.has(PROXY_PASSWORD),
    trustsSystem: network.trustsSystem,
    authorityFile: authorityFile === null ? null : { path: authorityFile, name: basename(authorityFile) },
    clientCertificates: network.clientCertificates.map(({ paths, hasPassphrase, ...certificate }) => ({
      ...certificate,
      isPassphraseMissing: hasPassphrase && !secrets.has(certificate.id),
      fileNames: paths.map((path) => basename(path)),
    })),
    uncheckedOrigins: [...network.uncheckedOrigins],
    allowedProxies: [...network.allowedProxies],
  };
}
