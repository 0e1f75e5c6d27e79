import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type {
  Imported,
  ImportFormat,
  ImportPreview,
  ImportUndone,
  SecretChoice,
} from '../../shared/domain/import.ts';
import type { SecretVariables } from '../environments/secret-variables.ts';
import type { KeyService } from '../keys/key-service.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';
import type { Publish } from '../keys/publish.ts';
import type { SecretScan } from '../keys/secret-scan.ts';
import type { ServiceDirectory } from '../keys/service-directory.ts';
import type { Clipboard } from '../ports/clipboard.ts';
import type { Clock } from '../ports/clock.ts';
import type { FileDialog } from '../ports/file-dialog.ts';
import type { Random } from '../ports/random.ts';
import { madeNamesOf, type Speaking } from '../ports/speaking.ts';
import { notReadable, tooLarge } from './import-failures.ts';
import { importSource, type ImportSource } from './import-source.ts';
import type { ImportNote } from './importer.ts';
import { endKilledImports } from './killed-imports.ts';
import { keepImport } from './keep-import.ts';
import { IMPORT_LIMITS } from './limits.ts';
import { previewImport } from './preview-import.ts';
import { readChosen, type ReadChosen } from './read-chosen.ts';
import { readDropped, type Dropped } from './read-dropped.ts';
import { undoImport, type MadeByImport } from './undo-import.ts';
import { stageImport, type StagedImport } from './stage-import.ts';
import { told } from '../told.ts';

const HELD_MS = 10 * 60_000;
const TOKEN_BYTES = 18;

export type ImportAnswer =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'ambiguous'; readonly token: string; readonly formats: readonly ImportFormat[] }
  | { readonly kind: 'preview'; readonly preview: ImportPreview };

/** Imports in two steps: a preview, and what the person then says. What was found stays in memory in between, for ten minutes at most. */
export interface ImportService {
  /** Asks the person for a file or a folder. */
  choose(what: 'file' | 'folder'): Promise<Result<ImportAnswer>>;
  /** Looks at the files that the system asked Keyfob to open. */
  takeOpened(): Promise<Result<ImportAnswer>>;
  /** Looks at what was dropped onto the window: files, folders, or a text. */
  takeDropped(): Promise<Result<ImportAnswer>>;
  /** Reads what is on the clipboard: the text never passes the window. */
  paste(): Promise<Result<ImportAnswer>>;
  /** Says which of several formats it is. */
  asFormat(token: string, format: ImportFormat): Promise<Result<ImportAnswer>>;
  keep(token: string, choices: readonly SecretChoice[]): Promise<Result<Imported>>;
  /** Takes back the last import; `import-gone` for any other. */
  undo(undoId: string): Result<ImportUndone>;
  discard(token: string): void;
  /** At lock and at quit. */
  forgetHeldSecrets(): void;
}

export interface ImportServiceOptions {
  readonly ledger: Ledger;
  readonly clock: Clock;
  /** Names what the files give no name. */
  readonly speaker?: Speaking;
  readonly random: Random;
  readonly publish: Publish;
  readonly clipboard: Pick<Clipboard, 'readText'>;
  readonly fileDialog: Pick<FileDialog, 'chooseExisting'>;
  /** The files that wait to be looked at, once. */
  readonly takeOpenedFiles: () => readonly string[];
  /** What was dropped, once; null when nothing waits. */
  readonly takeDropped: () => Dropped | null;
  readonly keys: Pick<KeyService, 'keepFound' | 'get' | 'removeWith'>;
  readonly services: Pick<ServiceDirectory, 'list' | 'create' | 'find' | 'remove'>;
  readonly secretScan: SecretScan;
  /** Where collections and environments are kept. */
  readonly folders: { readonly collections: string; readonly environments: string };
  /** Files came into the folders. */
  readonly onFilesKept: () => void;
  readonly secretVariables: Pick<SecretVariables, 'prepare' | 'sealWithin' | 'markOf' | 'removeWithin'>;
  /** As `confirmOrigins`, about a variable's value. */
  readonly confirmVariableOrigins: (variableName: string, origins: readonly string[]) => Promise<boolean>;
  /** Asks the person, outside the window, whether a key may go where the files do not say that it goes. */
  readonly confirmOrigins: (keyName: string, origins: readonly string[]) => Promise<boolean>;
}

type Held =
  | {
      readonly kind: 'read';
      readonly sources: readonly ImportSource[];
      readonly notes: readonly ImportNote[];
    }
  | { readonly kind: 'staged'; readonly staged: StagedImport };

