import { z } from 'zod';
import {
  collectionIdSchema,
  collectionSchema,
  collectionSummarySchema,
  descriptionSchema,
  itemIdSchema,
  itemNameSchema,
  openedRequestSchema,
  partAuthSchema,
  variableRowSchema,
} from '../domain/collection.ts';
import { keyChoiceSchema, requestDraftSchema } from '../domain/http-request.ts';
import { serviceIdSchema } from '../domain/service.ts';

const nothing = z.strictObject({});
const collection = z.strictObject({ id: collectionIdSchema });
const created = z.strictObject({ id: z.string() });
const undoable = z.strictObject({ undoId: z.string() });
const item = { collectionId: collectionIdSchema, itemId: itemIdSchema };
/** `null`: the collection itself. */
const part = { collectionId: collectionIdSchema, itemId: itemIdSchema.nullable() };
const folderPlace = z.strictObject({ path: z.string(), isOwn: z.boolean() });
const place = z.strictObject({
  /** `null`: the collection itself. */
  folderId: itemIdSchema.nullable(),
  /** `null`: at the end. */
  beforeId: itemIdSchema.nullable(),
});

/** The built-in collection, and those that are Postman files in the collections folder. */
export const collectionCommands = {
  'collections.list': { input: nothing, output: z.array(collectionSummarySchema).readonly() },
  'collections.get': { input: collection, output: collectionSchema },
  'collections.getRequest': { input: z.strictObject(item), output: openedRequestSchema },
  /** Of the collection, or of one of its folders or requests. */
  'collections.getAuth': { input: z.strictObject(part), output: partAuthSchema },
  /** Shows the file where it lies, in the system's file manager. */
  'collections.showFile': { input: collection, output: nothing },
  /** Where the collections' files are. */
  'collections.getFolder': { input: nothing, output: folderPlace },
  /** Asks the person for another folder; `null` when they changed their mind. Nothing is moved. */
  'collections.chooseFolder': { input: nothing, output: folderPlace.nullable() },
  /** Goes back to the folder in the person's documents. */
  'collections.useOwnFolder': { input: nothing, output: folderPlace },
  /** Which service `{{baseUrl}}` of a collection stands for; `null` for none. */
  'collections.setService': {
    input: z.strictObject({ id: collectionIdSchema, serviceId: serviceIdSchema.nullable() }),
    output: nothing,
  },
  'collections.create': { input: z.strictObject({ name: itemNameSchema.min(1) }), output: created },
  /** Adds the sample, marked as one; answers the one that is there when it is. */
  'collections.addSample': { input: nothing, output: created },
  'collections.rename': {
    input: z.strictObject({ id: collectionIdSchema, name: itemNameSchema.min(1) }),
    output: nothing,
  },
  'collections.duplicate': { input: collection, output: created },
  /** Puts the file into the folder `.trash` beside it. */
  'collections.delete': { input: collection, output: undoable },
  'collections.setVariables': {
    input: z.strictObject({ id: collectionIdSchema, rows: z.array(variableRowSchema).max(2_000) }),
    output: nothing,
  },
  'collections.setDescription': {
    input: z.strictObject({ ...part, description: descriptionSchema }),
    output: nothing,
  },
  /** What the requests of a collection or a folder inherit. */
  'collections.setAuth': { input: z.strictObject({ ...part, keyChoice: keyChoiceSchema }), output: nothing },
  'collections.addFolder': {
    input: z.strictObject({ collectionId: collectionIdSchema, place, name: itemNameSchema.min(1) }),
    output: created,
  },
  'collections.addRequest': {
    input: z.strictObject({ collectionId: collectionIdSchema, place, draft: requestDraftSchema }),
    output: openedRequestSchema,
  },
  /** `collection-changed-on-disk` when the file holds another request than the one with this revision. */
  'collections.saveRequest': {
    input: z.strictObject({ ...item, draft: requestDraftSchema, revision: z.string().max(100) }),
    output: openedRequestSchema,
  },
  'collections.renameItem': {
    input: z.strictObject({ ...item, name: itemNameSchema.min(1) }),
    output: nothing,
  },
  'collections.duplicateItem': { input: z.strictObject(item), output: created },
  'collections.moveItem': { input: z.strictObject({ ...item, place }), output: nothing },
  /** Into another collection. `collection-changed-on-disk` when another program changed it meanwhile. */
  'collections.moveItemTo': {
    input: z.strictObject({ ...item, toCollectionId: collectionIdSchema, place }),
    /** `keepsIds`: whether everything that was moved has the id that it had. */
    output: z.strictObject({ id: itemIdSchema, keepsIds: z.boolean() }),
  },
  'collections.deleteItem': { input: z.strictObject(item), output: undoable },
  /** Takes back a `collections.delete` or a `collections.deleteItem`. */
  'collections.undo': { input: z.strictObject({ undoId: z.string().max(80) }), output: nothing },
} as const;

export const collectionEvents = {
  /** A collection was changed, by Keyfob or by another program. */
  'collections.changed': nothing,
} as const;
