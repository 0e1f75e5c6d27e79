import { failed, ok, type AppErrorCode, type Result } from '../../shared/domain/app-error.ts';
import type { BodyFile } from '../../shared/domain/body-file.ts';
import { changeLedger } from '../keys/change-ledger.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';
import type { Publish } from '../keys/publish.ts';
import type { Clock } from '../ports/clock.ts';
import type { FileDialog } from '../ports/file-dialog.ts';
import type { FileLooker } from '../ports/file-looker.ts';
import type { ReadableFiles } from './prepare-upload.ts';

/** The files that requests may send: those that the person chose, each for the collection in which it was chosen. */
export interface ChosenFiles extends ReadableFiles {
  /** Asks for a file; `null` when the person changed their mind. */
  readonly choose: (collectionId: string | null) => Promise<Result<BodyFile | null>>;
  /** What can be told of these paths. Of one that was not chosen nothing is looked at. */
  readonly describe: (collectionId: string | null, paths: readonly string[]) => Promise<readonly BodyFile[]>;
}

export interface ChosenFilesOptions {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly fileDialog: FileDialog;
  readonly fileLooker: FileLooker;
  readonly publish: Publish;
}

export function createChosenFiles(options: ChosenFilesOptions): ChosenFiles {
  const { ledger, clock, fileDialog, fileLooker, publish } = options;
  // A request that is saved, or moved to another collection, keeps its files until Keyfob quits.
  const thisTime = new Set<string>();
  const isChosen = (collectionId: string | null, path: string): boolean =>
    thisTime.has(path) ||
    ledger.get('SELECT 1 FROM chosen_files WHERE collection_id = ? AND path = ?', [
      collectionId ?? '',
      path,
    ]) !== undefined;
  const describe = async (collectionId: string | null, path: string): Promise<BodyFile> => {
    if (!isChosen(collectionId, path)) return { path, state: 'not-chosen', size: null };
    const look = await fileLooker.look(path);
    return look.kind === 'file'
      ? { path, state: 'ready', size: look.size }
      : { path, state: 'unreadable', size: null };
  };
  return {
    choose: async (collectionId) => {
      const chosen = await fileDialog.chooseExisting({ title: 'Choose a file to send', kind: 'file' });
      if (chosen === null) return ok(null);
      const { path } = chosen;
      const kept = changeLedger(ledger, () => {
        ledger.run(
          `INSERT INTO chosen_files (collection_id, path, chosen_at) VALUES (?, ?, ?)
           ON CONFLICT (collection_id, path) DO UPDATE SET chosen_at = excluded.chosen_at`,
          [collectionId ?? '', path, clock.now()],
        );
        return ok(null);
      });
      if (!kept.ok) return kept;
      thisTime.add(path);
      publish('files.changed', {});
      return ok(await describe(collectionId, path));
    },
    describe: (collectionId, paths) => Promise.all(paths.map((path) => describe(collectionId, path))),
    sizeOf: async (collectionId, path) => {
      const file = await describe(collectionId, path);
      if (file.size !== null) return ok(file.size);
      return failed(CODES[file.state], { field: 'body' });
    },
  };
}

const CODES: Readonly<Record<BodyFile['state'], AppErrorCode>> = {
  ready: 'body-file-unreadable',
  unreadable: 'body-file-unreadable',
  'not-chosen': 'file-not-chosen',
};