export function createImportService(options: ImportServiceOptions): ImportService {
  const shelf = createShelf(options);
  const { hold, drop } = shelf;
  // Until the next import: no secret is in it.
  let last: MadeByImport | null = null;
  const { stage, staged, stageText } = createStages(options, hold);

  return {
    async choose(what) {
      const chosen = await options.fileDialog.chooseExisting({ purpose: `import-${what}`, kind: what });
      if (chosen === null) return ok({ kind: 'cancelled' });
      return staged(await readChosen([chosen.path]));
    },
    async takeOpened() {
      const paths = options.takeOpenedFiles();
      if (paths.length === 0) return ok({ kind: 'cancelled' });
      return staged(await readChosen(paths, { takesFolders: false }));
    },
    takeDropped: async () => readDropped(options.takeDropped(), { staged, stageText }),
    async paste() {
      const text = await clipboardText(options);
      return text.ok ? stageText(text.value) : text;
    },
    async asFormat(token, format) {
      const held = shelf.get(token);
      if (held?.kind !== 'read') return failed('import-gone');
      return stage(held.sources, held.notes, format);
    },
    async keep(token, choices) {
      // What an import that was killed left behind must not look like a part of this one.
      await endKilledImports(options.folders.collections, options.ledger);
      await endKilledImports(options.folders.environments, options.ledger);
      const held = shelf.get(token);
      if (held?.kind !== 'staged') return failed('import-gone');
      const kept = await keepImport(options, held.staged, choices);
      if (!kept.ok) return kept;
      drop(token);
      last = kept.value.made;
      return ok(kept.value.imported);
    },
    undo(undoId) {
      if (last?.importId !== undoId) return failed('import-gone');
      const undone = undoImport(options, last);
      if (undone.ok && undone.value.kind === 'undone') last = null;
      return undone;
    },
    discard: drop,
    forgetHeldSecrets() {
      shelf.clear();
    },
  };
}

/** The way from what was read to its preview. */
function createStages(options: ImportServiceOptions, hold: (held: Held) => string) {
  const stage = async (
    sources: readonly ImportSource[],
    notes: readonly ImportNote[],
    format: ImportFormat | null,
  ): Promise<Result<ImportAnswer>> => {
    const nonce = Buffer.from(options.random.bytes(TOKEN_BYTES)).toString('hex');
    const names = madeNamesOf(options.speaker).imported;
    const staged = await stageImport(sources, { notes, format, nonce, names });
    if (!staged.ok) return staged;
    if ('kind' in staged.value) {
      return ok({ ...staged.value, token: hold({ kind: 'read', sources, notes }) });
    }
    const token = hold({ kind: 'staged', staged: staged.value });
    return ok({
      kind: 'preview',
      preview: previewImport(token, staged.value, { services: options.services.list(), names }),
    });
  };
  const staged = async (read: Result<ReadChosen>): Promise<Result<ImportAnswer>> =>
    read.ok ? stage(read.value.sources, read.value.notes, null) : read;
  const stageText = async (text: string): Promise<Result<ImportAnswer>> => {
    const checked = importableText(text);
    return checked.ok ? stage([importSource([{ path: '', text }])], [], null) : checked;
  };
  return { stage, staged, stageText };
}

/** What was looked at, until the person says what is kept of it. */
function createShelf({ clock, random }: Pick<ImportServiceOptions, 'clock' | 'random'>) {
  const shelf = new Map<string, { readonly held: Held; readonly cancel: () => void }>();
  const drop = (token: string): void => {
    shelf.get(token)?.cancel();
    shelf.delete(token);
  };
  const clear = (): void => {
    for (const token of [...shelf.keys()]) drop(token);
  };
  const hold = (held: Held): string => {
    // One at a time: what was looked at before is not waited for.
    clear();
    const token = Buffer.from(random.bytes(TOKEN_BYTES)).toString('base64url');
    shelf.set(token, { held, cancel: clock.schedule(() => shelf.delete(token), HELD_MS) });
    return token;
  };
  return { hold, drop, clear, get: (token: string) => shelf.get(token)?.held };
}

async function clipboardText({ clipboard }: ImportServiceOptions): Promise<Result<string>> {
  let text: string;
  try {
    text = await clipboard.readText();
  } catch {
    // The system's error may quote what is on the clipboard.
    return failed('clipboard-failed', told('clipboardNotRead'));
  }
  if (text.trim() === '') {
    return failed('clipboard-empty', told('copySomething'));
  }
  return ok(text);
}

function importableText(text: string): Result<null> {
  if (text.length > IMPORT_LIMITS.bytes) return tooLarge(told('pastedTooLong'));
  return text.includes('\0') ? notReadable(told('textHoldsNul')) : ok(null);
}
