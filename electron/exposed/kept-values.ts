import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import type { ScanCoverage } from '../../shared/domain/exposed-scan.ts';
import type { KeyContext } from '../keys/key-context.ts';
import type { Row } from '../keys/ledger/ledger.ts';
import { LEAD_BYTES, type LookedFor } from './scan-patterns.ts';

/** Which value of which key it is. The value itself is not part of it. */
export type KeptValue =
  | { readonly kind: 'issued'; readonly apiKeyId: string; readonly publicId: string }
  | { readonly kind: 'sealed'; readonly apiKeyId: string; readonly version: number }
  | { readonly kind: 'access-key'; readonly accessKeyId: string };

export interface KeptValues {
  /** In the order of `lookedFor`. */
  readonly values: readonly KeptValue[];
  readonly lookedFor: readonly LookedFor[];
  readonly coverage: ScanCoverage;
}

const issuedRow = z.object({
  api_key_id: z.string(),
  public_id: z.string(),
  digest: z.instanceof(Uint8Array),
});
const accessKeyRow = z.object({ id: z.string(), digest: z.instanceof(Uint8Array) });
const sealedRow = z.object({ api_key_id: z.string(), version: z.int(), sealed: z.instanceof(Uint8Array) });

/** What the Local API issued is told by its digest, and so is what it no longer accepts. */
const ISSUED = `
  SELECT api_key_id, public_id, digest FROM issued_secrets
  UNION ALL
  SELECT api_key_id, public_id, digest FROM retired_digests
    WHERE public_id NOT IN (SELECT public_id FROM issued_secrets)`;

const SEALED_OF_OTHER_SERVICES = `
  SELECT s.api_key_id, s.version, s.sealed FROM sealed_secrets s
  JOIN api_keys k ON k.id = s.api_key_id JOIN services v ON v.id = k.service_id
  WHERE v.kind <> 'local'`;

/** So many secrets are opened in one go; then whatever else waits in the main process has its turn. */
const OPENED_AT_ONCE = 500;

/**
 * Everything that a scan can recognise. Keys of the Local API need no secret opened; of the others those whose secret does not
 * open, because the vault is locked or it is damaged, are counted. Throws `LedgerUnavailableError`.
 */
export async function readKeptValues({
  ledger,
  vault,
}: Pick<KeyContext, 'ledger' | 'vault'>): Promise<KeptValues> {
  const values: KeptValue[] = [];
  const lookedFor: LookedFor[] = [];
  for (const row of ledger.all(ISSUED)) {
    const { api_key_id: apiKeyId, public_id: publicId, digest } = issuedRow.parse(row);
    values.push({ kind: 'issued', apiKeyId, publicId });
    lookedFor.push({ kind: 'digest', digest });
  }
  for (const row of ledger.all('SELECT id, digest FROM collection_access_keys')) {
    const { id, digest } = accessKeyRow.parse(row);
    values.push({ kind: 'access-key', accessKeyId: id });
    lookedFor.push({ kind: 'digest', digest });
  }
  const missed = { notOpened: 0, tooShort: 0 };
  for (const rows of slices(ledger.all(SEALED_OF_OTHER_SERVICES))) {
    for (const { api_key_id: apiKeyId, version, sealed } of rows.map((row) => sealedRow.parse(row))) {
      const opened = vault.unseal(sealed, { apiKeyId, version });
      if (!opened.ok) missed.notOpened += 1;
      else if (opened.value.length < LEAD_BYTES) missed.tooShort += 1;
      else {
        values.push({ kind: 'sealed', apiKeyId, version });
        lookedFor.push({ kind: 'secret', secret: opened.value });
      }
    }
    await setImmediate();
  }
  return { values, lookedFor, coverage: { values: values.length, ...missed } };
}

function* slices(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += OPENED_AT_ONCE)
    yield rows.slice(from, from + OPENED_AT_ONCE);
}
