import { z } from 'zod';
import type { ApiKey } from '../../shared/domain/api-key.ts';
import { keyAccountSchema, type KeyVerification } from '../../shared/domain/key-verification.ts';
import type { Ledger, Row } from './ledger/ledger.ts';

/** What few keys have, and stands in tables of its own. */
export type KeyDetails = Pick<ApiKey, 'extraOrigins' | 'verification'>;

const originRowSchema = z.object({ api_key_id: z.string(), origin: z.string() });
const verificationRowSchema = z.object({
  api_key_id: z.string(),
  at: z.int(),
  outcome: z.enum(['accepted', 'refused']),
  account: z.string().nullable(),
});

const ORIGINS = 'SELECT api_key_id, origin FROM key_origins';
const OLDEST_FIRST = 'ORDER BY added_at, rowid';
const VERIFICATIONS = 'SELECT api_key_id, at, outcome, account FROM key_verifications';

/** By key id; keys without any are not in it. */
export function listKeyDetails(ledger: Ledger): ReadonlyMap<string, KeyDetails> {
  return join(ledger.all(`${ORIGINS} ${OLDEST_FIRST}`), ledger.all(VERIFICATIONS));
}

/** As `listKeyDetails`, of one key. */
export function findKeyDetails(ledger: Ledger, apiKeyId: string): ReadonlyMap<string, KeyDetails> {
  const parameters = [apiKeyId];
  return join(
    ledger.all(`${ORIGINS} WHERE api_key_id = ? ${OLDEST_FIRST}`, parameters),
    ledger.all(`${VERIFICATIONS} WHERE api_key_id = ?`, parameters),
  );
}

function join(originRows: readonly Row[], verificationRows: readonly Row[]): ReadonlyMap<string, KeyDetails> {
  const details = new Map<string, KeyDetails>();
  const change = (id: string, work: (before: KeyDetails) => KeyDetails): void => {
    details.set(id, work(details.get(id) ?? { extraOrigins: [], verification: null }));
  };
  for (const row of originRows) {
    const { api_key_id: id, origin } = originRowSchema.parse(row);
    change(id, (before) => ({ ...before, extraOrigins: [...before.extraOrigins, origin] }));
  }
  for (const row of verificationRows) {
    const { api_key_id: id, at, outcome, account } = verificationRowSchema.parse(row);
    const verification: KeyVerification = {
      at,
      outcome,
      account: account === null ? null : keyAccountSchema.parse(JSON.parse(account)),
    };
    change(id, (before) => ({ ...before, verification }));
  }
  return details;
}

export function insertKeyOrigin(
  ledger: Ledger,
  { apiKeyId, origin, addedAt }: { apiKeyId: string; origin: string; addedAt: number },
): void {
  ledger.run('INSERT INTO key_origins (api_key_id, origin, added_at) VALUES (?, ?, ?)', [
    apiKeyId,
    origin,
    addedAt,
  ]);
}

export function deleteKeyOrigin(ledger: Ledger, apiKeyId: string, origin: string): void {
  ledger.run('DELETE FROM key_origins WHERE api_key_id = ? AND origin = ?', [apiKeyId, origin]);
}

/** In place of what was said before. */
export function setKeyVerification(ledger: Ledger, apiKeyId: string, verification: KeyVerification): void {
  const { at, outcome, account } = verification;
  ledger.run(
    'INSERT OR REPLACE INTO key_verifications (api_key_id, at, outcome, account) VALUES (?, ?, ?, ?)',
    [apiKeyId, at, outcome, account === null ? null : JSON.stringify(account)],
  );
}
