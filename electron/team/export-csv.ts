import type { CommandOutput } from '../../shared/contract/contract.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { endRuleText } from '../../shared/domain/key-policy.ts';
import type { RevocationReason } from '../../shared/domain/revocation.ts';
import { endReasonOf, type TeamKey, type TeamKeyFilter, type TeamKeySort } from '../../shared/domain/team.ts';
import { allKeys, recordActivity } from '../keys/activity-rows.ts';
import type { KeyContext } from '../keys/key-context.ts';
import { noteInLedger } from '../keys/note-in-ledger.ts';
import type { SecretScan } from '../keys/secret-scan.ts';
import type { Clock } from '../ports/clock.ts';
import type { FileDialog } from '../ports/file-dialog.ts';
import { FileWriteError, type FileWriter } from '../ports/file-writer.ts';
import { toCsv } from './csv.ts';
import { readAllTeamKeys, type TeamKeysReading } from './team-keys.ts';

export interface ExportContext extends TeamKeysReading, Pick<KeyContext, 'logger' | 'publish'> {
  readonly clock: Clock;
  readonly fileDialog: FileDialog;
  readonly fileWriter: FileWriter;
  readonly secretScan: SecretScan;
}

/** A byte order mark: without it a spreadsheet takes UTF-8 for the system's old code page. */
const BYTE_ORDER_MARK = '\uFEFF';

const HEADER = [
  'Name',
  'Kind',
  'Key',
  'Service',
  'Creator',
  'Created',
  'Expires',
  'Ends by',
  'Last used',
  'Status',
  'Revoked',
  'Reason',
] as const;

/**
 * Asks where, writes the keys that match and that it was done: masks, never a value. Times are ISO 8601 in UTC. `export-failed`
 * when the disk refuses, `export-holds-secret` when a name holds a value; a file that was there before is then as it was.
 */
export async function exportTeamKeys(
  context: ExportContext,
  wanted: { readonly filter: TeamKeyFilter; readonly sort: TeamKeySort },
): Promise<Result<CommandOutput<'team.exportCsv'>>> {
  const { clock, fileDialog, fileWriter, secretScan } = context;
  const day = new Date(clock.now()).toISOString().slice(0, 10);
  const file = await fileDialog.chooseSaveFile({
    purpose: 'team-keys',
    suggestedName: `team-keys-${day}.csv`,
    kind: { name: 'csv', extension: 'csv' },
  });
  if (file === null) return ok({ kind: 'cancelled' });
  const keys = readAllTeamKeys(context, wanted, clock.now());
  const content = BYTE_ORDER_MARK + toCsv([HEADER, ...keys.map(toRow)]);
  // A name is what a person types: it may hold a key's value.
  if (secretScan.holdsSecret(content)) return failed('export-holds-secret');
  try {
    await fileWriter.write(file.path, content);
  } catch (error) {
    if (!(error instanceof FileWriteError)) throw error;
    return failed('export-failed');
  }
  noteExport(context);
  return ok({ kind: 'saved', fileName: file.name, rows: keys.length });
}

function noteExport({ ledger, logger, clock, publish }: ExportContext): void {
  noteInLedger({ ledger, logger }, 'exported', () => {
    recordActivity(ledger, allKeys, {
      at: clock.now(),
      event: { kind: 'exported', what: 'team-keys', format: 'csv' },
    });
  });
  publish('activity.changed', {});
}

const REASONS: Record<RevocationReason, string> = {
  'by-creator': 'by its creator',
  'by-admin': 'by an admin',
  'by-inactivity': 'by inactivity',
  automatically: 'automatically',
  exposed: 'exposed',
};

function toRow(key: TeamKey): readonly string[] {
  const reason = endReasonOf(key);
  return [
    key.name,
    key.kind === 'api-key' ? 'API key' : 'Collection access key',
    key.mask,
    key.serviceName,
    key.creatorName,
    time(key.createdAt),
    time(key.expiresAt),
    key.expiresBy === null ? '' : endRuleText(key.expiresBy),
    time(key.lastUsedAt),
    key.status,
    time(key.revocation?.at ?? null),
    reason === null ? '' : REASONS[reason],
  ];
}

function time(at: number | null): string {
  return at === null ? '' : new Date(at).toISOString();
}
