import { z } from 'zod';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';
import type { Vault } from '../vault/vault.ts';

/**
 * The proxy's password and the passphrases of client certificates: sealed in the ledger, like keys. Where there is no master key to be
 * had, in memory until Keyfob locks or quits, and never in the clear anywhere else.
 */
export interface NetworkSecrets {
  /** To be awaited before the transaction in which a secret is put. `vault-locked`. */
  readonly prepare: () => Promise<Result<null>>;
  /** In a transaction. */
  readonly put: (id: string, secret: string) => void;
  /** In a transaction. */
  readonly remove: (id: string) => void;
  readonly has: (id: string) => boolean;
  /** `network-secret-forgotten` when it must be typed again; and the vault's errors. */
  readonly open: (id: string) => Result<string>;
  /** Lets go of what is in memory. */
  readonly forget: () => void;
}

export interface NetworkSecretsParts {
  readonly ledger: Ledger;
  readonly vault: Pick<Vault, 'prepare' | 'seal' | 'unseal' | 'state'>;
}

const rowSchema = z.object({ version: z.int(), sealed: z.instanceof(Uint8Array), is_lost: z.int() });

export function createNetworkSecrets({ ledger, vault }: NetworkSecretsParts): NetworkSecrets {
  const held = new Map<string, string>();
  let canSeal = false;
  const find = (id: string): z.infer<typeof rowSchema> | null => {
    const row = ledger.get('SELECT version, sealed, is_lost FROM sealed_values WHERE id = ?', [
      sealedIdOf(id),
    ]);
    return row === undefined ? null : rowSchema.parse(row);
  };
  const remove = (id: string): void => {
    held.delete(id);
    ledger.run('DELETE FROM sealed_values WHERE id = ?', [sealedIdOf(id)]);
  };
  return {
    prepare: async () => {
      canSeal = (await vault.prepare()).ok;
      // What is locked holds nothing in memory either.
      return !canSeal && vault.state().kind === 'locked' ? failed('vault-locked') : ok(null);
    },
    put: (id, secret) => {
      const version = (find(id)?.version ?? 0) + 1;
      remove(id);
      if (!canSeal) {
        held.set(id, secret);
        return;
      }
      const sealed = vault.seal(secret, { apiKeyId: sealedIdOf(id), version });
      ledger.run('INSERT INTO sealed_values (id, version, sealed) VALUES (?, ?, ?)', [
        sealedIdOf(id),
        version,
        sealed,
      ]);
    },
    remove,
    has: (id) => held.has(id) || find(id)?.is_lost === 0,
    open: (id) => {
      const secret = held.get(id);
      if (secret !== undefined) return ok(secret);
      const row = find(id);
      if (row?.is_lost !== 0) return failed('network-secret-forgotten');
      return vault.unseal(row.sealed, { apiKeyId: sealedIdOf(id), version: row.version });
    },
    forget: () => {
      held.clear();
    },
  };
}

/** Authenticated with the value: that of one proxy or certificate opens as no other’s, and as no key. */
function sealedIdOf(id: string): string {
  return `network:${id}`;
}
