import { createHash } from 'node:crypto';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type {
  Collection,
  FileAuth,
  OpenedRequest,
  PartAuth,
  VariableRow,
} from '../../shared/domain/collection.ts';
import type { VariableSource } from '../../shared/domain/environment.ts';
import { requestDraftSchema, type RequestDraft } from '../../shared/domain/http-request.ts';
import { readAuth, type KeyNames } from './auth-mapping.ts';
import { treeOf, type ItemIndex, type ItemNode } from './item-tree.ts';
import { objectAt, textAt, withKeys, type JsonObject, type JsonValue } from './json-value.ts';
import { isCollectionLike, readPostmanDocument, type PostmanDocument } from './postman-document.ts';
import { SAMPLE_COLLECTION_ID } from './sample-collection.ts';
import {
  keptNotes,
  readDescription,
  readRequest,
  unsendableReason,
  writeDescription,
} from './request-mapping.ts';
import { readRows } from './row-mapping.ts';
import { isSmallDraft } from './small-draft.ts';
import { told, type Worded } from '../told.ts';

/** What stands around a request in its file and takes part when it is sent. */
export interface FilePlace {
  /** The request's own variables, its folders' from the inside out, its collection's. The first that has a name wins. */
  readonly scopes: readonly (readonly VariableRow[])[];
  /** What each of them belongs to. */
  readonly scopeSources: readonly VariableSource[];
  readonly own: FileAuth;
  readonly inherited: FileAuth;
  readonly unsendable: Worded | null;
}

/** A file's name in the collections folder <-> the collection's id. */
const ID_PREFIX = 'file:';

export function collectionIdOf(fileName: string): string {
  return ID_PREFIX + fileName;
}

export function fileNameOf(id: string): string | null {
  return id.startsWith(ID_PREFIX) ? id.slice(ID_PREFIX.length) : null;
}

/** The field of the error for a JSON file that is something else than a collection. */
export const NOT_A_COLLECTION = 'schema';

/** As `readPostmanDocument`, and tells a file that has nothing to do with collections from one that cannot be read. */
export function readCollection(value: JsonValue): Result<PostmanDocument> {
  if (isCollectionLike(value)) return readPostmanDocument(value);
  return failed('file-unreadable', { ...told('noCollection'), field: NOT_A_COLLECTION });
}

/** Tells one state of an item from another, whatever its spelling. */
export function revisionOf(item: JsonObject): string {
  return createHash('sha256').update(JSON.stringify(item)).digest('hex').slice(0, 32);
}

export function nameOfItem(item: JsonObject): string {
  return `the ${item.item === undefined ? 'request' : 'folder'} “${textAt(item, 'name').slice(0, 80)}”`;
}

function variablesOf(value: JsonObject): readonly VariableRow[] {
  return readRows(value.variable);
}

/** Whether it is the sample that Keyfob adds, whatever it was renamed to. */
export function isSample({ info }: PostmanDocument): boolean {
  return info._postman_id === SAMPLE_COLLECTION_ID;
}

export function collectionOf(id: string, document: PostmanDocument, { nodes }: ItemIndex): Collection {
  return {
    id,
    name: textAt(document.info, 'name'),
    isBuiltIn: false,
    isSample: isSample(document),
    serviceId: null,
    fileName: fileNameOf(id),
    description: readDescription(document.info.description),
    items: treeOf(nodes),
    variables: variablesOf(document),
    auth: readAuth(document.auth),
  };
}

interface Handed {
  readonly auth: FileAuth;
  readonly from: string | null;
}

/** What the nearest folder that says something, or else the collection, hands down. */
function inheritedAuth(document: PostmanDocument, folders: readonly ItemNode[]): Handed {
  for (const { item } of folders.toReversed()) {
    const auth = readAuth(item.auth);
    if (auth.kind !== 'inherit') return { auth, from: textAt(item, 'name') };
  }
  const auth = readAuth(document.auth);
  return { auth, from: auth.kind === 'inherit' ? null : textAt(document.info, 'name') };
}

function sourceOf({ item, isFolder }: ItemNode): VariableSource {
  return isFolder ? { kind: 'folder', name: textAt(item, 'name') } : { kind: 'request' };
}

