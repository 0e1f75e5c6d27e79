import { madeNamesOf } from '../ports/speaking.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type {
  Environment,
  EnvironmentRowChange,
  EnvironmentSummary,
} from '../../shared/domain/environment.ts';
import { textAt } from '../collections/json-value.ts';
import {
  newEnvironmentText,
  ownIdOf,
  revisionOf,
  textOfEnvironment,
  withName,
  withoutSecretValues,
  withOwnId,
  withRows,
  type EnvironmentDocument,
} from './environment-document.ts';
import {
  createEnvironmentFiles,
  type EnvironmentFiles,
  type EnvironmentFilesOptions,
} from './environment-files.ts';
import { environmentFileOf, environmentOf, nameOf, summaryOf } from './environment-reading.ts';
import { sealVariable, type SecretChange } from './seal-variable.ts';
import { secretChanges } from './secret-changes.ts';
import { told } from '../told.ts';

/** Environments as Postman files in a folder, with the values of their secret variables sealed in the ledger. */
export interface EnvironmentStore {
  list(): Promise<Result<readonly EnvironmentSummary[]>>;
  /** What they are called, by the ids that stand in their files. None while the folder cannot be read. */
  names(): Promise<ReadonlyMap<string, string>>;
  /** As every call with an id: `not-found`, `file-unreadable`. */
  get(id: string): Promise<Result<Environment>>;
  /** The file as it is now: for the sender and for exports. */
  read(id: string): Promise<Result<EnvironmentDocument>>;
  create(name: string): Promise<Result<{ id: string }>>;
  rename(id: string, name: string): Promise<Result<null>>;
  duplicate(id: string): Promise<Result<{ id: string }>>;
  /** The file goes into the trash folder and what is sealed of it out of the ledger; `undoId` takes both back. */
  remove(id: string): Promise<Result<{ undoId: string }>>;
  undo(undoId: string): Promise<Result<null>>;
  saveRows(change: RowsChange): Promise<Result<Environment>>;
  setSecret(change: SecretChange): Promise<Result<Environment>>;
}

export interface RowsChange {
  readonly id: string;
  readonly revision: string;
  readonly rows: readonly EnvironmentRowChange[];
}

export function createEnvironmentStore(options: EnvironmentFilesOptions): EnvironmentStore {
  const context = createEnvironmentFiles(options);
  return { ...readActions(context), ...fileActions(context), ...removal(context), ...rowActions(context) };
}

function readActions({
  files,
  read,
  secrets,
}: EnvironmentFiles): Pick<EnvironmentStore, 'read' | 'get' | 'list' | 'names'> {
  return {
    read,
    async get(id) {
      const document = await read(id);
      return document.ok ? ok(environmentOf(id, document.value, secrets)) : document;
    },
    async names() {
      const found = await files.list();
      const names = new Map<string, string>();
      for (const { name } of found.ok ? found.value : []) {
        const document = await files.read(name);
        const ownId = document.ok ? ownIdOf(document.value) : null;
        if (document.ok && ownId !== null) names.set(ownId, nameOf(document.value, name));
      }
      return names;
    },
    async list() {
      const found = await files.list();
      if (!found.ok) return found;
      const summaries = await Promise.all(
        found.value.map(async ({ name }) => summaryOf(name, await files.read(name))),
      );
      return ok(summaries.filter((each) => each !== null).toSorted((a, b) => a.name.localeCompare(b.name)));
    },
  };
}

function fileActions({
  add,
  read,
  change,
  secrets,
  newId,
  speaker,
}: EnvironmentFiles): Pick<EnvironmentStore, 'create' | 'rename' | 'duplicate'> {
  return {
    create: (name) => add(name, newEnvironmentText({ id: newId(), name })),
    rename: (id, name) =>
      change(id, 'its name', (document) => ok({ document: withName(document, name), value: null })),
    async duplicate(id) {
      const document = await read(id);
      if (!document.ok) return document;
      const name = madeNamesOf(speaker).copyOf(textAt(document.value, 'name'));
      const copyId = newId();
      const ownId = ownIdOf(document.value);
      const copied = ownId === null ? ok(null) : secrets.copy(ownId, copyId);
      if (!copied.ok) return copied;
      const copy = withoutSecretValues(withOwnId(withName(document.value, name), copyId));
      const added = await add(name, textOfEnvironment(copy));
      if (!added.ok) secrets.take(copyId);
      return added;
    },
  };
}

const KEPT_UNDOS = 20;

function removal({
  folder,
  read,
  secrets,
  newId,
  onChange,
}: EnvironmentFiles): Pick<EnvironmentStore, 'remove' | 'undo'> {
  const undos = new Map<string, () => Promise<Result<null>>>();
  return {
    async remove(id) {
      const fileName = environmentFileOf(id);
      if (fileName === null) return failed('not-found');
      const document = await read(id);
      const trashed = await folder.moveToTrash(fileName);
      if (!trashed.ok) return trashed;
      const ownId = document.ok ? ownIdOf(document.value) : null;
      const taken = ownId === null ? null : secrets.take(ownId);
      onChange();
      const undoId = newId();
      undos.set(undoId, async () => {
        const restored = await folder.restore(trashed.value, fileName);
        if (!restored.ok) return restored;
        const back = taken?.ok === true ? taken.value() : ok(null);
        onChange();
        return back;
      });
      const [oldest] = undos.keys();
      if (undos.size > KEPT_UNDOS && oldest !== undefined) undos.delete(oldest);
      return ok({ undoId });
    },
    async undo(undoId) {
      const undo = undos.get(undoId);
      if (undo === undefined) return failed('not-found', told('cannotBeTakenBack'));
      const done = await undo();
      if (done.ok) undos.delete(undoId);
      return done;
    },
  };
}

function rowActions(context: EnvironmentFiles): Pick<EnvironmentStore, 'saveRows' | 'setSecret'> {
  const { change, secrets } = context;
  const { get } = readActions(context);
  return {
    async saveRows({ id, revision, rows }) {
      const saved = await change(id, 'the environment', (document) => {
        if (revisionOf(document) !== revision) return changedOnDisk();
        const next = withRows(document, rows);
        if (!next.ok) return next;
        const value = { ownId: ownIdOf(document), changes: secretChanges(document, rows) };
        return ok({ document: next.value, value });
      });
      if (!saved.ok) return saved;
      const { ownId, changes } = saved.value;
      if (ownId !== null && changes.renamed.length + changes.removed.length > 0) {
        const followed = secrets.follow(ownId, changes);
        if (!followed.ok) return followed;
      }
      return get(id);
    },
    async setSecret(wanted) {
      const sealed = await sealVariable(wanted, context);
      return sealed.ok ? get(wanted.id) : sealed;
    },
  };
}

function changedOnDisk(): ReturnType<typeof failed> {
  return failed('collection-changed-on-disk', told('environmentChanged'));
}
