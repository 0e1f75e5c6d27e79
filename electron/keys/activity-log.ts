import type { CommandInput, CommandOutput } from '../../shared/contract/contract.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { FileDialog } from '../ports/file-dialog.ts';
import type { FileWriter } from '../ports/file-writer.ts';
import { countActivity, listActivity } from './activity-rows.ts';
import { exportActivity } from './export-activity.ts';
import type { KeyContext } from './key-context.ts';
import { LedgerUnavailableError } from './ledger/ledger.ts';
import type { SecretScan } from './secret-scan.ts';

/** The commands `activity.*`. Every call answers `ledger-unavailable` while no ledger is open. */
export interface ActivityLog {
  list(input: CommandInput<'activity.list'>): Result<CommandOutput<'activity.list'>>;
  /** `export-holds-secret`, `export-failed`. */
  export(input: CommandInput<'activity.export'>): Promise<Result<CommandOutput<'activity.export'>>>;
}

export interface ActivityLogOptions extends Pick<KeyContext, 'ledger' | 'clock' | 'logger' | 'publish'> {
  readonly fileDialog: FileDialog;
  readonly fileWriter: FileWriter;
  readonly secretScan: SecretScan;
}

export function createActivityLog(options: ActivityLogOptions): ActivityLog {
  const { ledger } = options;
  return {
    list({ filter, before, limit }) {
      try {
        const found = listActivity(ledger, filter, { before, limit: limit + 1 });
        // Counted once, with the first page: a count passes over everything that the filter takes.
        const total = before === null ? countActivity(ledger, filter) : null;
        return ok({ entries: found.slice(0, limit), hasMore: found.length > limit, total });
      } catch (error) {
        if (error instanceof LedgerUnavailableError) return failed('ledger-unavailable');
        throw error;
      }
    },
    export: (input) => exportActivity(options, input),
  };
}
