import type { CommandOutput } from '../../shared/contract/contract.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { MIN_PASSPHRASE_LENGTH } from '../../shared/domain/vault-state.ts';
import type { KeyContext } from '../keys/key-context.ts';
import { createSecretShelf } from '../keys/secret-shelf.ts';
import type { FileDialog } from '../ports/file-dialog.ts';
import type { FileReader } from '../ports/file-reader.ts';
import { FileWriteError, type FileWriter } from '../ports/file-writer.ts';
import { createAttemptLimit } from '../vault/attempt-limit.ts';
import { movedDocumentSchema, readMovedDocument, type MovedDocument } from './moved-document.ts';
import { MAX_EXPORT_BYTES, plainFileText, readMovedFile, sealedFileText } from './moved-file.ts';
import { restoreKeys } from './restore-keys.ts';
import { planRestore } from './restore-plan.ts';

/** The commands `moving.*`. */
export interface MovingService {
  export(input: { readonly passphrase: string | null }): Promise<Result<CommandOutput<'moving.export'>>>;
  open(input: { readonly passphrase: string }): Promise<Result<CommandOutput<'moving.open'>>>;
  restore(input: { readonly token: string }): Promise<Result<CommandOutput<'moving.restore'>>>;
  drop(input: { readonly token: string }): Result<CommandOutput<'moving.drop'>>;
}

export interface MovingOptions extends Pick<
  KeyContext,
  'ledger' | 'vault' | 'clock' | 'random' | 'services' | 'publish'
> {
  /** Whose answers do not count once Keyfob is locked. */
  readonly fileDialog: FileDialog;
  readonly fileReader: FileReader;
  readonly fileWriter: FileWriter;
  /** scrypt's N; for tests. */
  readonly wrapCost?: number;
}

/** What was opened waits so long for the decision. */
const HELD_MS = 15 * 60_000;

export function createMovingService(options: MovingOptions): MovingService {
  const { vault, clock, random } = options;
  const opened = createSecretShelf(clock, HELD_MS);
  const limit = createAttemptLimit(clock);
  vault.onChange(({ kind }) => {
    if (kind === 'locked') opened.clear();
  });
  return {
    export: ({ passphrase }) => exportKeys(options, passphrase),
    async open({ passphrase }) {
      const file = await options.fileDialog.chooseExisting({ title: 'Restore an export', kind: 'file' });
      if (file === null) return ok({ kind: 'cancelled' });
      const text = await options.fileReader.readText(file.path, MAX_EXPORT_BYTES);
      if (text === null) return failed('export-file-invalid');
      const document = await readMovedFile(text, passphrase, limit);
      if (!document.ok) return document;
      if (vault.state().kind === 'locked') return failed('vault-locked');
      const token = random.id();
      opened.put(token, JSON.stringify(document.value));
      return ok({ kind: 'preview', token, ...shown(options, document.value) });
    },
    async restore({ token }) {
      const prepared = await vault.prepare();
      if (!prepared.ok) return prepared;
      const text = opened.peek(token);
      if (text === null) return failed('not-found', { message: 'What was opened is no longer there.' });
      const restored = restoreKeys(options, movedDocumentSchema.parse(JSON.parse(text)));
      if (!restored.ok) return restored;
      opened.drop(token);
      options.publish('services.changed', {});
      return restored;
    },
    drop({ token }) {
      opened.drop(token);
      return ok({});
    },
  };
}

async function exportKeys(
  options: MovingOptions,
  passphrase: string | null,
): Promise<Result<CommandOutput<'moving.export'>>> {
  const { vault, clock, fileDialog, fileReader, fileWriter } = options;
  if (passphrase !== null) {
    // OWASP ASVS 5.0, 6.2: length counts, in characters.
    if ([...passphrase.normalize('NFKC')].length < MIN_PASSPHRASE_LENGTH) {
      return failed('passphrase-too-short', { field: 'passphrase' });
    }
    const prepared = await vault.prepare();
    if (!prepared.ok) return prepared;
  }
  const day = new Date(clock.now()).toISOString().slice(0, 10);
  const file = await fileDialog.chooseSaveFile({
    title: 'Export keys and services',
    suggestedName: `keyfob-export-${day}.json`,
    kind: { name: 'Keyfob export', extension: 'json' },
  });
  if (file === null) return ok({ kind: 'cancelled' });
  const document = readMovedDocument(options, passphrase !== null);
  const text =
    passphrase === null ? plainFileText(document) : await sealedFileText(document, passphrase, options);
  if (vault.state().kind === 'locked') return failed('vault-locked');
  try {
    await fileWriter.write(file.path, text);
  } catch (error) {
    if (error instanceof FileWriteError) return failed('export-failed');
    throw error;
  }
  // What the disk gives back is what counts on the day that it is needed.
  const written = await fileReader.readText(file.path, MAX_EXPORT_BYTES);
  const read =
    written === null ? null : await readMovedFile(written, passphrase ?? '', createAttemptLimit(clock));
  if (read?.ok !== true) return failed('export-failed');
  const without = passphrase === null ? 0 : document.keys.filter(({ secret }) => secret === null).length;
  return ok({ kind: 'saved', fileName: file.name, keys: document.keys.length, without });
}

/** Names and masks, and no value. */
function shown(options: MovingOptions, document: MovedDocument) {
  const plan = planRestore(options, document);
  return {
    services: plan.services.map(({ service: { name, origins }, outcome }) => ({ name, origins, outcome })),
    keys: plan.keys.map(({ key: { name, mask }, serviceName, outcome }) => ({
      name,
      mask,
      serviceName,
      outcome,
    })),
  };
}
