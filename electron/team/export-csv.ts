import type { CommandOutput } from '../../shared/contract/contract.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { RevocationReason } from '../../shared/domain/revocation.ts';
import type { TeamKey, TeamKeyFilter, TeamKeySort } from '../../shared/domain/team.ts';
import type { Clock } from '../ports/clock.ts';
import type { FileDialog } from '../ports/file-dialog.ts';
import { FileWriteError, type FileWriter } from '../ports/file-writer.ts';
import { toCsv } from './csv.ts';
import { readAllTeamKeys, type TeamKeysReading } from './team-keys.ts';

export interface ExportContext extends TeamKeysReading {
  readonly clock: Clock;
  readonly fileDialog: FileDialog;
  readonly fileWriter: FileWriter;
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
  'Last used',
  'Status',
  'Revoked',
  'Reason',
] as const;

/**
 * Asks where, and writes the keys that match: masks, never a value. Times are ISO 8601 in UTC. `export-failed` when the disk
 * refuses; a file that was there before is then as it was.
 */
export async function exportTeamKeys(
  context: ExportContext,
  wanted: { readonly filter: TeamKeyFilter; readonly sort: TeamKeySort },
): Promise<Result<CommandOutput<'team.exportCsv'>>> {
  const { clock, fileDialog, fileWriter } = context;
  const day = new Date(clock.now()).toISOString().slice(0, 10);
  const file = await fileDialog.chooseSaveFile({
    title: 'Export team keys',
    suggestedName: `team-keys-${day}.csv`,
    kind: { name: 'CSV', extension: 'csv' },
  });
  if (file === null) return ok({ kind: 'cancelled' });
  const keys = readAllTeamKeys(context, wanted, clock.now());
  try {
    await fileWriter.write(file.path, BYTE_ORDER_MARK + toCsv([HEADER, ...keys.map(toRow)]));
  } catch (error) {
    if (!(error instanceof FileWriteError)) throw error;
    return failed('export-failed');
  }
  return ok({ kind: 'saved', fileName: file.name, rows: keys.length });
}

const REASONS: Record<RevocationReason, string> = {
  'by-creator': 'by its creator',
  'by-admin': 'by an admin',
  'by-inactivity': 'by inactivity',
  automatically: 'automatically',
  exposed: 'exposed',
};

function toRow(key: TeamKey): readonly string[] {
  return [
    key.name,
    key.kind === 'api-key' ? 'API key' : 'Collection access key',
    key.mask,
    key.serviceName,
    key.creatorName,
    time(key.createdAt),
    time(key.expiresAt),
    time(key.lastUsedAt),
    key.status,
    time(key.revocation?.at ?? null),
    key.revocation === null ? '' : REASONS[key.revocation.reason],
  ];
}

function time(at: number | null): string {
  return at === null ? '' : new Date(at).toISOString();
}
