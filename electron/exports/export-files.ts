import type { CommandOutput } from '../../shared/contract/contract.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { BUILT_IN_COLLECTION_ID } from '../../shared/domain/collection.ts';
import type { CollectionStore } from '../collections/collection-store.ts';
import { textAt } from '../collections/json-value.ts';
import { textOfEnvironment, withoutSecretValues } from '../environments/environment-document.ts';
import type { EnvironmentStore } from '../environments/environment-store.ts';
import type { SecretScan } from '../keys/secret-scan.ts';
import type { FileDialog, FileKind, SavePurpose } from '../ports/file-dialog.ts';
import { FileWriteError, type FileWriter } from '../ports/file-writer.ts';
import type { Vault } from '../vault/vault.ts';
import type { History } from '../requests/history.ts';
import { harOf } from './har.ts';
import { told } from '../told.ts';

export interface ExportFilesOptions {
  readonly collections: { readonly files: Pick<CollectionStore, 'read'> };
  readonly environments: { readonly files: Pick<EnvironmentStore, 'read'> };
  readonly history: Pick<History, 'get'>;
  readonly secretScan: SecretScan;
  readonly fileDialog: Pick<FileDialog, 'chooseSaveFile'>;
  readonly fileWriter: FileWriter;
  readonly vault: Pick<Vault, 'state'>;
  /** Of Keyfob, for a HAR. */
  readonly version: string;
}

type Saved = CommandOutput<'exports.saveHar'>;

/** The commands `exports.save…`. */
export interface ExportFiles {
  saveCollection(id: string): Promise<Result<Saved>>;
  saveEnvironment(id: string): Promise<Result<Saved>>;
  saveHar(id: string): Promise<Result<Saved>>;
}

interface Exported {
  readonly purpose: SavePurpose & FileKind;
  readonly suggestedName: string;
  readonly extension: string;
  readonly text: string;
}

export function createExportFiles(options: ExportFilesOptions): ExportFiles {
  const { collections, environments, history, version } = options;
  return {
    async saveCollection(id) {
      if (id === BUILT_IN_COLLECTION_ID) return failed('collection-read-only', told('readOnlyExport'));
      const document = await collections.files.read(id);
      if (!document.ok) return document;
      return save(options, {
        purpose: 'collection',
        suggestedName: `${fileNameOf(textAt(document.value.info, 'name'))}.postman_collection.json`,
        extension: 'json',
        text: `${JSON.stringify(document.value, null, '\t')}\n`,
      });
    },
    async saveEnvironment(id) {
      const document = await environments.files.read(id);
      if (!document.ok) return document;
      return save(options, {
        purpose: 'environment',
        suggestedName: `${fileNameOf(textAt(document.value, 'name'))}.postman_environment.json`,
        extension: 'json',
        text: textOfEnvironment(withoutSecretValues(document.value)),
      });
    },
    async saveHar(id) {
      const record = history.get(id);
      if (!record.ok) return record;
      return save(options, {
        purpose: 'har',
        suggestedName: `${fileNameOf(hostOf(record.value.exchange.url))}.har`,
        extension: 'har',
        text: `${JSON.stringify(harOf(record.value, version), null, 2)}\n`,
      });
    },
  };
}

/** Asks where, looks through what is to be written, and writes it: `export-holds-secret`, `export-failed`, `vault-locked`. */
async function save(
  { fileDialog, fileWriter, secretScan, vault }: ExportFilesOptions,
  { purpose, suggestedName, extension, text }: Exported,
): Promise<Result<Saved>> {
  if (secretScan.holdsSecret(text)) {
    return failed('export-holds-secret', told('exportWouldHoldSecret'));
  }
  const file = await fileDialog.chooseSaveFile({
    purpose,
    suggestedName,
    kind: { name: purpose, extension },
  });
  if (file === null) return ok({ kind: 'cancelled' });
  // Nothing leaves a Keyfob that was locked while the dialog was open.
  if (vault.state().kind === 'locked') return failed('vault-locked');
  try {
    await fileWriter.write(file.path, text);
  } catch (error) {
    if (!(error instanceof FileWriteError)) throw error;
    return failed('export-failed');
  }
  return ok({ kind: 'saved', fileName: file.name });
}

function fileNameOf(title: string): string {
  const plain = title
    .replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 80);
  return plain === '' ? 'Export' : plain;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : 'exchange';
}
