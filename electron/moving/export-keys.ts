import type { CommandOutput } from '../../shared/contract/contract.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { allKeys, recordActivity } from '../keys/activity-rows.ts';
import type { KeyContext } from '../keys/key-context.ts';
import { LedgerUnavailableError } from '../keys/ledger/ledger.ts';
import { noteInLedger } from '../keys/note-in-ledger.ts';
import type { SecretScan } from '../keys/secret-scan.ts';
import type { FileDialog } from '../ports/file-dialog.ts';
import type { FileReader } from '../ports/file-reader.ts';
import { FileWriteError, type FileWriter } from '../ports/file-writer.ts';
import { createAttemptLimit } from '../vault/attempt-limit.ts';
import { isTooShort } from '../vault/passphrase-length.ts';
import type { Steps } from './in-steps.ts';
import { MAX_EXPORT_BYTES, plainFileText, readMovedFile, sealedFileText } from './moved-file.ts';
import { readMovedDocument, type MovedReading } from './read-moved-document.ts';

export interface ExportKeysOptions extends MovedReading, Pick<KeyContext, 'random' | 'publish' | 'logger'> {
  readonly secretScan: SecretScan;
  /** Whose answers do not count once Keyfob is locked. */
  readonly fileDialog: FileDialog;
  readonly fileReader: FileReader;
  readonly fileWriter: FileWriter;
  /** scrypt's N; for tests. */
  readonly wrapCost?: number;
}

type Exported = Result<CommandOutput<'moving.export'>>;

/**
 * Asks where to, writes, reads back what the disk gives, and notes that it was exported. `passphrase-too-short`, `export-holds-secret`
 * where a name or an address holds one, `export-failed`, `ledger-unavailable`, and why values cannot be opened.
 */
export async function exportKeys(
  options: ExportKeysOptions,
  passphrase: string | null,
  steps: Steps,
): Promise<Exported> {
  if (passphrase !== null) {
    if (isTooShort(passphrase)) return failed('passphrase-too-short', { field: 'passphrase' });
    const prepared = await options.vault.prepare();
    if (!prepared.ok) return prepared;
  }
  try {
    return await writeExport(options, passphrase, steps);
  } catch (error) {
    if (error instanceof LedgerUnavailableError) return failed('ledger-unavailable');
    if (error instanceof FileWriteError) return failed('export-failed');
    throw error;
  }
}

async function writeExport(
  options: ExportKeysOptions,
  passphrase: string | null,
  steps: Steps,
): Promise<Exported> {
  const { vault, clock, fileDialog, fileReader, fileWriter, secretScan } = options;
  const file = await fileDialog.chooseSaveFile({
    purpose: 'everything',
    suggestedName: `keyfob-export-${new Date(clock.now()).toISOString().slice(0, 10)}.json`,
    kind: { name: 'everything', extension: 'json' },
  });
  if (file === null) return ok({ kind: 'cancelled' });
  const read = await readMovedDocument(options, { withValues: passphrase !== null, steps });
  if (!read.ok) return vault.state().kind === 'locked' ? failed('vault-locked') : ok({ kind: 'cancelled' });
  const document = read.value;
  const text =
    passphrase === null ? plainFileText(document) : await sealedFileText(document, passphrase, options);
  if (passphrase === null && secretScan.holdsSecret(text)) return failed('export-holds-secret');
  if (vault.state().kind === 'locked') return failed('vault-locked');
  if (steps.isCancelled()) return ok({ kind: 'cancelled' });
  await fileWriter.write(file.path, text);
  noteExport(options, passphrase !== null);
  // What the disk gives back is what counts on the day that it is needed.
  const written = await fileReader.readText(file.path, MAX_EXPORT_BYTES);
  const reread =
    written === null ? null : await readMovedFile(written, passphrase ?? '', createAttemptLimit(clock));
  if (reread?.ok !== true) return failed('export-failed');
  const values = [...document.keys, ...document.variables];
  const without = passphrase === null ? 0 : values.filter(({ secret }) => secret === null).length;
  return ok({ kind: 'saved', fileName: file.name, keys: document.keys.length, without });
}

function noteExport({ ledger, logger, clock, publish }: ExportKeysOptions, withValues: boolean): void {
  noteInLedger({ ledger, logger }, 'exported', () => {
    const what = withValues ? 'keys-with-values' : 'keys';
    recordActivity(ledger, allKeys, { at: clock.now(), event: { kind: 'exported', what, format: 'json' } });
  });
  publish('activity.changed', {});
}
