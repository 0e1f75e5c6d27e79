import { assertNever } from '../../shared/domain/assert-never.ts';
import type { MasterKeyHolder, VaultState } from '../../shared/domain/vault-state.ts';
import { LedgerWriteError, type Ledger } from '../keys/ledger/ledger.ts';
import type { Clock } from '../ports/clock.ts';
import type { Keychain, KeychainReading } from '../ports/keychain.ts';
import type { Logger } from '../ports/logger.ts';
import type { Random } from '../ports/random.ts';
import { opensProbe, opensRow, proveMasterKey } from './key-proof.ts';
import { createMasterKey, parseMasterKey } from './master-key.ts';
import { obtainFromKeychain, type Obtained } from './obtain-master-key.ts';
import { probeContext, PROBE_TEXT, sealWith } from './sealing.ts';
import type { Envelope } from './passphrase-envelope.ts';
import { needsHolder, reasonOf, unreadable } from './vault-messages.ts';
import {
  deleteWrappedKey,
  hasSealedSecrets,
  markLost,
  readSealedRows,
  readVaultRecord,
  readWrappedKey,
  writeVaultRecord,
  writeWrappedKey,
} from './vault-rows.ts';

export interface HeldKey {
  readonly masterKey: Uint8Array;
  readonly holder: MasterKeyHolder;
}

