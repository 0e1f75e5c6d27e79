import { join } from 'node:path';
import type { ImportService, ImportServiceOptions } from '../importers/import-service.ts';
import { endKilledImports, hasKilledImport } from '../importers/killed-imports.ts';
import type { Logger } from '../ports/logger.ts';
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
  readonly logger: Logger;
}

/** Bringing in what other programs made. */
export function composeImports({
  documents,
  collectionsPath,
  dropped,
  logger,
  ...parts
}: ImportParts): ImportService {
  const folders = {
    get collections() {
      return collectionsPath();
    },
    environments: join(documents, ENVIRONMENTS),
  };
  endKilled({ ...parts, folders, logger });
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

/** What Keyfob was killed at is ended at the next start. Where the ledger is closed nobody knows how: the next import looks again. */
function endKilled({
  ledger,
  folders,
  onFilesKept,
  logger,
}: Pick<ImportServiceOptions, 'ledger' | 'folders' | 'onFilesKept'> & { readonly logger: Logger }): void {
  const end = async (): Promise<void> => {
    for (const folder of [folders.collections, folders.environments]) {
      if (!(await hasKilledImport(folder))) continue;
      await endKilledImports(folder, ledger);
      onFilesKept();
    }
  };
  end().catch(() => {
    logger.warn('An import that was killed could not be ended', {});
  });
}
