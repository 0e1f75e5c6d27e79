import { failed } from '../../shared/domain/app-error.ts';
import type { ImportService } from '../importers/import-service.ts';

/** The importers, loaded at their first use: most starts need none. */
export function lazyImports(build: () => Promise<ImportService>): ImportService {
  let building: Promise<ImportService> | null = null;
  let built: ImportService | null = null;
  const load = async (): Promise<ImportService> => {
    building ??= build().catch((error: unknown) => {
      building = null;
      throw error;
    });
    built = await building;
    return built;
  };
  return {
    choose: async (what) => (await load()).choose(what),
    paste: async () => (await load()).paste(),
    takeOpened: async () => (await load()).takeOpened(),
    takeDropped: async () => (await load()).takeDropped(),
    asFormat: async (token, format) => (await load()).asFormat(token, format),
    keep: async (token, choices) => (await load()).keep(token, choices),
    // Before the first import there is nothing to take back.
    undo: (undoId) => built?.undo(undoId) ?? failed('import-gone'),
    discard: (token) => built?.discard(token),
    forgetHeldSecrets: () => built?.forgetHeldSecrets(),
  };
}
