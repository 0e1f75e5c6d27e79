import { failed, ok } from '../../shared/domain/app-error.ts';
import type { NetworkSettings } from '../../shared/domain/network-settings.ts';
import type { HandlersOf, Publish } from './fake-bridge-handlers.ts';

/** Keeps what is settled in memory; the person chooses the same files every time and agrees to everything. */
export function fakeNetworkHandlers(publish: Publish): HandlersOf<'network'> {
  let settings: NetworkSettings = {
    proxy: { kind: 'system' },
    isProxyPasswordHeld: false,
    trustsSystem: true,
    authorityFile: null,
    clientCertificates: [],
    uncheckedOrigins: [],
    allowedProxies: [],
  };
  const change = (changes: Partial<NetworkSettings>) => {
    settings = { ...settings, ...changes };
    publish('network.changed', {});
    return ok(settings);
  };
  return {
    'network.getSettings': () => ok(settings),
    'network.setProxy': ({ proxy, password }) => {
      const loginOf = (choice: typeof proxy) =>
        choice.kind === 'manual' ? `${choice.userName} ${choice.address}` : '';
      const keeps = settings.isProxyPasswordHeld && loginOf(proxy) === loginOf(settings.proxy);
      return change({ proxy, isProxyPasswordHeld: password === null ? keeps : password !== '' });
    },
    'network.setTrustsSystem': (trust) => change(trust),
    'network.chooseAuthorityFile': () =>
      change({ authorityFile: { path: '/home/you/ca.pem', name: 'ca.pem' } }),
    'network.removeAuthorityFile': () => change({ authorityFile: null }),
    'network.addClientCertificate': ({ origin, kind, passphrase }) => {
      if (passphrase === 'wrong') return failed('client-certificate-unusable');
      const fileNames = kind === 'pfx' ? ['you.pfx'] : ['you.pem', 'you.key'];
      const certificate = { id: 'certificate-1', origin, kind, fileNames, isPassphraseMissing: false };
      return change({ clientCertificates: [...settings.clientCertificates, certificate] });
    },
    'network.removeClientCertificate': ({ id }) =>
      change({ clientCertificates: settings.clientCertificates.filter((each) => each.id !== id) }),
    'network.allowUnchecked': ({ origin }) =>
      change({ uncheckedOrigins: [...settings.uncheckedOrigins, origin] }),
    'network.disallowUnchecked': ({ origin }) =>
      change({ uncheckedOrigins: settings.uncheckedOrigins.filter((each) => each !== origin) }),
    'network.disallowProxy': ({ collectionId, address }) =>
      change({
        allowedProxies: settings.allowedProxies.filter(
          (each) => each.collectionId !== collectionId || each.address !== address,
        ),
      }),
  };
}
