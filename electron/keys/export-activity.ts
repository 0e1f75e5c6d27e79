import { setImmediate } from 'node:timers/promises';
import type { CommandInput, CommandOutput } from '../../shared/contract/contract.ts';
import type { ActivityEntry, ActivityFilter } from '../../shared/domain/activity.ts';
import { activityDetail } from '../../shared/domain/activity-text.ts';
import { activityTexts } from '../../shared/texts/en/activity.ts';
import { speakEnglish } from '../../shared/texts/speech.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { FileWriteError } from '../ports/file-writer.ts';
import { toCsv } from '../team/csv.ts';
import type { ActivityLogOptions } from './activity-log.ts';
import { allKeys, listActivity, listActivityByKey, recordActivity } from './activity-rows.ts';
import { LedgerUnavailableError, type Ledger } from './ledger/ledger.ts';
import { noteInLedger } from './note-in-ledger.ts';

/** A file for programs says the same in every language. */
const english = speakEnglish('en').textsOf(activityTexts);

const PAGE = 2_000;
/** A byte order mark: without it a spreadsheet takes UTF-8 for the system's old code page. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Writes what the filter takes, newest first, where the person says; and that it was exported. Nothing that holds a secret is written. */
export async function exportActivity(
  options: ActivityLogOptions,
  { format, filter }: CommandInput<'activity.export'>,
): Promise<Result<CommandOutput<'activity.export'>>> {
  const { ledger, clock, fileDialog, fileWriter, secretScan } = options;
  const now = clock.now();
  try {
    const entries = await readAll(ledger, filter);
    const content = format === 'csv' ? activityCsv(entries) : activityJson(entries, now);
    if (secretScan.holdsSecret(content)) return failed('export-holds-secret');
    const file = await fileDialog.chooseSaveFile({
      purpose: 'activity',
      suggestedName: `keyfob-activity-${new Date(now).toISOString().slice(0, 10)}.${format}`,
      kind: { name: format, extension: format },
    });
    if (file === null) return ok({ kind: 'cancelled' });
    await fileWriter.write(file.path, content);
    noteExport(options, { format, filter });
    return ok({ kind: 'saved', fileName: file.name, count: entries.length });
  } catch (error) {
    if (error instanceof LedgerUnavailableError) return failed('ledger-unavailable');
    if (error instanceof FileWriteError) return failed('export-failed');
    throw error;
  }
}

/** A line a key, page by page, with room between the pages for whatever else the main process has to do. */
async function readAll(ledger: Ledger, filter: ActivityFilter): Promise<readonly ActivityEntry[]> {
  const entries: ActivityEntry[] = [];
  for (;;) {
    const page = listActivityByKey(ledger, filter, { before: entries.at(-1)?.id ?? null, limit: PAGE });
    for (const entry of page) entries.push(entry);
    if (page.length < PAGE) return entries;
    await setImmediate();
  }
}

function noteExport(
  { ledger, clock, logger, publish }: ActivityLogOptions,
  { format, filter }: CommandInput<'activity.export'>,
): void {
  const [newest] =
    filter.apiKeyId === null
      ? []
      : listActivity(
          ledger,
          { apiKeyId: filter.apiKeyId, group: null, since: null, search: '' },
          { before: null, limit: 1 },
        );
  const subject =
    newest === undefined || filter.apiKeyId === null
      ? allKeys
      : { id: filter.apiKeyId, name: newest.apiKeyName };
  noteInLedger({ ledger, logger }, 'exported', () => {
    recordActivity(ledger, subject, {
      at: clock.now(),
      event: { kind: 'exported', what: 'activity', format },
    });
  });
  publish('activity.changed', {});
}

const isoTime = (at: number): string => new Date(at).toISOString();

const COLUMNS = [
  'Time',
  'Key',
  'Key ID',
  'Event',
  'Details',
  'Method',
  'Origin',
  'Status',
  'Reason',
] as const;

/** One line an entry; times in UTC (ISO 8601). */
export function activityCsv(entries: readonly ActivityEntry[]): string {
  const rows = entries.map(({ at, apiKeyId, apiKeyName, event }) => [
    isoTime(at),
    apiKeyName,
    apiKeyId ?? '',
    english.titles[event.kind],
    activityDetail(event, english, isoTime),
    ...('method' in event ? [event.method, event.origin] : ['', '']),
    event.kind === 'sent' && event.status !== null ? String(event.status) : '',
    event.kind === 'withheld' ? event.reason : '',
  ]);
  return BYTE_ORDER_MARK + toCsv([COLUMNS, ...rows]);
}

/** Times in UTC (ISO 8601), as `at`; the event's own times in epoch milliseconds. */
export function activityJson(entries: readonly ActivityEntry[], now: number): string {
  const listed = entries.map(({ at, apiKeyId, apiKeyName, event }) => ({
    at: isoTime(at),
    apiKeyId,
    apiKeyName,
    event,
  }));
  return `${JSON.stringify({ exportedAt: isoTime(now), entries: listed }, null, 2)}\n`;
}
