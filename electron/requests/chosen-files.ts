import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { holdsTemplate, type BodyFile, type SendableFile } from '../../shared/domain/body-file.ts';
import { changeLedger } from '../keys/change-ledger.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';
import type { Publish } from '../keys/publish.ts';
import type { Clock } from '../ports/clock.ts';
import type { FileDialog } from '../ports/file-dialog.ts';
import type { FileLooker } from '../ports/file-looker.ts';
import type { Vault } from '../vault/vault.ts';
import {
  addOrigin,
  allChosen,
  forgetAllChosen,
  forgetFile,
  type ChosenFileRow,
  forgetChosen,
  isChosenFor,
  keepChosen,
  mayGoTo,
  originsOfChosen,
  removeOrigin,
} from './chosen-file-rows.ts';
import type { FileGoing, ReadableFiles } from './prepare-upload.ts';
import { told } from '../told.ts';

/** The files that requests may send: those that the person chose, each for the collection in which it was chosen, and for origins. */
export interface ChosenFiles extends ReadableFiles {
  /** Asks for a file, to be sent to `origin` when that is known; `null` when the person changed their mind. */
  readonly choose: (collectionId: string | null, origin: string | null) => Promise<Result<BodyFile | null>>;
  /** What can be told of these paths. Of one that was not chosen nothing is looked at. */
  readonly describe: (collectionId: string | null, paths: readonly string[]) => Promise<readonly BodyFile[]>;
  /** The file goes there no more without asking. */
  readonly takeBack: (file: ChosenFileRow & { readonly origin: string }) => Result<null>;
  /** What is kept as chosen, the latest first, also for collections that are gone. */
  readonly list: () => Promise<readonly SendableFile[]>;
  readonly forgetFile: (file: ChosenFileRow) => Result<null>;
  readonly forgetAll: () => Result<null>;
  /** What was chosen for a collection that is gone is chosen no more. */
  readonly forget: (collectionId: string) => void;
}

export interface ChosenFilesOptions {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly vault: Pick<Vault, 'state'>;
  readonly fileDialog: FileDialog;
  readonly fileLooker: FileLooker;
  readonly publish: Publish;
  /** Asks outside the page, so that no page can answer. */
  readonly confirmFileOrigin: (path: string, origin: string) => Promise<boolean>;
}

/** What was chosen since Keyfob was started: a request that is saved, or moved to another collection, keeps its files until it quits. */
interface ChosenNow {
  readonly collectionId: string;
  readonly origins: Set<string>;
  /** Whether it was not said where it is meant to go: the first request that the person sends with it does. */
  isFresh: boolean;
}

const MAX_LISTED = 1_000;

export function createChosenFiles(options: ChosenFilesOptions): ChosenFiles {
  const { ledger, fileDialog, vault } = options;
  const now = new Map<string, ChosenNow>();
  const isChosen = (collectionId: string | null, path: string): boolean =>
    now.has(path) || isChosenFor(ledger, collectionId ?? '', path);
  const describe = async (collectionId: string | null, path: string): Promise<BodyFile> => {
    if (!isChosen(collectionId, path)) return { path, state: 'not-chosen', size: null, origins: [] };
    const kept = originsOfChosen(ledger, { collectionId: collectionId ?? '', path });
    const origins = [...new Set([...(now.get(path)?.origins ?? []), ...kept])].toSorted();
    const look = await options.fileLooker.look(path);
    return look.kind === 'file'
      ? { path, state: 'ready', size: look.size, origins }
      : { path, state: 'unreadable', size: null, origins };
  };
  const mayGo = createFileOrigins(options, now);
  return {
    choose: async (collectionId, origin) => {
      const chosen = await fileDialog.chooseExisting({
        purpose: 'file-to-send',
        kind: 'file',
        ...(origin === null ? {} : { origin }),
      });
      if (chosen === null) return ok(null);
      if (vault.state().kind === 'locked') return failed('vault-locked');
      const { path } = chosen;
      const place = { collectionId: collectionId ?? '', path };
      const at = options.clock.now();
      const kept = changeLedger(ledger, () => {
        keepChosen(ledger, place, at);
        return ok(origin === null ? null : addOrigin(ledger, { ...place, origin }, at));
      });
      if (!kept.ok) return kept;
      const origins = now.get(path)?.origins ?? new Set<string>();
      if (origin !== null) origins.add(origin);
      now.set(path, { collectionId: place.collectionId, origins, isFresh: origin === null });
      options.publish('files.changed', {});
      return ok(await describe(collectionId, path));
    },
    describe: (collectionId, paths) => Promise.all(paths.map((path) => describe(collectionId, path))),
    open: async (path, going) => {
      if (!isChosen(going.collectionId, path)) return notChosen(path);
      const allowed = await mayGo(path, going);
      if (!allowed.ok) return allowed;
      const file = await options.fileLooker.open(path);
      return file === null ? failed('body-file-unreadable', { field: 'body' }) : ok(file);
    },
    takeBack: (file) => takeBack(file, now, options),
    list: () => listChosen(ledger, describe),
    ...forgettingOf(now, options),
    forget: (collectionId) => {
      for (const [path, chosen] of now) if (chosen.collectionId === collectionId) now.delete(path);
      changeLedger(ledger, () => ok(forgetChosen(ledger, collectionId)));
    },
  };
}

