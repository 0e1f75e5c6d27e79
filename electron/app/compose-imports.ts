import { join } from 'node:path';
import type { ImportService, ImportServiceOptions } from '../importers/import-service.ts';
import type { DroppedThings } from './dropped.ts';
import { lazyImports } from './lazy-imports.ts';

/** The folder of the collections, as a person sees it. */
export const COLLECTIONS = 'Collections';
/** The folder of the environments, beside it. */
export const ENVIRONMENTS = 'Environments';

export interface ImportParts extends Omit<ImportServiceOptions, 'folders' | 'takeDropped'> {
  /** The folder that holds those of collections and environments. */
  readonly documents: string;
  /** Where the collections are now: the person may choose another folder. */
  readonly collectionsPath: () => string;
  readonly dropped: Pick<DroppedThings, 'take' | 'forget'>;
}

/** Bringing in what other programs made. */
export function composeImports({
  documents,
  collectionsPath,
  dropped,
  ...parts
}: ImportParts): ImportService {
  const folders = {
    get collections() {
      return collectionsPath();
    },
    environments: join(documents, ENVIRONMENTS),
  };
  const imports = lazyImports(async () => {
    const { createImportService } = await import('../importers/import-service.ts');
    return createImportService({ ...parts, folders, takeDropped: dropped.take });
  });
  return {
    ...imports,
    forgetHeldSecrets() {
      dropped.forget();
      imports.forgetHeldSecrets();
    },
  };
}
