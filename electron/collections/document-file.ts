import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { SecretScan } from '../keys/secret-scan.ts';
import type { CollectionFolder, FileMark } from './collection-folder.ts';
import { openJsonText } from './json-edit.ts';
import { isSameJson, type JsonValue } from './json-value.ts';
import { DOCUMENT_LIMITS, readJsonFile } from './postman-document.ts';
import { told } from '../told.ts';

/** What a change makes of a document. */
export interface DocumentChange<Document, Value> {
  readonly document: Document;
  /** The part that is new or changed: it is searched for secrets. */
  readonly written: JsonValue;
  /** What that part is, for a message: `the request “Sign in”`. */
  readonly place: string;
  readonly value: Value;
}

/**
 * The JSON files of a folder, of one kind. Reads are remembered until the file changes, and one look at the file serves all that follow
 * each other without anything else in between, as those of a run do; writes to one file follow each other.
 */
export interface DocumentFiles<Document> {
  list(): Promise<Result<readonly FileMark[]>>;
  /** `not-found`, `file-unreadable`. */
  read(name: string): Promise<Result<Document>>;
  /**
   * Changes the file as it is on the disk now. Errors, beside those of the change: `collection-holds-secret`,
   * `collection-changed-on-disk` when it is written by somebody else at the same instant, `file-write-failed`.
   */
  change<Value>(
    name: string,
    change: (document: Document) => Result<DocumentChange<Document, Value>>,
  ): Promise<Result<Value>>;
  /** Writes a file that is not there yet. */
  add(name: string, text: string): Promise<Result<null>>;
}

export interface DocumentFilesOptions<Document> {
  readonly folder: CollectionFolder;
  readonly secretScan: SecretScan;
  readonly parse: (value: JsonValue) => Result<Document>;
}

interface Known<Document> {
  readonly mark: string;
  readonly result: Result<Document>;
}

export function createDocumentFiles<Document extends JsonValue>(
  options: DocumentFilesOptions<Document>,
): DocumentFiles<Document> {
  const { folder, secretScan } = options;
  const known = new Map<string, Known<Document>>();
  const fresh = new Map<string, Result<Document>>();
  const readNow = async (name: string): Promise<Result<Document>> => {
    const file = await folder.mark(name);
    if (file === null) {
      known.delete(name);
      return failed('not-found');
    }
    const before = known.get(name);
    if (before?.mark === file.mark) return before.result;
    const result = await readDocument(file, options);
    known.set(name, { mark: file.mark, result });
    return result;
  };
  const inTurn = createTurns();
  return {
    list: () => folder.list(),
    async read(name) {
      const found = fresh.get(name) ?? (await readNow(name));
      if (!fresh.has(name)) {
        fresh.set(name, found);
        // Runs after the promises that are ready now, and before any other event: until then the disk cannot have been asked again.
        process.nextTick(() => fresh.delete(name));
      }
      return found;
    },
    change: (name, change) => inTurn(name, () => changeDocument(name, change, options)),
    add: (name, text) =>
      inTurn(name, async () => {
        if (secretScan.holdsSecret(text)) return failed('collection-holds-secret');
        const written = await folder.write(name, text, null);
        return written.ok ? ok(null) : written;
      }),
  };
}

/** Work under one name follows the work before it. */
function createTurns(): <Value>(name: string, work: () => Promise<Value>) => Promise<Value> {
  const queues = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const before = queues.get(name) ?? Promise.resolve();
    const turn = before.then(work, work);
    queues.set(name, turn);
    return turn.finally(() => {
      if (queues.get(name) === turn) queues.delete(name);
    });
  };
}

async function readDocument<Document>(
  file: FileMark,
  { folder, parse }: DocumentFilesOptions<Document>,
): Promise<Result<Document>> {
  if (file.size > DOCUMENT_LIMITS.bytes) return failed('file-unreadable', told('documentTooLarge'));
  const snapshot = await folder.read(file.name);
  if (!snapshot.ok) return snapshot;
  const json = readJsonFile(snapshot.value.bytes);
  return json.ok ? parse(json.value.value) : json;
}

function valueOf(text: string): JsonValue {
  const value: unknown = JSON.parse(text);
  // What JSON.parse returns is JSON.
  return value as JsonValue;
}

async function changeDocument<Document extends JsonValue, Value>(
  name: string,
  change: (document: Document) => Result<DocumentChange<Document, Value>>,
  { folder, secretScan, parse }: DocumentFilesOptions<Document>,
): Promise<Result<Value>> {
  const snapshot = await folder.read(name);
  if (!snapshot.ok) return snapshot;
  const json = readJsonFile(snapshot.value.bytes);
  if (!json.ok) return json;
  const opened = openJsonText(json.value.text);
  const before = parse(opened.value);
  if (!before.ok) return before;
  const changed = change(before.value);
  if (!changed.ok) return changed;
  const { document, written, place, value } = changed.value;
  if (document === before.value) return ok(value);
  if (secretScan.holdsSecret(JSON.stringify(written))) {
    return failed('collection-holds-secret', told('keyInDocument', { place }));
  }
  const text = opened.write(document);
  if (!isSameJson(valueOf(text), document)) throw new Error('A change of a JSON file went wrong');
  const result = await folder.write(name, json.value.mark + text, snapshot.value.hash);
  return result.ok ? ok(value) : result;
}
