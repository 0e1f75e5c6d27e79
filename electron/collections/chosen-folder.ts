import { join } from 'node:path';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { FileDialog } from '../ports/file-dialog.ts';
import type { FileRevealer } from '../ports/file-revealer.ts';
import type { PreferenceStore } from '../ports/preference-store.ts';
import { createCollectionFolder, type CollectionFolder } from './collection-folder.ts';
import { fileNameOf } from './collection-reading.ts';

export interface FolderPlace {
  readonly path: string;
  /** Whether it is the one that Keyfob makes by itself. */
  readonly isOwn: boolean;
}

/** Where the collections' files are: in a folder of Keyfob's own, or in one that the person chose. */
export interface ChosenFolder {
  readonly folder: CollectionFolder;
  get(): FolderPlace;
  /** `null` when the person changed their mind. Throws `PreferenceWriteError`, as `useOwn` does. */
  choose(): Promise<Result<FolderPlace | null>>;
  useOwn(): Result<FolderPlace>;
  /** `not-found`. */
  showFile(collectionId: string): Promise<Result<null>>;
}

export interface ChosenFolderOptions {
  /** The folder of Keyfob's own. */
  readonly ownPath: string;
  readonly preferences: Pick<PreferenceStore, 'get' | 'set'>;
  readonly fileDialog: Pick<FileDialog, 'chooseExisting'>;
  readonly fileRevealer: FileRevealer;
  readonly newId: () => string;
  /** Called after another folder was chosen. */
  readonly onChange: () => void;
}

export function createChosenFolder(options: ChosenFolderOptions): ChosenFolder {
  const { ownPath, preferences, fileDialog, fileRevealer, newId, onChange } = options;
  const get = (): FolderPlace => {
    const chosen = preferences.get().collectionsFolder;
    return chosen === null ? { path: ownPath, isOwn: true } : { path: chosen, isOwn: chosen === ownPath };
  };
  const set = (path: string | null): FolderPlace => {
    preferences.set({ collectionsFolder: path });
    onChange();
    return get();
  };
  return {
    folder: followingFolder(() => get().path, newId),
    get,
    async choose() {
      const chosen = await fileDialog.chooseExisting({ purpose: 'collections-folder', kind: 'folder' });
      return ok(chosen === null ? null : set(chosen.path));
    },
    useOwn: () => ok(set(null)),
    async showFile(collectionId) {
      const { path } = get();
      const name = fileNameOf(collectionId);
      const file = name === null ? null : await createCollectionFolder({ path, newId }).mark(name);
      if (file === null) return failed('not-found');
      fileRevealer.showInFolder(join(path, file.name));
      return ok(null);
    },
  };
}

/** The folder that is chosen at each call. */
function followingFolder(pathNow: () => string, newId: () => string): CollectionFolder {
  const now = (): CollectionFolder => createCollectionFolder({ path: pathNow(), newId });
  return {
    get path() {
      return pathNow();
    },
    list: () => now().list(),
    mark: (name) => now().mark(name),
    read: (name) => now().read(name),
    write: (name, text, expected) => now().write(name, text, expected),
    moveToTrash: (name) => now().moveToTrash(name),
    restore: (trashName, name) => now().restore(trashName, name),
    freeName: (title) => now().freeName(title),
    watch: (listener) => now().watch(listener),
  };
}