function listChosen(
  ledger: Ledger,
  describe: (collectionId: string, path: string) => Promise<BodyFile>,
): Promise<readonly SendableFile[]> {
  const listed = allChosen(ledger, MAX_LISTED).map(async ({ collectionId, path }) => {
    const file = await describe(collectionId, path);
    return { ...file, collectionId };
  });
  return Promise.all(listed);
}

function forgettingOf(
  now: Map<string, ChosenNow>,
  { ledger, publish }: ChosenFilesOptions,
): Pick<ChosenFiles, 'forgetFile' | 'forgetAll'> {
  const told = (result: Result<null>): Result<null> => {
    if (result.ok) publish('files.changed', {});
    return result;
  };
  return {
    forgetFile: (file) => {
      const forgotten = changeLedger(ledger, () => ok(forgetFile(ledger, file)));
      // It was chosen until Keyfob quits, for any collection.
      if (forgotten.ok) now.delete(file.path);
      return told(forgotten);
    },
    forgetAll: () => {
      const forgotten = changeLedger(ledger, () => ok(forgetAllChosen(ledger)));
      if (forgotten.ok) now.clear();
      return told(forgotten);
    },
  };
}

function takeBack(
  file: ChosenFileRow & { readonly origin: string },
  now: ReadonlyMap<string, ChosenNow>,
  { ledger, publish }: ChosenFilesOptions,
): Result<null> {
  const taken = changeLedger(ledger, () => ok(removeOrigin(ledger, file)));
  if (!taken.ok) return taken;
  const chosen = now.get(file.path);
  chosen?.origins.delete(file.origin);
  // Where it goes next is asked, and not said by the next request.
  if (chosen !== undefined) chosen.isFresh = false;
  publish('files.changed', {});
  return taken;
}

/** Says whether a chosen file may go to an origin; asks about every one but the first. */
function createFileOrigins(
  { ledger, clock, vault, publish, confirmFileOrigin }: ChosenFilesOptions,
  now: ReadonlyMap<string, ChosenNow>,
): (path: string, going: FileGoing) => Promise<Result<null>> {
  const asking = new Map<string, Promise<boolean>>();
  const declined = new Set<string>();
  const allow = (path: string, { collectionId, origin }: FileGoing): Result<null> => {
    now.get(path)?.origins.add(origin);
    const place = { collectionId: collectionId ?? '', path };
    const added = changeLedger(ledger, () => ok(addOrigin(ledger, { ...place, origin }, clock.now())));
    publish('files.changed', {});
    return added;
  };
  return async (path, going) => {
    const { collectionId, origin, isByHand } = going;
    const chosen = now.get(path);
    if (chosen?.origins.has(origin) === true) return ok(null);
    if (mayGoTo(ledger, { collectionId: collectionId ?? '', path, origin })) return ok(null);
    // A request of another collection may name the same path: it did not choose.
    if (chosen?.isFresh === true && isByHand && chosen.collectionId === (collectionId ?? '')) {
      chosen.isFresh = false;
      return allow(path, going);
    }
    const question = JSON.stringify([collectionId, path, origin]);
    // A run of a thousand requests takes no for an answer.
    if (!isByHand && declined.has(question)) return notThere(origin);
    const asked = asking.get(question) ?? confirmFileOrigin(path, origin);
    asking.set(question, asked);
    const isAgreed = await asked.finally(() => asking.delete(question));
    if (vault.state().kind === 'locked') return failed('vault-locked');
    if (isAgreed) declined.delete(question);
    else declined.add(question);
    return isAgreed ? allow(path, going) : notThere(origin);
  };
}

/** A path is never made of variables: a collection, or an environment, would say which file is read. */
function notChosen(path: string): Result<never> {
  const words = holdsTemplate(path) ? told('filePathTemplate') : {};
  return failed('file-not-chosen', { ...words, field: 'body' });
}

function notThere(origin: string): Result<never> {
  return failed('file-not-chosen', { ...told('fileNotAllowed', { origin }), field: 'body' });
}