/** `path`: the way to the item; empty for the collection itself. */
export function filePlaceOf(document: PostmanDocument, path: readonly ItemNode[]): FilePlace {
  const node = path.at(-1);
  const isRequest = node?.isFolder === false;
  const folders = isRequest ? path.slice(0, -1) : path;
  return {
    scopes: [...path.toReversed().map(({ item }) => variablesOf(item)), variablesOf(document)],
    scopeSources: [
      ...path.toReversed().map(sourceOf),
      { kind: 'collection', name: textAt(document.info, 'name') },
    ],
    own: isRequest ? readAuth(objectAt(node.item, 'request').auth) : { kind: 'inherit' },
    inherited: inheritedAuth(document, folders).auth,
    unsendable: isRequest ? unsendableReason(node.item) : null,
  };
}

/** As `filePlaceOf`, of many: what stands around them is read once for all requests of a folder, and their scopes are the same list. */
export function filePlacesOf(
  document: PostmanDocument,
  paths: readonly (readonly ItemNode[])[],
): readonly FilePlace[] {
  const known = new Map<ItemNode | undefined, FilePlace>();
  const withinFolder = (folders: readonly ItemNode[]): FilePlace => {
    const folder = folders.at(-1);
    const before = known.get(folder);
    if (before !== undefined) return before;
    const around = filePlaceOf(document, folders);
    const scopes = [[], ...around.scopes];
    const scopeSources = [{ kind: 'request' } as const, ...around.scopeSources];
    const found = { ...around, scopes, scopeSources };
    known.set(folder, found);
    return found;
  };
  return paths.map((path): FilePlace => {
    const node = path.at(-1);
    if (node === undefined || node.isFolder) return filePlaceOf(document, path);
    const around = withinFolder(path.slice(0, -1));
    const variables = variablesOf(node.item);
    const own = readAuth(objectAt(node.item, 'request').auth);
    const unsendable = unsendableReason(node.item);
    // Most requests have nothing of their own: they stand where their folder does.
    if (variables.length === 0 && own.kind === 'inherit' && unsendable === null) return around;
    const scopes = variables.length === 0 ? around.scopes : [variables, ...around.scopes.slice(1)];
    return { ...around, scopes, own, unsendable };
  });
}

/** What a collection (`path` `null`), or the folder or request at the end of the way, says about signing. Errors: `not-found`. */
export function partAuthOf(document: PostmanDocument, path: readonly ItemNode[] | null): Result<PartAuth> {
  if (path === null)
    return ok({ own: readAuth(document.auth), inherited: { kind: 'inherit' }, inheritedFrom: null });
  const node = path.at(-1);
  if (node === undefined) return failed('not-found');
  const { auth, from } = inheritedAuth(document, path.slice(0, -1));
  const holder = node.isFolder ? node.item : objectAt(node.item, 'request');
  return ok({ own: readAuth(holder.auth), inherited: auth, inheritedFrom: from });
}

/** `path`: the way to the item. */
export function openIn(
  document: PostmanDocument,
  path: readonly ItemNode[],
  keyNames: KeyNames,
): Result<OpenedRequest> {
  const node = path.at(-1);
  if (node === undefined || node.isFolder) return failed('not-found');
  const { item } = node;
  const draft = withinLimits(readRequest(item, keyNames), item);
  if (!draft.ok) return draft;
  const handed = inheritedAuth(document, path.slice(0, -1));
  const request = objectAt(item, 'request');
  return ok({
    id: node.id,
    description: readDescription(request.description),
    draft: draft.value,
    revision: revisionOf(item),
    auth: { own: readAuth(request.auth), inherited: handed.auth, inheritedFrom: handed.from },
    notes: [...keptNotes(item)],
    unsendable: unsendableReason(item),
  });
}

/** The request alone, as it is to be sent. `path`: the way to the item. */
export function draftIn(path: readonly ItemNode[], keyNames: KeyNames): Result<RequestDraft> {
  const node = path.at(-1);
  if (node === undefined || node.isFolder) return failed('not-found');
  const draft = readRequest(node.item, keyNames);
  return isSmallDraft(draft) ? ok(draft) : withinLimits(draft, node.item);
}

function withinLimits(draft: RequestDraft, item: JsonObject): Result<RequestDraft> {
  const checked = requestDraftSchema.safeParse(draft);
  if (checked.success) return ok(checked.data);
  return failed('file-unreadable', told('partTooLong', { name: textAt(item, 'name').slice(0, 80) }));
}

/** The item with this description: a folder's own, or the one of its request. */
export function withDescription({ item, isFolder }: ItemNode, text: string): JsonObject {
  if (isFolder) return withKeys(item, { description: writeDescription(item.description, text) });
  const request = objectAt(item, 'request');
  return withKeys(item, {
    request: withKeys(request, { description: writeDescription(request.description, text) }),
  });
}
