import { z } from 'zod';
import {
  exhaustionSchema,
  usageMeterSchema,
  type Exhaustion,
  type UsageMeter,
} from '../../shared/domain/usage.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';

/** Whose limits: of which key at which service. An empty key id is one that was asked about before it was kept. */
export interface LimitOwner {
  readonly serviceId: string;
  readonly apiKeyId: string;
}

const limitRowSchema = z
  .object({
    service_id: z.string(),
    api_key_id: z.string(),
    kind: z.string(),
    name: z.string(),
    window_seconds: z.number().nullable(),
    is_unlimited: z.int(),
    quota: z.number().nullable(),
    used: z.number().nullable(),
    remaining: z.number().nullable(),
    resets_at: z.int().nullable(),
    source: z.string(),
    as_of: z.int(),
  })
  .transform((row) => ({
    serviceId: row.service_id,
    apiKeyId: row.api_key_id,
    meter: usageMeterSchema.parse({
      kind: row.kind,
      name: row.kind === 'operation' ? row.name : '',
      windowSeconds: row.window_seconds,
      isUnlimited: row.is_unlimited === 1,
      limit: row.quota,
      used: row.used,
      remaining: row.remaining,
      resetsAt: row.resets_at,
      source: row.source,
      asOf: row.as_of,
    }),
  }));

/** All that is known, the newest first. */
export function listLimits(ledger: Ledger): readonly (LimitOwner & { readonly meter: UsageMeter })[] {
  return ledger
    .all('SELECT * FROM usage_limits ORDER BY as_of DESC, name')
    .map((row) => limitRowSchema.parse(row));
}

/** In place of what was known of this limit. Windows of different lengths are different limits. */
export function setLimit(ledger: Ledger, { serviceId, apiKeyId }: LimitOwner, meter: UsageMeter): void {
  ledger.run(
    `INSERT OR REPLACE INTO usage_limits (service_id, api_key_id, kind, name, window_seconds, is_unlimited, quota, used,
       remaining, resets_at, source, as_of) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      serviceId,
      apiKeyId,
      meter.kind,
      meter.kind === 'window' ? String(meter.windowSeconds ?? '') : meter.name,
      meter.windowSeconds,
      Number(meter.isUnlimited),
      meter.limit,
      meter.used,
      meter.remaining,
      meter.resetsAt,
      meter.source,
      meter.asOf,
    ],
  );
}

/** Whether the account's own list was told, and when it was asked for, by owner. */
export function listAccounts(
  ledger: Ledger,
): readonly (LimitOwner & { readonly askedAt: number; readonly isTold: boolean })[] {
  return ledger.all('SELECT * FROM usage_accounts').map((row) => ({
    serviceId: String(row['service_id']),
    apiKeyId: String(row['api_key_id']),
    askedAt: Number(row['asked_at']),
    isTold: row['is_told'] === 1,
  }));
}

/** Notes an answer of the account and forgets the operations of the one before. */
export function replaceAccount(
  ledger: Ledger,
  { serviceId, apiKeyId }: LimitOwner,
  { askedAt, isTold }: { readonly askedAt: number; readonly isTold: boolean },
): void {
  ledger.run(`DELETE FROM usage_limits WHERE service_id = ? AND api_key_id = ? AND kind = 'operation'`, [
    serviceId,
    apiKeyId,
  ]);
  ledger.run(
    'INSERT OR REPLACE INTO usage_accounts (service_id, api_key_id, asked_at, is_told) VALUES (?, ?, ?, ?)',
    [serviceId, apiKeyId, askedAt, Number(isTold)],
  );
}

export function findExhaustion(ledger: Ledger, serviceId: string): Exhaustion | null {
  const row = ledger.get('SELECT since, ends_at FROM usage_exhaustions WHERE service_id = ?', [serviceId]);
  return row === undefined ? null : exhaustionSchema.parse({ since: row['since'], endsAt: row['ends_at'] });
}

export function setExhaustion(ledger: Ledger, serviceId: string, { since, endsAt }: Exhaustion): void {
  ledger.run('INSERT OR REPLACE INTO usage_exhaustions (service_id, since, ends_at) VALUES (?, ?, ?)', [
    serviceId,
    since,
    endsAt,
  ]);
}

/** Returns whether there was one. */
export function deleteExhaustion(ledger: Ledger, serviceId: string): boolean {
  return ledger.run('DELETE FROM usage_exhaustions WHERE service_id = ?', [serviceId]) > 0;
}
