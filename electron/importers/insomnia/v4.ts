import type { Converted, ImportNote } from '../importer.ts';
import { objectOf, objectsOf, textOf, type Json, type JsonObject } from '../json-value.ts';
import {
  cleanName,
  collectionDocument,
  environmentDocument,
  folderItem,
  type Row,
} from '../postman-parts.ts';
import { insomniaAuth } from './insomnia-auth.ts';
import { environmentRows } from './insomnia-environment.ts';
import { insomniaEvents, insomniaRequest } from './insomnia-request.ts';
import { plainTemplates } from './insomnia-templates.ts';
import { worded, type PlainTold } from '../../told.ts';

const LEFT_OUT: Readonly<Record<string, PlainTold>> = {
  grpc_request: 'importGrpcLeft',
  websocket_request: 'importWebSocketLeft',
  socketio_request: 'importSocketIoLeft',
  mcp_request: 'importMcpLeft',
  cookie_jar: 'importCookieJarLeft',
  api_spec: 'importApiSpecLeft',
  unit_test_suite: 'importTestSuiteLeft',
  proto_file: 'importProtoLeft',
  mock_server: 'importMockServerLeft',
};

interface Reading {
  readonly children: ReadonlyMap<string, readonly JsonObject[]>;
  readonly notes: ImportNote[];
  readonly taken: Set<string>;
}

/** Insomnia's export format 4: a list of resources that name their parents. */
export function convertInsomniaV4(document: Json): Converted {
  const resources = objectsOf(document, 'resources');
  const reading: Reading = { children: byParent(resources), notes: [], taken: new Set() };
  const workspaces = resources.filter((resource) => textOf(resource, '_type') === 'workspace');
  const collections: JsonObject[] = [];
  const environments: JsonObject[] = [];
  for (const workspace of workspaces) {
    const item = itemsOf(textOf(workspace, '_id'), reading);
    const base = childrenOf(workspace, reading).find((child) => textOf(child, '_type') === 'environment');
    const baseRows = base === undefined ? [] : rowsOf(base, reading);
    collections.push(
      collectionDocument({
        name: textOf(workspace, 'name'),
        description: textOf(workspace, 'description'),
        item,
        variable: baseRows,
      }),
    );
    if (base === undefined) continue;
    for (const child of childrenOf(base, reading))
      environments.push(environmentDocument(textOf(child, 'name'), rowsOf(child, reading)));
  }
  for (const resource of resources) {
    const left = textOf(resource, '_type');
    const name = Object.hasOwn(LEFT_OUT, left) ? LEFT_OUT[left] : undefined;
    if (name !== undefined) {
      reading.notes.push({
        kind: 'dropped',
        what: worded(name),
        where: cleanName(textOf(resource, 'name')),
      });
    }
  }
  return { collections, environments, notes: reading.notes };
}

function byParent(resources: readonly JsonObject[]): ReadonlyMap<string, readonly JsonObject[]> {
  const children = new Map<string, JsonObject[]>();
  for (const resource of resources) {
    const parent = textOf(resource, 'parentId');
    const siblings = children.get(parent) ?? [];
    siblings.push(resource);
    children.set(parent, siblings);
  }
  for (const siblings of children.values()) siblings.sort((a, b) => sortKey(a) - sortKey(b));
  return children;
}

function sortKey(resource: JsonObject): number {
  const key = resource['metaSortKey'];
  return typeof key === 'number' ? key : 0;
}

function childrenOf(owner: JsonObject, { children }: Reading): readonly JsonObject[] {
  return children.get(textOf(owner, '_id')) ?? [];
}

function itemsOf(parentId: string, reading: Reading): readonly JsonObject[] {
  const { children, notes, taken } = reading;
  return (children.get(parentId) ?? []).flatMap((resource) => {
    const id = textOf(resource, '_id');
    // A group that is its own ancestor would have no end.
    if (taken.has(id)) return [];
    taken.add(id);
    if (textOf(resource, '_type') === 'request') return [insomniaRequest(resource, notes)];
    if (textOf(resource, '_type') !== 'request_group') return [];
    return [groupItem(resource, reading)];
  });
}

function groupItem(group: JsonObject, reading: Reading): JsonObject {
  const { notes } = reading;
  const name = textOf(group, 'name');
  const text = (value: string): string => plainTemplates(value, name, notes);
  if (Object.keys(objectOf(group, 'environment')).length > 0) {
    notes.push({ kind: 'dropped', what: worded('importFolderVariablesLeft'), where: name });
  }
  return folderItem({
    name,
    description: textOf(group, 'description'),
    item: itemsOf(textOf(group, '_id'), reading),
    auth: insomniaAuth(objectOf(group, 'authentication'), { text, where: name, notes }),
    event: insomniaEvents(group, name, notes),
  });
}

function rowsOf(environment: JsonObject, { notes }: Reading): readonly Row[] {
  const where = textOf(environment, 'name');
  return environmentRows(objectOf(environment, 'data'), (value) => plainTemplates(value, where, notes));
}
