import { z } from 'zod';
import { ok, type Result } from '../../shared/domain/app-error.ts';
import type { KeyExposure } from '../../shared/domain/key-exposure.ts';
import type { KeyContext } from './key-context.ts';
import { requireOwnKey } from './key-rules.ts';
import type { Ledger } from './ledger/ledger.ts';

const MOST_ORIGINS = 50;

const originRowSchema = z.object({ origin: z.string(), count: z.int(), last_at: z.int() });
const countRowSchema = z.object({ count: z.int(), last_at: z.int().nullable() });

/** Where the present value of the key went, from its activity: `not-found` for a key that is gone. */
export function keyExposure(context: Pick<KeyContext, 'ledger' | 'clock'>, id: string): Result<KeyExposure> {
  const record = requireOwnKey(context, id);
  if (!record.ok) return record;
  const { ledger } = context;
  const since = record.value.apiKey.regeneratedAt ?? record.value.apiKey.createdAt;
  const origins = ledger
    .all(
      `SELECT json_extract(event, '$.origin') AS origin, COUNT(*) AS count, MAX(at) AS last_at FROM activity
       WHERE api_key_id = ? AND at >= ? AND kind = 'sent' GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT ?`,
      [id, since, MOST_ORIGINS],
    )
    .map((row) => originRowSchema.parse(row))
    .map(({ origin, count, last_at: lastAt }) => ({ origin, count, lastAt }));
  const counted = (kind: 'copied' | 'revealed') => countOf(ledger, { id, kind, since });
  return ok({ since, origins, copies: counted('copied'), reveals: counted('revealed') });
}

function countOf(
  ledger: Ledger,
  { id, kind, since }: { readonly id: string; readonly kind: string; readonly since: number },
): { readonly count: number; readonly lastAt: number | null } {
  const row = ledger.get(
    'SELECT COUNT(*) AS count, MAX(at) AS last_at FROM activity WHERE api_key_id = ? AND at >= ? AND kind = ?',
    [id, since, kind],
  );
  const { count, last_at: lastAt } = countRowSchema.parse(row);
  return { count, lastAt };
}
