import type { WithheldReason } from '../../shared/domain/signing-decision.ts';
import { worded, type Worded } from '../told.ts';

interface Situation {
  readonly keyName: string;
  /** Empty where it is not known. */
  readonly serviceName: string;
  readonly headerName: string;
  readonly origin: string;
  readonly method: string;
  /** Whether the service names this origin, but the chain of redirects came through one that it does not name. */
  readonly isBackAtOwnOrigin: boolean;
}

/** What a person is told about a withheld key. */
export function withheldText(reason: WithheldReason, situation: Situation): Worded {
  const { keyName: name, serviceName: service, headerName: header, origin, method } = situation;
  switch (reason) {
    case 'origin-not-bound':
      return worded('originNotBound', { name, origin, service });
    case 'insecure-transport':
      return worded('insecureTransport', { name, origin });
    case 'server-unproven':
      return worded('serverUnproven', { name, origin });
    case 'key-expired':
      return worded('thisKeyExpired', { name });
    case 'key-disabled':
      return worded('thisKeyDisabled', { name });
    case 'key-revoked':
      return worded('thisKeyRevoked', { name });
    case 'key-missing':
      return name === '' ? worded('namedKeyGone') : worded('keyValueNotHeld', { name });
    case 'key-read-only':
      return worded('keyGuarded', { name, method });
    case 'vault-unreadable':
      return worded('secretNotOpenedNow', { name });
    case 'secret-damaged':
      return worded('sealedSecretDamaged', { name });
    case 'header-conflict':
      return worded('keyHeaderTyped', { name, header });
    case 'redirected-to-other-origin':
      return worded(situation.isBackAtOwnOrigin ? 'redirectedBack' : 'redirectedAway', {
        ...{ name, origin, service },
      });
    case 'not-connected':
      return worded('keyNotConnected', { name, origin });
  }
}
