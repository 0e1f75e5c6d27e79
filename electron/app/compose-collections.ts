import type { Speaking } from '../ports/speaking.ts';
import type { KeyNames } from '../collections/auth-mapping.ts';
import { createChosenFolder, type ChosenFolder } from '../collections/chosen-folder.ts';
import { createCollectionLibrary, type CollectionLibrary } from '../collections/collection-library.ts';
import { createCollectionStore } from '../collections/collection-store.ts';
import { createKeyNames } from '../collections/key-names.ts';
import { watchCollections, type CollectionWatch } from '../collections/watch-collections.ts';
import type { KeyContext } from '../keys/key-context.ts';
import type { KeyService } from '../keys/key-service.ts';
import type { SecretScan } from '../keys/secret-scan.ts';
import { forgetProxiesOf } from '../network/request-proxies.ts';
import type { FileDialog } from '../ports/file-dialog.ts';
import type { FileRevealer } from '../ports/file-revealer.ts';
import type { PreferenceStore } from '../ports/preference-store.ts';
import { createCollections } from '../postman/collections.ts';
import { createOpenTabs, type OpenTabs } from '../requests/open-tabs.ts';
import type { RequestPlaces } from '../requests/request-place.ts';

export interface CollectionParts extends Pick<
  KeyContext,
  'clock' | 'random' | 'publish' | 'services' | 'ledger' | 'vault'
> {
  readonly keys: Pick<KeyService, 'list'>;
  readonly secretScan: SecretScan;
  readonly preferences: PreferenceStore;
  readonly speaker: Speaking;
  readonly fileDialog: Pick<FileDialog, 'chooseExisting'>;
  readonly fileRevealer: FileRevealer;
  /** Told of a collection that the person deleted. */
  readonly onRemoved?: (collectionId: string) => void;
  /** The folder of the collections, unless the person chose another. It is made when the first one is kept. */
  readonly path: string;
}

export interface ComposedCollections {
  readonly collections: CollectionLibrary;
  readonly chosenFolder: ChosenFolder;
  readonly openTabs: OpenTabs;
  readonly collectionWatch: CollectionWatch;
  readonly places: RequestPlaces;
  readonly keyNames: KeyNames;
  /** Where an import puts collections, and that it did: by another way than a change of a collection. */
  readonly forImports: { readonly collectionsPath: () => string; readonly onFilesKept: () => void };
}

/** The collections: the built-in one, and the files in the folder. */
export function composeCollections(parts: CollectionParts): ComposedCollections {
  const { clock, random, publish, preferences, secretScan } = parts;
  const newId = () => random.id();
  const chosenFolder = createChosenFolder({
    ...parts,
    ownPath: parts.path,
    newId,
    onChange: () => {
      onChange();
    },
  });
  const { folder } = chosenFolder;
  const keyNames = createKeyNames(parts);
  const changed = (): void => publish('collections.changed', {});
  const collectionWatch = watchCollections(folder, clock, changed);
  const onChange = (): void => {
    // The first one that is kept makes the folder; another one may have been chosen.
    collectionWatch.rearm();
    changed();
  };
  const files = createCollectionStore({
    ...{ folder, secretScan, keyNames, newId, onChange },
    onRemoved: (id) => {
      parts.onRemoved?.(id);
      forgetProxiesOf(id, parts);
    },
    speaker: parts.speaker,
  });
  const collections = createCollectionLibrary({
    builtIn: createCollections(preferences),
    files,
    preferences,
  });
  const openTabs = createOpenTabs(parts);
  const forImports = { collectionsPath: () => chosenFolder.get().path, onFilesKept: onChange };
  return { collections, chosenFolder, openTabs, collectionWatch, places: collections, keyNames, forImports };
}
