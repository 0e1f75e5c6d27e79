import type { FileRevealer } from '../ports/file-revealer.ts';

/** As many as a person looks for again. */
const REMEMBERED = 100;

/** Where responses were saved to, by the exchange, so that the window need not name a path. */
export interface SavedFiles {
  note(exchangeId: string, path: string): void;
  /** False for a response that was not saved. */
  show(exchangeId: string): boolean;
}

export function createSavedFiles(revealer: FileRevealer): SavedFiles {
  const paths = new Map<string, string>();
  return {
    note(exchangeId, path) {
      paths.delete(exchangeId);
      paths.set(exchangeId, path);
      for (const oldest of paths.keys()) if (paths.size > REMEMBERED) paths.delete(oldest);
    },
    show(exchangeId) {
      const path = paths.get(exchangeId);
      if (path === undefined) return false;
      revealer.showInFolder(path);
      return true;
    },
  };
}
