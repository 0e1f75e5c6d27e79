import { ok, type Result } from '../../../shared/domain/app-error.ts';
import { notReadable } from '../import-failures.ts';
import type { SourceFile } from '../import-source.ts';
import type { Converted, ImportNote } from '../importer.ts';
import { fieldOf, isJsonObject, textOf, type JsonObject } from '../json-value.ts';
import { parseDocument } from '../parse-document.ts';
import { collectionDocument, folderItem, type Row } from '../postman-parts.ts';
import { bruAuth } from './bru-auth.ts';
import { bruBlocks } from './bru-blocks.ts';
import { bruEnvironment } from './bru-environment.ts';
import { bruFile, type BruFile } from './bru-file.ts';
import { bruEvents, bruRequest, plainRow } from './bru-request.ts';
import { told, worded } from '../../told.ts';

/** A .bru file with its larger limits would take the place of a request that nobody wrote. */
const MAX_FILE_CHARACTERS = 2 * 1024 * 1024;

interface Folder {
  readonly name: string;
  readonly folders: Map<string, Folder>;
  readonly requests: BruFile[];
  /** `folder.bru` or `collection.bru`. */
  settings: BruFile | null;
}

const emptyFolder = (name: string): Folder => ({ name, folders: new Map(), requests: [], settings: null });

/** A collection's folder: `bruno.json`, `collection.bru`, `environments/`, folders with their `folder.bru`, requests. */
export function convertBrunoFolder(files: readonly SourceFile[]): Result<Converted> {
  const manifest = files
    .filter(({ path }) => /(?:^|\/)bruno\.json$/.test(path))
    .sort((a, b) => a.path.length - b.path.length)[0];
  if (manifest === undefined) return notReadable(told('brunoFolderWithoutManifest'));
  const parsed = parseDocument(manifest.text);
  if (!parsed.ok) return parsed;
  if (!isJsonObject(parsed.value)) return notReadable(told('brunoManifestNoJson'));
  const base = manifest.path.slice(0, -'bruno.json'.length);
  const notes: ImportNote[] = [];
  const root = emptyFolder(textOf(parsed.value, 'name'));
  const environments: JsonObject[] = [];
  for (const { path, text } of files) {
    if (!path.startsWith(base) || !path.endsWith('.bru')) continue;
    const relative = path.slice(base.length);
    const blocks = text.length > MAX_FILE_CHARACTERS ? null : bruBlocks(text);
    if (blocks === null) {
      notes.push({ kind: 'dropped', what: worded('importUnreadableLeft'), where: relative });
      continue;
    }
    place(bruFile(relative, blocks), relative, { root, environments, notes });
  }
  if (isJsonObject(fieldOf(parsed.value, 'scripts')))
    notes.push({ kind: 'dropped', what: worded('importBrunoScriptsLeft'), where: root.name });
  return ok({ collections: [documentOf(root, notes)], environments, notes });
}

interface Placing {
  readonly root: Folder;
  readonly environments: JsonObject[];
  readonly notes: ImportNote[];
}

function place(file: BruFile, relative: string, { root, environments, notes }: Placing): void {
  const parts = relative.split('/');
  const fileName = parts.pop() ?? '';
  if (parts.length === 1 && parts[0] === 'environments') {
    const environment = bruEnvironment(file);
    if (environment === null)
      notes.push({ kind: 'dropped', what: worded('importNoEnvironmentLeft'), where: relative });
    else environments.push(environment);
    return;
  }
  let folder = root;
  for (const part of parts) {
    const next = folder.folders.get(part) ?? emptyFolder(part);
    folder.folders.set(part, next);
    folder = next;
  }
  const isSettings = fileName === (folder === root ? 'collection.bru' : 'folder.bru');
  if (isSettings) folder.settings = file;
  else folder.requests.push(file);
}

function documentOf(root: Folder, notes: ImportNote[]): JsonObject {
  const { settings } = root;
  return collectionDocument({
    name: root.name,
    description: settings?.text('docs') ?? '',
    item: itemsOf(root, [], notes),
    auth: settings === null ? undefined : bruAuth(settings, settings.value('auth', 'mode'), notes),
    variable: settings?.rows('vars:pre-request').map(plainRow) ?? [],
    event: settings === null ? [] : bruEvents(settings, root.name, notes),
  });
}

function itemsOf(folder: Folder, inherited: readonly Row[], notes: ImportNote[]): readonly JsonObject[] {
  const own = folder.settings?.rows('headers').map(plainRow) ?? [];
  const names = new Set(own.map(({ key }) => key.toLowerCase()));
  const headers = [...own, ...inherited.filter(({ key }) => !names.has(key.toLowerCase()))];
  if (own.length > 0)
    notes.push({ kind: 'changed', what: worded('importFolderHeaders'), where: folder.name });
  const folders = [...folder.folders.values()].sort(
    (a, b) => orderOf(a) - orderOf(b) || compareNames(a.name, b.name),
  );
  const requests = folder.requests.toSorted((a, b) => a.order - b.order || compareNames(a.name, b.name));
  return [
    ...folders.map((child) => folderOf(child, headers, notes)),
    ...requests.flatMap((file) => {
      const item = bruRequest(file, { headers, notes });
      if (item === null)
        notes.push({ kind: 'dropped', what: worded('importNoRequestLeft'), where: file.name });
      return item === null ? [] : [item];
    }),
  ];
}

function orderOf(folder: Folder): number {
  return folder.settings?.order ?? Number.MAX_SAFE_INTEGER;
}

function compareNames(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function folderOf(folder: Folder, headers: readonly Row[], notes: ImportNote[]): JsonObject {
  const { settings } = folder;
  const name = settings?.name ?? folder.name;
  return folderItem({
    name: name === 'folder' ? folder.name : name,
    description: settings?.text('docs') ?? '',
    item: itemsOf(folder, headers, notes),
    auth: settings === null ? undefined : bruAuth(settings, settings.value('auth', 'mode'), notes),
    event: settings === null ? [] : bruEvents(settings, name, notes),
  });
}
