import { z } from 'zod';
import type { Ledger } from '../../keys/ledger/ledger.ts';
import { errorAnswer, found, itemNotFound } from '../answer.ts';
import { MAX_COLLECTION_BYTES } from '../request-guard.ts';
import { COLLECTION_SCHEMA } from '../sample-workspace.ts';
import { findItem, listItems, type ItemWithContentRow } from '../workspace-rows.ts';
import type { ItemDraft, ItemWriter } from '../write-items.ts';
import { collectionPartSchema, collectionSchema, type CollectionContent } from './collection-schema.ts';
import { defineRoute, type Route } from './route.ts';
import {
  deletedItemSchema,
  isoTime,
  isoTimeSchema,
  itemSchema,
  itemShape,
  wholeNumberSchema,
  writtenItemSchema,
  writtenItemShape,
} from './shapes.ts';

export interface CollectionRoutesOptions {
  readonly ledger: Ledger;
  readonly collections: ItemWriter;
}

/** The Postman API answers 400 here, and not 404 as for every other item. */
const COLLECTION_NOT_FOUND = errorAnswer(
  400,
  'instanceNotFoundError',
  'We could not find the collection you are looking for',
);

const keptSchema = z.looseObject({ info: z.looseObject({}).optional(), item: z.array(z.unknown()) });

const readSchema = z.looseObject({
  info: z.looseObject({
    _postman_id: z.string(),
    name: z.string(),
    schema: z.string(),
    updatedAt: isoTimeSchema,
    uid: z.string(),
    createdAt: isoTimeSchema,
    lastUpdatedBy: z.string().describe('The number of the member who changed it last.'),
  }),
  item: z.array(z.unknown()),
});

const UID = { uid: 'The collection’s uid, or its id.' };
const bodySchema = z.object({ collection: collectionSchema });
const writtenSchema = z.strictObject({ collection: writtenItemSchema });
const FORBIDDEN_WRITE = 'The collection is another member’s, and the key’s user is no admin.';
const TAG = 'Collections';

/** The collections, read and written. */
export function collectionRoutes(options: CollectionRoutesOptions): readonly Route[] {
  return [...readRoutes(options), ...writeRoutes(options)];
}

function readRoutes({ ledger }: CollectionRoutesOptions): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/collections',
      operationId: 'listCollections',
      tag: TAG,
      summary: 'The collections',
      isCostly: true,
      query: z.object({
        workspace: z.string().optional().describe('Those in this workspace alone: its id.'),
        name: z.string().optional().describe('Those with exactly this name.'),
        limit: wholeNumberSchema.describe('How many at most.'),
        offset: wholeNumberSchema.describe('How many are left out at the beginning.'),
      }),
      reply: z.strictObject({ collections: z.array(itemSchema) }),
      handle({ query }) {
        return found({ collections: listItems(ledger, 'local_collections', query).map(itemShape) });
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/collections/{uid}',
      access: 'access-key',
      operationId: 'getCollection',
      tag: TAG,
      summary: 'One collection with its requests',
      description: 'In the format of Postman Collection v2.1. Also with the collection’s access key alone.',
      parameters: UID,
      reply: z.strictObject({ collection: readSchema }),
      refusals: { 400: 'There is no such collection.' },
      handle({ params }) {
        const row = findItem(ledger, 'local_collections', params.uid);
        return row === null ? COLLECTION_NOT_FOUND : found({ collection: collectionShape(row) });
      },
    }),
  ];
}

