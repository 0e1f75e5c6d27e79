import { failed, ok, type Result } from '../../shared/domain/app-error.ts';

/** The proxy's password and the passphrases of client certificates: in memory alone, until Keyfob locks or quits. */
export interface NetworkSecrets {
  readonly put: (id: string, secret: string) => void;
  readonly remove: (id: string) => void;
  readonly has: (id: string) => boolean;
  /** `network-secret-forgotten` when it must be typed again. */
  readonly open: (id: string) => Result<string>;
  readonly forget: () => void;
}

export function createNetworkSecrets(): NetworkSecrets {
  const held = new Map<string, string>();
  return {
    put: (id, secret) => {
      held.set(id, secret);
    },
    remove: (id) => {
      held.delete(id);
    },
    has: (id) => held.has(id),
    open: (id) => {
      const secret = held.get(id);
      return secret === undefined ? failed('network-secret-forgotten') : ok(secret);
    },
    forget: () => {
      held.clear();
    },
  };
}
