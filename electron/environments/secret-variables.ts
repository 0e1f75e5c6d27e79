import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { changeLedger } from '../keys/change-ledger.ts';
import type { KeyContext } from '../keys/key-context.ts';
import { LedgerUnavailableError } from '../keys/ledger/ledger.ts';
import {
  deleteSecretVariable,
  findSecretVariable,
  listSecretVariables,
  ownerOf,
  putSecretVariable,
  setOwner,
  setSecretOrigins,
  type SecretVariableRow,
} from './secret-variable-rows.ts';

/** A secret variable without its value. */
export interface SecretVariableFacts {
  readonly name: string;
  readonly origins: readonly string[];
  readonly isLost: boolean;
}

/** The values of secret variables, sealed in the ledger. Only `open` gives one, to the sender. */
export interface SecretVariables {
  /** Of one environment, by its own id. None while no ledger is open. */
  list(environmentId: string): readonly SecretVariableFacts[];
  /** The file whose values these are; `null` while none was seen with the id. */
  ownerOf(environmentId: string): string | null;
  /** From now on they are those of this file. */
  setOwner(environmentId: string, fileName: string): Result<null>;
  /** `not-found`, and the vault's errors. */
  open(environmentId: string, name: string): Result<string>;
  /** Before `sealWithin`. The vault's errors. */
  prepare(): Promise<Result<null>>;
  /** As `put`, as a part of a transaction that somebody else opened. */
  sealWithin(place: SecretPlace, secret: string, origins: readonly string[]): Result<null>;
  /** Another text once any of an environment's values, or where it may go, is another. Empty where it has none. */
  markOf(environmentId: string): string;
  /** Takes an environment's values out of the ledger, as a part of a transaction that somebody else opened. */
  removeWithin(environmentId: string): void;
  /** Seals it in place of what was there. The errors of the vault and of the ledger. */
  put(place: SecretPlace, secret: string, origins: readonly string[]): Promise<Result<null>>;
  setOrigins(place: SecretPlace, origins: readonly string[]): Result<null>;
  /** Gives values the names that their variables have now, and drops those whose variables are gone. */
  follow(environmentId: string, changes: SecretChanges): Result<null>;
  /** Seals the values of one environment for another one too. */
  copy(fromId: string, toId: string): Result<null>;
  /** Takes them out of the ledger; what is returned puts them back. */
  take(environmentId: string): Result<() => Result<null>>;
}

export interface SecretPlace {
  readonly environmentId: string;
  readonly name: string;
}

export interface SecretChanges {
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  readonly removed: readonly string[];
}

export type SecretVariablesOptions = Pick<KeyContext, 'ledger' | 'vault' | 'clock' | 'random'>;

const VERSION = 1;

export function createSecretVariables(options: SecretVariablesOptions): SecretVariables {
  return { ...reading(options), ...writing(options) };
}

type ReadingCalls = 'list' | 'open' | 'ownerOf' | 'markOf';

function reading({ ledger, vault }: SecretVariablesOptions): Pick<SecretVariables, ReadingCalls> {
  return {
    list: (environmentId) => whileOpen(() => listSecretVariables(ledger, environmentId), []),
    ownerOf: (environmentId) => whileOpen(() => ownerOf(ledger, environmentId), null),
    markOf: (environmentId) =>
      whileOpen(() => listSecretVariables(ledger, environmentId), [])
        .map(({ name, origins, sealed }) =>
          JSON.stringify([name, origins, Buffer.from(sealed).toString('base64')]),
        )
        .join(),
    open(environmentId, name) {
      const row = whileOpen(() => findSecretVariable(ledger, environmentId, name), null);
      return row === null ? failed('not-found') : openRow(vault, row);
    },
  };
}

function writing(options: SecretVariablesOptions): Omit<SecretVariables, ReadingCalls> {
  const { ledger, vault, clock } = options;
  const change = (work: () => Result<null>): Result<null> => {
    const result = changeLedger(ledger, work);
    if (result.ok) ledger.checkpointAndScrub();
    return result;
  };
  return {
    async prepare() {
      const prepared = await vault.prepare();
      return prepared.ok ? ok(null) : prepared;
    },
    removeWithin: (environmentId) => {
      removeAll(ledger, listSecretVariables(ledger, environmentId));
    },
    sealWithin: (place, secret, origins) => sealIn(options, { ...place, secret, origins }),
    async put(place, secret, origins) {
      const prepared = await vault.prepare();
      if (!prepared.ok) return prepared;
      return change(() => sealIn(options, { ...place, secret, origins }));
    },
    setOrigins: (place, origins) =>
      change(() => {
        setSecretOrigins(ledger, place, origins);
        return ok(null);
      }),
    setOwner: (environmentId, fileName) =>
      changeLedger(ledger, () => {
        setOwner(ledger, environmentId, fileName);
        return ok(null);
      }),
    follow: (environmentId, changes) => change(() => follow(options, environmentId, changes)),
    copy: (fromId, toId) =>
      change(() => {
        for (const row of listSecretVariables(ledger, fromId)) {
          if (row.isLost) continue;
          const opened = openRow(vault, row);
          if (!opened.ok) return opened;
          const { name, origins } = row;
          sealIn(options, { environmentId: toId, name, origins, secret: opened.value });
        }
        return ok(null);
      }),
    take(environmentId) {
      const rows = whileOpen(() => listSecretVariables(ledger, environmentId), []);
      const gone = change(() => {
        removeAll(ledger, rows);
        return ok(null);
      });
      if (!gone.ok) return gone;
      return ok(() =>
        change(() => {
          for (const row of rows) putSecretVariable(ledger, row, clock.now());
          return ok(null);
        }),
      );
    },
  };
}

function openRow(vault: SecretVariablesOptions['vault'], row: SecretVariableRow): Result<string> {
  return vault.unseal(row.sealed, { apiKeyId: row.sealedId, version: row.version });
}

interface Sealing extends SecretPlace {
  readonly secret: string;
  readonly origins: readonly string[];
}

/** In a transaction, after `vault.prepare`. */
function sealIn(
  { ledger, vault, clock, random }: SecretVariablesOptions,
  { environmentId, name, secret, origins }: Sealing,
): Result<null> {
  // A new id for each value: what was sealed before opens in no other place.
  const sealedId = `variable:${random.id()}`;
  const sealed = vault.seal(secret, { apiKeyId: sealedId, version: VERSION });
  const row = { environmentId, name, origins, sealedId, version: VERSION, sealed };
  putSecretVariable(ledger, row, clock.now());
  return ok(null);
}

function follow(
  { ledger, clock }: SecretVariablesOptions,
  environmentId: string,
  { renamed, removed }: SecretChanges,
): Result<null> {
  const rows = renamed.flatMap(({ from, to }) => {
    const row = findSecretVariable(ledger, environmentId, from);
    return row === null ? [] : [{ ...row, name: to }];
  });
  // All old names go first, so that two variables may swap theirs.
  for (const { from } of renamed) deleteSecretVariable(ledger, environmentId, from);
  for (const name of removed) deleteSecretVariable(ledger, environmentId, name);
  for (const row of rows) putSecretVariable(ledger, row, clock.now());
  return ok(null);
}

/** Environments are files: they open without the ledger. */
function whileOpen<Value>(work: () => Value, otherwise: Value): Value {
  try {
    return work();
  } catch (error) {
    if (error instanceof LedgerUnavailableError) return otherwise;
    throw error;
  }
}

function removeAll(ledger: KeyContext['ledger'], rows: readonly SecretVariableRow[]): void {
  for (const { environmentId, name } of rows) deleteSecretVariable(ledger, environmentId, name);
}
