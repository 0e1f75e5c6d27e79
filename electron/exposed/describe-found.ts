import { z } from 'zod';
import type { FoundKey, FoundValue } from '../../shared/domain/exposed-scan.ts';
import { findApiKeyRecord, type ApiKeyRecord } from '../keys/api-key-rows.ts';
import { findIssuedSecret } from '../keys/issued-secret-rows.ts';
import type { KeyContext } from '../keys/key-context.ts';
import { findMember } from '../keys/member-rows.ts';
import { findAccessKeyRow } from '../local-api/access-key-rows.ts';
import { isExpired } from '../../shared/domain/expiry.ts';
import type { KeptValue } from './kept-values.ts';

export type DescribeContext = Pick<KeyContext, 'ledger' | 'clock' | 'services'>;

export interface DescribedValue {
  readonly key: FoundKey;
  readonly value: FoundValue;
}

/** Whose value it is and whether it works, as of now; `null` when nothing is known of its key any more. Throws `LedgerUnavailableError`. */
export function describeFound(context: DescribeContext, kept: KeptValue): DescribedValue | null {
  if (kept.kind === 'access-key') return describeAccessKey(context, kept.accessKeyId);
  const { ledger, clock, services } = context;
  const record = findApiKeyRecord(ledger, kept.apiKeyId, clock.now());
  if (record === null) return describeRevoked(context, kept);
  const { apiKey, creatorId, isOwn } = record;
  const service = services.find(apiKey.serviceId);
  return {
    key: {
      kind: 'api-key',
      apiKeyId: apiKey.id,
      name: apiKey.name,
      mask: apiKey.mask,
      creatorName: isOwn ? null : (findMember(ledger, creatorId)?.name ?? ''),
      serviceName: service?.name ?? '',
      isLocal: service?.kind === 'local',
      isIssuedHere: apiKey.isIssuedHere,
    },
    value: kept.kind === 'issued' ? issuedValue(context, kept.publicId) : sealedValue(record, kept.version),
  };
}

function issuedValue({ ledger, clock }: DescribeContext, publicId: string): FoundValue {
  const issued = findIssuedSecret(ledger, publicId);
  if (issued === null || issued.endedSeenAt !== null) return 'ended';
  if (issued.worksUntil === null) return 'present';
  return clock.now() < issued.worksUntil ? 'in-grace' : 'ended';
}

function sealedValue({ secretVersion }: ApiKeyRecord, version: number): FoundValue {
  return version === secretVersion ? 'present' : 'replaced';
}

const revokedRow = z.object({ name: z.string() });

/** Its row stays for the record. */
function describeRevoked({ ledger }: DescribeContext, kept: KeptValue & { kind: 'issued' | 'sealed' }) {
  const row = ledger.get('SELECT name FROM api_keys WHERE id = ?', [kept.apiKeyId]);
  if (row === undefined) return null;
  const isLocal = kept.kind === 'issued';
  const key = { kind: 'revoked-key', name: revokedRow.parse(row).name, isLocal } as const;
  return { key, value: isLocal ? ('ended' as const) : ('replaced' as const) };
}

function describeAccessKey({ ledger, clock }: DescribeContext, id: string): DescribedValue | null {
  const row = findAccessKeyRow(ledger, id);
  if (row === null) return null;
  const hasExpired = row.hasExpired || isExpired(row.expiresAt, clock.now());
  return {
    key: {
      kind: 'access-key',
      accessKeyId: id,
      mask: row.mask,
      collectionName: row.collectionName,
      creatorName: row.creatorName,
      hasExpired,
    },
    value: hasExpired ? 'ended' : 'present',
  };
}
