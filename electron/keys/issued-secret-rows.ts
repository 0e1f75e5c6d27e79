import { z } from 'zod';
import type { IssuedSecret } from '../local-api/issuer.ts';
import type { Ledger, Row } from './ledger/ledger.ts';

const issuedSecretRowSchema = z
  .object({
    public_id: z.string(),
    api_key_id: z.string(),
    digest: z.instanceof(Uint8Array),
    works_until: z.int().nullable(),
    ended_seen_at: z.int().nullable(),
  })
  .transform((row) => ({
    publicId: row.public_id,
    apiKeyId: row.api_key_id,
    digest: row.digest,
    /** The instant from which it no longer works, when it was replaced; `null` for the current one. */
    worksUntil: row.works_until,
    endedSeenAt: row.ended_seen_at,
  }));

/** What the Local API's server keeps of a secret that it issued. */
export type IssuedSecretRecord = Readonly<z.infer<typeof issuedSecretRowSchema>>;

export function findIssuedSecret(ledger: Ledger, publicId: string): IssuedSecretRecord | null {
  const row = ledger.get(
    'SELECT public_id, api_key_id, digest, works_until, ended_seen_at FROM issued_secrets WHERE public_id = ?',
    [publicId],
  );
  return row === undefined ? null : issuedSecretRowSchema.parse(row);
}

const graceEndRowSchema = z.object({ api_key_id: z.string(), works_until: z.int() });

// A key has at most one secret in a grace (see `endIssuedSecrets`).
const GRACES =
  'SELECT api_key_id, works_until FROM issued_secrets WHERE ended_seen_at IS NULL AND works_until > ?';

/** When the graces that still run end, by key id. Times in epoch milliseconds. */
export function listGraceEnds(ledger: Ledger, now: number): ReadonlyMap<string, number> {
  return graceEnds(ledger.all(GRACES, [now]));
}

/** As `listGraceEnds`, of one key. */
export function findGraceEnd(ledger: Ledger, apiKeyId: string, now: number): ReadonlyMap<string, number> {
  return graceEnds(ledger.all(`${GRACES} AND api_key_id = ?`, [now, apiKeyId]));
}

function graceEnds(rows: readonly Row[]): ReadonlyMap<string, number> {
  return new Map(
    rows.map((row) => {
      const { api_key_id: apiKeyId, works_until: worksUntil } = graceEndRowSchema.parse(row);
      return [apiKeyId, worksUntil];
    }),
  );
}

type Issued = Pick<IssuedSecret, 'publicId' | 'digest'>;

export function insertIssuedSecret(
  ledger: Ledger,
  { apiKeyId, issued, issuedAt }: { apiKeyId: string; issued: Issued; issuedAt: number },
): void {
  ledger.run('INSERT INTO issued_secrets (public_id, api_key_id, digest, issued_at) VALUES (?, ?, ?, ?)', [
    issued.publicId,
    apiKeyId,
    issued.digest,
    issuedAt,
  ]);
}

/**
 * Ends the current secret at `endsAt`, and every older one now: at most two secrets of a key work at a time.
 * Times in epoch milliseconds.
 */
export function endIssuedSecrets(
  ledger: Ledger,
  { apiKeyId, now, endsAt }: { apiKeyId: string; now: number; endsAt: number },
): void {
  ledger.run('DELETE FROM issued_secrets WHERE api_key_id = ? AND works_until IS NOT NULL', [apiKeyId]);
  ledger.run('UPDATE issued_secrets SET works_until = ?, ended_seen_at = ? WHERE api_key_id = ?', [
    endsAt,
    endsAt <= now ? now : null,
    apiKeyId,
  ]);
}

/** Ends the grace that runs. `now` in epoch milliseconds. Returns whether there was one. */
export function endGraces(ledger: Ledger, apiKeyId: string, now: number): boolean {
  const changed = ledger.run(
    'UPDATE issued_secrets SET works_until = ?, ended_seen_at = ? WHERE api_key_id = ? AND works_until > ? AND ended_seen_at IS NULL',
    [now, now, apiKeyId, now],
  );
  return changed > 0;
}

export function deleteIssuedSecrets(ledger: Ledger, apiKeyId: string): void {
  ledger.run('DELETE FROM issued_secrets WHERE api_key_id = ?', [apiKeyId]);
}
