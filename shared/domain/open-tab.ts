import { z } from 'zod';
import { collectionIdSchema, itemIdSchema } from './collection.ts';
import { requestDraftSchema } from './http-request.ts';

export const tabKeySchema = z.string().min(1).max(600);

/** An open request, as it is kept over a restart. */
export const openTabSchema = z.strictObject({
  key: tabKeySchema,
  source: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('saved'),
      collectionId: collectionIdSchema,
      requestId: itemIdSchema,
    }),
    z.strictObject({ kind: z.literal('scratch') }),
  ]),
  isPreview: z.boolean(),
  /** What is saved nowhere else; `null` when it is as its file has it. */
  unsaved: z
    .strictObject({
      original: requestDraftSchema,
      draft: requestDraftSchema,
      revision: z.string().max(100),
    })
    .nullable(),
});
export type OpenTab = z.infer<typeof openTabSchema>;

export const MAX_OPEN_TABS = 200;
