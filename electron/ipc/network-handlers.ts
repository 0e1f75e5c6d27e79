import type { networkCommands } from '../../shared/contract/network-commands.ts';
import { ok } from '../../shared/domain/app-error.ts';
import type { NetworkService } from '../network/network-service.ts';
import type { Handlers } from './handlers.ts';

export function networkHandlers(network: NetworkService): Pick<Handlers, keyof typeof networkCommands> {
  return {
    'network.getSettings': () => ok(network.getSettings()),
    'network.setProxy': (input) => network.setProxy(input),
    'network.setTrustsSystem': ({ trustsSystem }) => network.setTrustsSystem(trustsSystem),
    'network.chooseAuthorityFile': () => network.chooseAuthorityFile(),
    'network.removeAuthorityFile': () => network.removeAuthorityFile(),
    'network.addClientCertificate': (input) => network.addClientCertificate(input),
    'network.removeClientCertificate': ({ id }) => network.removeClientCertificate(id),
    'network.allowUnchecked': ({ origin }) => network.allowUnchecked(origin),
    'network.disallowUnchecked': ({ origin }) => network.disallowUnchecked(origin),
    'network.disallowProxy': (allowed) => network.disallowProxy(allowed),
  };
}