function writeRoutes(options: CollectionRoutesOptions): readonly Route[] {
  const { collections } = options;
  return [
    defineRoute({
      method: 'POST',
      path: '/collections',
      operationId: 'createCollection',
      tag: TAG,
      summary: 'A new collection',
      query: z.object({
        workspace: z.string().optional().describe('Where: a workspace’s id. Else the first.'),
      }),
      body: bodySchema,
      mostBytes: MAX_COLLECTION_BYTES,
      reply: writtenSchema,
      refusals: { 404: 'There is no such workspace.' },
      handle({ member, query, body }) {
        const written = collections.create(member, draftOf(body.collection), query.workspace);
        return written.ok ? found({ collection: writtenItemShape(written.row) }) : written.refusal;
      },
    }),
    defineRoute({
      method: 'PUT',
      path: '/collections/{uid}',
      operationId: 'replaceCollection',
      tag: TAG,
      summary: 'Replaces a collection’s content',
      parameters: UID,
      body: bodySchema,
      mostBytes: MAX_COLLECTION_BYTES,
      reply: writtenSchema,
      refusals: { 403: FORBIDDEN_WRITE, 404: 'There is no such collection.' },
      handle({ member, params, body }) {
        const written = collections.replace(member, params.uid, draftOf(body.collection));
        return written.ok ? found({ collection: writtenItemShape(written.row) }) : written.refusal;
      },
    }),
    changeRoute(options),
    defineRoute({
      method: 'DELETE',
      path: '/collections/{uid}',
      operationId: 'deleteCollection',
      tag: TAG,
      summary: 'Deletes a collection',
      description: 'Its access keys end with it.',
      parameters: UID,
      reply: z.strictObject({ collection: deletedItemSchema }),
      refusals: { 403: FORBIDDEN_WRITE, 404: 'There is no such collection.' },
      handle({ member, params }) {
        const written = collections.remove(member, params.uid);
        if (!written.ok) return written.refusal;
        const { id, uid } = written.row;
        return found({ collection: { id, uid } });
      },
    }),
  ];
}

/** What is not named stays as it is. */
function changeRoute({ ledger, collections }: CollectionRoutesOptions): Route {
  return defineRoute({
    method: 'PATCH',
    path: '/collections/{uid}',
    operationId: 'changeCollection',
    tag: TAG,
    summary: 'Changes a collection’s name, description, variables, events or authorization',
    description: 'What is not named stays as it is; so do the requests.',
    parameters: UID,
    body: z.object({ collection: collectionPartSchema }),
    reply: writtenSchema,
    refusals: { 403: FORBIDDEN_WRITE, 404: 'There is no such collection.' },
    handle({ member, params, body: { collection: part } }) {
      const row = findItem(ledger, 'local_collections', params.uid);
      if (row === null) return itemNotFound('collection', params.uid);
      const kept = keptSchema.parse(JSON.parse(row.content));
      const name = part.info?.name ?? row.name;
      const content = { ...kept, ...part, info: withoutGiven({ ...kept.info, ...part.info, name }) };
      const written = collections.replace(member, params.uid, { name, content });
      return written.ok ? found({ collection: writtenItemShape(written.row) }) : written.refusal;
    },
  });
}

/** What the server gives a collection is not kept of what a client sends: it would be another collection's. */
const GIVEN_BY_SERVER = new Set(['_postman_id', 'id', 'uid', 'createdAt', 'updatedAt', 'lastUpdatedBy']);

function draftOf(collection: CollectionContent): ItemDraft {
  return { name: collection.info.name, content: { ...collection, info: withoutGiven(collection.info) } };
}

function withoutGiven(info: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(info).filter(([name]) => !GIVEN_BY_SERVER.has(name)));
}

/** The collection as it is kept, with the identity that the server gives it. */
function collectionShape(row: ItemWithContentRow): z.output<typeof readSchema> {
  const content = keptSchema.parse(JSON.parse(row.content));
  const schema = content.info?.['schema'];
  return {
    ...content,
    info: {
      ...content.info,
      schema: typeof schema === 'string' ? schema : COLLECTION_SCHEMA,
      _postman_id: row.id,
      name: row.name,
      updatedAt: isoTime(row.updated_at),
      uid: row.uid,
      createdAt: isoTime(row.created_at),
      lastUpdatedBy: String(row.updated_by),
    },
  };
}
