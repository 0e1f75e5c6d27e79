import type { Speaking } from '../ports/speaking.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { CollectionFolder } from '../collections/collection-folder.ts';
import { createDocumentFiles, type DocumentFiles } from '../collections/document-file.ts';
import type { SecretScan } from '../keys/secret-scan.ts';
import { readEnvironment, withoutOwnId, type EnvironmentDocument } from './environment-document.ts';
import { environmentFileOf, environmentIdOf } from './environment-reading.ts';
import { isCopy, ownDocument } from './own-document.ts';
import type { SecretVariables } from './secret-variables.ts';

export interface EnvironmentFilesOptions {
  readonly folder: CollectionFolder;
  readonly secrets: SecretVariables;
  /** Looks for API keys: they are referred to, never written, neither here nor into a variable's sealed value. */
  readonly keyScan: SecretScan;
  /** In whose language a duplicate is named; in English where nobody speaks. */
  readonly speaker?: Speaking | undefined;
  /** A new UUID. */
  readonly newId: () => string;
  readonly onChange: () => void;
  /** Asks the person, outside the window, whether this variable may go to these origins. */
  readonly confirmOrigins: (variableName: string, origins: readonly string[]) => Promise<boolean>;
}

/** What the calls of the environment store are made of. */
export interface EnvironmentFiles extends EnvironmentFilesOptions {
  readonly files: DocumentFiles<EnvironmentDocument>;
  readonly read: (id: string) => Promise<Result<EnvironmentDocument>>;
  /** Changes the file as it is now. `place`: what is written, for a message. */
  readonly change: <Value>(
    id: string,
    place: string,
    work: (document: EnvironmentDocument) => Result<EnvironmentChange<Value>>,
  ) => Promise<Result<Value>>;
  /** Writes a new file, named after the environment. */
  readonly add: (name: string, text: string) => Promise<Result<{ id: string }>>;
}

interface EnvironmentChange<Value> {
  readonly document: EnvironmentDocument;
  readonly value: Value;
}

export function createEnvironmentFiles(options: EnvironmentFilesOptions): EnvironmentFiles {
  const { folder, keyScan, onChange } = options;
  const files = createDocumentFiles({ folder, secretScan: keyScan, parse: readEnvironment });
  const ownership = { files, secrets: options.secrets };
  const told = <Value>(result: Result<Value>): Result<Value> => {
    if (result.ok) onChange();
    return result;
  };
  return {
    ...options,
    files,
    async read(id) {
      const name = environmentFileOf(id);
      if (name === null) return failed('not-found');
      const document = await files.read(name);
      return document.ok ? ownDocument(name, document.value, ownership) : document;
    },
    async change(id, place, work) {
      const name = environmentFileOf(id);
      if (name === null) return failed('not-found');
      const before = await files.read(name);
      const isForeign = before.ok && (await isCopy(name, before.value, ownership));
      const changed = await files.change(name, (document) => {
        const done = work(isForeign ? withoutOwnId(document) : document);
        return done.ok ? ok({ ...done.value, written: done.value.document, place }) : done;
      });
      return told(changed);
    },
    async add(name, text) {
      const fileName = await folder.freeName(`${name}.postman_environment`);
      const added = told(await files.add(fileName, text));
      return added.ok ? ok({ id: environmentIdOf(fileName) }) : added;
    },
  };
}
