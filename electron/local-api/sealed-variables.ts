import { z } from 'zod';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';
import type { Random } from '../ports/random.ts';
import type { Vault } from '../vault/vault.ts';

export interface SealedVariablesParts {
  readonly ledger: Ledger;
  readonly vault: Pick<Vault, 'state' | 'seal' | 'unseal'>;
  readonly random: Random;
}

/** The values of an environment's `secret` variables: sealed in the ledger, in the environment's row an empty text in their place. */
export interface SealedVariables {
  /** In a transaction: the text that is kept. `vault-locked` where there is no master key to seal with now. */
  readonly keep: (values: readonly unknown[]) => Result<string>;
  /** In a transaction, before the text goes: what is sealed of it goes too. Returns whether anything did. */
  readonly drop: (text: string) => boolean;
  /** As they were sent; one whose master key is gone for good is empty. The vault's errors. */
  readonly open: (text: string) => Result<unknown[]>;
}

const VERSION = 1;

const keptSchema = z.object({
  values: z.array(z.unknown()),
  /** Where a sealed value belongs: its place among the values, and its id. */
  sealed: z.record(z.string().regex(/^\d+$/), z.string()).default({}),
});

const secretSchema = z.looseObject({ type: z.literal('secret'), value: z.string().min(1) });
const valueSchema = z.looseObject({});
const rowSchema = z.object({ sealed: z.instanceof(Uint8Array), is_lost: z.int() });

/** Marks the ids of what is sealed of the Local API’s environments. */
export const LOCAL_VALUE_PREFIX = 'local:';

export function createSealedVariables({ ledger, vault, random }: SealedVariablesParts): SealedVariables {
  const openOne = (id: string): Result<string> => {
    const row = ledger.get('SELECT sealed, is_lost FROM sealed_values WHERE id = ?', [id]);
    if (row === undefined) return failed('secret-damaged');
    const { sealed, is_lost: isLost } = rowSchema.parse(row);
    return isLost === 1 ? ok('') : vault.unseal(sealed, { apiKeyId: id, version: VERSION });
  };
  return {
    keep(values) {
      const sealed: Record<string, string> = {};
      const kept: unknown[] = [];
      for (const [index, value] of values.entries()) {
        const secret = secretSchema.safeParse(value);
        if (!secret.success) {
          kept.push(value);
          continue;
        }
        if (vault.state().kind !== 'unlocked') return failed('vault-locked');
        const id = LOCAL_VALUE_PREFIX + random.id();
        const bytes = vault.seal(secret.data.value, { apiKeyId: id, version: VERSION });
        ledger.run('INSERT INTO sealed_values (id, version, sealed) VALUES (?, ?, ?)', [id, VERSION, bytes]);
        sealed[String(index)] = id;
        kept.push({ ...secret.data, value: '' });
      }
      return ok(JSON.stringify({ values: kept, ...(Object.keys(sealed).length === 0 ? {} : { sealed }) }));
    },
    drop(text) {
      const ids = Object.values(keptSchema.parse(JSON.parse(text)).sealed);
      for (const id of ids) ledger.run('DELETE FROM sealed_values WHERE id = ?', [id]);
      return ids.length > 0;
    },
    open(text) {
      const { values, sealed } = keptSchema.parse(JSON.parse(text));
      const opened: unknown[] = [];
      for (const [index, value] of values.entries()) {
        const id = sealed[String(index)];
        if (id === undefined) {
          opened.push(value);
          continue;
        }
        const secret = openOne(id);
        if (!secret.ok) return secret;
        opened.push({ ...valueSchema.parse(value), value: secret.value });
      }
      return ok(opened);
    },
  };
}

/** Whether a secret value stands in the text in the clear: from before they were sealed. */
export function holdsPlainSecret(text: string): boolean {
  return keptSchema.parse(JSON.parse(text)).values.some((value) => secretSchema.safeParse(value).success);
}