export interface KeyHoldingOptions {
  /** One that is bounded in time and never rejects. */
  readonly keychain: Keychain;
  readonly ledger: Ledger;
  readonly random: Random;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The master key in memory, and the rules for getting it there. Calls must not overlap. */
export interface KeyHolding {
  held(): HeldKey | null;
  /** Looks for the master key that the ledger needs. Never makes one, never writes to the keychain. */
  find(mayPrompt: boolean): Promise<VaultState>;
  /**
   * Begins with a new master key (or one that the keychain holds already) where no sealed secret could still be opened with
   * another. Throws `LedgerWriteError`, and then holds none.
   */
  begin(holder: 'keychain' | 'memory'): Promise<VaultState>;
  /** As `begin`, with a new master key that is wrapped under a passphrase. False where another one may still come back. */
  beginWrapped(masterKey: Uint8Array, envelope: Envelope): boolean;
  /** Takes a master key that the person brought. `null`, and it is wiped, when the ledger's secrets are not its own. */
  take(key: HeldKey): VaultState | null;
  /** Records another holder for the key in memory, in one transaction. Throws `LedgerWriteError`, and then nothing changed. */
  move(holder: Holder): VaultState;
  forget(): void;
}

/** A holder that outlives the process, with what the ledger keeps of it. */
export type Holder =
  { readonly kind: 'keychain' } | { readonly kind: 'passphrase'; readonly envelope: Envelope };

export function createKeyHolding(options: KeyHoldingOptions): KeyHolding {
  const { keychain, ledger, random } = options;
  let held: HeldKey | null = null;

  const forget = (): void => {
    held?.masterKey.fill(0);
    held = null;
  };
  const hold = (key: HeldKey): VaultState => {
    if (held?.masterKey !== key.masterKey) forget();
    held = key;
    return { kind: 'unlocked', holder: key.holder };
  };

  /** Takes a key that fits the ledger, and sees to it that the ledger says so. */
  const accept = (key: HeldKey): VaultState | null => {
    if (proveMasterKey(ledger, key.masterKey) === 'wrong') {
      key.masterKey.fill(0);
      return null;
    }
    recordIfNeeded(options, key);
    return hold(key);
  };

  const find = async (mayPrompt: boolean): Promise<VaultState> => {
    if (held) {
      // The ledger may have been replaced by another one since.
      const state = accept(held);
      if (state) return state;
      held = null;
    }
    return withoutKeychain(ledger) ?? stateOf(await keychain.read({ mayPrompt }), ledger, accept);
  };

  const begin = async (holder: 'keychain' | 'memory'): Promise<VaultState> => {
    const obtained: Obtained =
      holder === 'memory'
        ? { kind: 'obtained', masterKey: createMasterKey(random) }
        : await obtainFromKeychain(keychain, random);
    if (obtained.kind === 'refused') return obtained.state;
    const key = { masterKey: obtained.masterKey, holder };
    return beginWith(options, key, null) ? hold(key) : unreadable('master-key-absent');
  };

  return {
    held: () => held,
    find,
    begin,
    beginWrapped(masterKey, envelope) {
      const key: HeldKey = { masterKey, holder: 'passphrase' };
      const isBegun = beginWith(options, key, envelope);
      if (isBegun) hold(key);
      return isBegun;
    },
    take: accept,
    move(holder) {
      if (held === null) throw new Error('There is no master key to move');
      const key: HeldKey = { masterKey: held.masterKey, holder: holder.kind };
      recordHolder(options, key, holder.kind === 'passphrase' ? holder.envelope : null);
      return hold(key);
    },
    forget,
  };
}

/** The state where another one than the keychain is the holder. */
function withoutKeychain(ledger: Ledger): VaultState | null {
  if (isSealedInMemory(ledger)) return unreadable('holder-was-memory');
  const wrapped = readWrappedKey(ledger);
  if (wrapped === 'damaged') return unreadable('passphrase-lost');
  if (wrapped !== null) return { kind: 'locked', holder: 'passphrase', reason: 'start' };
  return readVaultRecord(ledger)?.holder === 'passphrase' ? unreadable('passphrase-lost') : null;
}

function stateOf(
  reading: KeychainReading,
  ledger: Ledger,
  accept: (key: HeldKey) => VaultState | null,
): VaultState {
  const isSealed = hasSealedSecrets(ledger);
  switch (reading.kind) {
    case 'unavailable': {
      const reason = reasonOf(reading.reason);
      return isSealed ? unreadable(reason) : needsHolder(reason);
    }
    case 'absent':
      return isSealed ? unreadable('master-key-absent') : { kind: 'empty' };
    case 'found': {
      const masterKey = parseMasterKey(reading.value);
      const state = masterKey && accept({ masterKey, holder: 'keychain' });
      return state ?? unreadable('master-key-wrong');
    }
    default:
      return assertNever(reading);
  }
}

/** Whether there are secrets that were sealed under a master key which only memory held. */
function isSealedInMemory(ledger: Ledger): boolean {
  return readVaultRecord(ledger)?.holder === 'memory' && hasSealedSecrets(ledger);
}

/**
 * Records the new master key. Secrets of a memory-held one that is gone are marked, not deleted. False, and nothing
 * is changed, when there are secrets whose master key may still come back.
 */
function beginWith(options: KeyHoldingOptions, key: HeldKey, envelope: Envelope | null): boolean {
  const { ledger } = options;
  try {
    return ledger.transaction(() => {
      if (hasSealedSecrets(ledger) && !isSealedInMemory(ledger)) return false;
      for (const row of readSealedRows(ledger, Number.MAX_SAFE_INTEGER)) {
        if (!opensRow(key.masterKey, row)) markLost(ledger, row);
      }
      writeHolder(options, key, envelope);
      return true;
    });
  } catch (error) {
    key.masterKey.fill(0);
    throw error;
  }
}

function recordHolder(options: KeyHoldingOptions, key: HeldKey, envelope: Envelope | null): void {
  options.ledger.transaction(() => {
    writeHolder(options, key, envelope);
  });
}

/** The record and the wrapped key tell of the same holder, so they change together. */
function writeHolder(
  { ledger, random, clock }: KeyHoldingOptions,
  key: HeldKey,
  envelope: Envelope | null,
): void {
  writeVaultRecord(ledger, { holder: key.holder, probe: sealProbe(key, random) }, clock.now());
  if (envelope === null) deleteWrappedKey(ledger);
  else writeWrappedKey(ledger, envelope, clock.now());
}

function recordIfNeeded({ ledger, random, clock, logger }: KeyHoldingOptions, key: HeldKey): void {
  if (opensProbe(ledger, key.masterKey) && readVaultRecord(ledger)?.holder === key.holder) return;
  try {
    writeVaultRecord(ledger, { holder: key.holder, probe: sealProbe(key, random) }, clock.now());
  } catch (error) {
    if (!(error instanceof LedgerWriteError)) throw error;
    // The secrets themselves prove the key until the disk takes the probe.
    logger.warn('The probe of the master key could not be written');
  }
}

function sealProbe({ masterKey }: HeldKey, random: Random): Uint8Array {
  return sealWith(masterKey, PROBE_TEXT, { additional: probeContext(), nonce: random.bytes(12) });
}
