import type { Ledger } from '../keys/ledger/ledger.ts';
import { openWith, probeContext, PROBE_TEXT, secretContext } from './sealing.ts';
import { readSealedRows, readVaultRecord, type SealedRow } from './vault-rows.ts';

/** So many sealed secrets are tried where no probe decides: one that is damaged must not condemn the master key. */
const TRIED = 50;

/** `unneeded`: the ledger holds nothing that could prove the key right or wrong. */
export type KeyProof = 'right' | 'wrong' | 'unneeded';

/** Whether this master key is the one that the ledger's secrets were sealed with. */
export function proveMasterKey(ledger: Ledger, masterKey: Uint8Array): KeyProof {
  if (opensProbe(ledger, masterKey)) return 'right';
  const rows = readSealedRows(ledger, TRIED);
  if (rows.length === 0) return 'unneeded';
  return rows.some((row) => opensRow(masterKey, row)) ? 'right' : 'wrong';
}

export function opensProbe(ledger: Ledger, masterKey: Uint8Array): boolean {
  const record = readVaultRecord(ledger);
  return record !== null && openWith(masterKey, record.probe, probeContext()) === PROBE_TEXT;
}

export function opensRow(masterKey: Uint8Array, row: SealedRow): boolean {
  return openWith(masterKey, row.sealed, secretContext(row)) !== null;
}
