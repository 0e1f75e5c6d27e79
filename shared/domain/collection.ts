import { z } from 'zod';
import { appErrorSchema } from './app-error.ts';
import { wordedSchema } from './told.ts';
import { requestDraftSchema } from './http-request.ts';
import { serviceIdSchema } from './service.ts';

/** The built-in "Postman API" collection. */
export const BUILT_IN_COLLECTION_ID = 'postman-api';

/** A file's name in the collections folder, behind `file:`; or the built-in collection's id. */
export const collectionIdSchema = z.string().min(1).max(300);
export const itemIdSchema = z.string().min(1).max(200);
export const itemNameSchema = z.string().max(200);
export const descriptionSchema = z.string().max(100_000);

/** A request that stands in Keyfob itself. */
export const savedRequestSchema = z.strictObject({
  id: itemIdSchema,
  description: z.string(),
  draft: requestDraftSchema,
});
export type SavedRequest = z.infer<typeof savedRequestSchema>;

/** A request as the tree shows it. `method`: as its file has it, which may be one that Keyfob cannot send. */
export const requestItemSchema = z.strictObject({
  kind: z.literal('request'),
  id: itemIdSchema,
  name: z.string(),
  method: z.string(),
});
export type RequestItem = z.infer<typeof requestItemSchema>;

export const folderItemSchema = z.strictObject({
  kind: z.literal('folder'),
  id: itemIdSchema,
  name: z.string(),
  description: z.string(),
  get items() {
    return z.array(collectionItemSchema).readonly();
  },
});
export interface FolderItem {
  readonly kind: 'folder';
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly items: readonly CollectionItem[];
}

export type CollectionItem = FolderItem | RequestItem;
export const collectionItemSchema: z.ZodType<CollectionItem> = z.discriminatedUnion('kind', [
  folderItemSchema,
  requestItemSchema,
]);

const summaryShape = {
  id: collectionIdSchema,
  name: z.string(),
  isBuiltIn: z.boolean(),
  /** Whether it is the sample that Keyfob adds when asked to. */
  isSample: z.boolean(),
  /** The service whose base URL `{{baseUrl}}` stands for, and whose default key signs its requests; `null` for none. */
  serviceId: serviceIdSchema.nullable(),
  /** The file that it stands in; `null` for the built-in one. */
  fileName: z.string().nullable(),
};

export const collectionSummarySchema = z.strictObject({
  ...summaryShape,
  requestCount: z.int(),
  /** Why the file cannot be read; it is not touched then. `null` when it can. */
  problem: appErrorSchema.nullable(),
});
export type CollectionSummary = z.infer<typeof collectionSummarySchema>;

/** A variable of a collection or an environment. A row that is not enabled is kept and not used. */
export const variableRowSchema = z.strictObject({
  name: z.string().max(4_000),
  value: z.string().max(100_000),
  isEnabled: z.boolean(),
});
export type VariableRow = z.infer<typeof variableRowSchema>;

/** What signs a request by what its file says, or its folder's, or its collection's. */
export const fileAuthSchema = z.discriminatedUnion('kind', [
  /** Nothing: what stands above decides, and at last where the request goes. */
  z.strictObject({ kind: z.literal('inherit') }),
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('key'), name: z.string(), apiKeyId: z.string().nullable() }),
  /** A header whose value is made of variables alone, such as `Bearer {{token}}`. */
  z.strictObject({ kind: z.literal('header'), name: z.string(), value: z.string() }),
  /** Kept in the file and not used: `type` as the file names it. */
  z.strictObject({ kind: z.literal('kept'), type: z.string() }),
]);
export type FileAuth = z.infer<typeof fileAuthSchema>;

export const collectionSchema = z.strictObject({
  ...summaryShape,
  description: z.string(),
  items: z.array(collectionItemSchema).readonly(),
  variables: z.array(variableRowSchema).readonly(),
  auth: fileAuthSchema,
});
export type Collection = z.infer<typeof collectionSchema>;

/** What a part of a collection's file says about signing, and what its folders and its collection hand down to it. */
export const partAuthSchema = z.strictObject({
  own: fileAuthSchema,
  inherited: fileAuthSchema,
  /** The folder or the collection that says it; `null` when none does. */
  inheritedFrom: z.string().nullable(),
});
export type PartAuth = z.infer<typeof partAuthSchema>;

/** A request of a collection, opened for editing. */
export const openedRequestSchema = z.strictObject({
  id: itemIdSchema,
  description: z.string(),
  draft: requestDraftSchema,
  /** Tells whether the request changed in its file since it was opened. */
  revision: z.string().max(100),
  auth: partAuthSchema,
  /** What is in the file that Keyfob keeps and does not use, each in a sentence. */
  notes: z.array(wordedSchema).readonly(),
  /** Why it cannot be sent as the file has it; `null` when it can. */
  unsendable: wordedSchema.nullable(),
});
export type OpenedRequest = z.infer<typeof openedRequestSchema>;

/** All requests under these items, in order, with the names of the folders that they stand in. */
export function requestsIn(
  items: readonly CollectionItem[],
  path: readonly string[] = [],
): readonly { readonly request: RequestItem; readonly path: readonly string[] }[] {
  return items.flatMap((item) =>
    item.kind === 'request' ? [{ request: item, path }] : requestsIn(item.items, [...path, item.name]),
  );
}
