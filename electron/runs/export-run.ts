import { setImmediate } from 'node:timers/promises';
import type { CommandInput, CommandOutput } from '../../shared/contract/contract.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { Run } from '../../shared/domain/run.ts';
import { LedgerUnavailableError, type Ledger } from '../keys/ledger/ledger.ts';
import { FileWriteError } from '../ports/file-writer.ts';
import { htmlReport } from './html-report.ts';
import { junitReport } from './junit-report.ts';
import { jsonReport, type ReportRow } from './json-report.ts';
import { listReportRows } from './run-rows.ts';
import type { RunServiceOptions } from './run-service-options.ts';
import { told } from '../told.ts';

type Format = CommandInput<'runs.export'>['format'];

const FORMATS = {
  junit: { report: junitReport, extension: 'xml' },
  json: { report: jsonReport, extension: 'json' },
  html: { report: htmlReport, extension: 'html' },
} as const;

const PAGE = 1_000;

/** Writes a run's report where the person says: rows and expectations, no body and no header. Nothing that holds a secret is written. */
export async function exportRun(
  run: Run,
  format: Format,
  options: Pick<RunServiceOptions, 'ledger' | 'vault' | 'fileDialog' | 'fileWriter' | 'secretScan'>,
): Promise<Result<CommandOutput<'runs.export'>>> {
  const { report, extension } = FORMATS[format];
  try {
    const rows = await readAll(options.ledger, run.id);
    const content = report(run, rows);
    if (options.secretScan.holdsSecret(content)) {
      return failed('export-holds-secret', told('lookInNames'));
    }
    const file = await options.fileDialog.chooseSaveFile({
      purpose: 'run',
      suggestedName: `keyfob-run-${new Date(run.startedAt).toISOString().slice(0, 10)}.${extension}`,
      kind: { name: format, extension },
    });
    if (file === null) return ok({ kind: 'cancelled' });
    // Nothing leaves a Keyfob that was locked while the dialog was open.
    if (options.vault.state().kind === 'locked') return failed('vault-locked');
    await options.fileWriter.write(file.path, content);
    return ok({ kind: 'saved', fileName: file.name, rows: rows.length });
  } catch (error) {
    if (error instanceof LedgerUnavailableError) return failed('ledger-unavailable');
    if (error instanceof FileWriteError) return failed('export-failed');
    throw error;
  }
}

/** Page by page, with room between the pages for whatever else the main process has to do. */
async function readAll(ledger: Ledger, runId: string): Promise<readonly ReportRow[]> {
  const rows: ReportRow[] = [];
  for (;;) {
    const page = listReportRows(ledger, runId, { after: rows.length, limit: PAGE });
    rows.push(...page);
    if (page.length < PAGE) return rows;
    await setImmediate();
  }
}
